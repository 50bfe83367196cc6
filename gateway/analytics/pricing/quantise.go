package pricing

import (
	"errors"
	"math"

	"foliogate/gateway/units"
)

// Float is a price in percent of face as a double.
func Float(p units.Price) float64 { return float64(p) / float64(units.PriceUnit) }

var errNotAPrice = errors.New("not a price within 0 to 100,000 percent of face")

// Quantise is the one place where a computed price becomes one that trades: to that many decimals, half
// away from zero. All money is made from its result.
func Quantise(price float64, decimals int) (units.Price, error) {
	if !(price >= 0 && price <= Float(units.MaxPrice)) {
		return 0, errNotAPrice
	}
	scale := math.Pow10(decimals)
	step := units.Price(math.Pow10(8 - decimals))
	return units.Price(math.Round(price*scale)) * step, nil
}
