package universe

import (
	"math"

	"foliogate/gateway/analytics/pricing"
	"foliogate/gateway/bond"
	"foliogate/gateway/units"
)

// Trade is the day on which the universe is priced, and on which the switch trades.
func Trade() units.Date { return units.DateOf(2025, 6, 16) }

// valuation is a bond at the standard settlement of Trade.
type valuation struct {
	pricing.Position
	convention pricing.Convention
	curve      curve
}

// value looks at b as if it were plain: what a callable or a floating bond would be without its
// feature is what it is priced off here.
func value(b bond.Bond) (valuation, error) {
	settle, err := b.SettlementDate(Trade())
	if err != nil {
		return valuation{}, err
	}
	return valueOn(b, settle)
}

func valueOn(b bond.Bond, settle units.Date) (valuation, error) {
	b.Feature = bond.Plain
	resolved, err := pricing.Resolve(&b)
	if err != nil {
		return valuation{}, err
	}
	position, err := resolved.At(settle)
	return valuation{position, pricing.ConventionOf(&b), curveOf(b.Currency)}, err
}

// clean is the clean price at a constant spread over the zero curve, both continuously compounded.
func (v *valuation) clean(spread float64) float64 {
	dirty := 0.0
	for i := range v.Flows() {
		date, amount, _ := v.Flow(i)
		days := float64(date - v.Settle)
		dirty += amount * math.Exp(-(v.curve.zero(days)+spread)*days/365)
	}
	return dirty - v.Interest
}

// spread is the constant spread over the zero curve that explains a clean price.
func (v *valuation) spread(clean float64) float64 {
	low, high := -0.2, 2.0
	for range 60 {
		middle := (low + high) / 2
		if v.clean(middle) > clean {
			low = middle
		} else {
			high = middle
		}
	}
	return low
}

func (v *valuation) yield(clean units.Price) (float64, error) {
	return v.YieldAtClean(points(clean), v.convention)
}

// duration is the modified duration at a clean price, in years.
func (v *valuation) duration(clean units.Price) (float64, error) {
	y, err := v.yield(clean)
	if err != nil {
		return 0, err
	}
	const step = 1e-5
	up, down := v.DirtyAtYield(y+step, v.convention), v.DirtyAtYield(y-step, v.convention)
	return (down - up) / (2 * step * v.DirtyAtYield(y, v.convention)), nil
}

// Bucket is the duration bucket of a substitution: two bonds are alike when their modified
// durations lie in the same one. Buckets begin at 0, 1, 3, 5, 7, 10 and 15 years.
func Bucket(duration float64) int {
	bucket := 0
	for _, begins := range []float64{1, 3, 5, 7, 10, 15} {
		if duration >= begins {
			bucket++
		}
	}
	return bucket
}

func points(p units.Price) float64 { return float64(p) / float64(units.PriceUnit) }

// quoted is a price at a number of decimals, at least one tick.
func quoted(clean float64, decimals int) units.Price {
	tick := math.Pow10(-decimals)
	return units.Price(math.Round(max(clean, tick) * float64(units.PriceUnit))).Round(decimals)
}
