package fixspec

import (
	"errors"
	"math"
	"math/bits"

	"foliogate/gateway/units"
)

// Amount is an exact decimal whose unit another field tells: Price(44) of a BidResponse is cash,
// basis points or percent of par as PriceType(423) says, and the currency of the cash is known
// only to who knows the inquiry. The zero Amount is none at all, which is not the amount zero.
type Amount struct {
	mantissa int64
	decimals int8
	given    bool
}

const (
	pricePlaces  = 8
	spreadPlaces = 6
	maxPlaces    = 9
)

// PriceAmount returns a price as an Amount.
func PriceAmount(p units.Price) Amount { return shortest(int64(p), pricePlaces) }

// SpreadAmount returns basis points as an Amount.
func SpreadAmount(s units.Spread) Amount { return shortest(int64(s), spreadPlaces) }

// MoneyAmount returns cash of a currency as an Amount, with all decimals of its minor unit.
func MoneyAmount(m units.Money, c units.Currency) Amount {
	return Amount{mantissa: int64(m), decimals: int8(c.Decimals()), given: true}
}

// Given tells whether there is an amount.
func (a Amount) Given() bool { return a.given }

// Price returns the amount as a price; false when it does not fit one exactly.
func (a Amount) Price() (units.Price, bool) {
	v, ok := a.scaled(pricePlaces)
	return units.Price(v), ok
}

// Spread returns the amount as basis points; false when it does not fit them exactly.
func (a Amount) Spread() (units.Spread, bool) {
	v, ok := a.scaled(spreadPlaces)
	return units.Spread(v), ok
}

// Money returns the amount as cash; false when it does not fit the minor unit of c exactly.
func (a Amount) Money(c units.Currency) (units.Money, bool) {
	v, ok := a.scaled(c.Decimals())
	return units.Money(v), ok
}

// equal tells whether two amounts are the same, however many decimals they were given.
func (a Amount) equal(b Amount) bool {
	x, y := shortest(a.mantissa, a.decimals), shortest(b.mantissa, b.decimals)
	return a.given == b.given && x == y
}

// AppendText appends the decimal as it was given.
func (a Amount) AppendText(b []byte) []byte {
	u := uint64(a.mantissa)
	if a.mantissa < 0 {
		b, u = append(b, '-'), -u
	}
	var text [24]byte
	i := len(text)
	for n := 0; n <= int(a.decimals) || u > 0; n++ {
		if n == int(a.decimals) && n > 0 {
			i--
			text[i] = '.'
		}
		i--
		text[i], u = byte('0'+u%10), u/10
	}
	return append(b, text[i:]...)
}

// String returns the decimal as it was given.
func (a Amount) String() string { return string(a.AppendText(nil)) }

var errAmount = errors.New("expected a decimal number of at most 18 digits, 9 of them decimals")

// parseAmount reads an optional minus sign, digits and an optional point.
func parseAmount(s []byte) (Amount, error) {
	digits, point, negative := 0, -1, false
	if len(s) > 0 && s[0] == '-' {
		negative, s = true, s[1:]
	}
	var v int64
	for i, c := range s {
		switch {
		case c == '.' && point < 0:
			point = i
		case c-'0' > 9 || digits == 18:
			return Amount{}, errAmount
		default:
			v = v*10 + int64(c-'0')
			digits++
		}
	}
	decimals := 0
	if point >= 0 {
		decimals = len(s) - point - 1
	}
	if digits == 0 || decimals > maxPlaces {
		return Amount{}, errAmount
	}
	if negative {
		v = -v
	}
	return Amount{mantissa: v, decimals: int8(decimals), given: true}, nil
}

func shortest(v int64, decimals int8) Amount {
	for decimals > 0 && v%10 == 0 {
		v, decimals = v/10, decimals-1
	}
	return Amount{mantissa: v, decimals: decimals, given: true}
}

// scaled returns the amount as a count of 10^-decimals.
func (a Amount) scaled(decimals int) (int64, bool) {
	v, have := a.mantissa, int(a.decimals)
	for ; have > decimals; have-- {
		if v%10 != 0 {
			return 0, false
		}
		v /= 10
	}
	for ; have < decimals; have++ {
		high, low := bits.Mul64(uint64(max(v, -v)), 10)
		if high != 0 || low > math.MaxInt64 {
			return 0, false
		}
		v *= 10
	}
	return v, true
}
