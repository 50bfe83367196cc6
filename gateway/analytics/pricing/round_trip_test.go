package pricing

import (
	"math"
	"testing"

	"foliogate/gateway/bond"
	"foliogate/gateway/units"
)

// grid goes through issues, tenors, coupons, frequencies, day counts and yields from -1% to 60%.
func grid(t *testing.T, visit func(b *bond.Bond, settle units.Date, y float64)) {
	t.Helper()
	settle := units.DateOf(2025, 6, 17)
	for _, frequency := range []int{1, 2, 4, 12} {
		for tenor, months := range []int{1, 5, 13, 61, 123, 360, 600} {
			maturity := units.DateOf(2025, 6, 30-tenor%3*7).AddMonths(months)
			for _, coupon := range []string{"0", "4.875", "12.5"} {
				for d := bond.Thirty360US; d <= bond.ActActAFB; d++ {
					for _, issue := range issues(settle, maturity, 12/frequency) {
						for _, y := range []float64{-0.01, 0, 1e-9, 0.0425, 0.11, 0.6} {
							b := &bond.Bond{Feature: bond.Plain, Currency: "USD", Coupon: rate(t, coupon), Frequency: frequency,
								DayCount: d, EOM: true, Dated: issue[0], FirstCoupon: issue[1], Maturity: maturity}
							visit(b, settle, y)
						}
					}
				}
			}
		}
	}
}

// issues are dated dates and first coupons up to a settlement: long ago, off the grid, on the day, and in
// a short and a long first period.
func issues(settle, maturity units.Date, step int) [][2]units.Date {
	back := func(k int) units.Date {
		d := maturity.AddMonths(-k * step)
		if year, month, _ := d.Civil(); maturity.IsMonthEnd() {
			d = units.DateOf(year, month, units.MonthDays(year, month))
		}
		return d
	}
	k := 0
	for back(k+1) > settle {
		k++
	}
	all := [][2]units.Date{{back(k + 3), 0}, {units.DateOf(2024, 1, 9), 0}, {settle, 0},
		{(back(k+1) + settle) / 2, back(k)}}
	if k > 1 {
		all = append(all, [2]units.Date{back(k+1) - 10, back(k - 1)})
	}
	return all
}

func TestYieldRoundTrips(t *testing.T) {
	cases := 0
	grid(t, func(b *bond.Bond, settle units.Date, y float64) {
		p := position(t, b, settle)
		for c := Compounding; c <= Treasury356; c++ {
			price := p.CleanAtYield(y, c)
			back, err := p.YieldAtClean(price, c)
			again := p.CleanAtYield(back, c)
			if !(math.Abs(again-price) <= 1e-10) || err != nil || !(math.Abs(back-y) < 1e-8) {
				t.Errorf("%s %+v settling %s at %v: price %.15g, yield %.15g, price %.15g, %v", c, *b, settle, y, price,
					back, again, err)
			}
			cases++
		}
	})
	if cases < 50_000 {
		t.Errorf("only %d cases", cases)
	}
}

func TestSpreadRoundTrips(t *testing.T) {
	curve := SampleCurves()["EUR"]
	grid(t, func(b *bond.Bond, settle units.Date, y float64) {
		p := position(t, b, settle)
		z := y - 0.01
		back, err := p.ZSpread(curve, p.DirtyAtZ(curve, z))
		if err != nil || !(math.Abs(back-z) < 1e-11) {
			t.Errorf("%+v settling %s: continuous %v came back as %v, %v", *b, settle, z, back, err)
		}
		back, err = p.ZSpreadCompounded(curve, p.DirtyAtZCompounded(curve, z))
		if err != nil || !(math.Abs(back-z) < 1e-11) {
			t.Errorf("%+v settling %s: compounded %v came back as %v, %v", *b, settle, z, back, err)
		}
	})
}

// The analytic sensitivities against moves of the price function itself.
func TestSensitivitiesAgainstBumps(t *testing.T) {
	curve := SampleCurves()["GBP"]
	grid(t, func(b *bond.Bond, settle units.Date, y float64) {
		const h = 1e-4
		p := position(t, b, settle)
		for _, c := range []Convention{Compounding, SimpleLast} {
			risk := p.RiskAtYield(y, c)
			up, down := p.DirtyAtYield(y+h, c), p.DirtyAtYield(y-h, c)
			third, fourth := p.highMoments(y)
			if modified := (down - up) / (2 * h * risk.Dirty); !(math.Abs(modified-risk.Modified) <= third*h*h/6+1e-9) {
				t.Errorf("%s %+v at %v: modified %v, by bumps %v", c, *b, y, risk.Modified, modified)
			}
			convexity := (up - 2*risk.Dirty + down) / (h * h * risk.Dirty)
			if !(math.Abs(convexity-risk.Convexity) <= fourth*h*h/12+5e-6) {
				t.Errorf("%s %+v at %v: convexity %v, by bumps %v", c, *b, y, risk.Convexity, convexity)
			}
		}
		z := y
		if cs01 := (p.DirtyAtZ(curve, z-h) - p.DirtyAtZ(curve, z+h)) / 2; !(math.Abs(cs01-p.CS01(curve, z)) < 1e-11) {
			t.Errorf("%+v at %v: CS01 %v, by bumps %v", *b, y, p.CS01(curve, z), cs01)
		}
	})
}

// highMoments bound the third and fourth derivatives of the price over the price, which is what a bump
// of h misses by h^2/6 and h^2/12.
func (p *Position) highMoments(y float64) (third, fourth float64) {
	dirty := 0.0
	for i := range p.Flows() {
		_, amount, t := p.Flow(i)
		present := amount * math.Pow(1+y/p.f, -p.f*t)
		t = 1.02 * (t + 3/p.f)
		dirty += present
		third += present * t * t * t
		fourth += present * t * t * t * t
	}
	return third / dirty, fourth / dirty
}

// Key rates against moving each node of the curve, and their sum against moving all.
func TestKeyRatesAgainstBumps(t *testing.T) {
	const h, z = 1e-4, 0.0123
	for currency, curve := range SampleCurves() {
		for _, maturity := range []string{"2025-07-01", "2026-01-30", "2033-03-15", "2049-12-31", "2070-06-01"} {
			b := &bond.Bond{Feature: bond.Plain, Coupon: 5 * units.RateUnit, Frequency: 2, DayCount: bond.ActActICMA,
				Dated: units.DateOf(2024, 1, 1), Maturity: day(t, maturity)}
			p := position(t, b, units.DateOf(2025, 6, 17))
			keys := make([]float64, curve.Nodes())
			p.KeyRates(curve, z, keys)
			sum := 0.0
			for i, key := range keys {
				sum += key
				up, down := bumped(curve, i, h), bumped(curve, i, -h)
				want := (p.DirtyAtZ(down, z) - p.DirtyAtZ(up, z)) / (2 * h * p.DirtyAtZ(curve, z))
				if !(math.Abs(key-want) < 1e-9) {
					t.Errorf("%s %s: key rate at %v years is %v, by bumps %v", currency, maturity, curve.Tenor(i), key, want)
				}
			}
			if effective := p.EffectiveDuration(curve, z); !(math.Abs(sum-effective) < 1e-4*effective) {
				t.Errorf("%s %s: key rates make %v of %v", currency, maturity, sum, effective)
			}
		}
	}
}

func bumped(c *Curve, node int, by float64) *Curve {
	twin := *c
	twin.rates = append([]float64(nil), c.rates...)
	twin.rates[node] += by
	return &twin
}

func TestNoYieldWithoutAReason(t *testing.T) {
	b := &bond.Bond{Feature: bond.Plain, Currency: "USD", Coupon: 5 * units.RateUnit, Frequency: 2,
		DayCount: bond.Thirty360US, Dated: units.DateOf(2020, 6, 30), Maturity: units.DateOf(2030, 6, 30)}
	p := position(t, b, units.DateOf(2025, 6, 17))
	for _, dirty := range []float64{0, -1, math.NaN(), math.Inf(1), math.Inf(-1), 1e-300} {
		for c := Compounding; c <= Treasury356; c++ {
			if y, err := p.YieldAtDirty(dirty, c); err == nil {
				t.Errorf("a dirty price of %v yields %v by %s", dirty, y, c)
			}
		}
	}
	for _, dirty := range []float64{0, -1, math.NaN(), math.Inf(1)} {
		if z, err := p.ZSpread(SampleCurves()["USD"], dirty); err == nil {
			t.Errorf("a dirty price of %v has a Z-spread of %v", dirty, z)
		}
	}
	// The last day of a 30/360 period that ends on a 31st has no time left.
	b.Dated, b.Maturity = units.DateOf(2020, 8, 31), units.DateOf(2030, 8, 31)
	p = position(t, b, units.DateOf(2030, 8, 30))
	if y, err := p.YieldAtClean(99, SimpleLast); err == nil {
		t.Errorf("without time left it yields %v", y)
	}
}

func FuzzPricing(f *testing.F) {
	f.Add(int32(44_000), int32(0), int32(48_000), int32(45_800), int64(487_500_000), 1, byte(1), 99.5)
	f.Add(int32(45_000), int32(45_600), int32(80_000), int32(45_599), int64(1), 3, byte(6), 0.001)
	f.Add(int32(45_000), int32(0), int32(45_900), int32(45_899), int64(0), 0, byte(5), 250.0)
	curve := SampleCurves()["USD"]
	keys := make([]float64, curve.Nodes())
	calendars := calendars(f)
	f.Fuzz(func(t *testing.T, dated, first, maturity, settle int32, coupon int64, frequency int, count byte, clean float64) {
		b := &bond.Bond{Feature: bond.Plain, Currency: "USD", Coupon: units.Rate(coupon),
			Frequency: []int{1, 2, 4, 12}[frequency&3], DayCount: bond.DayCount(count), Dated: units.Date(dated),
			FirstCoupon: units.Date(first), Maturity: units.Date(maturity), EOM: coupon%2 == 0}
		if coupon%3 == 0 {
			b.ExDividend = bond.UK7
			b.Observe(calendars)
		}
		r, err := Resolve(b)
		if err != nil {
			return
		}
		p, err := r.At(units.Date(settle))
		if err != nil {
			return
		}
		for c := Compounding; c <= Treasury356; c++ {
			y, err := p.YieldAtClean(clean, c)
			if err != nil {
				continue
			}
			risk := p.RiskAtYield(y, c)
			if bad(y) || bad(risk.Modified) || bad(risk.Convexity) || bad(p.CleanAtYield(y, c)) {
				t.Errorf("%+v settling %s at %v: yield %v, %+v", *b, units.Date(settle), clean, y, risk)
			}
		}
		if z, err := p.ZSpread(curve, clean); err == nil {
			p.KeyRates(curve, z, keys)
			if bad(z) || bad(keys[0]) || bad(p.CS01(curve, z)) {
				t.Errorf("%+v settling %s at %v: Z-spread %v, key rates %v", *b, units.Date(settle), clean, z, keys)
			}
		}
	})
}

func bad(v float64) bool { return math.IsNaN(v) || math.IsInf(v, 0) }
