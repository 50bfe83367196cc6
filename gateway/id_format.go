package gateway

// IDFormat is what a dealer's system takes for the ids of lists and lines. The zero
// IDFormat takes ours, which are of letters, digits and dashes.
type IDFormat struct {
	MaxLength int     `json:"max,omitempty"` // of a line's id, the longest; 0 = no limit
	Symbols   Symbols `json:"symbols,omitempty"`
}

// Symbols is the alphabet of an id.
type Symbols int8

// The alphabets.
const (
	AnySymbol     Symbols = iota // digits, capitals and dashes
	Alphanumerics                // digits and capitals
	Digits
)

var symbolsWords = [...]string{"any", "alphanumeric", "digits"}

// String returns the alphabet's name.
func (s Symbols) String() string { return wordOf(symbolsWords[:], "alphabet", int8(s)) }

// MarshalText returns the name.
func (s Symbols) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads the name.
func (s *Symbols) UnmarshalText(text []byte) (err error) {
	*s, err = valueOf[Symbols](symbolsWords[:], "alphabet", text)
	return err
}
