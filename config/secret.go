package config

import (
	"fmt"
	"io"
	"log/slog"
)

// mask is what every way of printing a Secret prints, the empty one too.
const mask = "***"

// Secret is a text that does not print. It is held behind a pointer because fmt does not call the
// methods of values in unexported fields: what it prints there is an address.
type Secret struct {
	text *string
}

// NewSecret wraps a text; the empty text is the empty Secret.
func NewSecret(text string) Secret {
	if text == "" {
		return Secret{}
	}
	return Secret{text: &text}
}

// Reveal gives the text. Its callers are the places to look at when a secret leaked.
func (s Secret) Reveal() string {
	if s.text == nil {
		return ""
	}
	return *s.text
}

// Empty says that there is no secret.
func (s Secret) Empty() bool { return s.text == nil }

// Format prints the mask for every verb and flag.
func (Secret) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, mask) }

// String gives the mask.
func (Secret) String() string { return mask }

// GoString gives the mask.
func (Secret) GoString() string { return mask }

// LogValue gives the mask to slog.
func (Secret) LogValue() slog.Value { return slog.StringValue(mask) }

// MarshalText gives the mask, to JSON and to every other encoder that takes texts.
func (Secret) MarshalText() ([]byte, error) { return []byte(mask), nil }

// MarshalYAML gives the mask.
func (Secret) MarshalYAML() (any, error) { return mask, nil }
