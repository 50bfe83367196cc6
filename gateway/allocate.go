package gateway

import (
	"cmp"
	"math"
	"slices"

	"foliogate/gateway/units"
)

// allocate turns an agreed total (the client's clean cash on the given lines)
// into line prices by the single-price rule of analytics.md 5.7:
//
//	P_i = M_i + c_i theta s_i/100, theta = (T - sum c_i N_i M_i/100) / sum(N_i s_i/1e4)
//
// with c = +1 for a buy, T the client's outlay, marks M in percent of par and
// weights s in bp of notional. Prices are rounded to 6 decimals, money follows
// from the rounded prices, and what is left against the total is closed by ticks:
// one at most on each line from the largest face down, then as many as it takes
// on one line: the largest on which a tick is worth no more than a minor unit of
// cash (1,000,000 face in a currency of two decimals), since its price moves least
// for it. With such a line the total is met exactly; without, the smallest line
// comes as near as it can.
//
// The result depends on the lines, not on their order, but for the line numbers
// that break ties.
func allocate(q Inquiry, lines []int, total units.Money) []units.Price {
	a := allocation{currency: q.Terms.Currency, shares: make([]share, len(lines)),
		prices: proportional(q, lines, total)}
	if slices.ContainsFunc(a.prices, absurd) {
		return a.prices // not worth closing; the quote will be refused
	}
	left := total
	for i, at := range lines {
		a.shares[i] = share{q.Facts[at].Face, q.Lines[at].Side.Cash(), q.Lines[at].Number, i}
		left -= a.principal(a.shares[i], a.prices[i])
	}
	slices.SortFunc(a.shares, largestFirst)
	for _, s := range a.shares {
		left = a.nudge(s, left, 1)
	}
	a.nudge(a.closer(), left, math.MaxInt32)
	return a.prices
}

// allocation is the work on some of an inquiry's lines.
type allocation struct {
	currency units.Currency
	shares   []share // the largest first
	prices   []units.Price
}

// share is what a line has of the total.
type share struct {
	face   units.Face
	cash   int64 // the sign of the client's cash flow
	number int   // of the line
	at     int   // of its price
}

func largestFirst(x, y share) int {
	return cmp.Or(cmp.Compare(y.face, x.face), cmp.Compare(x.number, y.number))
}

// closer is the line that takes what no single ticks could close.
func (a *allocation) closer() share {
	finest := units.Face(cashScale(a.currency) / int64(tick))
	for _, s := range a.shares {
		if s.face <= finest {
			return s
		}
	}
	return a.shares[len(a.shares)-1]
}

func (a *allocation) principal(s share, p units.Price) units.Money {
	return units.Money(s.cash) * units.Principal(s.face, p, a.currency)
}

// nudge moves one line's price by at most limit ticks towards closing what is
// left, if that leaves less than before, and returns what then is left.
func (a *allocation) nudge(s share, left units.Money, limit int64) units.Money {
	if left == 0 {
		return 0
	}
	price := &a.prices[s.at]
	before := a.principal(s, *price)
	wanted, ok := a.priceFor(s, before+left)
	if !ok {
		return left
	}
	ticks := min(limit, max(-limit, int64(wanted-*price)/int64(tick)))
	moved := *price + units.Price(ticks)*tick
	rest := left - (a.principal(s, moved) - before)
	if moved <= 0 || abs(rest) >= abs(left) {
		return left
	}
	*price = moved
	return rest
}

// priceFor is the tick nearest to the price at which the line's principal is the
// given cash, rounded once: a second rounding would miss a cent now and then.
func (a *allocation) priceFor(s share, cash units.Money) (units.Price, bool) {
	ticksPerCash := cashScale(a.currency) / int64(tick)
	ticks, ok := units.MulDivRound(int64(cash)*s.cash, ticksPerCash, int64(s.face))
	return units.Price(ticks) * tick, ok && ticks < int64(worstPrice/tick)
}

func abs(m units.Money) units.Money { return max(m, -m) }

// proportional is the rule before any money is counted: exact rationals, rounded
// once to a tick. Without any weight all lines weigh the same.
func proportional(q Inquiry, lines []int, total units.Money) []units.Price {
	weights := weigh(q, lines)
	// The gap is (outlay - marks) in hundredths of face times price units.
	var bought, sold, room wide
	for i, at := range lines {
		f, marks := q.Facts[at], &bought
		if q.Lines[at].Side.Cash() > 0 {
			marks = &sold
		}
		marks.add(uint64(f.Face), uint64(f.Mark))
		room.add(uint64(f.Face), uint64(weights[i]))
	}
	outlay := &bought // a total that the client receives
	if total < 0 {
		outlay = &sold
	}
	outlay.add(uint64(abs(total)), uint64(cashScale(q.Terms.Currency)))
	theta := ratioOf(sold, bought, room)
	prices := make([]units.Price, len(lines))
	for i, at := range lines {
		shift := -q.Lines[at].Side.Cash() * theta.times(weights[i])
		prices[i] = (q.Facts[at].Mark + units.Price(shift)).Round(6)
	}
	return prices
}

func weigh(q Inquiry, lines []int) []int64 {
	weights := make([]int64, len(lines))
	var any int64
	for i, at := range lines {
		weights[i] = max(0, int64(q.Facts[at].HalfSpread))
		any |= weights[i]
	}
	if any == 0 {
		for i := range weights {
			weights[i] = 1
		}
	}
	return weights
}

// cashScale turns minor units of cash into face hundredths x price units: one
// currency unit is 100 face hundredths at 100 percent, that is at 100 PriceUnit.
func cashScale(c units.Currency) int64 {
	scale := int64(units.FaceUnit) * 100 * int64(units.PriceUnit)
	for range c.Decimals() {
		scale /= 10
	}
	return scale
}
