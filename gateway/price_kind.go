package gateway

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

var priceKindWords = [...]string{"", "total amount", "spread concession", "percent per side"}

// String returns the price kind's name, empty if there is none.
func (k PriceKind) String() string { return wordOf(priceKindWords[:], "price kind", int8(k)) }

// MarshalText returns the name.
func (k PriceKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads the name.
func (k *PriceKind) UnmarshalText(text []byte) (err error) {
	*k, err = valueOf[PriceKind](priceKindWords[:], "price kind", text)
	return err
}
