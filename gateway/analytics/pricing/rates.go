package pricing

import (
	"math"

	"foliogate/gateway/units"
)

// FromSpread is a spread in basis points as a fraction a year.
func FromSpread(s units.Spread) float64 { return float64(s) / float64(units.SpreadUnit) * basisPoint }

// toSpread is a fraction a year in basis points, to the nearest 1e-6.
func toSpread(fraction float64) units.Spread {
	return units.Spread(math.Round(fraction / basisPoint * float64(units.SpreadUnit)))
}

// Recompound is the yield that, compounded to times a year, grows as y does when compounded from times
// a year. A yield compounded as often as asked is returned as it is.
func Recompound(y float64, from, to int) float64 {
	if from == to {
		return y
	}
	return float64(to) * math.Expm1(float64(from)/float64(to)*math.Log1p(y/float64(from)))
}
