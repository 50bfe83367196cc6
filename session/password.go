package session

import (
	"crypto/sha256"
	"crypto/subtle"
	"fmt"
	"io"
	"log/slog"
)

// Password is a text that does not print: a password, or what HashPassword made of one.
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
	return same(r.Username, username)&r.proves(password) == 1
}

func (r Row) proves(password string) int {
	if !r.Password.isHash() {
		return same(string(r.Password), password)
	}
	a, err := r.Password.argon2id()
	if err != nil || !a.proves(password) {
		return 0
	}
	return 1
}

func same(want, got string) int {
	w, g := sha256.Sum256([]byte(want)), sha256.Sum256([]byte(got))
	return subtle.ConstantTimeCompare(w[:], g[:])
}
