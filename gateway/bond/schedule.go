package bond

import "foliogate/gateway/units"

// grid is the roll back of unadjusted coupon dates from maturity: date k is maturity minus k whole
// periods, counted from maturity each time, so that a 31st does not drift to a 28th.
type grid struct {
	month int // of maturity, counted from year 0
	day   int
	step  int // months in a period
	eom   bool
}

func (b *Bond) grid() grid {
	year, month, day := b.Maturity.Civil()
	return grid{
		month: year*12 + month - 1,
		day:   day,
		step:  12 / b.Frequency,
		eom:   b.EOM && day == units.MonthDays(year, month),
	}
}

// at is date k: maturity for 0, earlier for a larger k.
func (g grid) at(k int) units.Date {
	month := g.month - k*g.step
	return units.DateOf(month/12, month%12+1, g.dayIn(month))
}

func (g grid) dayIn(month int) int {
	days := units.MonthDays(month/12, month%12+1)
	if g.eom || g.day > days {
		return days
	}
	return g.day
}

// after is the k of the first date after d. It is negative from maturity on.
func (g grid) after(d units.Date) int {
	year, month, day := d.Civil()
	apart := g.month - (year*12 + month - 1)
	k := apart / g.step
	if apart < 0 && apart%g.step != 0 {
		k--
	}
	if apart == k*g.step && g.dayIn(g.month-apart) <= day {
		k--
	}
	return k
}

// firstCoupon is the date of the first payment: the stated one, or the first of the grid.
func (b *Bond) firstCoupon(g grid) units.Date {
	if b.FirstCoupon != 0 {
		return b.FirstCoupon
	}
	return g.at(g.after(b.Dated))
}

// span is one coupon period: interest accrues from start and is paid on end, which is date k.
type span struct {
	start, end units.Date
	k          int
	regular    bool // one whole period of the grid
}

func (b *Bond) spanAt(settle units.Date, g grid) span {
	k := g.after(settle)
	s := span{start: g.at(k + 1), end: g.at(k), k: k, regular: true}
	if s.start > b.Dated && (b.FirstCoupon == 0 || settle >= b.FirstCoupon) {
		return s
	}
	return b.firstSpan(g)
}

func (b *Bond) firstSpan(g grid) span {
	end := b.firstCoupon(g)
	k := g.after(end - 1)
	return span{start: b.Dated, end: end, k: k, regular: g.at(k+1) == b.Dated}
}
