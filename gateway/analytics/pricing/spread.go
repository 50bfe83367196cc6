package pricing

import (
	"fmt"

	"foliogate/gateway/bond"
	"foliogate/gateway/units"
)

// A Pricer turns spreads over benchmarks into prices, for the bonds of one universe, which it resolves
// once. It does not change and may be shared.
type Pricer struct {
	resolved map[*bond.Bond]*Resolved
}

// NewPricer resolves every bond of u that has certain flows.
func NewPricer(u *bond.Universe) *Pricer {
	p := &Pricer{resolved: make(map[*bond.Bond]*Resolved, u.Len())}
	for b := range u.All() {
		if r, err := Resolve(b); err == nil {
			p.resolved[b] = r
		}
	}
	return p
}

// resolve is b's flows. A bond that is not the universe's own is resolved on the spot.
func (p *Pricer) resolve(b *bond.Bond) (*Resolved, error) {
	if r, ok := p.resolved[b]; ok {
		return r, nil
	}
	return Resolve(b)
}

// PriceAtSpread is the clean price of b, as TradePrice makes it, at which its yield is the
// benchmark's at the benchmark's evaluated price plus spread, both settling on settle and each in the
// convention of its market.
func (p *Pricer) PriceAtSpread(b, benchmark *bond.Bond, settle units.Date, spread units.Spread) (units.Price,
	error) {
	return p.PriceOver(b, benchmark, benchmark.Evaluated, settle, spread)
}

// PriceOver is PriceAtSpread at a benchmark price of a snapshot instead of the evaluated one.
func (p *Pricer) PriceOver(b, benchmark *bond.Bond, at units.Price, settle units.Date,
	spread units.Spread) (units.Price, error) {
	position, y, err := p.over(b, benchmark, at, settle)
	if err != nil {
		return 0, err
	}
	clean, err := position.cleanAbove(y, spread, ConventionOf(b))
	if err != nil {
		return 0, fmt.Errorf("%s at %s bp over %s: %w", b.ID, spread, benchmark.ID, err)
	}
	return TradePrice(b, clean)
}

// SpreadAtPrice is what PriceOver undoes: how far the yield of b at a clean price stands above that of the
// benchmark, to 1e-6 bp.
func (p *Pricer) SpreadAtPrice(b, benchmark *bond.Bond, at units.Price, settle units.Date,
	clean units.Price) (units.Spread, error) {
	position, over, err := p.over(b, benchmark, at, settle)
	if err != nil {
		return 0, err
	}
	y, err := position.YieldAtClean(Float(clean), ConventionOf(b))
	if err != nil {
		return 0, fmt.Errorf("%s at %s: %w", b.ID, clean, err)
	}
	return toSpread(y - over), nil
}

// over is where b settles, and the benchmark's yield compounded as b's.
func (p *Pricer) over(b, benchmark *bond.Bond, at units.Price, settle units.Date) (Position, float64, error) {
	r, err := p.resolve(b)
	if err != nil {
		return Position{}, 0, err
	}
	position, err := r.At(settle)
	if err != nil {
		return Position{}, 0, fmt.Errorf("%s: %w", b.ID, err)
	}
	y, err := p.benchmarkYield(benchmark, at, settle)
	if err != nil {
		return Position{}, 0, err
	}
	return position, Recompound(y, benchmark.Frequency, b.Frequency), nil
}

func (p *Pricer) benchmarkYield(benchmark *bond.Bond, at units.Price, settle units.Date) (float64, error) {
	r, err := p.resolve(benchmark)
	if err != nil {
		return 0, err
	}
	position, err := r.At(settle)
	if err != nil {
		return 0, fmt.Errorf("benchmark %s: %w", benchmark.ID, err)
	}
	y, err := position.YieldAtClean(Float(at), ConventionOf(benchmark))
	if err != nil {
		return 0, fmt.Errorf("benchmark %s at %s: %w", benchmark.ID, at, err)
	}
	return y, nil
}

// cleanAbove is the clean price at a yield that much above y.
func (p *Position) cleanAbove(y float64, spread units.Spread, c Convention) (float64, error) {
	y += FromSpread(spread)
	if y <= -p.f {
		return 0, fmt.Errorf("a yield of %.2f%% has no price", 100*y)
	}
	return p.CleanAtYield(y, c), nil
}
