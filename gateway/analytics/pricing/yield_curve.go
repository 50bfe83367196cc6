package pricing

import (
	"fmt"
	"slices"
	"sort"

	"foliogate/gateway/units"
)

// A YieldCurve is yields by maturity date, linear between its points and flat outside them: of
// Treasuries for G-spreads, of swaps for I-spreads. Its yields are compounded Frequency times a year.
type YieldCurve struct {
	Frequency int

	maturities []units.Date
	yields     []float64
}

// NewYieldCurve makes a curve of one yield a maturity, the maturities rising.
func NewYieldCurve(frequency int, maturities []units.Date, yields []float64) (*YieldCurve, error) {
	if len(maturities) == 0 || len(maturities) != len(yields) || frequency < 1 {
		return nil, fmt.Errorf("%d maturities and %d yields, %d a year; expected as many of both, and a frequency",
			len(maturities), len(yields), frequency)
	}
	for i := 1; i < len(maturities); i++ {
		if maturities[i] <= maturities[i-1] {
			return nil, fmt.Errorf("maturity %s does not come after %s", maturities[i], maturities[i-1])
		}
	}
	return &YieldCurve{frequency, slices.Clone(maturities), slices.Clone(yields)}, nil
}

// At is the yield at a maturity.
func (c *YieldCurve) At(maturity units.Date) float64 {
	i := sort.Search(len(c.maturities), func(i int) bool { return c.maturities[i] >= maturity })
	switch {
	case i == 0:
		return c.yields[0]
	case i == len(c.maturities):
		return c.yields[i-1]
	}
	weight := float64(maturity-c.maturities[i-1]) / float64(c.maturities[i]-c.maturities[i-1])
	return c.yields[i-1] + weight*(c.yields[i]-c.yields[i-1])
}

// Spread is how far a yield compounded frequency times a year stands above the curve at a maturity, in
// the compounding of the yield: the G-spread over Treasuries, the I-spread over swaps.
func (c *YieldCurve) Spread(y float64, frequency int, maturity units.Date) float64 {
	return y - Recompound(c.At(maturity), c.Frequency, frequency)
}
