package units

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"
)

// The twin of the 128-bit product is math/big.
func TestMulDivAgainstBig(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	edge := []int64{0, 1, -1, 2, -2, 3, math.MaxInt64, math.MinInt64, math.MaxInt64 - 1, 100, 1e12}
	pick := func() int64 {
		if r.IntN(3) == 0 {
			return edge[r.IntN(len(edge))]
		}
		return int64(r.Uint64()) >> r.IntN(60)
	}
	for range 200_000 {
		a, b, den := pick(), pick(), pick()
		round, ok := MulDivRound(a, b, den)
		want := bigMulDiv(a, b, den)
		if fits := want != nil && want.IsInt64(); ok != fits || ok && round != want.Int64() || !ok && round != 0 {
			t.Fatalf("MulDivRound(%d, %d, %d) = %d, %t; want %v", a, b, den, round, ok, want)
		}
	}
}

func bigMulDiv(a, b, den int64) *big.Int {
	if den == 0 {
		return nil
	}
	product, divisor := new(big.Int).Mul(big.NewInt(a), big.NewInt(b)), big.NewInt(den)
	negative := product.Sign()*divisor.Sign() < 0
	product.Abs(product)
	divisor.Abs(divisor)
	product.Lsh(product, 1).Add(product, divisor).Div(product, divisor.Lsh(divisor, 1))
	if negative {
		product.Neg(product)
	}
	return product
}
