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
	// after[i] is how many coupon periods date i lies after date 0. It is nil where that is i, as for
	// most bonds; it is not where the day count measures a period otherwise.
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
	if uneven(coupons[1:]) {
		r.after = make([]float64, n)
		for i, c := range coupons[1:] {
			r.after[i+1] = r.after[i] + ratio(c.Periods)
		}
	}
	return r, nil
}

// uneven reports whether any of the periods is not one.
func uneven(coupons []bond.Coupon) bool {
	for _, c := range coupons {
		if c.Periods != (bond.Fraction{Num: 1, Den: 1}) {
			return true
		}
	}
	return false
}

// Terms is the bond that was resolved.
func (r *Resolved) Terms() *bond.Bond { return r.terms }

// percent is the exact product of a rate and a part of a year, rounded once to a double.
func percent(rate units.Rate, years bond.Fraction) float64 {
	if years.Num == 0 || rate == 0 {
		return 0
	}
	// The numerator stays below 2^53 for every regular coupon.
	return float64(rate) * float64(years.Num) / (float64(years.Den) * float64(units.RateUnit))
}

func ratio(f bond.Fraction) float64 { return float64(f.Num) / float64(f.Den) }
