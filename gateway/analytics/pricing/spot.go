package pricing

import (
	"fmt"

	"foliogate/gateway/bond"
	"foliogate/gateway/units"
)

// A basket at spreads goes through three states, each its own type: agreed at spreads, spotted when the
// benchmarks are fixed, priced. Only the last has money, and no way leads back.

// SpreadLine is one line of such a basket.
type SpreadLine struct {
	Bond, Benchmark *bond.Bond
	Settle          units.Date
	Face            units.Face   // current face, above zero
	Sells           bool         // the client sells
	Reference       units.Spread // over the benchmark, basis points of yield
}

// SpreadAgreed is a basket at one concession: each line trades at its reference spread moved by it
// against the client, a sale wider and a purchase tighter.
type SpreadAgreed struct {
	Lines      []SpreadLine
	Concession units.Spread
}

// A Snapshot is the benchmarks' clean prices at one moment, by bond ID. One snapshot prices a whole
// basket.
type Snapshot struct {
	ID     string
	Prices map[string]units.Price
}

// Spotted is a basket whose benchmarks are fixed.
type Spotted struct {
	Snapshot string // ID
	agreed   SpreadAgreed
	spots    []spot
}

// spot is a line and the yield that it is a spread over.
type spot struct {
	position Position
	over     float64 // benchmark's yield plus reference spread, compounded as the bond's
	face     float64 // signed as the client's cash: positive when the client sells
	c        Convention
}

// Priced is a basket in money.
type Priced struct {
	Snapshot   string
	Concession units.Spread
	Prices     []units.Price // clean, quantised, by line
	Principals []units.Money // signed as the client's cash flow, by line
	Cash       units.Money   // their sum: the client's net clean cash

	lines []SpreadLine
}

// Spot fixes the benchmarks of a basket from one snapshot.
func (p *Pricer) Spot(a SpreadAgreed, s Snapshot) (Spotted, error) {
	spots := make([]spot, len(a.Lines))
	for i, l := range a.Lines {
		at, ok := s.Prices[l.Benchmark.ID]
		if !ok {
			return Spotted{}, fmt.Errorf("line %d: snapshot %s has no price of benchmark %s", i+1, s.ID, l.Benchmark.ID)
		}
		if l.Face <= 0 || l.Face > units.MaxFace {
			return Spotted{}, fmt.Errorf("line %d: face %s is out of range", i+1, l.Face)
		}
		position, y, err := p.over(l.Bond, l.Benchmark, at, l.Settle)
		if err != nil {
			return Spotted{}, fmt.Errorf("line %d: %w", i+1, err)
		}
		face := float64(l.Face) / float64(units.FaceUnit)
		if !l.Sells {
			face = -face
		}
		spots[i] = spot{position, y + FromSpread(l.Reference), face, ConventionOf(l.Bond)}
	}
	return Spotted{Snapshot: s.ID, agreed: a, spots: spots}, nil
}

// Price quantises every line at the agreed concession, and makes the money from the quantised prices.
func (s Spotted) Price() (Priced, error) { return s.PriceAt(s.agreed.Concession) }

// PriceAt is Price at another concession, to see what it would cost.
func (s Spotted) PriceAt(concession units.Spread) (Priced, error) {
	p := Priced{Snapshot: s.Snapshot, Concession: concession, lines: s.agreed.Lines,
		Prices: make([]units.Price, len(s.spots)), Principals: make([]units.Money, len(s.spots))}
	for i := range s.spots {
		l, at := s.agreed.Lines[i], &s.spots[i]
		clean, err := at.position.cleanAbove(at.over+at.against(FromSpread(concession)), 0, at.c)
		if err == nil {
			p.Prices[i], err = TradePrice(l.Bond, clean)
		}
		if err != nil {
			return Priced{}, fmt.Errorf("line %d, %s: %w", i+1, l.Bond.ID, err)
		}
		p.Principals[i] = units.Principal(l.Face, p.Prices[i], l.Bond.Currency)
		if !l.Sells {
			p.Principals[i] = -p.Principals[i]
		}
		p.Cash += p.Principals[i]
	}
	return p, nil
}

// against is the concession as a move of the line's spread.
func (s *spot) against(concession float64) float64 {
	if s.face < 0 {
		return -concession
	}
	return concession
}
