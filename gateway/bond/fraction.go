package bond

import "foliogate/gateway/units"

// A Fraction is an exact number in lowest terms with a positive denominator; its zero value is zero.
type Fraction struct{ Num, Den int64 }

// fractionOf reduces num/den, den > 0.
func fractionOf(num, den int64) Fraction {
	if num == 0 {
		return Fraction{0, 1}
	}
	d := gcd(num, den)
	return Fraction{num / d, den / d}
}

// gcd of a and a positive b.
func gcd(a, b int64) int64 {
	if a < 0 {
		a = -a
	}
	for a != 0 {
		a, b = b%a, a
	}
	return b
}

func (f Fraction) plus(g Fraction) Fraction {
	d := gcd(f.Den, g.Den)
	return fractionOf(f.Num*(g.Den/d)+g.Num*(f.Den/d), f.Den/d*g.Den)
}

func (f Fraction) minus(g Fraction) Fraction { return f.plus(Fraction{-g.Num, g.Den}) }

// times is f x n.
func (f Fraction) times(n int) Fraction { return fractionOf(f.Num*int64(n), f.Den) }

// years is the part of a year from start up to end by b's day count, in lowest terms. start and end
// lie in the same coupon period, which is cut into quasi-coupon periods of the grid where it is odd.
//
// The denominator stays small: with f coupons a year, quasi periods have 365-366, 181-184, 89-92 or
// 28-31 days, so it divides f times the least common multiple of those, at most 1,109,223,024.
func (b *Bond) years(g grid, start, end units.Date) Fraction {
	switch b.DayCount {
	case Act365F:
		return fractionOf(int64(end-start), 365)
	case ActActICMA:
		return b.icmaYears(g, start, end)
	case ActActISDA:
		return isdaYears(start, end)
	case ActActAFB:
		return afbYears(start, end)
	}
	return fractionOf(int64(b.DayCount.Days(start, end)), 360)
}

func (b *Bond) icmaYears(g grid, start, end units.Date) Fraction {
	sum := Fraction{0, 1}
	for k := g.after(start); start < end; k-- {
		from, to := g.at(k+1), g.at(k)
		part := fractionOf(int64(min(to, end)-start), int64(to-from)*int64(b.Frequency))
		if to >= end && sum.Num == 0 {
			return part
		}
		sum, start = sum.plus(part), to
	}
	return sum
}

func isdaYears(start, end units.Date) Fraction {
	sum := Fraction{0, 1}
	for start < end {
		year, _, _ := start.Civil()
		days := int64(365)
		if units.LeapYear(year) {
			days = 366
		}
		newYear := units.DateOf(year, 12, 31) + 1
		to := min(newYear, end)
		sum, start = sum.plus(fractionOf(int64(to-start), days)), to
	}
	return sum
}

// afbYears counts whole years back from end, a 28th of February being the 29th where there is one, and the
// days of the rest by whether a leap day is among them (ISDA, "EMU and market conventions", 1998).
func afbYears(start, end units.Date) Fraction {
	whole, rest := int64(0), end
	for {
		year, month, day := rest.Civil()
		before := units.DateOf(year-1, month, min(day, units.MonthDays(year-1, month)))
		if month == 2 && day >= 28 && units.LeapYear(year-1) {
			before = units.DateOf(year-1, 2, 29)
		}
		if before < start {
			break
		}
		whole, rest = whole+1, before
	}
	return fractionOf(whole, 1).plus(fractionOf(int64(rest-start), int64(365+leapDays(start, rest))))
}

// leapDays is how many 29ths of February there are from start up to, not including, end, less than a year
// later.
func leapDays(start, end units.Date) int {
	first, _, _ := start.Civil()
	last, _, _ := end.Civil()
	for year := first; year <= last; year++ {
		if day := units.DateOf(year, 2, 29); start <= day && day < end {
			return 1
		}
	}
	return 0
}
