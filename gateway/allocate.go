package gateway

import (
	"cmp"
	"math"
	"math/big"
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
	a := allocation{q: q, lines: lines, prices: proportional(q, lines, total)}
	if slices.ContainsFunc(a.prices, absurd) {
		return a.prices // not worth closing; the quote will be refused
	}
	left := total
	for i := range lines {
		left -= a.principal(i, a.prices[i])
	}
	order := a.bySize()
	for _, i := range order {
		left = a.nudge(i, left, 1)
	}
	a.nudge(a.closer(order), left, math.MaxInt32)
	return a.prices
}

// closer is the line that takes what no single ticks could close.
func (a allocation) closer(order []int) int {
	finest := units.Face(cashScale(a.q.Terms.Currency) / int64(tick))
	for _, i := range order {
		if a.q.Facts[a.lines[i]].Face <= finest {
			return i
		}
	}
	return order[len(order)-1]
}

// allocation is the work on some of an inquiry's lines: prices[i] is of lines[i].
type allocation struct {
	q      Inquiry
	lines  []int
	prices []units.Price
}

func (a allocation) principal(i int, p units.Price) units.Money {
	at := a.lines[i]
	return principal(a.q, a.q.Lines[at].Side, a.q.Facts[at], p)
}

// bySize orders the lines by face, the largest first, ties by line number.
func (a allocation) bySize() []int {
	order := make([]int, len(a.lines))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int {
		x, y := a.lines[i], a.lines[j]
		return cmp.Or(cmp.Compare(a.q.Facts[y].Face, a.q.Facts[x].Face),
			cmp.Compare(a.q.Lines[x].Number, a.q.Lines[y].Number))
	})
	return order
}

// nudge moves one line's price by at most limit ticks towards closing what is
// left, if that leaves less than before, and returns what then is left.
func (a allocation) nudge(i int, left units.Money, limit int64) units.Money {
	if left == 0 {
		return 0
	}
	before := a.principal(i, a.prices[i])
	wanted, ok := a.priceFor(i, before+left)
	if !ok {
		return left
	}
	ticks := min(limit, max(-limit, int64(wanted-a.prices[i])/int64(tick)))
	moved := a.prices[i] + units.Price(ticks)*tick
	rest := left - (a.principal(i, moved) - before)
	if moved <= 0 || abs(rest) >= abs(left) {
		return left
	}
	a.prices[i] = moved
	return rest
}

// priceFor is the tick nearest to the price at which the line's principal is the
// given cash, rounded once: a second rounding would miss a cent now and then.
func (a allocation) priceFor(i int, cash units.Money) (units.Price, bool) {
	at := a.lines[i]
	unsigned := int64(cash) * a.q.Lines[at].Side.Cash()
	ticksPerCash := cashScale(a.q.Terms.Currency) / int64(tick)
	ticks, ok := units.MulDivRound(unsigned, ticksPerCash, int64(a.q.Facts[at].Face))
	return units.Price(ticks) * tick, ok && ticks < int64(worstPrice/tick)
}

func abs(m units.Money) units.Money { return max(m, -m) }

// proportional is the rule before any money is counted: exact rationals, rounded
// once to a tick. Without any weight all lines weigh the same.
func proportional(q Inquiry, lines []int, total units.Money) []units.Price {
	weights := weigh(q, lines)
	var r rule
	for i, at := range lines {
		f := q.Facts[at]
		r.add(&r.gap, int64(f.Face), q.Lines[at].Side.Cash()*int64(f.Mark))
		r.add(&r.room, int64(f.Face), weights[i])
	}
	// gap becomes (outlay - marks) in hundredths of face times price units.
	r.add(&r.gap, int64(-total), cashScale(q.Terms.Currency))
	prices := make([]units.Price, len(lines))
	for i, at := range lines {
		shift := -q.Lines[at].Side.Cash() * r.shift(weights[i])
		prices[i] = (q.Facts[at].Mark + units.Price(shift)).Round(6)
	}
	return prices
}

// rule is theta = gap/room, and room to work it out for line after line.
type rule struct {
	gap, room                       big.Int
	factor, product, quotient, rest big.Int
}

// add adds a*b to a sum.
func (r *rule) add(sum *big.Int, a, b int64) {
	r.product.Mul(r.factor.SetInt64(a), r.product.SetInt64(b))
	sum.Add(sum, &r.product)
}

// shift is theta times the weight, rounded half away from zero. What no price can
// hold becomes the furthest shift there is, which is absurd as well.
func (r *rule) shift(weight int64) int64 {
	r.product.Mul(&r.gap, r.factor.SetInt64(weight))
	r.quotient.QuoRem(&r.product, &r.room, &r.rest)
	sign := int64(r.product.Sign())
	if !r.quotient.IsInt64() || max(r.quotient.Int64(), -r.quotient.Int64()) > furthest {
		return sign * furthest
	}
	if r.rest.Lsh(&r.rest, 1).CmpAbs(&r.room) >= 0 {
		return r.quotient.Int64() + sign
	}
	return r.quotient.Int64()
}

const furthest = 2 * int64(units.MaxPrice)

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
