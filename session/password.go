package session

import (
	"crypto/sha256"
	"crypto/subtle"
	"fmt"
	"io"
	"log/slog"
)

// Password is a text that does not print.
type Password string

const mask = "***"

// Format prints the mask for every verb and flag.
func (Password) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, mask) }

// LogValue gives the mask to slog.
func (Password) LogValue() slog.Value { return slog.StringValue(mask) }

// MarshalText gives the mask to encoders.
func (Password) MarshalText() ([]byte, error) { return []byte(mask), nil }

// matches compares both parts in a time that tells nothing of them, whatever their lengths.
func (r Row) matches(username, password string) bool {
	wantName, gotName := sha256.Sum256([]byte(r.Username)), sha256.Sum256([]byte(username))
	wantWord, gotWord := sha256.Sum256([]byte(r.Password)), sha256.Sum256([]byte(password))
	same := subtle.ConstantTimeCompare(wantName[:], gotName[:]) &
		subtle.ConstantTimeCompare(wantWord[:], gotWord[:])
	return same == 1
}
