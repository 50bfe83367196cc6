package units

import "time"

// Date is a civil day: 1 is 1900-01-01, and 0 is no date. Days differ by subtraction.
type Date int32

const (
	// MinDate and MaxDate bound what parses and what DateOf makes: 1900-01-01 to 2299-12-31.
	MinDate Date = 1
	MaxDate Date = 146_097

	// epoch is 1899-12-31 counted from 0000-03-01, the origin of the civil arithmetic below.
	epoch = 693_900
	// unixEpoch is 1970-01-01.
	unixEpoch Date = 25_568
)

// DateOf is the given day, or no date when there is none or it lies outside MinDate to MaxDate.
func DateOf(year, month, day int) Date {
	if year < 1900 || year > 2299 || month < 1 || month > 12 || day < 1 || day > MonthDays(year, month) {
		return 0
	}
	return civil(year, month, day)
}

// civil counts days with years that begin in March, so that the leap day is a year's last.
func civil(year, month, day int) Date {
	month -= 3
	if month < 0 {
		year, month = year-1, month+12
	}
	return Date(365*year + year/4 - year/100 + year/400 + (153*month+2)/5 + day - 1 - epoch)
}

// Civil is the year, month and day of d; no date has none (0, 0, 0).
func (d Date) Civil() (year, month, day int) {
	if d <= 0 {
		return 0, 0, 0
	}
	n := int(d) + epoch
	century := (4*n + 3) / 146_097
	n -= 146_097 * century / 4
	inCentury := (4*n + 3) / 1461
	n -= 1461 * inCentury / 4
	month = (5*n + 2) / 153
	day = n - (153*month+2)/5 + 1
	year = 100*century + inCentury
	if month += 3; month > 12 {
		year, month = year+1, month-12
	}
	return year, month, day
}

// LeapYear reports whether February of year has 29 days.
func LeapYear(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

// MonthDays is how many days the month has.
func MonthDays(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if LeapYear(year) {
			return 29
		}
		return 28
	}
	return 31
}

// AddDays is d moved by n days, or no date when that leaves MinDate to MaxDate.
func (d Date) AddDays(n int) Date {
	if d <= 0 || n > int(MaxDate-d) || n < int(MinDate-d) {
		return 0
	}
	return d + Date(n)
}

// AddMonths is d moved by n months, on the same day or on the month's last if it has no such day.
// It is no date when that leaves MinDate to MaxDate.
func (d Date) AddMonths(n int) Date {
	if d <= 0 || n > 4800 || n < -4800 {
		return 0
	}
	year, month, day := d.Civil()
	n += year*12 + month - 1
	year, month = n/12, n%12+1
	if year < 1900 || year > 2299 {
		return 0
	}
	return civil(year, month, min(day, MonthDays(year, month)))
}

// IsMonthEnd reports whether d is the last day of its month.
func (d Date) IsMonthEnd() bool {
	year, month, day := d.Civil()
	return d > 0 && day == MonthDays(year, month)
}

// Weekday is the day of the week. 1900-01-01 was a Monday.
func (d Date) Weekday() time.Weekday { return time.Weekday((d%7 + 7) % 7) }

// DateFromTime is the day of t in UTC.
func DateFromTime(t time.Time) Date {
	day := t.Unix() / 86_400
	if t.Unix() < day*86_400 {
		day--
	}
	if day += int64(unixEpoch); day < int64(MinDate) || day > int64(MaxDate) {
		return 0
	}
	return Date(day)
}

// Time is midnight UTC of d.
func (d Date) Time() time.Time {
	return time.Unix(int64(d-unixEpoch)*86_400, 0).UTC()
}
