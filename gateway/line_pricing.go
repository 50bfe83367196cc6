package gateway

// LinePricing is whether a dealer prices the lines behind its quotes.
type LinePricing int8

// What was agreed about line prices.
const (
	LinesOptional LinePricing = iota
	LinesRequired             // no quote for a list can be taken before they are here
	LinesNever                // none are taken from it
)

var linePricingWords = [...]string{"optional", "required", "never"}

// String returns the word for it.
func (p LinePricing) String() string { return wordOf(linePricingWords[:], "line pricing", int8(p)) }

// MarshalText returns the word.
func (p LinePricing) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText reads the word.
func (p *LinePricing) UnmarshalText(text []byte) (err error) {
	*p, err = valueOf[LinePricing](linePricingWords[:], "line pricing", text)
	return err
}
