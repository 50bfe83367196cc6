package pricing

import (
	"bytes"
	"math"
	"strings"
	"testing"
)

// tolerances are those that the oracle comes with, or tighter.
func tolerances() map[string]float64 {
	return map[string]float64{"accrued_days": 0, "accrued_per_100": 1e-12, "dirty_price": 1e-12,
		"yield_pct": 1e-8, "yield_simple_last_period_pct": 1e-8, "mod_dur_simple_last_period": 1e-9,
		"yield_treasury_31cfr356_pct": 1e-8, "macaulay": 1e-9, "modified": 1e-9, "convexity": 1e-7,
		"dv01_per_100": 1e-9, "dirty_at_yield_plus_1bp": 1e-9, "dirty_at_yield_minus_1bp": 1e-9,
		"zspread_cont_bp": 1e-6, "zspread_freq_bp": 1e-6, "cs01_per_100": 1e-9, "eff_duration": 1e-6,
		"krd_0p25": 1e-6, "krd_0p5": 1e-6, "krd_1": 1e-6, "krd_2": 1e-6, "krd_3": 1e-6, "krd_5": 1e-6,
		"krd_7": 1e-6, "krd_10": 1e-6, "krd_20": 1e-6, "krd_30": 1e-6,
		"principal_amount": 0, "accrued_amount": 0, "net_amount": 0}
}

func TestTableAgainstTheOracle(t *testing.T) {
	table := Table{Curves: SampleCurves(), Calendars: calendars(t)}
	var out bytes.Buffer
	priced, bad, err := table.Price(bytes.NewReader(read(t, "bonds_oracle_public.csv")), "oracle", &out)
	if priced != 347 || bad != 0 || err != nil {
		t.Fatalf("priced %d, bad %d, %v", priced, bad, err)
	}
	got := readCSV(t, &out)
	worst := map[string]float64{}
	for i, want := range fixture(t, "bonds_oracle_public.csv") {
		for column, tolerance := range tolerances() {
			if (got[i][column] == "") != (want[column] == "") {
				t.Errorf("%s %s: %s is %q, want %q", want["id"], want["category"], column, got[i][column], want[column])
				continue
			}
			if want[column] == "" {
				continue
			}
			miss := math.Abs(number(t, got[i][column]) - number(t, want[column]))
			worst[column] = max(worst[column], miss)
			if !(miss <= tolerance) {
				t.Errorf("%s %s: %s is %s, want %s", want["id"], want["category"], column, got[i][column], want[column])
			}
		}
	}
	t.Logf("worst differences: %v", worst)
}

func TestTableReportsBadRows(t *testing.T) {
	rows := strings.SplitAfter(string(read(t, "bonds_oracle_public.csv")), "\n")
	good := rows[1]
	bad := map[string]string{
		strings.Replace(good, "2044-11-15", "2044-11-31", 1):     ":3: maturity: units: date",
		strings.Replace(good, "USD", "USX", 1):                   `:3: currency: "USX"`,
		strings.Replace(good, "ACT/ACT-ICMA", "ACT", 1):          `:3: day_count: "ACT" is none of`,
		strings.Replace(good, ",2,", ",two,", 1):                 ":3: frequency:",
		strings.Replace(good, ",2,", ",5,", 1):                   `:3: B0001: frequency "5"`,
		strings.Replace(good, "2024-12-16", "2044-11-15", 1):     "not before its maturity",
		strings.Replace(good, "95.4921875", "-95.4921875", 1):    "out of range",
		strings.Replace(good, "95.4921875", "0", 1):              "ok",
		strings.Replace(good, "2044-11-15,0", "2044-11-15,x", 1): `:3: eom: "x" is neither`,
		strings.Replace(good, ",0,,2024", ",0,UK9,2024", 1):      ":3: ex_dividend:",
		"short,row\n": "in.csv:3: record on line 3: wrong number of fields",
		"a\"b,c\n":    "in.csv:3: parse error on line 3",
		"\"a\"b,c\n":  "in.csv:3: parse error on line 3",
	}
	table := Table{Curves: SampleCurves(), Calendars: calendars(t)}
	for row, want := range bad {
		var out bytes.Buffer
		_, _, err := table.Price(strings.NewReader(rows[0]+good+row+good), "in.csv", &out)
		if err != nil {
			t.Errorf("%q: %v", row, err)
			continue
		}
		got := readCSV(t, &out)
		if !strings.Contains(got[1]["status"], want) || got[0]["status"] != "ok" || got[2]["status"] != "ok" {
			t.Errorf("%q: status %q, want %q", row, got[1]["status"], want)
		}
		if want != "ok" && got[1]["net_amount"] != "" {
			t.Errorf("%q: a bad row has measures", row)
		}
	}
	for text, want := range map[string]string{
		"":                           "no header",
		"id,currency\n":              "column coupon_pct is missing",
		"id,id\n":                    "twice",
		rows[0] + "\"" + good + good: "in.csv: record on line 2; parse error on line 3",
	} {
		if _, _, err := table.Price(strings.NewReader(text), "in.csv", &bytes.Buffer{}); err == nil ||
			!strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}

// A row that has cash but no yield keeps its cash, and its spreads where there are any.
func TestTableKeepsWhatIsDefined(t *testing.T) {
	table := Table{Curves: SampleCurves(), Calendars: calendars(t)}
	var out bytes.Buffer
	_, bad, err := table.Price(strings.NewReader(twinHeader+
		"A,CORP,USD,5,2,30/360-US,2020-08-31,,2030-08-31,1,,2030-08-30,99,1000\n"+
		"B,CORP,USD,0,2,30/360-US,2020-08-31,,2030-08-31,1,,2025-06-17,0,1000\n"), "in.csv", &out)
	if bad != 2 || err != nil {
		t.Fatalf("%d bad, %v", bad, err)
	}
	got := readCSV(t, &out)
	if a := got[0]; a["net_amount"] != "1015.00" || a["yield_pct"] != "" || a["zspread_cont_bp"] == "" ||
		!strings.HasPrefix(a["status"], "in.csv:2: no yield: nothing is left to discount") {
		t.Errorf("%v", a)
	}
	if b := got[1]; b["net_amount"] != "0.00" || b["accrued_days"] != "107" || b["yield_pct"]+b["zspread_cont_bp"] != "" ||
		!strings.HasPrefix(b["status"], "in.csv:3: no yield: the dirty price is not above zero") {
		t.Errorf("%v", b)
	}
}

func FuzzTable(f *testing.F) {
	f.Add(twinHeader + "A,UST,USD,5,2,30/360-US,2020-08-31,,2030-08-31,1,,2030-08-30,99,1000\n")
	f.Add(twinHeader + "A,,GBP,0,12,ACT/ACT-AFB,1901-01-01,1901-03-31,2299-12-31,1,UK7,2024-02-29,0.00000001,1\n\"")
	table := Table{Curves: SampleCurves(), Calendars: calendars(f)}
	f.Fuzz(func(t *testing.T, text string) {
		var out bytes.Buffer
		priced, bad, err := table.Price(strings.NewReader(text), "fuzz", &out)
		if err != nil {
			return
		}
		rows := readCSV(t, &out)
		if len(rows) != priced+bad {
			t.Errorf("%q: %d rows for %d priced and %d bad", text, len(rows), priced, bad)
		}
		for _, row := range rows {
			for column := range tolerances() {
				if row[column] != "" {
					if v := number(t, row[column]); math.IsNaN(v) || math.IsInf(v, 0) {
						t.Errorf("%q: %s is %s", text, column, row[column])
					}
				}
			}
		}
	})
}
