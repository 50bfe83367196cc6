package bond

import (
	"testing"

	"foliogate/gateway/units"
)

func TestCouponsAreWholeNumbersOfTheRate(t *testing.T) {
	b := sound() // semi-annual from 2020-03-15 to 2030-03-15
	b.Dated, b.FirstCoupon = day(t, "2020-05-01"), day(t, "2021-03-15")
	coupons, err := b.Coupons()
	if err != nil {
		t.Fatal(err)
	}
	if len(coupons) != 19 || coupons[18].Date != b.Maturity {
		t.Fatalf("%d coupons, the last on %s", len(coupons), coupons[len(coupons)-1].Date)
	}
	// 1 May 2020 to 15 March 2021 is 314 days of thirty-day months.
	want := Coupon{Date: day(t, "2021-03-15"), Years: Fraction{157, 180}, Periods: Fraction{157, 90}}
	if coupons[0] != want {
		t.Errorf("the first is %+v, want %+v", coupons[0], want)
	}
	want = Coupon{Date: day(t, "2021-09-15"), Years: Fraction{1, 2}, Periods: Fraction{1, 1}}
	if coupons[1] != want {
		t.Errorf("the second is %+v, want %+v", coupons[1], want)
	}
}

// A coupon from the last of February is a whole one, though 30/360 counts 178 or 183 days.
func TestRegularCouponsIgnoreTheDays(t *testing.T) {
	for d := Thirty360US; d <= ActActAFB; d++ {
		b := sound()
		b.DayCount, b.Dated, b.Maturity, b.EOM = d, day(t, "2020-02-29"), day(t, "2028-08-31"), true
		coupons, err := b.Coupons()
		if err != nil {
			t.Fatal(err)
		}
		whole := 0
		for _, c := range coupons {
			if c.Years == (Fraction{1, 2}) {
				whole++
			}
		}
		if d.fixedCoupon() != (whole == len(coupons)) {
			t.Errorf("%s: %d whole coupons of %d", d, whole, len(coupons))
		}
	}
}

// What has accrued and what is left make the whole period, on every day of three years.
func TestPeriodsAddUp(t *testing.T) {
	for d := Thirty360US; d <= ActActAFB; d++ {
		b := sound()
		b.DayCount, b.Dated, b.FirstCoupon = d, day(t, "2024-01-10"), day(t, "2025-03-15")
		coupons, err := b.Coupons()
		if err != nil {
			t.Fatal(err)
		}
		next := 0
		for settle := b.Dated; settle < b.Dated+1000; settle++ {
			p, err := b.PeriodAt(settle)
			if err != nil {
				t.Fatal(err)
			}
			if p.End > coupons[next].Date {
				next++
			}
			whole := p.Accrued.Years.times(2).plus(p.Left)
			if p.End != coupons[next].Date || whole != coupons[next].Periods {
				t.Fatalf("%s settling %s: %+v, with %v periods, want %+v", d, settle, p, whole, coupons[next])
			}
			if a, err := b.AccruedAt(settle); err != nil || a != p.Accrued {
				t.Fatalf("%s settling %s: accrued %+v and %+v, %v", d, settle, a, p.Accrued, err)
			}
		}
	}
}

// From one end of February to the next of August, 30/360 counts 180 or 183 days, and back 178.
func TestPeriodsAreMeasuredByTheDayCount(t *testing.T) {
	for d, want := range map[DayCount][2]Fraction{
		Thirty360US: {{1, 1}, {89, 90}}, Thirty360BB: {{61, 60}, {89, 90}}, ThirtyE360: {{91, 90}, {89, 90}},
		ActActICMA: {{1, 1}, {1, 1}}, Act360: {{46, 45}, {181, 180}},
	} {
		b := sound()
		b.DayCount, b.Dated, b.Maturity, b.EOM = d, day(t, "2021-02-28"), day(t, "2028-08-31"), true
		coupons, err := b.Coupons()
		if err != nil {
			t.Fatal(err)
		}
		if got := [2]Fraction{coupons[0].Periods, coupons[1].Periods}; got != want {
			t.Errorf("%s: %v periods, want %v", d, got, want)
		}
	}
}

// Left falls to zero and never below, on every day of a bond with month-end coupons.
func TestLeftIsNeverNegative(t *testing.T) {
	for d := Thirty360US; d <= ActActAFB; d++ {
		for _, maturity := range []string{"2028-08-31", "2028-02-29", "2028-08-30", "2028-11-30"} {
			b := sound()
			b.DayCount, b.Dated, b.Maturity, b.EOM = d, day(t, "2020-01-10"), day(t, maturity), maturity[8:] != "30"
			for settle := b.Dated; settle < b.Maturity; settle++ {
				if p, err := b.PeriodAt(settle); err != nil || p.Left.Num < 0 {
					t.Fatalf("%s maturing %s settling %s: %+v, %v", d, maturity, settle, p, err)
				}
			}
		}
	}
}

func TestFlowsOfWhatIsNotExact(t *testing.T) {
	b := sound()
	b.Feature = Defaulted
	if _, err := b.Coupons(); err == nil {
		t.Error("a bond in default has coupons")
	}
	if _, err := b.PeriodAt(units.DateOf(2025, 6, 17)); err == nil {
		t.Error("a bond in default has a period")
	}
	b = sound()
	b.Frequency = 3
	if _, err := b.Coupons(); err == nil {
		t.Error("three coupons a year")
	}
}
