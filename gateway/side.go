package gateway

// Side is the client's side of a line: on every message, of both faces, and in
// the journal.
type Side int8

// The sides.
const (
	Buy Side = iota + 1
	Sell
	// TwoWay asks for a price either way of a single bond; what is taken decides.
	TwoWay
)

var sideWords = [...]string{"", "buy", "sell", "two-way"}

// String returns the side's name, empty if there is none.
func (s Side) String() string { return wordOf(sideWords[:], "side", int8(s)) }

// MarshalText returns the name.
func (s Side) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads the name.
func (s *Side) UnmarshalText(text []byte) (err error) {
	*s, err = valueOf[Side](sideWords[:], "side", text)
	return err
}

// Cash returns the sign of the client's cash flow: +1 for a sell, -1 for a buy. What
// is two-way moves no cash before one of its sides is taken.
func (s Side) Cash() int64 {
	switch s {
	case Sell:
		return 1
	case Buy:
		return -1
	}
	return 0
}
