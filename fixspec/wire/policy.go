package wire

import "fmt"

// The words for what to do with unknown tags, as a configuration writes them.
var unknownWords = [...]string{"refuse", "user-defined", "all"}

// String returns the word.
func (u Unknown) String() string { return unknownWords[u] }

// MarshalText returns the word.
func (u Unknown) MarshalText() ([]byte, error) { return []byte(u.String()), nil }

// UnmarshalText reads the word: refuse, or which unknown tags to pass over, user-defined or all.
func (u *Unknown) UnmarshalText(text []byte) error {
	for i, word := range unknownWords {
		if word == string(text) {
			*u = Unknown(i)
			return nil
		}
	}
	return fmt.Errorf("%q is not refuse, user-defined or all", text)
}
