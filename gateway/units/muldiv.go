package units

import "math/bits"

// MulDivRound is a*b/den rounded half away from zero, through an exact 128-bit product. ok is false
// when den is zero or the quotient does not fit 64 bits; the result is then zero.
func MulDivRound(a, b, den int64) (q int64, ok bool) {
	negative := (a < 0) != (b < 0) != (den < 0)
	d := magnitude(den)
	hi, lo := bits.Mul64(magnitude(a), magnitude(b))
	if hi >= d {
		return 0, false
	}
	u, rest := bits.Div64(hi, lo, d)
	if rest >= d-rest {
		u++
		if u == 0 {
			return 0, false
		}
	}
	return signed(u, negative)
}

func magnitude(v int64) uint64 {
	if v < 0 {
		return -uint64(v)
	}
	return uint64(v)
}

func signed(u uint64, negative bool) (int64, bool) {
	switch {
	case negative && u <= 1<<63:
		return -int64(u), true
	case !negative && u < 1<<63:
		return int64(u), true
	}
	return 0, false
}

// pow10 is 10^n for 0 <= n <= 18.
func pow10(n int) int64 {
	v := int64(1)
	for range n {
		v *= 10
	}
	return v
}
