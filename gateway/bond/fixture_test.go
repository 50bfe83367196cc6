package bond

import (
	"encoding/csv"
	"os"
	"strconv"
	"strings"
	"testing"

	"foliogate/gateway/units"
)

const fixtures = "../../testdata/bonds/"

// readCSV is a fixture's rows, each by column name.
func readCSV(t testing.TB, file string) []map[string]string {
	t.Helper()
	f, err := os.Open(fixtures + file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	out := make([]map[string]string, len(rows)-1)
	for i, row := range rows[1:] {
		out[i] = map[string]string{}
		for j, column := range rows[0] {
			out[i][column] = row[j]
		}
	}
	return out
}

func calendars(t testing.TB) *Calendars {
	t.Helper()
	f, err := os.Open(fixtures + "holidays_2023_2032.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	c, err := LoadCalendars(f, "holidays_2023_2032.csv")
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func day(t testing.TB, s string) units.Date {
	t.Helper()
	if s == "" {
		return 0
	}
	d, err := units.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func rate(t testing.TB, s string) units.Rate {
	t.Helper()
	v, err := units.ParseRate(s)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func price(t testing.TB, s string) units.Price {
	t.Helper()
	v, err := units.ParsePrice(s)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func face(t testing.TB, s string) units.Face {
	t.Helper()
	v, err := units.ParseFace(s)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func dayCount(t testing.TB, s string) DayCount {
	t.Helper()
	v, err := ParseDayCount(s)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func number(t testing.TB, s string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func cents(t testing.TB, s string, c units.Currency) units.Money {
	t.Helper()
	v, err := units.ParseMoney(s, c)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// oracleBond is the bond of a row of bonds_oracle_public.csv.
func oracleBond(t testing.TB, row map[string]string, c *Calendars) *Bond {
	t.Helper()
	b := &Bond{ID: row["id"], Currency: units.Currency(row["currency"]), Kind: Corporate, Feature: Plain,
		Coupon: rate(t, row["coupon_pct"]), DayCount: dayCount(t, row["day_count"]),
		Dated: day(t, row["dated_date"]), FirstCoupon: day(t, row["first_coupon_date"]),
		Maturity: day(t, row["maturity"]), EOM: row["eom"] == "1"}
	b.Frequency, _ = strconv.Atoi(row["frequency"])
	if row["ex_dividend"] == "UK7" {
		b.ExDividend = UK7
	}
	b.Observe(c)
	return b
}

// exactly is an accrued amount as a double, for comparison with an oracle's.
func exactly(a Accrued) float64 {
	return float64(a.Coupon) / float64(units.RateUnit) * float64(a.Years.Num) / float64(max(a.Years.Den, 1))
}

func lines(s string) *strings.Reader { return strings.NewReader(s) }
