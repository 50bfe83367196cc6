package bond

import (
	"fmt"

	"foliogate/gateway/units"
)

// uk7Days is how many business days before the coupon the ex-dividend period begins.
const uk7Days = 6

// isEx reports whether a settlement on settle leaves the coupon of date coupon with the seller: from the
// sixth United Kingdom business day before it on, which is when fewer than six lie between the two. Only
// days after the settlement are looked up, and none where it is surely too early, so that a distant
// coupon needs no calendar.
func (b *Bond) isEx(coupon, settle units.Date) (bool, error) {
	if b.ExDividend == NoExDividend || coupon-settle > exHorizon {
		return false, nil
	}
	if b.calendars == nil {
		return false, fmt.Errorf("whether the coupon on %s has gone ex-dividend needs calendars, and none are given",
			coupon)
	}
	between := 0
	for d := settle + 1; d < coupon; d++ {
		open, err := b.calendars.uk.Open(d)
		if err != nil {
			return false, fmt.Errorf("whether the coupon on %s has gone ex-dividend: %w", coupon, err)
		}
		if open {
			between++
		}
	}
	return between < uk7Days, nil
}

// exHorizon is longer than any run of six business days with their weekends and holidays.
const exHorizon = 31
