package units

// Spread is a distance in basis points, in 1e-6 bp: one basis point is SpreadUnit. Basis points of
// what (yield, notional, market value), and which sign is whose favour, is said by whoever holds it.
type Spread int64

const (
	// SpreadUnit is the count of Spreads in one.
	SpreadUnit Spread = 1_000_000

	spreadDecimals = 6
)

// ParseSpread reads a decimal of at most 6 decimals.
func ParseSpread(s string) (Spread, error) {
	v, err := parse("spread", s, spreadDecimals)
	return Spread(v), err
}

// ParseSpreadBytes is ParseSpread for bytes off the wire.
func ParseSpreadBytes(s []byte) (Spread, error) {
	v, err := parse("spread", s, spreadDecimals)
	return Spread(v), err
}

// AppendText appends the shortest decimal that is exactly s.
func (s Spread) AppendText(b []byte) []byte { return appendDecimal(b, int64(s), spreadDecimals, 0) }

// String is the shortest decimal that is exactly s.
func (s Spread) String() string { return string(s.AppendText(nil)) }

// MarshalJSON writes a JSON string, so that no reader turns it into a binary fraction.
func (s Spread) MarshalJSON() ([]byte, error) { return quoted(int64(s), spreadDecimals), nil }

// UnmarshalJSON reads what MarshalJSON wrote.
func (s *Spread) UnmarshalJSON(b []byte) error {
	v, err := unquoted("spread", b, spreadDecimals)
	if err == nil {
		*s = Spread(v)
	}
	return err
}
