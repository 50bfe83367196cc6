package bond

import (
	"strconv"

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
	if p := b.termProblem(); p != nil {
		return p
	}
	return nil
}

func (b *Bond) termProblem() *problem {
	switch {
	case b.Frequency != 1 && b.Frequency != 2 && b.Frequency != 4 && b.Frequency != 12:
		return &problem{"frequency", strconv.Itoa(b.Frequency), "is not a number of coupons a year",
			"write 1, 2, 4 or 12"}
	case b.DayCount.text() == "":
		return &problem{"day_count", "", "is blank", "write one of the day counts"}
	case b.Coupon < 0 || b.Coupon > MaxCoupon:
		return &problem{"coupon_pct", b.Coupon.String(), "is not within 0 to 100", "write percent a year"}
	case b.Dated <= 0:
		return &problem{"dated_date", "", "is blank", "write from when interest accrues"}
	case b.Dated < firstDated:
		return &problem{"dated_date", b.Dated.String(), "lies before 1901", "write a later one"}
	case b.Maturity <= b.Dated || b.Maturity > units.MaxDate:
		return &problem{"maturity", b.Maturity.String(), "is not after the dated date " + b.Dated.String(),
			"correct one of them"}
	case b.ExDividend > UK7:
		return &problem{"ex_dividend", strconv.Itoa(int(b.ExDividend)), "is no rule", "write UK7 or nothing"}
	case b.Factor < 0 || b.Factor > factorUnit:
		return &problem{"factor", units.Price(b.Factor).String(), "is not within 0 to 1",
			"write what is left of one unit of face"}
	case b.FirstCoupon != 0:
		return b.firstCouponProblem()
	}
	return nil
}

func (b *Bond) firstCouponProblem() *problem {
	wrong := func(reason, remedy string) *problem {
		return &problem{"first_coupon_date", b.FirstCoupon.String(), reason, remedy}
	}
	g := b.grid()
	switch after := g.after(b.FirstCoupon - 1); {
	case b.FirstCoupon <= b.Dated || b.FirstCoupon > b.Maturity:
		return wrong("is not after the dated date "+b.Dated.String()+" and up to maturity "+b.Maturity.String(),
			"correct one of them")
	case b.Dated.AddMonths(maxFirstPeriod) < b.FirstCoupon:
		return wrong("is more than "+strconv.Itoa(maxFirstPeriod)+" months after the dated date "+b.Dated.String(),
			"correct one of them")
	case g.at(after) != b.FirstCoupon:
		return wrong("is not maturity "+b.Maturity.String()+" minus whole coupon periods",
			"the nearest is "+g.at(after).String())
	}
	return nil
}
