package bond

import (
	"strings"
	"testing"

	"foliogate/gateway/units"
)

func TestRollBack(t *testing.T) {
	for _, c := range []struct {
		maturity  string
		frequency int
		eom       bool
		want      string // maturity minus 0, 1, 2, 3, 4 periods
	}{
		{"2030-08-31", 2, false, "2030-08-31 2030-02-28 2029-08-31 2029-02-28 2028-08-31"},
		{"2028-08-31", 2, false, "2028-08-31 2028-02-29 2027-08-31 2027-02-28 2026-08-31"},
		{"2028-02-29", 2, false, "2028-02-29 2027-08-29 2027-02-28 2026-08-29 2026-02-28"},
		{"2028-02-29", 2, true, "2028-02-29 2027-08-31 2027-02-28 2026-08-31 2026-02-28"},
		{"2030-11-30", 4, true, "2030-11-30 2030-08-31 2030-05-31 2030-02-28 2029-11-30"},
		{"2030-11-29", 4, true, "2030-11-29 2030-08-29 2030-05-29 2030-02-28 2029-11-29"},
		{"2030-01-31", 12, false, "2030-01-31 2029-12-31 2029-11-30 2029-10-31 2029-09-30"},
		{"2028-02-29", 1, false, "2028-02-29 2027-02-28 2026-02-28 2025-02-28 2024-02-29"},
	} {
		b := &Bond{Maturity: day(t, c.maturity), Frequency: c.frequency, EOM: c.eom}
		g := b.grid()
		var got []string
		for k := range 5 {
			got = append(got, g.at(k).String())
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%+v: %s", c, got)
		}
	}
}

// The constant-time search against walking the grid, on every day of twelve years.
func TestAfterAgainstAWalk(t *testing.T) {
	for _, maturity := range []string{"2030-08-31", "2028-02-29", "2030-11-30", "2030-06-15", "2029-12-01"} {
		for _, frequency := range []int{1, 2, 4, 12} {
			for _, eom := range []bool{false, true} {
				b := &Bond{Maturity: day(t, maturity), Frequency: frequency, EOM: eom}
				g := b.grid()
				k := 11*frequency + 1
				for d := g.at(k); d < b.Maturity+400; d++ {
					for g.at(k) <= d {
						k--
					}
					if got := g.after(d); got != k {
						t.Fatalf("%s x%d eom %t: after %s is %d (%s), want %d", maturity, frequency, eom, d,
							got, g.at(got), k)
					}
				}
			}
		}
	}
}

// One long first period, cut at a grid date into quasi-coupon periods of 184 and 181 days.
func TestLongFirstCouponIsCutInQuasiPeriods(t *testing.T) {
	b := &Bond{Feature: Plain, Coupon: 4 * units.RateUnit, Frequency: 2, DayCount: ActActICMA,
		Dated: day(t, "2024-08-01"), FirstCoupon: day(t, "2025-05-15"), Maturity: day(t, "2030-05-15")}
	a, err := b.AccruedAt(day(t, "2025-02-15"))
	if err != nil {
		t.Fatal(err)
	}
	// 106 of the 184 days to 15 November 2024, 92 of the 181 days after it, half a year each.
	want := fractionOf(106, 184*2).plus(fractionOf(92, 181*2))
	if a.Days != 198 || a.Years != want {
		t.Errorf("%+v, want 198 days, %v years", a, want)
	}
}

func TestFirstCouponMayBeLeftOut(t *testing.T) {
	for _, c := range []struct {
		dated, settle string
		years         Fraction
	}{
		{"2025-03-15", "2025-06-15", Fraction{1, 4}},  // on the grid
		{"2025-05-15", "2025-06-15", Fraction{1, 12}}, // off it: the first period is short
		{"2025-05-15", "2025-10-15", Fraction{1, 12}}, // after it
	} {
		b := sound()
		b.Dated = day(t, c.dated)
		a, err := b.AccruedAt(day(t, c.settle))
		if err != nil {
			t.Fatal(err)
		}
		if a.Years != c.years {
			t.Errorf("%+v: %v", c, a.Years)
		}
	}
}
