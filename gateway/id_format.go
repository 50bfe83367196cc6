package gateway

import "fmt"

// IDFormat is what a dealer's system takes for the ids of lists and lines. The zero
// IDFormat takes ours: the date, a dash, twelve opaque symbols, and for a line a dash
// and its number. Where that is too long the date is left out first.
type IDFormat struct {
	MaxLength int     `json:"max,omitempty"` // of a line's id, the longest; 0 = no limit
	Symbols   Symbols `json:"symbols,omitempty"`
}

// Symbols is the alphabet of an id.
type Symbols int8

// The alphabets.
const (
	AnySymbols    Symbols = iota // digits, capitals and dashes
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

// lineDigits are kept for a line's number.
const lineDigits = 5

// dash parts an id where the alphabet has one.
func (f IDFormat) dash() string {
	if f.Symbols == AnySymbols {
		return "-"
	}
	return ""
}

// room is how long a list's id can be; zero if there is no limit.
func (f IDFormat) room() int {
	if f.MaxLength == 0 {
		return 0
	}
	return f.MaxLength - lineDigits - len(f.dash())
}

// Check tells why ids cannot have the format, if they cannot: what is opaque in them
// must tell any two lists of a dealer apart, which takes 45 bits.
func (f IDFormat) Check() error {
	least := 9
	if f.Symbols == Digits {
		least = 14
	}
	if f.MaxLength != 0 && f.room() < least {
		return fmt.Errorf("ids of at most %d symbols are too short to be unique: %d are needed",
			f.MaxLength, f.MaxLength-f.room()+least)
	}
	return nil
}

// list joins a list's id.
func (f IDFormat) list(date, own string) string {
	id := date + f.dash() + own
	switch room := f.room(); {
	case room == 0 || len(id) <= room:
		return id
	default:
		return own[:min(room, len(own))]
	}
}

// line is the id of a list's line. Without a dash all numbers are equally long, as are
// a dealer's lists: no two ids are the same.
func (f IDFormat) line(list string, number int) string {
	if f.Symbols == AnySymbols {
		return withLine(list, number, "")
	}
	return fmt.Sprintf("%s%0*d", list, lineDigits, number)
}
