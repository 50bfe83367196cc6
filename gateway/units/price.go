package units

import "math"

// Price is a clean price in 1e-8 points, percent of par: one point is PriceUnit. It holds every
// fraction of a point down to 1/256 exactly.
type Price int64

const (
	// PriceUnit is the count of Prices in one.
	PriceUnit Price = 100_000_000

	// MaxPrice bounds what a bond or a share can cost here; with MaxFace it keeps every line's cash
	// far inside Money.
	MaxPrice Price = 100_000 * PriceUnit

	priceDecimals = 8
)

// ParsePrice reads a decimal of at most 8 decimals.
func ParsePrice(s string) (Price, error) {
	v, err := parse("price", s, priceDecimals)
	return Price(v), err
}

// ParsePriceBytes is ParsePrice for bytes off the wire.
func ParsePriceBytes(s []byte) (Price, error) {
	v, err := parse("price", s, priceDecimals)
	return Price(v), err
}

// AppendText appends the shortest decimal that is exactly p.
func (p Price) AppendText(b []byte) []byte { return appendDecimal(b, int64(p), priceDecimals, 0) }

// String is the shortest decimal that is exactly p.
func (p Price) String() string { return string(p.AppendText(nil)) }

// MarshalJSON writes a JSON string, so that no reader turns it into a binary fraction.
func (p Price) MarshalJSON() ([]byte, error) { return quoted(int64(p), priceDecimals), nil }

// UnmarshalJSON reads what MarshalJSON wrote.
func (p *Price) UnmarshalJSON(b []byte) error {
	v, err := unquoted("price", b, priceDecimals)
	if err == nil {
		*p = Price(v)
	}
	return err
}

// Round is p at the given number of decimals, half away from zero.
func (p Price) Round(decimals int) Price {
	if decimals >= priceDecimals {
		return p
	}
	step := Price(pow10(priceDecimals - max(decimals, 0)))
	rest := p % step
	whole := p - rest
	switch {
	case rest >= step/2 && whole <= math.MaxInt64-step:
		return whole + step
	case rest <= -step/2 && whole >= math.MinInt64+step:
		return whole - step
	}
	return whole
}
