package units

import "math"

// Money is cash in a currency's minor unit (cents; whole yen). Where it is signed, it is the
// client's cash flow: what the client receives is positive. Who holds it knows the currency.
type Money int64

// ParseMoney reads an amount of c written in its main unit, such as "-995125.50".
func ParseMoney(s string, c Currency) (Money, error) {
	v, err := parse("money", s, c.Decimals())
	return Money(v), err
}

// ParseMoneyBytes is ParseMoney for bytes off the wire.
func ParseMoneyBytes(s []byte, c Currency) (Money, error) {
	v, err := parse("money", s, c.Decimals())
	return Money(v), err
}

// AppendFormat appends m in the main unit of c, with all its decimals: "-995125.50".
func (m Money) AppendFormat(b []byte, c Currency) []byte {
	n := c.Decimals()
	return appendDecimal(b, int64(m), n, n)
}

// Format is m in the main unit of c, with all its decimals: "-995125.50".
func (m Money) Format(c Currency) string { return string(m.AppendFormat(nil, c)) }

// Principal is face x clean/100 rounded half away from zero to the minor unit of c (FINRA 11620(f):
// five mills or more count as a cent). The product is exact. Within MaxFace and MaxPrice it cannot
// overflow; beyond, it saturates.
func Principal(face Face, clean Price, c Currency) Money {
	// face is in 1/100, clean in 1e-8 percent: together 1e-12 of the main unit.
	den := int64(1e12) / pow10(c.Decimals())
	if v, ok := MulDivRound(int64(face), int64(clean), den); ok {
		return Money(v)
	}
	if (face < 0) != (clean < 0) {
		return math.MinInt64
	}
	return math.MaxInt64
}
