package pricing

import "math"

// Risk is how a position's price moves with its yield.
type Risk struct {
	Yield     float64
	Dirty     float64
	Macaulay  float64 // years
	Modified  float64 // years: -P'/P
	Convexity float64 // years squared: P''/P
	DV01      float64 // percent of face for one basis point of yield: Modified x Dirty / 10,000
}

// RiskAtYield measures the position at a yield above -f. Under SimpleLast the last period is measured by
// its own formula, t/(1+ty). Treasury356 is an auction's convention and is measured as Compounding.
func (p *Position) RiskAtYield(y float64, c Convention) Risk {
	if p.simple(c) {
		t := p.left / p.f
		v := 1 / (1 + t*y)
		return newRisk(y, p.flows[0]*v, t, t*v, 2*t*t*v*v)
	}
	v := 1 / (1 + y/p.f)
	s0, s1, s2 := p.moments(y, v)
	return newRisk(y, s0, s1/s0/p.f, s1/s0/p.f*v, s2/s0*(v/p.f)*(v/p.f))
}

func newRisk(y, dirty, macaulay, modified, convexity float64) Risk {
	return Risk{Yield: y, Dirty: dirty, Macaulay: macaulay, Modified: modified, Convexity: convexity,
		DV01: modified * dirty / 10_000}
}

// moments are the sums of the discounted flows, of them times t and times t(t+1), t in coupon periods.
func (p *Position) moments(y, v float64) (s0, s1, s2 float64) {
	if p.after != nil {
		return p.momentsByDays(y)
	}
	// Horner's scheme for q(v) and its first two Taylor coefficients: the sums over v^i of 1, i and
	// i(i-1)/2, from which t = left + i follows.
	var q, q1, q2 float64
	for i := len(p.flows) - 1; i >= 0; i-- {
		q2 = q2*v + q1
		q1 = q1*v + q
		q = q*v + p.flows[i]
	}
	d, w := math.Pow(v, p.left), p.left
	q1, q2 = q1*v, 2*q2*v*v
	return d * q, d * (w*q + q1), d * (w*(w+1)*q + 2*(w+1)*q1 + q2)
}

func (p *Position) momentsByDays(y float64) (s0, s1, s2 float64) {
	rate := math.Log1p(y / p.f)
	for i, flow := range p.flows {
		t := p.periods(i)
		present := flow * math.Exp(-rate*t)
		s0 += present
		s1 += present * t
		s2 += present * t * (t + 1)
	}
	return s0, s1, s2
}
