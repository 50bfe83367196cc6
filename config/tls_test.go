package config

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"encoding/pem"
	"math/big"
	"net/netip"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const pinned = "3f0c9a4d7e51b2868d0e6a1c5b94f7230e8d6c5b4a39281706f5e4d3c2b1a098"

// certify puts a certificate and its key beside a configuration.
func certify(t *testing.T, file string) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	plan := &x509.Certificate{SerialNumber: big.NewInt(1)}
	der, err := x509.CreateCertificate(rand.Reader, plan, plan, key.Public(), key)
	if err != nil {
		t.Fatal(err)
	}
	secret, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	for name, block := range map[string]*pem.Block{"ours.pem": {Type: "CERTIFICATE", Bytes: der},
		"key.pem": {Type: "PRIVATE KEY", Bytes: secret}} {
		path := filepath.Join(filepath.Dir(file), name)
		if err := os.WriteFile(path, pem.EncodeToMemory(block), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

func TestAccessRules(t *testing.T) {
	const insecure = "127.0.0.1:9878\n    insecure: true\n"
	const tls = "    tls: {certificate: ours.pem, key: key.pem, pins: [" + pinned + "]}\n"
	for _, c := range []struct{ name, row, want string }{
		{"nothing", insecure, ""},
		{"TLS", "127.0.0.1:9878\n" + tls, ""},
		{"TLS for everybody", "0.0.0.0:9878\n" + tls, ""},
		{"TLS and not", insecure + tls, `insecure: is true, and there is TLS; delete one of them`},
		{"none beyond loopback", "0.0.0.0:9878\n    insecure: true\n",
			`0.0.0.0 is not a loopback address, and without TLS none else is permitted`},
		{"no files", "0.0.0.0:9878\n    tls: {pins: [" + pinned + "]}\n",
			`tls.certificate: is missing`},
		{"no pins", "0.0.0.0:9878\n    tls: {certificate: ours.pem, key: key.pem}\n",
			`tls.pins: is missing, and so is pins_file: anybody could be the counterparty`},
		{"empty", "127.0.0.1:9878\n    tls: {}\n", `tls.key: is missing`},
		{"short pin", "0.0.0.0:9878\n" + strings.Replace(tls, pinned, pinned[2:], 1),
			`tls.pins[0]: "` + pinned[2:42] + `..." is not a SHA-256; write 64 hexadecimal digits`},
		{"pin twice", "0.0.0.0:9878\n" + strings.Replace(tls, pinned, pinned+", "+pinned, 1), `is in the list twice`},
		{"version", "0.0.0.0:9878\n" + strings.Replace(tls, "]}", "], min_version: 1.1}", 1),
			`tls.min_version: "1.1" is not known; write 1.3 or 1.2`},
		{"file not there", "0.0.0.0:9878\n" + strings.Replace(tls, "ours", "theirs", 1),
			`tls.certificate: and key are not a certificate and its key: no such file or directory`},
		{"key for certificate", "0.0.0.0:9878\n" + strings.Replace(tls, "ours.pem", "key.pem", 1),
			`tls.certificate: and key are not a certificate and its key: `},
		{"network", insecure + "    addresses: [192.0.2.0/24, 2001:db8::/32, 192.0.2.7]\n", ""},
		{"no network", insecure + "    addresses: [everywhere]\n",
			`addresses[0]: "everywhere" is not an IP address or network; write it as 192.0.2.0/24 or 192.0.2.7`},
		{"digits behind", insecure + "    addresses: [192.0.2.7/24]\n",
			`addresses[0]: "192.0.2.7/24" has digits behind its length; did you mean 192.0.2.0/24?`},
	} {
		file := write(t, strings.Replace(sound, insecure, c.row, 1))
		certify(t, file)
		_, err := LoadGateway(file, nil)
		if got := told(err, file); c.want == "" && got != "" || !strings.Contains(got, c.want) {
			t.Errorf("%s: told %q", c.name, got)
		}
	}
}

func TestListenerHasOneCertificate(t *testing.T) {
	const second = `  - name: another
    role: client
    comp_id: ANOTHER-EMS
    connection: accept
    address: 127.0.0.1:9878
    panel: [NORTHGATE]
    tls: {certificate: ours.pem, key: key.pem, pins: [` + pinned + `]}
`
	file := write(t, sound+second)
	certify(t, file)
	_, err := LoadGateway(file, nil)
	const want = `sessions[2].address: "127.0.0.1:9878" is also that of the session at line 5, which has another certificate, or none`
	if got := told(err, file); !strings.Contains(got, want) {
		t.Errorf("told %q", got)
	}
}

func TestPasswordsOfProduction(t *testing.T) {
	hash := "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0$aGFzaGhhc2hoYXNoaGFzaA"
	for _, c := range []struct{ name, mode, row, holds, want string }{
		{"a hash", "production", "birchwood", hash, ""},
		{"a plain one", "production", "birchwood", "word", "a plain password, which is refused in production"},
		{"a plain one to send", "production", "northgate", "word", ""},
		{"a hash to send", "production", "northgate", hash, "a hash, which the counterparty could not use"},
		{"a plain rehearsal", "rehearsal", "birchwood", "word", ""},
		{"a rehearsal", "rehearsal", "birchwood", hash, ""},
	} {
		content := strings.Replace(sound, "rehearsal", c.mode, 1)
		content = strings.Replace(content, "name: "+c.row+"\n",
			"name: "+c.row+"\n    username: u\n    password_file: secret\n", 1)
		file := write(t, content)
		if err := os.WriteFile(filepath.Join(filepath.Dir(file), "secret"), []byte(c.holds), 0o400); err != nil {
			t.Fatal(err)
		}
		_, err := LoadGateway(file, nil)
		if got := told(err, file); c.want == "" && got != "" || !strings.Contains(got, c.want) {
			t.Errorf("%s: told %q", c.name, got)
		}
	}
}

func TestPinsAndNetworks(t *testing.T) {
	colons := strings.ToUpper(strings.Join(pairs(pinned), ":"))
	digests, err := TLS{Pins: []string{pinned, colons}}.ReadPins(Production)
	if err != nil || len(digests) != 2 || digests[0] != digests[1] || digests[0][0] != 0x3f {
		t.Errorf("got %x", digests)
	}
	want := []netip.Prefix{netip.MustParsePrefix("192.0.2.0/24"), netip.MustParsePrefix("192.0.2.7/32")}
	if got := (Session{Addresses: []string{"192.0.2.0/24", "192.0.2.7"}}).Networks(); !slices.Equal(got, want) {
		t.Errorf("got %v", got)
	}
}

func pairs(text string) (all []string) {
	for ; text != ""; text = text[2:] {
		all = append(all, text[:2])
	}
	return all
}

func TestGuardRules(t *testing.T) {
	for line, want := range map[string]string{
		"guard: {max_logon_bytes: 4095}":                  "guard.max_logon_bytes: 4095 is not between 4096 and 65536",
		"guard: {max_strangers: 200, max_connections: 9}": "guard.max_strangers: 200 is more than the 9 of guard.max_connections",
		"guard: {locked_for: 25h}":                        "guard.locked_for: 25h is not between 1s and 24h",
		"guard: {max_logon_bytes: 4096}":                  "",
	} {
		file := write(t, strings.Replace(sound, "data_dir", line+"\ndata_dir", 1))
		_, err := LoadGateway(file, nil)
		if got := told(err, file); want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%s: told %q", line, got)
		}
	}
}
