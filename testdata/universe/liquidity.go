package universe

import (
	"math"

	"foliogate/gateway/bond"
	"foliogate/gateway/units"
)

// liquidity gives b its half spread, from its rating, duration, age and size, and the inputs of a
// liquidity score that agree with it. penalty is 1, or how many times worse b trades than its like.
func (u *builder) liquidity(b *bond.Bond, duration, penalty float64) {
	age := float64(Trade()-b.Dated) / 365
	size := float64(b.AmountOutstanding) / float64(500*million)
	halfYield := halfYieldSpread(b.Rating) * (1 + 0.03*age) * math.Pow(size, -0.25) *
		math.Exp(0.3*u.bell()) * penalty
	halfCost := halfYield * max(duration, 0.5)
	b.HalfSpread = max(tenths(halfCost*points(b.Evaluated)/100), tenths(0.1))

	score := liquidityScore(halfCost)
	if u.once(3) {
		b.LiquidityScore = clamp(score+3*u.bell(), 1, 100)
	}
	switch {
	case age < 0.25 && u.once(2): // too new to have been observed
	case u.once(25): // nobody sells the data
	default:
		u.observe(b, halfCost, score)
	}
}

// halfYieldSpread is half the usual bid-ask spread of a rating, in basis points of yield.
func halfYieldSpread(rating string) float64 {
	switch rating {
	case "AAA":
		return 1
	case "AA+", "AA", "AA-":
		return 1.2
	case "A+", "A", "A-":
		return 1.5
	case "BBB+", "BBB", "BBB-":
		return 2
	case "BB+", "BB", "BB-":
		return 5
	case "B+", "B", "B-":
		return 9
	}
	return 20
}

// liquidityScore is the score, 1 to 100, at which half an immediate round trip costs so many basis
// points: linear in the logarithm between a cost of 35 at 15, 12 at 42, 3 at 75 and 0.5 at 98.
func liquidityScore(halfCost float64) float64 {
	scores := []float64{15, 42, 75, 98}
	costs := []float64{35, 12, 3, 0.5}
	i := 0
	for i < 2 && halfCost < costs[i+1] {
		i++
	}
	part := math.Log(costs[i]/halfCost) / math.Log(costs[i]/costs[i+1])
	return min(max(scores[i]+part*(scores[i+1]-scores[i]), 1), 100)
}

// observe fills the inputs of a liquidity score for a bond of that half cost, basis points of
// price, and score. A bond that hardly trades has no measure of what its trades move.
func (u *builder) observe(b *bond.Bond, halfCost, score float64) {
	l := &b.Liquidity
	l.HalfCost = max(tenths(halfCost*u.between(0.85, 1.15)), tenths(0.1))
	turnover := 0.004 * math.Exp(3.2*score/100+0.4*u.bell())
	l.Volume30 = units.Face(float64(b.AmountOutstanding)*turnover) / thousand * thousand
	idle := 1 - score/100
	l.ZeroTradeDays = clamp(22*idle*idle+3*idle*u.bell(), 0, 21)
	l.Dealers = clamp(2+16*score/100+u.bell(), 1, 20)
	l.Observed = bond.ObservedHalfCost | bond.ObservedVolume30 | bond.ObservedZeroTradeDays |
		bond.ObservedDealers
	amihud, roll := 0.6*math.Exp(-5*score/100+0.3*u.bell()), 2*halfCost*u.between(0.6, 1.2)
	if l.ZeroTradeDays > 12 {
		return
	}
	l.Amihud = units.Rate(math.Round(amihud*1e4)) * units.RateUnit / 1e4
	l.Roll = tenths(roll)
	l.Observed |= bond.ObservedAmihud | bond.ObservedRoll
}

func clamp(x float64, low, high int) int { return min(max(int(math.Round(x)), low), high) }

// tenths is a spread rounded to a tenth of a basis point.
func tenths(bp float64) units.Spread {
	return units.Spread(math.Round(bp*10)) * units.SpreadUnit / 10
}

func basisPoints(s units.Spread) float64 { return float64(s) / float64(units.SpreadUnit) }
