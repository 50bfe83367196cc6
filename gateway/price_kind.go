package gateway

import "fmt"

// PriceKind is the form of the one price that a quote gives for the whole
// portfolio. The inquiry fixes it; every quote must use it.
type PriceKind int8

// The price kinds, with the PriceType(423) that carries each.
const (
	// TotalAmount is signed clean cash from the client's view (423=3).
	TotalAmount PriceKind = iota + 1
	// SpreadConcession is one number of basis points given up by the client on
	// every line against its reference spread (423=6): the larger, the worse for
	// the client.
	SpreadConcession
	// PercentPerSide is one average clean price for the sells and one for the
	// buys (423=1).
	PercentPerSide
)

// String returns the trader's name of the kind.
func (k PriceKind) String() string {
	switch k {
	case TotalAmount:
		return "total amount"
	case SpreadConcession:
		return "spread concession"
	case PercentPerSide:
		return "percent per side"
	}
	panic(fmt.Sprintf("gateway: impossible price kind %d", int8(k)))
}
