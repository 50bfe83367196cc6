package config

import (
	"os"
	"strings"
	"unicode"
)

const maxPasswordBytes = 1024

// hashPrefix is how the text begins that foliogate password makes.
const hashPrefix = "$argon2id$"

// credentials is the keys for Username(553) and Password(554), as they are checked together.
type credentials struct {
	at           string // path of the section or row that holds the keys; "" for the whole file
	username     string
	password     Secret
	passwordFile string
	guarded      bool // production: no password in the file, none that others may read
	sent         bool // to the counterparty: a hash would not do
	proven       bool // by the counterparty: in production a hash is kept, not the password
}

func (r *report) credentials(c credentials) {
	plain, file := join(c.at, "password"), join(c.at, "password_file")
	hasPassword := !c.password.Empty() || c.passwordFile != "" || r.faulty(plain) || r.faulty(file)
	switch {
	case r.given(plain) && r.given(file):
		r.add(plain, "and password_file exclude each other", "delete password")
	case c.guarded && !c.password.Empty() && c.passwordFile == "":
		r.add(plain, "is refused in production", "put it into a file, and name that in password_file")
	case c.username == "" && hasPassword:
		r.add(join(c.at, "username"), "is missing, and there is a password", "give both or neither")
	case c.username != "" && !hasPassword:
		r.add(file, "is missing, and there is a username", "give both or neither")
	}
	if r.given(plain) && c.password.Empty() {
		r.add(plain, "is empty", "give both username and password, or neither")
	}
}

// fetch reads the secret that a password_file holds: one line, its end left off. It gives back the
// file's path too, resolved. No error repeats the path, which may be a password in the wrong place.
func (r *report) fetch(c credentials) (Secret, string) {
	key := join(c.at, "password_file")
	path := r.path(key, c.passwordFile)
	if path == "" {
		return c.password, ""
	}
	content, err := readAtMost(path, maxPasswordBytes)
	if err != nil {
		r.add(key, "names a file that cannot be read: "+err.Error(),
			"name a file that holds the password")
		return c.password, path
	}
	text := strings.TrimSuffix(strings.TrimSuffix(string(content), "\n"), "\r")
	switch {
	case text == "":
		r.add(key, "names a file that is empty", "write the password into it")
	case strings.ContainsFunc(text, unicode.IsControl):
		r.add(key, "names a file that holds more than one line of text",
			"write only the password into it")
	case c.guarded && readByOthers(path):
		r.add(key, "names a file that other users may read", "give it mode 0400")
	case strings.HasPrefix(text, hashPrefix) && c.sent:
		r.add(key, "names a file that holds a hash, which the counterparty could not use",
			"write the password itself into it")
	case !strings.HasPrefix(text, hashPrefix) && c.proven && c.guarded:
		r.add(key, "names a file that holds a plain password, which is refused in production",
			"write into it what foliogate password makes of it")
	}
	return NewSecret(text), path
}

func readByOthers(path string) bool {
	info, err := os.Stat(path)
	return err != nil || info.Mode().Perm()&0o077 != 0
}
