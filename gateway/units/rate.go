package units

// Rate is a coupon or a yield, percent a year, in 1e-8 percent: one percent is RateUnit.
type Rate int64

const (
	// RateUnit is the count of Rates in one.
	RateUnit Rate = 100_000_000

	rateDecimals = 8
)

// ParseRate reads a decimal of at most 8 decimals.
func ParseRate(s string) (Rate, error) {
	v, err := parse("rate", s, rateDecimals)
	return Rate(v), err
}

// ParseRateBytes is ParseRate for bytes off the wire.
func ParseRateBytes(s []byte) (Rate, error) {
	v, err := parse("rate", s, rateDecimals)
	return Rate(v), err
}

// AppendText appends the shortest decimal that is exactly r.
func (r Rate) AppendText(b []byte) []byte { return appendDecimal(b, int64(r), rateDecimals, 0) }

// String is the shortest decimal that is exactly r.
func (r Rate) String() string { return string(r.AppendText(nil)) }

// MarshalJSON writes a JSON string, so that no reader turns it into a binary fraction.
func (r Rate) MarshalJSON() ([]byte, error) { return quoted(int64(r), rateDecimals), nil }

// UnmarshalJSON reads what MarshalJSON wrote.
func (r *Rate) UnmarshalJSON(b []byte) error {
	v, err := unquoted("rate", b, rateDecimals)
	if err == nil {
		*r = Rate(v)
	}
	return err
}
