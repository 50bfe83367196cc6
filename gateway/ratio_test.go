package gateway

import (
	"math/big"
	"math/rand/v2"
	"testing"

	"foliogate/gateway/units"
)

// The ratio against plain rationals, for sums and weights of any size that lines can have, and for
// products that lie on a half.
func TestRatio(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 9))
	any := func() uint64 { return r.Uint64() >> (1 + r.IntN(63)) }
	for range 100_000 {
		var plus, minus, room wide
		plus.add(any(), any())
		minus.add(any()>>r.IntN(64), any())
		room.add(any(), any())
		room.add(1, 1)
		weight := int64(any() >> r.IntN(20))
		if r.IntN(4) == 0 { // halves
			room, plus, minus = wide{0, 2 * (1 + r.Uint64N(1000))}, wide{0, r.Uint64N(100_000)}, wide{}
			weight = int64(1 + r.Uint64N(50))
		}
		got := ratioOf(plus, minus, room).times(weight)
		if want := roundedShift(plus, minus, room, weight); got != want {
			t.Fatalf("(%v - %v)/%v times %d is %d, not %d", plus, minus, room, weight, got, want)
		}
	}
}

// roundedShift is the same by integers of any size.
func roundedShift(plus, minus, room wide, weight int64) int64 {
	gap := new(big.Int).Sub(plus.big(), minus.big())
	product := gap.Mul(gap, big.NewInt(weight))
	sign := int64(product.Sign())
	twice := product.Abs(product).Lsh(product, 1)
	divisor := room.big()
	up := twice.Add(twice, divisor)
	up.Quo(up, new(big.Int).Lsh(divisor, 1))
	if limit := 2 * int64(units.MaxPrice); !up.IsInt64() || up.Int64() > limit {
		return sign * limit
	}
	return sign * up.Int64()
}
