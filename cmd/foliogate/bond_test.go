package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

const bondFixtures = "../../testdata/bonds/"

// runBond is the verb on input as its standard input.
func runBond(t *testing.T, input string, args ...string) (rows []map[string]string, code int, said string) {
	t.Helper()
	root := newRootCommand()
	root.SetArgs(append([]string{"bond"}, args...))
	var out bytes.Buffer
	root.SetIn(strings.NewReader(input))
	root.SetOut(&out)
	err := root.ExecuteContext(context.Background())
	if err != nil {
		code, said = codeOf(err), err.Error()
	}
	if out.Len() > 0 {
		rows = rowsOf(t, out.String())
	}
	return rows, code, said
}

// rowsOf is CSV by column name.
func rowsOf(t *testing.T, text string) (rows []map[string]string) {
	t.Helper()
	cells, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range cells[1:] {
		byName := map[string]string{}
		for i, name := range cells[0] {
			byName[name] = row[i]
		}
		rows = append(rows, byName)
	}
	return rows
}

func fixtureText(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(bondFixtures + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// within are the oracle's own tolerances; a column that is not here must agree to the letter.
func within(column string) float64 {
	switch {
	case strings.HasPrefix(column, "yield_"):
		return 1e-8
	case strings.HasPrefix(column, "zspread_"), strings.HasPrefix(column, "krd_"), column == "eff_duration":
		return 1e-6
	}
	return map[string]float64{"accrued_per_100": 1e-12, "dirty_price": 1e-12, "mod_dur_simple_last_period": 1e-9,
		"macaulay": 1e-9, "modified": 1e-9, "convexity": 1e-7, "dv01_per_100": 1e-9, "cs01_per_100": 1e-9,
		"dirty_at_yield_plus_1bp": 1e-9, "dirty_at_yield_minus_1bp": 1e-9}[column]
}

func sameCell(t *testing.T, row, column, got, want string) {
	t.Helper()
	tolerance := within(column)
	if tolerance == 0 || got == "" || want == "" {
		if got != want {
			t.Errorf("%s: %s is %q, want %q", row, column, got, want)
		}
		return
	}
	g, gotErr := strconv.ParseFloat(got, 64)
	w, wantErr := strconv.ParseFloat(want, 64)
	if gotErr != nil || wantErr != nil || !(math.Abs(g-w) <= tolerance) {
		t.Errorf("%s: %s is %s, want %s", row, column, got, want)
	}
}

// Every column of every row of the oracle, from file to file.
func TestBondAgainstTheOracle(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out.csv")
	if _, code, said := runBond(t, "", "--in", bondFixtures+"bonds_oracle_public.csv", "--out", out); code != 0 {
		t.Fatalf("exit code %d: %s", code, said)
	}
	text, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	got, want := rowsOf(t, string(text)), rowsOf(t, fixtureText(t, "bonds_oracle_public.csv"))
	if len(got) != 347 || len(want) != 347 {
		t.Fatalf("%d rows for %d, want 347", len(got), len(want))
	}
	for i := range want {
		row := want[i]["id"] + " " + want[i]["category"]
		for column := range want[i] {
			sameCell(t, row, column, got[i][column], want[i][column])
		}
		sameCell(t, row, "status", got[i]["status"], "ok")
	}
}

// Where QuantLib and the market differ, the market's columns.
func TestBondWhereTheMarketLeavesQuantLib(t *testing.T) {
	want := rowsOf(t, fixtureText(t, "bonds_divergence.csv"))
	in := "id,category,currency,coupon_pct,frequency,day_count,dated_date,maturity,eom,settlement,clean_price,notional\n"
	for i, row := range want {
		in += fmt.Sprintf("D%d,%s,USD,%s,2,%s,%s,%s,%s,%s,%s,1000000\n", i, row["category"], row["coupon_pct"],
			row["day_count"], row["dated_date"], row["maturity"], row["eom"], row["settlement"], row["clean_price"])
	}
	got, code, said := runBond(t, in)
	if code != 0 || len(got) != 15 {
		t.Fatalf("%d rows, exit code %d: %s", len(got), code, said)
	}
	for i, row := range want {
		for column, market := range map[string]string{"accrued_per_100": "accrued_per_100",
			"yield_pct": "yield_pct_market(C/2 coupons)", "modified": "modified_market",
			"zspread_cont_bp": "zspread_cont_bp_market"} {
			sameCell(t, got[i]["id"], column, got[i][column], row[market])
		}
	}
}

const bondHeader = "id,category,currency,coupon_pct,frequency,day_count,dated_date,first_coupon_date,maturity," +
	"eom,ex_dividend,settlement,clean_price,notional\n"

const goodBond = "A,CORP,USD,5,2,30/360-US,2020-03-15,,2030-03-15,0,,2025-06-17,99.5,1000000\n"

func TestBondReportsRows(t *testing.T) {
	for _, test := range []struct{ row, status string }{
		{"B,CORP,USD,5,2,30/360,2020-03-15,,2030-03-15,0,,2025-06-17,99.5,1000000\n",
			`standard input:3: day_count: "30/360" is none of`},
		{"B,CORP,USD,5,2,30/360-US,2020-03-15,,2030-03-15,0,,2030-03-15,99.5,1000000\n",
			"standard input:3: settles on 2030-03-15, not before its maturity"},
		{"B\n", "standard input:3: record on line 3: wrong number of fields"},
	} {
		rows, code, said := runBond(t, bondHeader+goodBond+test.row+goodBond)
		if code != exitRows || len(rows) != 3 || !strings.Contains(said, "1 of 3 rows") {
			t.Fatalf("%s%d rows, exit code %d: %s", test.row, len(rows), code, said)
		}
		if rows[1]["id"] != "B" || !strings.HasPrefix(rows[1]["status"], test.status) || rows[1]["net_amount"] != "" {
			t.Errorf("%s%q, net %q", test.row, rows[1]["status"], rows[1]["net_amount"])
		}
		if rows[0]["status"] != "ok" || rows[2]["net_amount"] != "1007777.78" {
			t.Errorf("%s%q, then %q", test.row, rows[0]["status"], rows[2]["net_amount"])
		}
	}
}

func TestBondWithOtherCurves(t *testing.T) {
	curves := filepath.Join(t.TempDir(), "curves.csv")
	if err := os.WriteFile(curves, []byte("tenor,USD\n1,0.05\n5,0.05\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	euro := strings.Replace(goodBond, "USD", "EUR", 1)
	rows, code, said := runBond(t, "\ufeff"+bondHeader+goodBond+euro, "--in", "-", "--curves", curves)
	if code != 0 || len(rows) != 2 {
		t.Fatalf("exit code %d: %s", code, said)
	}
	if _, there := rows[0]["krd_30"]; there || rows[0]["krd_5"] == "" || rows[0]["zspread_cont_bp"] == "" {
		t.Errorf("on a curve of two nodes: %v", rows[0])
	}
	if rows[1]["zspread_cont_bp"] != "" || rows[1]["yield_pct"] != rows[0]["yield_pct"] {
		t.Errorf("without a curve: %v", rows[1])
	}
}

func TestBondRefusesUnusableInput(t *testing.T) {
	folder := t.TempDir()
	file := func(name, text string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	good, earlier := file("good.csv", bondHeader+goodBond), file("earlier.csv", "an earlier result")
	for name, args := range map[string][]string{
		"no such file":                        {"--in", filepath.Join(folder, "none.csv")},
		"no header":                           {"--in", file("empty.csv", ""), "--out", earlier},
		"column currency is missing":          {"--in", file("id.csv", "id\n"), "--out", earlier},
		"bad.csv:1: expected the header":      {"--in", good, "--curves", file("bad.csv", "x\n"), "--out", earlier},
		"bad.csv: no holidays":                {"--in", good, "--calendars", file("bad.csv", "x\n"), "--out", earlier},
		"is the input: name another file":     {"--in", good, "--out", good},
		"no such file or directory":           {"--in", good, "--out", filepath.Join(folder, "no", "out.csv")},
		"unknown flag":                        {"--price"},
		"good.csv: no such file or directory": {"--calendars", filepath.Join(folder, "no", "good.csv")},
	} {
		if _, code, said := runBond(t, "", args...); code != exitInput || !strings.Contains(said, name) {
			t.Errorf("%v: exit code %d, %q", args, code, said)
		}
	}
	for path, want := range map[string]string{good: bondHeader + goodBond, earlier: "an earlier result"} {
		if text, err := os.ReadFile(path); err != nil || string(text) != want {
			t.Errorf("%s now holds %q, %v", path, text, err)
		}
	}
}
