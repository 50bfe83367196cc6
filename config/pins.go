package config

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"strings"
)

// A file of pins has one a line, as openssl prints it or its digits alone; empty lines and what
// follows a # are for people.
const maxPinsBytes = 64 << 10

// ReadPins gives every pin that there is now: those of the configuration and those of the file.
func (t TLS) ReadPins(mode Mode) ([][sha256.Size]byte, error) {
	var digests [][sha256.Size]byte
	for _, pin := range t.Pins {
		if digest, ok := readPin(pin); ok { // it is: they are checked
			digests = append(digests, digest)
		}
	}
	r := newReport("")
	digests = append(digests, r.pins("pins_file", t.PinsFile, mode == Production)...)
	return digests, r.err()
}

// pins reads a file of pins, if there is one.
func (r *report) pins(key, path string, guarded bool) (digests [][sha256.Size]byte) {
	if path == "" {
		return nil
	}
	content, err := readAtMost(path, maxPinsBytes)
	if err != nil {
		r.add(key, "names a file that cannot be read: "+err.Error(), "name a file with a pin a line")
		return nil
	}
	for i, line := range strings.Split(string(content), "\n") {
		text, _, _ := strings.Cut(line, "#")
		if text = strings.TrimSpace(text); text == "" {
			continue
		}
		digest, ok := readPin(text)
		if !ok {
			r.add(key, fmt.Sprintf("names a file whose line %d, %s, is not a SHA-256", i+1, quote(text)),
				"write 64 hexadecimal digits")
			return nil
		}
		digests = append(digests, digest)
	}
	switch {
	case len(digests) == 0:
		r.add(key, "names a file without a pin", "write the SHA-256 of a certificate into it")
	case guarded && writtenByOthers(path):
		r.add(key, "names a file that other users may change", "give it mode 0400")
	}
	return digests
}

// readPin takes the digits as openssl prints them, too: behind a name, in capitals, with colons.
func readPin(text string) (digest [sha256.Size]byte, ok bool) {
	if _, digits, named := strings.Cut(text, "="); named {
		text = digits
	}
	raw, err := hex.DecodeString(strings.ReplaceAll(text, ":", ""))
	return digest, err == nil && copy(digest[:], raw) == len(raw) && len(raw) == len(digest)
}

func writtenByOthers(path string) bool {
	info, err := os.Stat(path)
	return err != nil || info.Mode().Perm()&0o022 != 0
}
