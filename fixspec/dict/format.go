package dict

import "foliogate/fixspec/wire"

// isDecimal tells whether the value is digits with an optional minus sign before and an optional
// point among them: FIX knows neither plus signs nor exponents.
func isDecimal(v []byte) bool {
	if v[0] == '-' {
		v = v[1:]
	}
	digits, points := 0, 0
	for _, c := range v {
		switch {
		case c-'0' <= 9:
			digits++
		case c == '.':
			points++
		default:
			return false
		}
	}
	return digits > 0 && points < 2
}

func isCapitals(v []byte) bool {
	for _, c := range v {
		if c < 'A' || c > 'Z' {
			return false
		}
	}
	return true
}

func isMonthYear(v []byte) bool {
	switch len(v) {
	case 6:
		return wire.ValidDate(append(append(make([]byte, 0, 8), v...), '0', '1'))
	case 8:
		if v[6] == 'w' {
			return v[7] >= '1' && v[7] <= '5' && isMonthYear(v[:6])
		}
		return wire.ValidDate(v)
	}
	return false
}
