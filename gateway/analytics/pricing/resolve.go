package pricing

import (
	"fmt"

	"foliogate/gateway/bond"
	"foliogate/gateway/units"
)

// Resolved is a bond as dated flows, per 100 of current face. It does not depend on the settlement, does
// not change, and may be shared.
type Resolved struct {
	terms *bond.Bond
	dates []units.Date // of the coupons, the last being maturity
	flows []float64    // coupons, and the face with the last
	face  []float64    // what is left when the last coupon has gone ex-dividend: 100
	// after[i] is how many coupon periods date i lies after date 0. It is nil where that is i, which is
	// every bond whose day count does not measure its coupons.
	after []float64
	f     float64 // coupons a year
}

// Resolve lays out b's flows. It refuses what has none that are certain, with the reason.
func Resolve(b *bond.Bond) (*Resolved, error) {
	coupons, err := b.Coupons()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", b.ID, err)
	}
	n := len(coupons)
	r := &Resolved{terms: b, f: float64(b.Frequency), dates: make([]units.Date, n)}
	numbers := make([]float64, n+1)
	r.flows, r.face = numbers[:n:n], numbers[n:]
	for i, c := range coupons {
		r.dates[i], r.flows[i] = c.Date, percent(b.Coupon, c.Years)
	}
	r.flows[n-1] += 100
	r.face[0] = 100
	if byDays(b.DayCount) {
		r.after = make([]float64, n)
		for i, c := range coupons[1:] {
			r.after[i+1] = r.after[i] + ratio(c.Periods)
		}
	}
	return r, nil
}

// byDays reports whether periods differ in length by the day count.
func byDays(d bond.DayCount) bool {
	return d == bond.Act360 || d == bond.Act365F || d == bond.ActActISDA
}

// Terms is the bond that was resolved.
func (r *Resolved) Terms() *bond.Bond { return r.terms }

// percent is the exact product of a rate and a part of a year, rounded once to a double.
func percent(rate units.Rate, years bond.Fraction) float64 {
	if years.Den == 0 {
		return 0
	}
	// The numerator stays below 2^53 for every regular coupon.
	return float64(rate) * float64(years.Num) / (float64(years.Den) * float64(units.RateUnit))
}

func ratio(f bond.Fraction) float64 { return float64(f.Num) / float64(f.Den) }
