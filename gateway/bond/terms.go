package bond

import (
	"errors"
	"fmt"

	"foliogate/gateway/units"
)

// The widest terms there are. Together with units.MaxFace they keep every exact product here inside
// 128 bits; Accrued.Money has the sum.
const (
	// MaxCoupon is a hundred percent a year.
	MaxCoupon = 100 * units.RateUnit

	// firstDated is 1901-01-01: it keeps every quasi-coupon date inside the range of dates.
	firstDated units.Date = 366

	// maxFirstPeriod is the longest odd first period, in months.
	maxFirstPeriod = 60
)

// CheckTerms says what is inconsistent about b's terms, or nil. It allocates nothing when they are
// sound, and does not look at anything that money does not depend on.
func (b *Bond) CheckTerms() error {
	switch {
	case b.Frequency != 1 && b.Frequency != 2 && b.Frequency != 4 && b.Frequency != 12:
		return fmt.Errorf("frequency %d is none of 1, 2, 4, 12 coupons a year", b.Frequency)
	case b.DayCount.text() == "":
		return errors.New("no day count")
	case b.Coupon < 0 || b.Coupon > MaxCoupon:
		return fmt.Errorf("coupon %s%% is not within 0 to %s%%", b.Coupon, MaxCoupon)
	case b.Dated <= 0:
		return errors.New("no dated date")
	case b.Dated < firstDated:
		return errors.New("interest accrues from before 1901")
	case b.Maturity <= b.Dated || b.Maturity > units.MaxDate:
		return fmt.Errorf("maturity %s is not after the dated date %s", b.Maturity, b.Dated)
	case b.ExDividend > UK7:
		return errors.New("unknown ex-dividend rule")
	case b.Factor < 0 || b.Factor > factorUnit:
		return errors.New("factor is not within 0 to 1")
	}
	if b.FirstCoupon != 0 {
		return b.checkFirstCoupon()
	}
	return nil
}

func (b *Bond) checkFirstCoupon() error {
	if b.FirstCoupon <= b.Dated || b.FirstCoupon > b.Maturity {
		return fmt.Errorf("first coupon %s is not after the dated date %s and up to maturity %s",
			b.FirstCoupon, b.Dated, b.Maturity)
	}
	if b.Dated.AddMonths(maxFirstPeriod) < b.FirstCoupon {
		return fmt.Errorf("first coupon %s is more than %d months after the dated date %s",
			b.FirstCoupon, maxFirstPeriod, b.Dated)
	}
	g := b.grid()
	if after := g.after(b.FirstCoupon - 1); g.at(after) != b.FirstCoupon {
		return fmt.Errorf("first coupon %s is not maturity %s minus whole coupon periods; the nearest is %s",
			b.FirstCoupon, b.Maturity, g.at(after))
	}
	return nil
}
