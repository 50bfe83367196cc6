package pricing

import (
	"bytes"
	"encoding/csv"
	"io"
	"os"
	"strconv"
	"testing"

	"foliogate/gateway/bond"
	"foliogate/gateway/units"
)

const fixtures = "../../../testdata/bonds/"

func read(t testing.TB, file string) []byte {
	t.Helper()
	b, err := os.ReadFile(fixtures + file)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// readCSV is rows, each by column name.
func readCSV(t testing.TB, r io.Reader) []map[string]string {
	t.Helper()
	rows, err := csv.NewReader(r).ReadAll()
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

func fixture(t testing.TB, file string) []map[string]string {
	t.Helper()
	return readCSV(t, bytes.NewReader(read(t, file)))
}

func calendars(t testing.TB) *bond.Calendars {
	t.Helper()
	c, err := bond.LoadCalendars(bytes.NewReader(read(t, "holidays_2023_2032.csv")), "holidays")
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func number(t testing.TB, s string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return v
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

func resolve(t testing.TB, b *bond.Bond) *Resolved {
	t.Helper()
	r, err := Resolve(b)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func position(t testing.TB, b *bond.Bond, settle units.Date) *Position {
	t.Helper()
	p, err := resolve(t, b).At(settle)
	if err != nil {
		t.Fatal(err)
	}
	return &p
}
