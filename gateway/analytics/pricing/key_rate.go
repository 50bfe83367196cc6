package pricing

import "math"

const basisPoint = 1e-4

// CS01 is half of what the price gains in percent of face when a continuously compounded Z-spread falls
// by one basis point, less what it gains when the spread rises by one.
func (p *Position) CS01(c *Curve, z float64) float64 {
	sum, _ := p.parallel(c, z)
	return sum
}

// EffectiveDuration is the relative price change over a parallel move of all zero rates by one basis
// point down and up, the Z-spread held, in years.
func (p *Position) EffectiveDuration(c *Curve, z float64) float64 {
	sum, dirty := p.parallel(c, z)
	return sum / (dirty * basisPoint)
}

// parallel is half the difference of the prices at the two ends of a move of one basis point either way,
// and the price between. A flow's is its present value times sinh of time and move.
func (p *Position) parallel(c *Curve, z float64) (half, dirty float64) {
	node := 0
	for i, flow := range p.flows {
		t := days365(p.Settle, p.dates[i])
		var weight float64
		node, weight = c.locate(t, node)
		present := flow * math.Exp(-(c.at(node, weight)+z)*t)
		half += present * sinh(basisPoint*t)
		dirty += present
	}
	return half, dirty
}

// KeyRates writes the key-rate duration of each node of the curve into into, which has that many: the
// relative price change over a move of that node's rate alone by one basis point down and up, the
// Z-spread held, in years. A node's move fades linearly towards its neighbours, so that together they
// make the effective duration. One pass over the flows serves all nodes.
func (p *Position) KeyRates(c *Curve, z float64, into []float64) {
	clear(into)
	node, dirty := 0, 0.0
	for i, flow := range p.flows {
		t := days365(p.Settle, p.dates[i])
		var weight float64
		node, weight = c.locate(t, node)
		present := flow * math.Exp(-(c.at(node, weight)+z)*t)
		dirty += present
		into[node] += present * sinh(basisPoint*t*weight)
		if weight != 1 {
			into[node+1] += present * sinh(basisPoint*t*(1-weight))
		}
	}
	for i := range into {
		into[i] /= dirty * basisPoint
	}
}

// sinh is the hyperbolic sine of a small number: at a hundred years and one basis point the next term
// is 2e-16 of it.
func sinh(x float64) float64 {
	s := x * x
	return x * (1 + s*(1./6+s*(1./120)))
}
