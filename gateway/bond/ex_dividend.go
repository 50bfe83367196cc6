package bond

import (
	"fmt"

	"foliogate/gateway/units"
)

// uk7Days is how many business days before the coupon the ex-dividend period begins.
const uk7Days = 6

// isEx reports whether a settlement on settle leaves the coupon of date coupon with the seller. A
// settlement that is surely too early is not looked up, so that a distant coupon needs no calendar.
func (b *Bond) isEx(coupon, settle units.Date) (bool, error) {
	if b.ExDividend == NoExDividend || coupon-settle > exHorizon {
		return false, nil
	}
	ex, err := b.exDate(coupon)
	if err != nil {
		return false, err
	}
	return settle >= ex, nil
}

// exHorizon is longer than any run of six business days with their weekends and holidays.
const exHorizon = 31

// exDate is the first settlement day without the coupon: six United Kingdom business days before it.
func (b *Bond) exDate(coupon units.Date) (units.Date, error) {
	if b.calendars == nil {
		return 0, fmt.Errorf("the ex-dividend date of the coupon on %s needs calendars, and none are given",
			coupon)
	}
	ex, err := b.calendars.uk.add(coupon, -uk7Days)
	if err != nil {
		return 0, fmt.Errorf("the ex-dividend date of the coupon on %s: %w", coupon, err)
	}
	return ex, nil
}
