package pricing

import (
	"foliogate/gateway/bond"
	"foliogate/gateway/units"
)

// A Position is a resolved bond seen from one settlement date: what its buyer receives, and when.
type Position struct {
	Settle  units.Date
	Accrued bond.Accrued
	// Interest is Accrued in percent of face, as a double.
	Interest float64

	f     float64 // coupons a year
	dates []units.Date
	flows []float64
	after []float64 // as in Resolved, from the first of dates
	left  float64   // coupon periods up to the first of dates
}

// At is the bond at a settlement date, under the conditions of bond.Bond.AccruedAt. It allocates
// nothing.
func (r *Resolved) At(settle units.Date) (Position, error) {
	period, err := r.terms.PeriodAt(settle)
	if err != nil {
		return Position{}, err
	}
	p := Position{Settle: settle, Accrued: period.Accrued, f: r.f, left: ratio(period.Left)}
	p.Interest = percent(p.Accrued.Coupon, p.Accrued.Years)
	first := r.index(period.End)
	p.flows = r.flows[first:]
	if period.Ex && len(p.flows) == 1 {
		p.flows = r.face
	} else if period.Ex {
		p.left += r.gap(first)
		first++
		p.flows = r.flows[first:]
	}
	p.dates = r.dates[first:]
	if r.after != nil {
		p.after = r.after[first:]
	}
	return p, nil
}

// index finds the coupon paid on date.
func (r *Resolved) index(date units.Date) int {
	low, high := 0, len(r.dates)-1
	for low < high {
		middle := (low + high) / 2
		if r.dates[middle] < date {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low
}

// gap is how many coupon periods lie between date i and the next.
func (r *Resolved) gap(i int) float64 {
	if r.after == nil {
		return 1
	}
	return r.after[i+1] - r.after[i]
}

// Flows is how many payments are left, the redemption among them.
func (p *Position) Flows() int { return len(p.flows) }

// Flow is the unadjusted date of the i-th payment, its amount, and the time to it by the bond's day
// count.
func (p *Position) Flow(i int) (date units.Date, amount, years float64) {
	return p.dates[i], p.flows[i], p.periods(i) / p.f
}

func (p *Position) periods(i int) float64 {
	if p.after == nil {
		return p.left + float64(i)
	}
	return p.left + p.after[i] - p.after[0]
}
