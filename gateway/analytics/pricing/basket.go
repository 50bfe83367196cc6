package pricing

import (
	"errors"
	"fmt"
	"math"

	"foliogate/gateway/units"
)

// The three ways to say the price of a basket are the client's net clean cash, one average price for
// each side, and one concession. Priced holds the cash of a concession; what follows leads between the
// others. Accrued interest is in none of them.

// Averages are the prices, in percent of face, at which each side's faces make the side's cash; zero for
// a side without lines.
type Averages struct{ Sells, Buys float64 }

// Averages are those of the priced lines.
func (p Priced) Averages() Averages {
	var cash, face [2]float64
	for i, l := range p.lines {
		side := sideOf(l)
		cash[side] += math.Abs(float64(p.Principals[i])) / math.Pow10(l.Bond.Currency.Decimals())
		face[side] += float64(l.Face) / float64(units.FaceUnit)
	}
	average := func(side int) float64 {
		if face[side] == 0 {
			return 0
		}
		return 100 * cash[side] / face[side]
	}
	return Averages{Sells: average(0), Buys: average(1)}
}

func sideOf(l SpreadLine) int {
	if l.Sells {
		return 0
	}
	return 1
}

// CashAt is the client's net clean cash at average prices, in the main unit of the currency, unrounded.
func (s Spotted) CashAt(a Averages) float64 {
	cash := 0.0
	for i := range s.spots {
		average := a.Sells
		if s.spots[i].face < 0 {
			average = a.Buys
		}
		cash += s.spots[i].face * average / 100
	}
	return cash
}

// The search for a concession stays where there is a market: within a hundred percent of yield, and
// with no line below a yield of minus twenty percent.
const (
	widest      = 1.0
	lowestYield = -0.2
)

var errNoConcession = errors.New("no concession makes that cash")

// ConcessionFor is the concession, to 1e-6 bp, at which the client's net clean cash before rounding is
// cash, in the main unit of the currency. The cash falls strictly with the concession on either side, so
// there is at most one. What a line's price and cents lose to rounding, PriceAt shows.
func (s Spotted) ConcessionFor(cash float64) (units.Spread, error) {
	low, high := s.bounds()
	scale := 0.0
	for i := range s.spots {
		scale += math.Abs(s.spots[i].face)
	}
	if atLow, _ := s.cash(low); !(atLow >= cash) {
		return 0, fmt.Errorf("%w: %.2f is more than any gives", errNoConcession, cash)
	}
	if atHigh, _ := s.cash(high); !(atHigh <= cash) {
		return 0, fmt.Errorf("%w: %.2f is less than any gives", errNoConcession, cash)
	}
	d := 0.0
	for range maxSteps {
		got, slope := s.cash(d)
		miss := got - cash
		if math.Abs(miss) <= 1e-13*scale || high-low <= 1e-15 {
			break
		}
		if miss > 0 {
			low = d
		} else {
			high = d
		}
		if d -= miss / slope; !(d > low && d < high) {
			d = (low + high) / 2
		}
	}
	return toSpread(d), nil
}

// bounds are the least and the greatest concession of the search.
func (s Spotted) bounds() (low, high float64) {
	low, high = -widest, widest
	for i := range s.spots {
		room := s.spots[i].over - lowestYield
		if s.spots[i].face > 0 {
			low = max(low, -room)
		} else {
			high = min(high, room)
		}
	}
	return low, high
}

// cash is the client's net clean cash at a concession, and its derivative, minus the sum of what the
// lines lose for one unit of spread.
func (s Spotted) cash(d float64) (cash, slope float64) {
	for i := range s.spots {
		l := &s.spots[i]
		dirty, byYield := l.position.value(l.over+l.against(d), l.c)
		cash += l.face / 100 * (dirty - l.position.Interest)
		slope += math.Abs(l.face) / 100 * byYield
	}
	return cash, slope
}
