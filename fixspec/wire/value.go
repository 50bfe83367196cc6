package wire

import (
	"math/bits"
	"time"
)

// ParseInt reads an optional minus sign and at most 18 digits, which always fit 64 bits; leading
// zeros are allowed and not counted.
func ParseInt(b []byte) (int64, bool) {
	text := b
	if len(b) > 0 && b[0] == '-' {
		text = b[1:]
	}
	for len(text) > 18 && text[0] == '0' {
		text = text[1:]
	}
	if len(text) == 0 || len(text) > 18 {
		return 0, false
	}
	var n int64
	for _, c := range text {
		if c-'0' > 9 {
			return 0, false
		}
		n = n*10 + int64(c-'0')
	}
	if b[0] == '-' {
		n = -n
	}
	return n, true
}

// ParseTime reads a UTCTimestamp: YYYYMMDD-HH:MM:SS, and after a point 1 to 9 decimals of a
// second. Second 60, which FIX allows, is the first of the next minute.
func ParseTime(b []byte) (time.Time, bool) {
	if len(b) < 17 || !ValidDate(b[:8]) || b[8] != '-' {
		return time.Time{}, false
	}
	nanos, ok := clock(b[9:])
	if !ok {
		return time.Time{}, false
	}
	year, month, day := number(b[:4]), time.Month(number(b[4:6])), number(b[6:8])
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Add(nanos), true
}

// ValidDate tells whether the value is a date of the calendar, YYYYMMDD.
func ValidDate(b []byte) bool {
	if len(b) != 8 || !digits(b) {
		return false
	}
	year, month, day := number(b[:4]), number(b[4:6]), number(b[6:])
	return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

// ValidClock tells whether the value is a time of day, HH:MM:SS with up to 9 decimals.
func ValidClock(b []byte) bool {
	_, ok := clock(b)
	return ok
}

func clock(b []byte) (time.Duration, bool) {
	if len(b) < 8 || b[2] != ':' || b[5] != ':' ||
		!digits(b[:2]) || !digits(b[3:5]) || !digits(b[6:8]) {
		return 0, false
	}
	h, m, s := number(b[:2]), number(b[3:5]), number(b[6:8])
	if h > 23 || m > 59 || s > 60 {
		return 0, false
	}
	nanos := 0
	if len(b) > 8 {
		if b[8] != '.' || len(b) == 9 || len(b) > 18 || !digits(b[9:]) {
			return 0, false
		}
		nanos = number(b[9:])
		for i := len(b); i < 18; i++ {
			nanos *= 10
		}
	}
	return time.Duration(h*3600+m*60+s)*time.Second + time.Duration(nanos), true
}

func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

func digits(b []byte) bool {
	for _, c := range b {
		if c-'0' > 9 {
			return false
		}
	}
	return true
}

// number reads at most nine digits already known to be digits.
func number(b []byte) int {
	n := 0
	for _, c := range b {
		n = n*10 + int(c-'0')
	}
	return n
}

// trailingBytes returns how many bytes of a little-endian word come before its lowest set bit.
func trailingBytes(w uint64) int { return bits.TrailingZeros64(w) >> 3 }
