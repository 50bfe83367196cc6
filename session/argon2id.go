package session

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"fmt"
	"strings"

	"golang.org/x/crypto/argon2"
)

// Argon2id is a password that is not kept: what is kept proves it. Its text is
// $argon2id$v=19$m=KiB,t=passes,p=lanes$salt$hash, salt and hash in base64 without padding.
type argon2id struct {
	memory, passes uint32 // KiB
	lanes          uint8
	salt, hash     []byte
}

// What HashPassword makes: the second choice of RFC 9106 takes 64 MiB, which a flood of Logons
// would multiply; this is OWASP's minimum.
const (
	ownMemory = 19 << 10
	ownPasses = 2
	ownLanes  = 1
	ownSalt   = 16
	ownHash   = 32
)

// HashPassword gives the text to keep in place of a password.
func HashPassword(password string) string {
	salt := make([]byte, ownSalt)
	_, _ = rand.Read(salt) // it never fails: the process ends first
	a := argon2id{memory: ownMemory, passes: ownPasses, lanes: ownLanes, salt: salt}
	a.hash = a.compute(password, ownHash)
	code := base64.RawStdEncoding
	return fmt.Sprintf("%sv=%d$m=%d,t=%d,p=%d$%s$%s", argon2idPrefix, argon2.Version,
		a.memory, a.passes, a.lanes, code.EncodeToString(a.salt), code.EncodeToString(a.hash))
}

const argon2idPrefix = "$argon2id$"

// isHash tells a kept hash from a plain password.
func (p Password) isHash() bool { return strings.HasPrefix(string(p), argon2idPrefix) }

var errNoHash = errors.New("the password begins with " + argon2idPrefix + " and does not go on as " +
	"v=19$m=KiB,t=passes,p=lanes$salt$hash, with at most 256 MiB, 16 passes and 16 lanes")

// argon2id reads a kept hash.
func (p Password) argon2id() (a argon2id, err error) {
	parts := strings.Split(strings.TrimPrefix(string(p), argon2idPrefix), "$")
	if len(parts) != 4 || parts[0] != fmt.Sprintf("v=%d", argon2.Version) {
		return a, errNoHash
	}
	_, err = fmt.Sscanf(parts[1], "m=%d,t=%d,p=%d", &a.memory, &a.passes, &a.lanes)
	if err != nil || parts[1] != fmt.Sprintf("m=%d,t=%d,p=%d", a.memory, a.passes, a.lanes) {
		return a, errNoHash
	}
	if a.salt, err = base64.RawStdEncoding.DecodeString(parts[2]); err != nil {
		return a, errNoHash
	}
	if a.hash, err = base64.RawStdEncoding.DecodeString(parts[3]); err != nil {
		return a, errNoHash
	}
	if a.memory < 8*uint32(a.lanes) || a.memory > 256<<10 || a.passes < 1 || a.passes > 16 ||
		a.lanes < 1 || a.lanes > 16 || len(a.salt) < 8 || len(a.hash) < 16 || len(a.hash) > 64 {
		return a, errNoHash
	}
	return a, nil
}

func (a argon2id) compute(password string, size int) []byte {
	return argon2.IDKey([]byte(password), a.salt, a.passes, a.memory, a.lanes, uint32(size))
}

// proves compares in constant time.
func (a argon2id) proves(password string) bool {
	return subtle.ConstantTimeCompare(a.compute(password, len(a.hash)), a.hash) == 1
}
