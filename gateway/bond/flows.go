package bond

import (
	"errors"

	"foliogate/gateway/units"
)

// A Coupon is one payment of interest on its unadjusted date: exactly Years of the annual coupon.
// Periods is how long its period is in coupon periods, for discounting, as the day count measures it: a
// regular period is one by ACT/ACT-ICMA, and 178/180 by 30/360 from the end of August to that of
// February, though the coupon is whole.
type Coupon struct {
	Date    units.Date
	Years   Fraction
	Periods Fraction
}

// Coupons is every payment of interest from the dated date to maturity, where the face is repaid. A
// security that is not Exact is an error with the reason.
//
// A regular coupon is the annual rate over the frequency, whatever the days say, unless the day count
// is ACT/360, ACT/365F, ACT/ACT-ISDA or ACT/ACT-AFB; those, and odd periods, are paid by the day.
func (b *Bond) Coupons() ([]Coupon, error) {
	if treatment, why := b.Treatment(); treatment != Exact {
		return nil, errors.New(why)
	}
	if err := b.CheckTerms(); err != nil {
		return nil, err
	}
	g := b.grid()
	s := b.firstSpan(g)
	coupons := make([]Coupon, s.k+1)
	for i := range coupons {
		years := b.years(g, s.start, s.end)
		coupons[i] = Coupon{Date: s.end, Years: b.paid(s, years), Periods: years.times(b.Frequency)}
		s = span{start: s.end, end: g.at(s.k - 1), k: s.k - 1, regular: true}
	}
	return coupons, nil
}

// paid is how many years of the annual coupon a period of that many years pays.
func (b *Bond) paid(s span, years Fraction) Fraction {
	if s.regular && b.DayCount.fixedCoupon() {
		return fractionOf(1, int64(b.Frequency))
	}
	return years
}

// A Period is where a settlement falls between coupons.
type Period struct {
	Start, End units.Date // interest accrues from Start; End is the next coupon date
	Accrued    Accrued
	// Left is what is left of the period up to End, in coupon periods: the whole as the day count
	// measures it less what has accrued.
	Left Fraction
	Ex   bool // the coupon on End stays with the seller
}

// PeriodAt is where a settlement on settle falls, under the conditions of AccruedAt. A security that
// trades flat has no period.
func (b *Bond) PeriodAt(settle units.Date) (Period, error) {
	if treatment, why := b.Treatment(); treatment != Exact {
		return Period{}, errors.New(why)
	}
	if err := b.checkSettle(settle); err != nil {
		return Period{}, err
	}
	g := b.grid()
	s := b.spanAt(settle, g)
	ex, err := b.isEx(s.end, settle)
	if err != nil {
		return Period{}, err
	}
	p := Period{Start: s.start, End: s.end, Accrued: b.accruedCum(g, s, settle), Ex: ex}
	p.Left = b.years(g, s.start, s.end).minus(p.Accrued.Years).times(b.Frequency)
	if ex {
		p.Accrued = b.accruedEx(g, s, settle)
	}
	return p, nil
}
