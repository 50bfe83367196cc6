package gateway

import "fmt"

// Side is the client's side of a line: on every message, of both faces, and in
// the journal.
type Side int8

// The sides.
const (
	Buy Side = iota + 1
	Sell
)

// String returns "buy" or "sell".
func (s Side) String() string {
	switch s {
	case Buy:
		return "buy"
	case Sell:
		return "sell"
	}
	panic(fmt.Sprintf("gateway: impossible side %d", int8(s)))
}

// Cash returns the sign of the client's cash flow: +1 for a sell, -1 for a buy.
func (s Side) Cash() int64 {
	if s == Sell {
		return 1
	}
	return -1
}
