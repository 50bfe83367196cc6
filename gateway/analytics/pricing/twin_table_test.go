package pricing

import (
	"bytes"
	"math"
	"math/big"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
	"time"
)

// measures are the twin's, by column of the oracle; missing where there is none.
func (w *twin) measures(curve []float64) map[string]float64 {
	clean, _ := strconv.ParseFloat(w.cell("clean_price"), 64)
	accrued, _ := w.accrued.Float64()
	dirty, f := clean+accrued, float64(w.frequency)
	m := map[string]float64{"accrued_days": float64(w.days), "accrued_per_100": accrued, "dirty_price": dirty}
	y := bisect(-f+1e-9, 1e4, dirty, w.dirtyAt)
	var s1, s2 float64
	for i, flow := range w.flows {
		present, t := flow*math.Pow(1+y/f, -f*w.years[i]), w.years[i]
		s1 += present * t
		s2 += present * t * (t + 1/f)
	}
	m["yield_pct"], m["macaulay"], m["modified"] = 100*y, s1/dirty, s1/dirty/(1+y/f)
	m["convexity"], m["dv01_per_100"] = s2/dirty/(1+y/f)/(1+y/f), m["modified"]*dirty/1e4
	m["dirty_at_yield_plus_1bp"], m["dirty_at_yield_minus_1bp"] = w.dirtyAt(y+1e-4), w.dirtyAt(y-1e-4)
	if len(w.flows) == 1 {
		t := w.years[0]
		simple := (w.flows[0]/dirty - 1) / t
		m["yield_simple_last_period_pct"], m["mod_dur_simple_last_period"] = 100*simple, t/(1+simple*t)
	}
	if strings.HasPrefix(w.cell("category"), "UST") {
		m["yield_treasury_31cfr356_pct"] = 100 * bisect(-f+1e-9, 1e4, dirty, w.auctionAt)
	}
	w.spreadMeasures(m, curve, dirty)
	principal, accruedMoney := w.cash()
	m["principal_amount"], m["accrued_amount"], m["net_amount"] = principal, accruedMoney, principal+accruedMoney
	return m
}

func (w *twin) spreadMeasures(m map[string]float64, curve []float64, dirty float64) {
	if curve == nil {
		return
	}
	at := func(z float64) float64 { return w.spreadAt(curve, z, false, 0, 0) }
	z := bisect(-50, 1e3, dirty, at)
	m["zspread_cont_bp"] = 1e4 * z
	m["zspread_freq_bp"] = 1e4 * bisect(-float64(w.frequency), 1e4, dirty, func(z float64) float64 {
		return w.spreadAt(curve, z, true, 0, 0)
	})
	m["cs01_per_100"] = (at(z-1e-4) - at(z+1e-4)) / 2
	moved := func(node int) float64 {
		return (w.spreadAt(curve, z, false, node, -1) - w.spreadAt(curve, z, false, node, 1)) / (2e-4 * at(z))
	}
	m["eff_duration"] = moved(-1)
	for i, tenor := range []string{"0p25", "0p5", "1", "2", "3", "5", "7", "10", "20", "30"} {
		m["krd_"+tenor] = moved(i)
	}
}

// cash is principal and accrued interest, each rounded half away from zero to the minor unit, in minor
// units.
func (w *twin) cash() (principal, accrued float64) {
	minor := int64(100)
	if w.cell("currency") == "JPY" {
		minor = 1
	}
	notional, _ := new(big.Rat).SetString(w.cell("notional"))
	notional.Mul(notional, big.NewRat(minor, 100))
	clean, _ := new(big.Rat).SetString(w.cell("clean_price"))
	round := func(r *big.Rat) float64 {
		text := r.FloatString(0) // half away from zero
		v, _ := strconv.ParseFloat(text, 64)
		return v
	}
	return round(clean.Mul(clean, notional)), round(new(big.Rat).Mul(w.accrued, notional))
}

func bankHolidays(t testing.TB) map[string]bool {
	t.Helper()
	closed := map[string]bool{}
	for _, row := range fixture(t, "holidays_2023_2032.csv") {
		closed[row["date(weekdays only)"]] = row["UK_closed(QL1.29)"] != ""
	}
	return closed
}

func twinCurve(currency string) []float64 {
	return map[string][]float64{
		"USD": {.0525, .0520, .0490, .0445, .0425, .0415, .0418, .0425, .0460, .0445},
		"EUR": {.0380, .0370, .0335, .0280, .0258, .0245, .0248, .0258, .0270, .0262},
		"GBP": {.0520, .0515, .0490, .0445, .0425, .0410, .0408, .0418, .0465, .0460},
	}[currency]
}

// compare prices rows of the table's input by both and reports every cell that differs. It counts what
// was peculiar about them.
func compare(t *testing.T, input string) (seen map[string]int) {
	t.Helper()
	table := Table{Curves: SampleCurves(), Calendars: calendars(t)}
	var out bytes.Buffer
	if _, _, err := table.Price(strings.NewReader(input), "twin", &out); err != nil {
		t.Fatal(err)
	}
	seen = map[string]int{}
	holidays, lines := bankHolidays(t), strings.Split(input, "\n")
	for i, row := range readCSV(t, &out) {
		w := newTwin(t, holidays, func(column string) string { return row[column] })
		w.count(seen)
		if w.years[len(w.years)-1] == 0 {
			if !strings.Contains(row["status"], "nothing is left to discount") || row["net_amount"] == "" {
				t.Errorf("%s: %s", lines[i+1], row["status"])
			}
			continue
		}
		if row["status"] != "ok" {
			t.Errorf("%s: %s", lines[i+1], row["status"])
			continue
		}
		want := w.measures(twinCurve(row["currency"]))
		for column, tolerance := range tolerances() {
			v, defined := want[column]
			if !defined || row[column] == "" {
				if defined || row[column] != "" {
					t.Errorf("%s: %s is %q, want %v, defined %t", lines[i+1], column, row[column], v, defined)
				}
				continue
			}
			got := number(t, row[column])
			if strings.HasSuffix(column, "_amount") && row["currency"] != "JPY" {
				got = math.Round(100 * got)
			}
			if tolerance >= 1e-9 { // of large numbers, as many digits
				tolerance = max(tolerance, 2e-11*math.Abs(v))
			}
			if !(math.Abs(got-v) <= tolerance) {
				t.Errorf("%s: %s is %v, want %v", lines[i+1], column, got, v)
			}
		}
	}
	return seen
}

func (w *twin) count(seen map[string]int) {
	for what, is := range map[string]bool{
		"ex-dividend":            w.days < 0,
		"on a coupon date":       w.days == 0,
		"odd first period":       !w.periods[0].regular && !w.settle.After(w.periods[0].end),
		"long first period":      w.left > 1.01,
		"last period":            len(w.flows) == 1,
		"zero coupon":            w.cell("coupon_pct") == "0",
		"settles on 29 February": w.settle.Format("01-02") == "02-29",
		"settles on a 31st":      w.settle.Day() == 31,
		"matures in February":    w.maturity.Month() == time.February && w.maturity.Day() > 27,
	} {
		if is {
			seen[what]++
		}
	}
}

// The twin is calibrated on the oracle, whose 347 rows it did not see being made either.
func TestTwinAgainstTheOracle(t *testing.T) {
	holidays := bankHolidays(t)
	for _, row := range fixture(t, "bonds_oracle_public.csv") {
		w := newTwin(t, holidays, func(column string) string { return row[column] })
		got := w.measures(twinCurve(row["currency"]))
		for column, tolerance := range tolerances() {
			v, defined := got[column]
			if defined != (row[column] != "") {
				t.Errorf("%s %s: %s is defined: %t, want %q", row["id"], row["category"], column, defined, row[column])
				continue
			}
			if !defined {
				continue
			}
			want := number(t, row[column])
			if strings.HasSuffix(column, "_amount") {
				want = math.Round(100 * want)
			}
			if !(math.Abs(v-want) <= tolerance) {
				t.Errorf("%s %s: %s is %v, want %v", row["id"], row["category"], column, v, want)
			}
		}
	}
}

func TestTableAgainstTheTwin(t *testing.T) {
	r := rand.New(rand.NewPCG(44, 1994))
	var input strings.Builder
	input.WriteString(twinHeader)
	for n := range 700 {
		input.WriteString(invented(r, n))
	}
	seen := compare(t, input.String())
	for what, n := range seen {
		if n < 10 {
			t.Errorf("only %d rows: %s", n, what)
		}
	}
	if t.Logf("%v", seen); len(seen) != 9 {
		t.Errorf("not all peculiarities were met: %v", seen)
	}
}
