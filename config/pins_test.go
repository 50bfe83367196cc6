package config

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestPinsFile(t *testing.T) {
	colons := strings.ToUpper(strings.Join(pairs(pinned), ":"))
	for _, c := range []struct {
		name, content, want string
		mode                os.FileMode
		pins                int
	}{
		{"digits", pinned + "\n", "", 0o644, 1},
		{"as openssl says it", "sha256 Fingerprint=" + colons, "", 0o644, 1},
		{"for people", "# today\n" + pinned + " # until June\r\n\n" + colons + "\n", "", 0o644, 2},
		{"none", "# none yet\n\n", "names a file without a pin; write the SHA-256 of a certificate into it", 0o644, 0},
		{"empty", "", "names a file without a pin", 0o644, 0},
		{"cut short", pinned + "\n" + pinned[:60], `names a file whose line 2, "` + pinned[:40] +
			`...", is not a SHA-256; write 64 hexadecimal digits`, 0o644, 0},
		{"a certificate", "-----BEGIN CERTIFICATE-----\nMIIB\n", "names a file whose line 1, ", 0o644, 0},
		{"too long", strings.Repeat(pinned+"\n", 1100), "cannot be read: larger than 65536 bytes", 0o644, 0},
		{"for all to change", pinned, "names a file that other users may change; give it mode 0400", 0o666, 1},
	} {
		file := filepath.Join(t.TempDir(), "pins")
		if err := os.WriteFile(file, []byte(c.content), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(file, c.mode); err != nil {
			t.Fatal(err)
		}
		pins, err := TLS{PinsFile: file}.ReadPins(Production)
		if len(pins) != c.pins || (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %d pins, %v", c.name, len(pins), err)
		}
	}
	if _, err := (TLS{PinsFile: "nowhere"}).ReadPins(Production); err == nil ||
		err.Error() != "pins_file: names a file that cannot be read: no such file or directory; name a file with a pin a line" {
		t.Errorf("a file that is not there: %v", err)
	}
}

// A password file that is read again is held against the rules of the first time.
func TestReadPasswordAgain(t *testing.T) {
	hash := "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0$aGFzaGhhc2hoYXNoaGFzaA"
	for _, c := range []struct {
		content    string
		mode       Mode
		connection Connection
		want       string
	}{
		{"word\n", Rehearsal, Accept, ""},
		{hash, Production, Accept, ""},
		{"word\n", Production, Accept, "a plain password, which is refused in production"},
		{hash, Production, Dial, "a hash, which the counterparty could not use"},
		{"", Rehearsal, Accept, "names a file that is empty"},
	} {
		file := filepath.Join(t.TempDir(), "word")
		if err := os.WriteFile(file, []byte(c.content), 0o400); err != nil {
			t.Fatal(err)
		}
		word, err := Session{Username: "u", PasswordFile: file, Connection: c.connection}.ReadPassword(c.mode)
		if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: %v", c.content, err)
		}
		if err == nil && word.Reveal() != strings.TrimSpace(c.content) {
			t.Errorf("%q is read as another", c.content)
		}
	}
}

func TestCounterpartiesWithTLS(t *testing.T) {
	const secure = "tls: {certificate: ours.pem, key: key.pem, pins: [" + pinned + "]}\n"
	for _, c := range []struct{ name, rest, want string }{
		{"TLS", "address: fix.gateway.example:9878\n" + secure, ""},
		{"neither", "address: 127.0.0.1:9878\n", "insecure: is not true, and the session is not encrypted"},
		{"both", "address: 127.0.0.1:9878\ninsecure: true\n" + secure, "insecure: is true, and there is TLS; delete one"},
		{"no pins", "address: 127.0.0.1:9878\ntls: {certificate: ours.pem, key: key.pem}\n",
			"tls.pins: is missing, and so is pins_file: anybody could be the counterparty"},
		{"a file of pins", "address: 127.0.0.1:9878\ntls: {certificate: ours.pem, key: key.pem, pins_file: lines}\n",
			`tls.pins_file: names a file whose line 1, "tell-no-one", is not a SHA-256`},
		{"no certificate", "address: 127.0.0.1:9878\ntls: {certificate: no.pem, key: key.pem, pins: [" + pinned + "]}\n",
			"tls.certificate: and key are not a certificate and its key"},
	} {
		for kind, load := range map[string]func(string) error{
			"":                   func(file string) error { _, err := LoadClient(file, nil); return err },
			"connection: dial\n": func(file string) error { _, err := LoadDealer(file, nil); return err },
		} {
			file := write(t, "comp_id: OURS\ngateway_comp_id: FOLIOGATE\n"+kind+c.rest)
			certify(t, file)
			if got := told(load(file), file); c.want == "" && got != "" || !strings.Contains(got, c.want) {
				t.Errorf("%s, %q: told %q", c.name, kind, got)
			}
		}
	}
}
