package wire

import (
	"strconv"
	"time"
)

// Appender is an exact number that can write itself, such as those of gateway/units. It writes
// at least one byte and never a SOH.
type Appender interface {
	AppendText(b []byte) []byte
}

// AppendInt appends a whole number.
func AppendInt[N ~int | ~int32 | ~int64](b []byte, tag int, n N) []byte {
	b = appendTag(b, tag)
	if n >= 0 && n < 10 {
		return append(b, byte('0'+n), SOH)
	}
	return append(strconv.AppendInt(b, int64(n), 10), SOH)
}

// AppendChar appends a value of one character; nothing when c is zero, which no field may hold.
func AppendChar(b []byte, tag int, c byte) []byte {
	if c == 0 {
		return b
	}
	return append(appendTag(b, tag), clean(c), SOH)
}

// AppendBool appends Y or N.
func AppendBool(b []byte, tag int, v bool) []byte {
	if v {
		return append(appendTag(b, tag), 'Y', SOH)
	}
	return append(appendTag(b, tag), 'N', SOH)
}

// AppendString appends text. FIX has no empty values, so an empty text appends no field at all;
// and people's texts may hold anything, so every control character, SOH first among them, is
// written as a space.
func AppendString(b []byte, tag int, s string) []byte {
	if s == "" {
		return b
	}
	b = append(appendTag(b, tag), s...)
	cleanAll(b[len(b)-len(s):])
	return append(b, SOH)
}

// AppendBytes appends text as AppendString does.
func AppendBytes(b []byte, tag int, v []byte) []byte {
	if len(v) == 0 {
		return b
	}
	b = append(appendTag(b, tag), v...)
	cleanAll(b[len(b)-len(v):])
	return append(b, SOH)
}

// AppendValue appends an exact number as it writes itself.
func AppendValue[T Appender](b []byte, tag int, v T) []byte {
	return append(v.AppendText(appendTag(b, tag)), SOH)
}

// AppendTime appends a UTCTimestamp in milliseconds; nothing for the zero time.
func AppendTime(b []byte, tag int, t time.Time) []byte {
	return AppendTimeDecimals(b, tag, t, 3)
}

// AppendTimeDecimals appends a UTCTimestamp cut (not rounded) to 0, 3, 6 or 9 decimals of a
// second; nothing for the zero time.
func AppendTimeDecimals(b []byte, tag int, t time.Time, decimals int) []byte {
	if t.IsZero() {
		return b
	}
	t = t.UTC()
	year, month, day := t.Date()
	hour, minute, second := t.Clock()
	b = appendTag(b, tag)
	b = append(pad(pad(pad(b, year, 4), int(month), 2), day, 2), '-')
	b = append(pad(b, hour, 2), ':')
	b = append(pad(b, minute, 2), ':')
	b = pad(b, second, 2)
	if decimals > 0 {
		fraction := t.Nanosecond()
		for i := decimals; i < 9; i++ {
			fraction /= 10
		}
		b = pad(append(b, '.'), fraction, decimals)
	}
	return append(b, SOH)
}

// AppendDate appends a date, YYYYMMDD; nothing when year is zero.
func AppendDate(b []byte, tag, year, month, day int) []byte {
	if year == 0 {
		return b
	}
	return append(pad(pad(pad(appendTag(b, tag), year, 4), month, 2), day, 2), SOH)
}

func appendTag(b []byte, tag int) []byte {
	switch {
	case tag < 10:
		return append(b, byte('0'+tag), '=')
	case tag < 100:
		return append(b, byte('0'+tag/10), byte('0'+tag%10), '=')
	case tag < 1000:
		return append(b, byte('0'+tag/100), byte('0'+tag/10%10), byte('0'+tag%10), '=')
	}
	return append(strconv.AppendInt(b, int64(tag), 10), '=')
}

// pad appends the last width digits of n.
func pad(b []byte, n, width int) []byte {
	for range width {
		b = append(b, '0')
	}
	for i := len(b) - 1; i >= len(b)-width; i-- {
		b[i] = byte('0' + n%10)
		n /= 10
	}
	return b
}

func cleanAll(text []byte) {
	for i, c := range text {
		if c < ' ' || c == 0x7f {
			text[i] = ' '
		}
	}
}

func clean(c byte) byte {
	if c < ' ' || c == 0x7f {
		return ' '
	}
	return c
}
