package bond

import (
	"math"
	"testing"

	"foliogate/gateway/units"
)

func TestKnownDayCounts(t *testing.T) {
	checked := 0
	for _, row := range readCSV(t, "known_daycounts.csv") {
		start, end := day(t, row["start"]), day(t, row["end"])
		if row["convention"] == "ACT/ACT-AFB" {
			continue // the French method, which no bond here uses
		}
		checked++
		d := dayCount(t, row["convention"])
		if row["unit"] == "days" {
			if got := d.Days(start, end); float64(got) != number(t, row["expected"]) {
				t.Errorf("%s %s to %s: %d days, want %s", d, start, end, got, row["expected"])
			}
			continue
		}
		years := yearsOf(t, d, row)
		if got, want := float64(years.Num)/float64(years.Den), number(t, row["expected"]); math.Abs(got-want) > 5e-12 {
			t.Errorf("%s %s to %s: %v years, want %v", d, start, end, got, want)
		}
	}
	if checked != 115 {
		t.Errorf("%d cases, want 115", checked)
	}
}

// yearsOf is the case's part of a year. The reference period of an ICMA case is the coupon period
// that a bond maturing at its end has.
func yearsOf(t *testing.T, d DayCount, row map[string]string) Fraction {
	t.Helper()
	start, end := day(t, row["start"]), day(t, row["end"])
	if d == ActActISDA {
		return isdaYears(start, end)
	}
	b := sound()
	b.DayCount, b.Dated, b.Maturity = d, start, day(t, row["ref_end"])
	b.Frequency = map[bool]int{true: 1, false: 2}[b.Maturity-day(t, row["ref_start"]) > 200]
	return b.years(b.grid(), start, end)
}

func TestDayCountNames(t *testing.T) {
	codes := map[int]bool{}
	for d := Thirty360US; d <= ActActISDA; d++ {
		if got, err := ParseDayCount(d.String()); err != nil || got != d {
			t.Errorf("%s is read as %v, %v", d, got, err)
		}
		codes[d.FIXCode()] = true
	}
	if len(codes) != 7 {
		t.Errorf("%d FIX codes for seven day counts", len(codes))
	}
	if _, err := ParseDayCount("30/360"); err == nil {
		t.Error("a bare 30/360, which says nothing about February, was accepted")
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
