package dealer

import (
	"fmt"

	"foliogate/gateway"
	"foliogate/gateway/bond"
	"foliogate/gateway/units"
)

// Line is one bond of a basket, as the dealer is shown it.
type Line struct {
	Side gateway.Side // the client's; TwoWay only of a single bond
	Face units.Face   // current face: the line's, times the bond's factor
	Bond *bond.Bond   // whose evaluated price and half-spread are the dealer's marks

	// Of a basket that is priced by a spread concession.
	Benchmark *bond.Bond
	Reference units.Spread // yield over the benchmark's
	Settle    units.Date
}

// Basket is a portfolio to price as a whole.
type Basket struct {
	Kind     gateway.PriceKind
	Currency units.Currency
	Lines    []Line
	// Occurrence is how many times the dealer was shown the same lines before; what it leaves to
	// chance differs from one time to the next.
	Occurrence int
}

// Fingerprint is the same for the same lines in any order.
func (b Basket) Fingerprint() uint64 {
	sum := uint64(len(b.Lines))
	for _, l := range b.Lines {
		sum += l.fingerprint() // a sum forgets the order
	}
	return sum
}

// fingerprint is FNV-1a over the bond, the side and the face.
func (l Line) fingerprint() uint64 {
	const offset, prime = 14695981039346656037, 1099511628211
	h := uint64(offset)
	add := func(c byte) { h = (h ^ uint64(c)) * prime }
	for i := range len(l.Bond.ID) {
		add(l.Bond.ID[i])
	}
	add(byte(l.Side))
	for shift := 0; shift < 64; shift += 8 {
		add(byte(l.Face >> shift))
	}
	return h
}

// check says why a basket cannot be priced, in words for the counterparty.
func (b Basket) check() error {
	if len(b.Lines) == 0 {
		return fmt.Errorf("the list has no lines")
	}
	for i, l := range b.Lines {
		switch {
		case l.Side == gateway.TwoWay && (len(b.Lines) > 1 || b.Kind != gateway.PercentPerSide):
			return fmt.Errorf("only a single bond is quoted two-way, in percent of par")
		case l.Face <= 0:
			return fmt.Errorf("line %d has no face", i+1)
		case l.Bond.Evaluated <= 0:
			return fmt.Errorf("line %d: %s has no evaluated price", i+1, l.Bond.ID)
		case b.Kind == gateway.SpreadConcession && l.Benchmark == nil:
			return fmt.Errorf("line %d: %s has no benchmark to quote a spread against",
				i+1, l.Bond.ID)
		}
	}
	return nil
}
