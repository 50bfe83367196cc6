package units

import (
	"math"
	"strconv"
)

// A ParseError tells what text could not become which unit, and why.
type ParseError struct {
	Unit   string // "price", "date", ...
	Text   string // as received
	Reason string // what is wrong, and what is expected
}

func (e *ParseError) Error() string {
	return "units: " + e.Unit + " " + strconv.Quote(e.Text) + ": " + e.Reason
}

// flaw is why a decimal could not be read; the text of it is only built when it is needed.
type flaw byte

const (
	fine flaw = iota
	empty
	notNumber
	tooFine
	tooLarge
)

func (f flaw) reason(decimals int) string {
	switch f {
	case empty:
		return "empty; expected a decimal number"
	case notNumber:
		return "not a decimal number; expected digits with an optional leading '-' and one '.'"
	case tooFine:
		return "more than " + strconv.Itoa(decimals) + " decimals"
	case tooLarge:
		return "too large for a 64-bit count of its unit"
	}
	panic("units: impossible flaw " + strconv.Itoa(int(f)))
}

// scan reads an optional '-', digits and an optional point into a count of 10^-decimals. Zeros
// beyond the last decimal are accepted, since they lose nothing.
func scan[T string | []byte](s T, decimals int) (int64, flaw) {
	i, negative := 0, false
	if len(s) > 0 && s[0] == '-' {
		i, negative = 1, true
	}
	if i == len(s) {
		if i == 0 {
			return 0, empty
		}
		return 0, notNumber
	}
	limit := uint64(math.MaxInt64)
	if negative {
		limit++
	}
	var v uint64
	digits, room, point := 0, decimals, false
	for ; i < len(s); i++ {
		d := s[i] - '0'
		switch {
		case s[i] == '.' && !point:
			point = true
			continue
		case d > 9:
			return 0, notNumber
		case point && room == 0:
			if d != 0 {
				return 0, restOf(s[i+1:], tooFine)
			}
			continue
		case v > (limit-uint64(d))/10:
			return 0, restOf(s[i+1:], tooLarge)
		}
		v = v*10 + uint64(d)
		digits++
		if point {
			room--
		}
	}
	if digits == 0 {
		return 0, notNumber
	}
	for ; room > 0; room-- {
		if v > limit/10 {
			return 0, tooLarge
		}
		v *= 10
	}
	if negative {
		return -int64(v), fine
	}
	return int64(v), fine
}

// restOf prefers "not a number" over a complaint about size when the rest holds a letter.
func restOf[T string | []byte](rest T, f flaw) flaw {
	for i := 0; i < len(rest); i++ {
		if rest[i]-'0' > 9 && rest[i] != '.' {
			return notNumber
		}
	}
	return f
}

func parse[T string | []byte](unit string, s T, decimals int) (int64, error) {
	v, f := scan(s, decimals)
	if f != fine {
		return 0, &ParseError{Unit: unit, Text: string(s), Reason: f.reason(decimals)}
	}
	return v, nil
}

// appendDecimal writes v counts of 10^-decimals, with at least keep decimals and no needless zeros
// beyond them.
func appendDecimal(b []byte, v int64, decimals, keep int) []byte {
	u := uint64(v)
	if v < 0 {
		b, u = append(b, '-'), -u
	}
	point := decimals
	for point > keep && u%10 == 0 {
		u, point = u/10, point-1
	}
	var text [20]byte
	i := len(text)
	for ; point > 0; point-- {
		i--
		text[i], u = byte('0'+u%10), u/10
	}
	b = strconv.AppendUint(b, u, 10)
	if i == len(text) {
		return b
	}
	b = append(b, '.')
	return append(b, text[i:]...)
}

// quoted writes a decimal as the JSON string that round-trips it.
func quoted(v int64, decimals int) []byte {
	b := make([]byte, 0, 24)
	b = append(b, '"')
	b = appendDecimal(b, v, decimals, 0)
	return append(b, '"')
}

// unquoted reads what quoted wrote; a bare JSON number is refused because it may have passed
// through a binary fraction.
func unquoted(unit string, b []byte, decimals int) (int64, error) {
	if len(b) < 2 || b[0] != '"' || b[len(b)-1] != '"' {
		return 0, &ParseError{Unit: unit, Text: string(b), Reason: "expected a JSON string"}
	}
	return parse(unit, b[1:len(b)-1], decimals)
}
