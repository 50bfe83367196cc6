package universe

import (
	"math"
	"sort"

	"foliogate/gateway/units"
)

// curve is zero rates, continuously compounded, at nodes in years: linear between them, flat
// outside. A node lies at the whole day nearest to 365 times its years after settlement.
type curve struct{ years, rates []float64 }

// curveOf is the zero curve of a currency on Trade.
func curveOf(c units.Currency) curve {
	years := []float64{0.25, 0.5, 1, 2, 3, 5, 7, 10, 20, 30}
	switch c {
	case "EUR":
		return curve{years, []float64{
			.0380, .0370, .0335, .0280, .0258, .0245, .0248, .0258, .0270, .0262}}
	case "GBP":
		return curve{years, []float64{
			.0520, .0515, .0490, .0445, .0425, .0410, .0408, .0418, .0465, .0460}}
	}
	return curve{years, []float64{
		.0525, .0520, .0490, .0445, .0425, .0415, .0418, .0425, .0460, .0445}}
}

// zero is the rate for a number of days after settlement.
func (c curve) zero(days float64) float64 {
	node := func(i int) float64 { return math.Round(365 * c.years[i]) }
	i := sort.Search(len(c.years), func(i int) bool { return node(i) >= days })
	switch {
	case i == 0:
		return c.rates[0]
	case i == len(c.years):
		return c.rates[i-1]
	}
	part := (days - node(i-1)) / (node(i) - node(i-1))
	return c.rates[i-1] + part*(c.rates[i]-c.rates[i-1])
}
