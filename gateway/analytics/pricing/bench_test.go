package pricing

import (
	"testing"

	"foliogate/gateway/bond"
	"foliogate/gateway/units"
)

// portfolio is 5,000 bonds with real dates, of about thirty flows each, resolved, and their prices.
type portfolio struct {
	resolved []*Resolved
	settle   units.Date
	clean    []float64
	faces    []units.Face
	curve    *Curve
}

func newPortfolio(tb testing.TB) *portfolio {
	tb.Helper()
	p := &portfolio{settle: units.DateOf(2025, 6, 17), curve: SampleCurves()["USD"]}
	for i := range 5000 {
		b := &bond.Bond{ID: "B", Feature: bond.Plain, Currency: "USD", Frequency: 2, DayCount: bond.Thirty360US,
			Coupon: units.Rate(2+i%5)*units.RateUnit + units.Rate(i%8)*12_500_000,
			Dated:  units.DateOf(2020+i%5, 1+i%12, 1+i%28)}
		if i%4 == 0 {
			b.DayCount, b.EOM = bond.ActActICMA, i%8 == 0
		}
		b.Maturity = b.Dated.AddMonths(12 * (15 + i%11))
		if i%16 == 5 {
			b.FirstCoupon, b.Dated = b.Dated.AddMonths(6), b.Dated+17
		}
		p.resolved = append(p.resolved, resolve(tb, b))
		p.clean = append(p.clean, 85+float64(i%300)/10)
		p.faces = append(p.faces, units.Face(1+i%50)*100_000*units.FaceUnit)
	}
	return p
}

func (p *portfolio) at(tb testing.TB, i int) Position {
	position, err := p.resolved[i].At(p.settle)
	if err != nil {
		tb.Fatal(err)
	}
	return position
}

func (p *portfolio) flows(tb testing.TB) float64 {
	n := 0
	for i := range p.resolved {
		position := p.at(tb, i)
		n += position.Flows()
	}
	return float64(n) / float64(len(p.resolved))
}

func BenchmarkAccruedYieldDurationConvexity5000(b *testing.B) {
	p := newPortfolio(b)
	b.ReportAllocs()
	for b.Loop() {
		for i := range p.resolved {
			position := p.at(b, i)
			y, err := position.YieldAtClean(p.clean[i], Compounding)
			if err != nil {
				b.Fatal(err)
			}
			position.RiskAtYield(y, Compounding)
		}
	}
	b.ReportMetric(p.flows(b), "flows/bond")
}

func BenchmarkZSpread5000(b *testing.B) {
	p := newPortfolio(b)
	b.ReportAllocs()
	for b.Loop() {
		for i := range p.resolved {
			position := p.at(b, i)
			if _, err := position.ZSpread(p.curve, p.clean[i]+position.Interest); err != nil {
				b.Fatal(err)
			}
		}
	}
}

func BenchmarkKeyRates5000(b *testing.B) {
	p := newPortfolio(b)
	keys := make([]float64, p.curve.Nodes())
	b.ReportAllocs()
	for b.Loop() {
		for i := range p.resolved {
			position := p.at(b, i)
			position.KeyRates(p.curve, 0.01, keys)
		}
	}
}

func BenchmarkAccruedAndCents5000(b *testing.B) {
	p := newPortfolio(b)
	b.ReportAllocs()
	for b.Loop() {
		for i, r := range p.resolved {
			a, err := r.Terms().AccruedAt(p.settle)
			if err != nil {
				b.Fatal(err)
			}
			a.Money(p.faces[i], "USD")
			units.Principal(p.faces[i], 9_925_000_000, "USD")
		}
	}
}

func BenchmarkResolve5000(b *testing.B) {
	p := newPortfolio(b)
	b.ReportAllocs()
	for b.Loop() {
		for _, r := range p.resolved {
			if _, err := Resolve(r.Terms()); err != nil {
				b.Fatal(err)
			}
		}
	}
}

func BenchmarkPriceAtSpread5000(b *testing.B) {
	p := newPortfolio(b)
	pricer := Pricer{resolved: map[*bond.Bond]*Resolved{}}
	for _, r := range p.resolved {
		pricer.resolved[r.Terms()] = r
	}
	benchmark := p.resolved[0].Terms()
	benchmark.Evaluated = 99 * units.PriceUnit
	b.ReportAllocs()
	for b.Loop() {
		for _, r := range p.resolved {
			if _, err := pricer.PriceAtSpread(r.Terms(), benchmark, p.settle, 150*units.SpreadUnit); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// Summed over many bonds: of one allocation in a few, the average would be rounded to none.
func TestSolversDoNotAllocate(t *testing.T) {
	p := newPortfolio(t)
	keys := make([]float64, p.curve.Nodes())
	if n := testing.AllocsPerRun(1, func() {
		for i := range 500 {
			position := p.at(t, i)
			y, err := position.YieldAtClean(p.clean[i], Treasury356)
			if err != nil {
				t.Fatal(err)
			}
			position.RiskAtYield(y, SimpleLast)
			z, err := position.ZSpread(p.curve, p.clean[i])
			if err != nil {
				t.Fatal(err)
			}
			if _, err := position.ZSpreadCompounded(p.curve, p.clean[i]); err != nil {
				t.Fatal(err)
			}
			position.KeyRates(p.curve, z, keys)
			position.CS01(p.curve, z)
			position.Accrued.Money(p.faces[i], "USD")
		}
	}); n != 0 {
		t.Errorf("%v allocations for 500 bonds", n)
	}
}
