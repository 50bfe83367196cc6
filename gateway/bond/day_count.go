package bond

import "foliogate/gateway/units"

// DayCount is how days become a part of a year.
type DayCount byte

// The day counts, named as in the universe's day_count column.
const (
	Thirty360US DayCount = iota + 1 // SIFMA and SIA, with the February rule
	Thirty360BB                     // ISDA bond basis, without it
	ThirtyE360                      // Eurobond basis
	Act360
	Act365F
	ActActICMA // days over the days of the coupon period, times the frequency
	ActActISDA // days over 365 or 366, split at the turn of the year
	ActActAFB  // the French method: whole years back from the end, then days over 365, or 366 with a leap day
)

func (d DayCount) text() string {
	switch d {
	case Thirty360US:
		return "30/360-US"
	case Thirty360BB:
		return "30/360-BB"
	case ThirtyE360:
		return "30E/360"
	case Act360:
		return "ACT/360"
	case Act365F:
		return "ACT/365F"
	case ActActICMA:
		return "ACT/ACT-ICMA"
	case ActActISDA:
		return "ACT/ACT-ISDA"
	case ActActAFB:
		return "ACT/ACT-AFB"
	}
	return ""
}

// String is the day count's name in the universe.
func (d DayCount) String() string { return named(d.text(), "day count", int(d)) }

// ParseDayCount reads a day count's name.
func ParseDayCount(s string) (DayCount, error) { return parseEnum[DayCount](s) }

// FIXCode is the CouponDayCount(1950) of FIX Latest.
func (d DayCount) FIXCode() int {
	switch d {
	case Thirty360US:
		return 2
	case Thirty360BB:
		return 1
	case ThirtyE360:
		return 4
	case Act360:
		return 6
	case Act365F:
		return 7
	case ActActICMA:
		return 9
	case ActActISDA:
		return 11
	case ActActAFB:
		return 8
	}
	panic("bond: impossible day count " + d.String())
}

// thirty reports whether every month counts thirty days.
func (d DayCount) thirty() bool { return d >= Thirty360US && d <= ThirtyE360 }

// fixedCoupon reports whether a regular coupon is the annual rate over the frequency, whatever the
// days say.
func (d DayCount) fixedCoupon() bool { return d.thirty() || d == ActActICMA }

// Days is the numerator: the days from start up to, not including, end.
func (d DayCount) Days(start, end units.Date) int {
	if !d.thirty() {
		return int(end - start)
	}
	y1, m1, d1 := start.Civil()
	y2, m2, d2 := end.Civil()
	switch d {
	case Thirty360US:
		// SIA: a February end counts as the 30th where the period starts on one.
		if lastOfFebruary(y1, m1, d1) {
			if lastOfFebruary(y2, m2, d2) {
				d2 = 30
			}
			d1 = 30
		}
		d1, d2 = bondBasis(d1, d2)
	case Thirty360BB:
		d1, d2 = bondBasis(d1, d2)
	case ThirtyE360:
		d1, d2 = min(d1, 30), min(d2, 30)
	}
	return 360*(y2-y1) + 30*(m2-m1) + d2 - d1
}

// bondBasis makes the 31st a 30th: always at the start, at the end only after a start on the 30th.
func bondBasis(d1, d2 int) (int, int) {
	d1 = min(d1, 30)
	if d1 == 30 {
		d2 = min(d2, 30)
	}
	return d1, d2
}

func lastOfFebruary(year, month, day int) bool {
	return month == 2 && day == units.MonthDays(year, 2)
}
