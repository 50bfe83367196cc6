package bond

import (
	"math"
	"testing"

	"foliogate/gateway/units"
)

func TestKnownDayCounts(t *testing.T) {
	rows := readCSV(t, "known_daycounts.csv")
	for _, row := range rows {
		start, end := day(t, row["start"]), day(t, row["end"])
		d := dayCount(t, row["convention"])
		if row["unit"] == "days" {
			if got := d.Days(start, end); float64(got) != number(t, row["expected"]) {
				t.Errorf("%s %s to %s: %d days, want %s", d, start, end, got, row["expected"])
			}
			continue
		}
		years := yearsOf(t, d, row)
		if got, want := float64(years.Num)/float64(years.Den), number(t, row["expected"]); math.Abs(got-want) > 1e-11 {
			t.Errorf("%s %s to %s: %v years, want %v", d, start, end, got, want)
		}
	}
	if len(rows) != 122 {
		t.Errorf("%d cases, want 122", len(rows))
	}
}

// yearsOf is the case's part of a year. The reference period of an ICMA case is the coupon period
// that a bond maturing at its end has.
func yearsOf(t *testing.T, d DayCount, row map[string]string) Fraction {
	t.Helper()
	start, end := day(t, row["start"]), day(t, row["end"])
	b := sound()
	b.DayCount, b.Dated, b.Maturity = d, start, end
	if d == ActActICMA {
		b.Maturity = day(t, row["ref_end"])
		b.Frequency = map[bool]int{true: 1, false: 2}[b.Maturity-day(t, row["ref_start"]) > 200]
	}
	return b.years(b.grid(), start, end)
}

func TestDayCountNames(t *testing.T) {
	codes := map[int]bool{}
	for d := Thirty360US; d <= ActActAFB; d++ {
		if got, err := ParseDayCount(d.String()); err != nil || got != d {
			t.Errorf("%s is read as %v, %v", d, got, err)
		}
		codes[d.FIXCode()] = true
	}
	if len(codes) != 8 {
		t.Errorf("%d FIX codes for eight day counts", len(codes))
	}
	if _, err := ParseDayCount("30/360"); err == nil {
		t.Error("a bare 30/360, which says nothing about February, was accepted")
	}
}

// The French method beyond the memo's cases: whole years count as such, back from the end, and the 28th of
// February a year before a leap day is not the 29th's.
func TestFrenchYears(t *testing.T) {
	for _, c := range []struct {
		start, end string
		want       Fraction
	}{
		{"2023-02-28", "2024-02-29", Fraction{1, 1}},
		{"2024-02-29", "2025-02-28", Fraction{1, 1}},
		{"2024-02-28", "2025-02-28", Fraction{366, 365}}, // a day more than a year
		{"2022-11-15", "2024-05-15", fractionOf(1, 1).plus(fractionOf(181, 365))},
		{"2020-02-29", "2024-02-29", Fraction{4, 1}},
		{"2024-01-15", "2024-01-15", Fraction{0, 1}},
	} {
		if got := afbYears(day(t, c.start), day(t, c.end)); got != c.want {
			t.Errorf("%s to %s: %v, want %v", c.start, c.end, got, c.want)
		}
	}
}

// A period of thirty-day months never depends on where it is cut, away from month ends.
func TestThirtyDayCountsAdd(t *testing.T) {
	start := units.DateOf(2023, 1, 1)
	for d := Thirty360US; d <= ThirtyE360; d++ {
		for cut := start; cut < start+800; cut++ {
			_, _, dayOfMonth := cut.Civil()
			if dayOfMonth > 27 {
				continue
			}
			if got, want := d.Days(start, cut)+d.Days(cut, start+800), d.Days(start, start+800); got != want {
				t.Errorf("%s cut at %s: %d days, want %d", d, cut, got, want)
			}
		}
	}
}
