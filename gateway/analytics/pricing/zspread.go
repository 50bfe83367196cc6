package pricing

import (
	"errors"
	"math"
)

var errNoSpread = errors.New("no Z-spread explains the price")

// The Z-spread is the constant that, added to the zero rates of a curve, prices a position; time is
// actual days over 365. It comes in two compoundings, which differ by basis points: name which.

// DirtyAtZ is the dirty price at a continuously compounded Z-spread.
func (p *Position) DirtyAtZ(c *Curve, z float64) float64 {
	dirty, _, _ := p.continuous(c, z)
	return dirty
}

// continuous is the price at z and its first two derivatives.
func (p *Position) continuous(c *Curve, z float64) (dirty, slope, bend float64) {
	node := 0
	for i, flow := range p.flows {
		t := days365(p.Settle, p.dates[i])
		var weight float64
		node, weight = c.locate(t, node)
		present := flow * math.Exp(-(c.at(node, weight)+z)*t)
		dirty += present
		present *= t
		slope -= present
		bend += present * t
	}
	return dirty, slope, bend
}

// DirtyAtZCompounded is the dirty price at a Z-spread that is added to the zero rates compounded f times
// a year.
func (p *Position) DirtyAtZCompounded(c *Curve, z float64) float64 {
	dirty, _, _ := p.compounded(c, z)
	return dirty
}

func (p *Position) compounded(c *Curve, z float64) (dirty, slope, bend float64) {
	node := 0
	for i, flow := range p.flows {
		t := days365(p.Settle, p.dates[i])
		var weight float64
		node, weight = c.locate(t, node)
		base := math.Exp(c.at(node, weight)/p.f) + z/p.f
		present := flow * math.Exp(-p.f*t*math.Log(base))
		dirty += present
		present *= t / base
		slope -= present
		bend += present * (t + 1/p.f) / base
	}
	return dirty, slope, bend
}

// ZSpread is the continuously compounded Z-spread at a dirty price.
func (p *Position) ZSpread(c *Curve, dirty float64) (float64, error) {
	return p.solveZ(c, dirty, math.Inf(-1), false)
}

// ZSpreadCompounded is the Z-spread at a dirty price, compounded f times a year like the zero rates it
// is added to.
func (p *Position) ZSpreadCompounded(c *Curve, dirty float64) (float64, error) {
	// Below this the shortest rate would lose more than everything.
	floor := math.Inf(-1)
	for _, rate := range c.rates {
		floor = max(floor, -p.f*math.Exp(rate/p.f))
	}
	return p.solveZ(c, dirty, floor, true)
}

// nearHalley is how near, in the logarithm of the price, the last step of Halley's method begins: it
// triples the digits.
const nearHalley = 1e-6

// solveZ is Halley's method on the logarithm of the price, which is convex and decreasing in z, between
// floor and what the steps have shown to be too much.
func (p *Position) solveZ(c *Curve, dirty, floor float64, compounded bool) (float64, error) {
	if !(dirty > 0) || math.IsInf(dirty, 1) {
		return 0, errNoPrice
	}
	if p.dates[len(p.dates)-1] <= p.Settle {
		return 0, errNoTime
	}
	z, low, high := p.guessZ(c, dirty), floor, math.Inf(1)
	for range maxSteps {
		price, slope, bend := p.valueAtZ(c, z, compounded)
		miss := math.Log(price / dirty)
		first, second := slope/price, bend/price-slope/price*slope/price
		// Far out the third order would take the step astray: there it is Newton's, at most doubled.
		next := z - miss/first/max(0.5, 1-miss*second/(2*first*first))
		if math.Abs(miss) <= nearHalley {
			return next, nil
		}
		if miss > 0 {
			low = z
		} else {
			high = z
		}
		if !(next > low && next < high) {
			if next = (low + high) / 2; math.IsInf(next, 0) {
				return 0, errNoSpread
			}
		}
		z = next
	}
	return 0, errNoSpread
}

func (p *Position) valueAtZ(c *Curve, z float64, compounded bool) (dirty, slope, bend float64) {
	if compounded {
		return p.compounded(c, z)
	}
	return p.continuous(c, z)
}

// guessZ is the Z-spread to start from: a guess of the yield less the zero rate at two thirds of the
// life.
func (p *Position) guessZ(c *Curve, dirty float64) float64 {
	last := len(p.dates) - 1
	y := p.guess(dirty, max(p.periods(last)/p.f, 1/p.f))
	return math.Log1p(y/p.f)*p.f - c.Rate(days365(p.Settle, p.dates[last])*2/3)
}
