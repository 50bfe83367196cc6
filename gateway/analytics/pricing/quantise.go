package pricing

import (
	"errors"
	"math"

	"foliogate/gateway/bond"
	"foliogate/gateway/units"
)

// Float is a price in percent of face as a double.
func Float(p units.Price) float64 { return float64(p) / float64(units.PriceUnit) }

var errNotAPrice = errors.New("not a price within 0 to 100,000 percent of face")

const (
	// SpreadDecimals is how many decimals a price made from a yield or a spread trades at.
	SpreadDecimals = 6
	// municipalDecimals is how many are left of a municipal's.
	municipalDecimals = 3
)

// TradePrice is the one place where a clean price computed from a yield becomes one that trades: rounded
// to six decimals, or of a municipal truncated to three (MSRB G-33(d)(ii)(B)). All money is made from its
// result.
func TradePrice(b *bond.Bond, clean float64) (units.Price, error) {
	if b.Market == bond.USMunicipal {
		return truncate(clean, municipalDecimals)
	}
	return Quantise(clean, SpreadDecimals)
}

// Quantise rounds a computed price to that many decimals, half away from zero.
func Quantise(price float64, decimals int) (units.Price, error) {
	if !(price >= 0 && price <= Float(units.MaxPrice)) {
		return 0, errNotAPrice
	}
	scale := math.Pow10(decimals)
	step := units.Price(math.Pow10(8 - decimals))
	return units.Price(math.Round(price*scale)) * step, nil
}

// truncate cuts a price off after that many decimals. It is computed to ten, as G-33(d)(i) wants, so that
// a price of 99.125 that the last bit of a double makes 99.12499999999999 is not cut to 99.124.
func truncate(price float64, decimals int) (units.Price, error) {
	if !(price >= 0 && price <= Float(units.MaxPrice)) {
		return 0, errNotAPrice
	}
	const computed = 10
	cut := int64(math.Round(price*math.Pow10(computed))) / int64(math.Pow10(computed-decimals))
	return units.Price(cut) * units.Price(math.Pow10(8-decimals)), nil
}
