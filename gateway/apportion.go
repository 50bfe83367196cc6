package gateway

import (
	"cmp"
	"math/bits"
	"slices"

	"foliogate/gateway/units"
)

// apportion splits an amount by face with the largest-remainder rule: shares are
// cut towards zero, and the cents left over go one each to the largest
// remainders, ties in the order given. The shares sum to the amount exactly.
func apportion(amount units.Money, by []Allocation) []units.Money {
	var whole uint64
	for _, a := range by {
		whole += uint64(a.Face)
	}
	sign, left := units.Money(1), uint64(amount)
	if amount < 0 {
		sign, left = -1, uint64(-amount)
	}
	total := left
	shares := make([]units.Money, len(by))
	remainders := make([]uint64, len(by))
	order := make([]int, len(by))
	for i, a := range by {
		hi, lo := bits.Mul64(total, uint64(a.Face))
		share, rest := bits.Div64(hi, lo, whole)
		shares[i], remainders[i], order[i] = sign*units.Money(share), rest, i
		left -= share
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(remainders[b], remainders[a])
	})
	for _, i := range order[:left] {
		shares[i] += sign
	}
	return shares
}
