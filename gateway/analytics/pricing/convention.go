package pricing

import (
	"math"
	"strconv"

	"foliogate/gateway/bond"
)

// Convention is how a yield discounts the flows of a bond.
type Convention byte

const (
	// Compounding discounts by (1 + y/f)^-t throughout, t in coupon periods with the fraction of the
	// first as an exponent: the street convention everywhere but in the last coupon period in the
	// United States.
	Compounding Convention = iota + 1
	// SimpleLast is Compounding until one coupon date is left, and simple interest from then on:
	// what United States desks quote.
	SimpleLast
	// Treasury356 discounts the fraction of the first period by simple interest and whole periods by
	// compounding: 31 CFR 356 appendix B, used at auctions.
	Treasury356
)

// String is the name of the convention.
func (c Convention) String() string {
	switch c {
	case Compounding:
		return "compounding"
	case SimpleLast:
		return "simple in the last period"
	case Treasury356:
		return "31 CFR 356"
	}
	panic("pricing: impossible convention " + strconv.Itoa(int(c)))
}

// ConventionOf is the convention in which b's market quotes its yield.
func ConventionOf(b *bond.Bond) Convention {
	if b.Currency == "USD" {
		return SimpleLast
	}
	return Compounding
}

// simple reports whether the position is discounted by simple interest alone.
func (p *Position) simple(c Convention) bool { return c == SimpleLast && p.InLastPeriod() }

// InLastPeriod reports whether one coupon date is left, the maturity.
func (p *Position) InLastPeriod() bool { return len(p.flows) == 1 }

// DirtyAtYield is the dirty price at a yield above -f.
func (p *Position) DirtyAtYield(y float64, c Convention) float64 {
	dirty, _ := p.value(y, c)
	return dirty
}

// CleanAtYield is the clean price at a yield above -f.
func (p *Position) CleanAtYield(y float64, c Convention) float64 {
	return p.DirtyAtYield(y, c) - p.Interest
}

// value is the dirty price at y and its derivative.
func (p *Position) value(y float64, c Convention) (dirty, slope float64) {
	if p.simple(c) {
		t := p.left / p.f
		v := 1 / (1 + t*y)
		dirty = p.flows[0] * v
		return dirty, -t * v * dirty
	}
	if p.after != nil {
		return p.valueByDays(y)
	}
	v := 1 / (1 + y/p.f)
	q, q1 := horner(p.flows, v)
	d, logSlope := p.toFirst(y, v, c)
	return d * q, d * (logSlope*q - v*v/p.f*q1)
}

// toFirst is the discount factor of the first flow and the derivative of its logarithm.
func (p *Position) toFirst(y, v float64, c Convention) (d, logSlope float64) {
	if c != Treasury356 {
		return math.Pow(v, p.left), -p.left * v / p.f
	}
	whole := math.Floor(p.left)
	part := (p.left - whole) / p.f
	s := 1 / (1 + part*y)
	return s * math.Pow(v, whole), -part*s - whole*v/p.f
}

// horner is the sum of flows[i] v^i and its derivative by v.
func horner(flows []float64, v float64) (q, q1 float64) {
	for i := len(flows) - 1; i >= 0; i-- {
		q1 = q1*v + q
		q = q*v + flows[i]
	}
	return q, q1
}

// valueByDays is value where the periods differ in length, which no market quotes by simple interest
// but in the last.
func (p *Position) valueByDays(y float64) (dirty, slope float64) {
	v := 1 / (1 + y/p.f)
	rate := math.Log1p(y / p.f)
	for i, flow := range p.flows {
		t := p.periods(i)
		present := flow * math.Exp(-rate*t)
		dirty += present
		slope -= present * t
	}
	return dirty, slope * v / p.f
}
