package pricing

import (
	"errors"
	"math"
)

const (
	// near is how near, in the logarithm of the price, the last step of a solver begins: Newton doubles
	// the digits, so that it ends beyond those of a double.
	near = 1e-8
	// maxSteps bounds a solver. Newton on the logarithm of the price needs three to six.
	maxSteps = 200
	// highestYield is where the search ends: a hundred thousand percent.
	highestYield = 1000.0
)

var (
	errNoPrice = errors.New("no yield: the dirty price is not above zero")
	errNoTime  = errors.New("no yield: nothing is left to discount before the next payment")
	errNoYield = errors.New("no yield between losing everything and 100,000% explains the price")
)

// YieldAtClean is the yield at a clean price.
func (p *Position) YieldAtClean(clean float64, c Convention) (float64, error) {
	return p.YieldAtDirty(clean+p.Interest, c)
}

// YieldAtDirty is the yield at a dirty price.
//
// It finds the root of ln P(y) - ln dirty, which is convex and decreasing, by Newton from the yield
// that a bullet of the position's life would have; a bracket that closes with every step turns a step
// that leaves it into a bisection.
func (p *Position) YieldAtDirty(dirty float64, c Convention) (float64, error) {
	life := p.periods(len(p.flows)-1) / p.f
	switch {
	case !(dirty > 0) || math.IsInf(dirty, 1):
		return 0, errNoPrice
	case life <= 0:
		return 0, errNoTime
	case p.simple(c):
		return (p.flows[0]/dirty - 1) / life, nil
	}
	low, high := -p.f, highestYield // at -f everything is lost
	y := p.guess(dirty, life)
	for range maxSteps {
		price, slope := p.value(y, c)
		miss := math.Log(price / dirty)
		next := y - miss*price/slope
		if math.Abs(miss) <= near && next > -p.f {
			return next, nil
		}
		if miss > 0 {
			low = y
		} else {
			high = y
		}
		if !(next > low && next < high) {
			next = (low + high) / 2
		}
		y = next
	}
	return 0, errNoYield
}

// guess is the yield to start from: the running yield plus the pull to par over the life.
func (p *Position) guess(dirty, life float64) float64 {
	paid := -dirty
	for _, flow := range p.flows {
		paid += flow
	}
	y := 2 * paid / ((dirty + 100) * life)
	return math.Min(math.Max(y, -p.f/2), 2)
}
