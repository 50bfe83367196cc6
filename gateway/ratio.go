package gateway

import (
	"math/big"
	"math/bits"

	"foliogate/gateway/units"
)

// wide is an unsigned number of 128 bits. Sums of all that lines within units.MaxFace and
// units.MaxPrice come to fit in with room to spare.
type wide struct{ hi, lo uint64 }

// add adds a*b.
func (w *wide) add(a, b uint64) {
	hi, lo := bits.Mul64(a, b)
	var carry uint64
	w.lo, carry = bits.Add64(w.lo, lo, 0)
	w.hi += hi + carry
}

func (w wide) minus(x wide) wide {
	lo, borrow := bits.Sub64(w.lo, x.lo, 0)
	return wide{w.hi - x.hi - borrow, lo}
}

// times is a product whose high bits, if there are any, do not matter to the caller.
func (w wide) times(k uint64) wide {
	hi, lo := bits.Mul64(w.lo, k)
	return wide{hi + w.hi*k, lo}
}

func (w wide) less(x wide) bool { return w.hi < x.hi || w.hi == x.hi && w.lo < x.lo }

func (w wide) big() *big.Int {
	n := new(big.Int).SetUint64(w.hi)
	return n.Add(n.Lsh(n, 64), new(big.Int).SetUint64(w.lo))
}

// ratio is an exact rational number, ready to be multiplied by many weights without a division:
// sign * (whole + rest/room), with rest < room.
type ratio struct {
	sign       int64
	whole      uint64
	rest, room wide
	fraction   uint64 // rest/room in units of 2^-64, rounded down
}

// furthest is how far a price is moved at most, which is absurd already.
const furthest = 2 * uint64(units.MaxPrice)

// ratioOf is (plus - minus) / room.
func ratioOf(plus, minus, room wide) ratio {
	r := ratio{sign: 1, room: room}
	if plus.less(minus) {
		plus, minus, r.sign = minus, plus, -1
	}
	divisor := room.big()
	whole, rest := new(big.Int).QuoRem(plus.minus(minus).big(), divisor, new(big.Int))
	r.whole = furthest
	if whole.IsUint64() {
		r.whole = min(furthest, whole.Uint64())
	}
	low := new(big.Int).And(rest, new(big.Int).SetUint64(1<<64-1))
	r.rest = wide{new(big.Int).Rsh(rest, 64).Uint64(), low.Uint64()}
	r.fraction = rest.Quo(rest.Lsh(rest, 64), divisor).Uint64()
	return r
}

// times is the ratio times a weight, rounded half away from zero, and furthest at most. The product
// of the fraction is short of the truth by less than two; what is left of it shows by how much.
func (r ratio) times(weight int64) int64 {
	w := uint64(weight)
	over, product := bits.Mul64(r.whole, w)
	if over > 0 || product > furthest {
		return r.sign * int64(furthest)
	}
	part, _ := bits.Mul64(r.fraction, w)
	left := r.rest.times(w).minus(r.room.times(part))
	for !left.less(r.room) {
		left = left.minus(r.room)
		part++
	}
	if !left.less(r.room.minus(left)) {
		part++
	}
	return r.sign * int64(min(furthest, product+part))
}
