package bond

import (
	"errors"
	"fmt"
	"math"
	"math/bits"

	"foliogate/gateway/units"
)

// Accrued is the interest that a buyer owes a seller at a settlement date: exactly Years of the
// annual Coupon, in percent of current face. It is negative in an ex-dividend period. Its zero value
// is no interest.
type Accrued struct {
	Days   int // the day count's numerator, FIX NumDaysInterest(157)
	Coupon units.Rate
	Years  Fraction
}

// AccruedAt is the interest accrued from the last coupon, or the dated date, up to settle. On a coupon
// date it is zero: that coupon is the seller's. A security that trades flat has none; one that is
// Refused, or has matured, or does not accrue yet is an error with the reason.
func (b *Bond) AccruedAt(settle units.Date) (Accrued, error) {
	switch treatment, why := b.Treatment(); treatment {
	case Refused:
		return Accrued{}, errors.New(why)
	case Flat:
		return Accrued{}, nil
	}
	if err := b.checkSettle(settle); err != nil {
		return Accrued{}, err
	}
	g := b.grid()
	s := b.spanAt(settle, g)
	ex, err := b.isEx(s.end, settle)
	if err != nil {
		return Accrued{}, err
	}
	if ex {
		return b.accruedEx(g, s, settle), nil
	}
	return b.accruedCum(g, s, settle), nil
}

func (b *Bond) accruedCum(g grid, s span, settle units.Date) Accrued {
	return Accrued{Days: b.DayCount.Days(s.start, settle), Coupon: b.Coupon, Years: b.years(g, s.start, settle)}
}

func (b *Bond) accruedEx(g grid, s span, settle units.Date) Accrued {
	years := b.years(g, settle, s.end)
	years.Num = -years.Num
	return Accrued{Days: -b.DayCount.Days(settle, s.end), Coupon: b.Coupon, Years: years}
}

func (b *Bond) checkSettle(settle units.Date) error {
	switch err := b.CheckTerms(); {
	case err != nil:
		return err
	case settle < b.Dated:
		return fmt.Errorf("settles on %s, before interest accrues from %s", settle, b.Dated)
	case settle >= b.Maturity:
		return fmt.Errorf("settles on %s, not before its maturity %s", settle, b.Maturity)
	}
	return nil
}

// Per100 is the interest in percent of face, rounded half away from zero at 1e-8.
func (a Accrued) Per100() units.Price {
	v, _ := units.MulDivRound(int64(a.Coupon), a.Years.Num, a.Years.Den) // within MaxCoupon: fits
	return units.Price(v)
}

// Money is face x accrued/100 rounded half away from zero to the minor unit of c (FINRA 11620(f):
// five mills or more count as a cent).
//
// The product is exact: face <= 1e14 hundredths, coupon <= 1e10 and a numerator <= 5.6e9 (five years
// of the largest denominator) make at most 5.6e33, and 128 bits hold 3.4e38. Beyond that it saturates.
func (a Accrued) Money(face units.Face, c units.Currency) units.Money {
	if a.Years.Num == 0 || a.Coupon == 0 || face == 0 {
		return 0
	}
	negative := (face < 0) != (a.Coupon < 0) != (a.Years.Num < 0)
	hi, lo := bits.Mul64(magnitude(int64(face)), magnitude(int64(a.Coupon)))
	over, hi, lo := mul128(hi, lo, magnitude(a.Years.Num))
	if over {
		return saturated(negative)
	}
	// face is in 1/100, coupon in 1e-8 of one percent: together 1e-12 of the main unit. Dividing by
	// the denominator first loses nothing: 10^n is even, so whether the rest is half or more shows in
	// the quotient already.
	den := uint64(a.Years.Den)
	hi, lo = div128(hi, lo, den)
	scale := uint64(1e12)
	for range c.Decimals() {
		scale /= 10
	}
	if hi >= scale {
		return saturated(negative)
	}
	q, rest := bits.Div64(hi, lo, scale)
	if rest >= scale/2 {
		q++
	}
	switch {
	case q > math.MaxInt64:
		return saturated(negative)
	case negative:
		return -units.Money(q)
	}
	return units.Money(q)
}

func magnitude(v int64) uint64 {
	if v < 0 {
		return -uint64(v)
	}
	return uint64(v)
}

func mul128(hi, lo, by uint64) (over bool, h, l uint64) {
	carry, l := bits.Mul64(lo, by)
	top, h := bits.Mul64(hi, by)
	h, c := bits.Add64(h, carry, 0)
	return top+c != 0, h, l
}

func div128(hi, lo, by uint64) (h, l uint64) {
	h, rest := hi/by, hi%by
	l, _ = bits.Div64(rest, lo, by)
	return h, l
}

func saturated(negative bool) units.Money {
	if negative {
		return math.MinInt64
	}
	return math.MaxInt64
}
