package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha256"
	"crypto/x509"
	"encoding/hex"
	"encoding/pem"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"foliogate/testdata"
)

// office is the shipped configurations over TLS: everybody has a certificate and a file of pins.
type office struct {
	t       *testing.T
	program string
	files   map[string]string
	pins    map[string]string // SHA-256 of each one's certificate
}

func newOffice(t *testing.T, folder string) *office {
	o := &office{t: t, program: filepath.Join(folder, "foliogate"), files: shipped(t), pins: map[string]string{}}
	for _, who := range []string{"foliogate", "birchwood", "northgate", "copperline", "thief", "next"} {
		o.certify(who)
	}
	for _, who := range []string{"birchwood", "northgate", "copperline"} {
		o.write(who+".pins", o.pins[who])
	}
	o.write("gateway.pins", "# of the gateway\n"+o.pins["foliogate"])
	o.edit("gateway.yaml", func(text string) string {
		for _, who := range []string{"birchwood", "northgate", "copperline"} {
			at := strings.Index(text, "name: "+who)
			text = text[:at] + strings.Replace(text[at:], "insecure: true", tlsSection("foliogate", who+".pins"), 1)
		}
		return strings.Replace(text, "insecure: true", tlsSection("foliogate", "northgate.pins"), 1) // HALYARD's
	})
	for file, who := range map[string]string{"client.yaml": "birchwood", "dealer.yaml": "northgate"} {
		o.edit(file, func(text string) string {
			return strings.Replace(text, "insecure: true", tlsSection(who, "gateway.pins"), 1)
		})
	}
	text, err := os.ReadFile(o.path("gateway.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	_, address, _ := strings.Cut(string(text), "connection: dial\n    address: ")
	address, _, _ = strings.Cut(address, "\n")
	o.write("copperline.yaml", "comp_id: COPPERLINE\ngateway_comp_id: FOLIOGATE-CL\nconnection: accept\naddress: "+
		address+"\n"+tlsSection("copperline", "gateway.pins")+"\n")
	return o
}

func tlsSection(who, pins string) string {
	return "tls: {certificate: " + who + ".pem, key: " + who + "-key.pem, pins_file: " + pins + "}"
}

func (o *office) path(name string) string {
	return filepath.Join(filepath.Dir(o.files["gateway.yaml"]), name)
}

func (o *office) write(name, text string) {
	o.t.Helper()
	if err := os.WriteFile(o.path(name), []byte(text), 0o600); err != nil {
		o.t.Fatal(err)
	}
}

func (o *office) edit(name string, change func(string) string) {
	o.t.Helper()
	text, err := os.ReadFile(o.path(name))
	if err != nil {
		o.t.Fatal(err)
	}
	o.write(name, change(string(text)))
}

// certify makes a certificate and its key.
func (o *office) certify(who string) {
	o.t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		o.t.Fatal(err)
	}
	plan := &x509.Certificate{SerialNumber: big.NewInt(1), NotBefore: time.Now().Add(-time.Hour),
		NotAfter: time.Now().Add(time.Hour)}
	der, err := x509.CreateCertificate(rand.Reader, plan, plan, key.Public(), key)
	if err != nil {
		o.t.Fatal(err)
	}
	secret, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		o.t.Fatal(err)
	}
	o.write(who+".pem", string(pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})))
	o.write(who+"-key.pem", string(pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: secret})))
	pin := sha256.Sum256(der)
	o.pins[who] = hex.EncodeToString(pin[:])
}

// inquire sends a small basket to two dealers, by a client that shows some certificate.
func (o *office) inquire(who string, args ...string) *process {
	o.t.Helper()
	o.edit("client.yaml", func(text string) string {
		before, rest, _ := strings.Cut(text, "tls: {")
		_, after, _ := strings.Cut(rest, "pins_file: ")
		pins, after, _ := strings.Cut(after, "}")
		return before + tlsSection(who, pins) + after
	})
	few := strings.Join(strings.SplitAfter(testdata.Switch(), "\n")[:6], "")
	o.write("basket.csv", few)
	return begin(o.t, o.program, append([]string{"inquire", "--config", o.path("client.yaml"),
		"--basket", o.path("basket.csv"), "--dealers", "NORTHGATE,COPPERLINE", "--min-quotes", "2",
		"--patience", "0s"}, args...)...)
}

func (o *office) trades(who string) {
	o.t.Helper()
	client := o.inquire(who)
	client.says("of 5 lines executed")
	if code := client.ends(); code != 0 {
		o.t.Errorf("inquire ends with %d\n%s", code, client.rest())
	}
}

func (o *office) isRefused(who string, words ...string) {
	o.t.Helper()
	client := o.inquire(who, "--connect-within", "2s")
	code, said := client.ends(), client.rest()
	for _, w := range words {
		if code != 7 || !strings.Contains(said, w) {
			o.t.Errorf("%s: inquire ends with %d, and not %q:\n%s", who, code, w, said)
		}
	}
}

// The shipped configurations trade over TLS: a client and a dealer that dial, and a dealer that is
// dialled. Whoever has a wrong pin is told what to do about it; a certificate and a password are
// exchanged while everybody else stays logged on.
func testSecure(t *testing.T, folder string) {
	o := newOffice(t, folder)
	copperline := begin(t, o.program, "dealer", "--config", o.path("copperline.yaml"))
	copperline.says("COPPERLINE listens on ")
	gateway := begin(t, o.program, "serve", "--config", o.path("gateway.yaml"))
	gateway.says("msg=serving")
	northgate := begin(t, o.program, "dealer", "--config", o.path("dealer.yaml"))
	northgate.says("logged on to FOLIOGATE")
	copperline.says("logged on to FOLIOGATE-CL")
	o.trades("birchwood")

	o.isRefused("thief", "our certificate is not known there", "have the SHA-256 of tls.certificate added to the pins"+
		" that the gateway has for us")
	gateway.says(o.pins["thief"])
	o.write("gateway.pins", o.pins["thief"])
	o.isRefused("birchwood", "the certificate is not pinned: its SHA-256 is "+o.pins["foliogate"],
		"if it is the gateway's, add that to tls.pins, or to the file of tls.pins_file")
	o.write("gateway.pins", o.pins["foliogate"])
	o.isRefused("northgate", "our certificate is not known there") // it is, where dealers come in

	o.write("birchwood.pins", o.pins["next"]+" # from today on")
	o.write("passwords/birchwood-ems", "another one")
	o.isRefused("birchwood", "our certificate is not known there")
	o.trades("next")
	for _, p := range []*process{northgate, copperline, gateway} {
		_ = p.Process.Signal(syscall.SIGTERM)
		code, said := p.ends(), p.rest()
		if code != 0 || strings.Contains(said, "logged on") && p != gateway {
			t.Errorf("%s ends with %d\n%s", p.Args[1], code, said)
		}
	}
}

// A dealer with a wrong pin says so, and what to do.
func testSecureDealer(t *testing.T, folder string) {
	o := newOffice(t, folder)
	gateway := begin(t, o.program, "serve", "--config", o.path("gateway.yaml"))
	gateway.says("msg=serving")
	o.write("gateway.pins", o.pins["thief"])
	northgate := begin(t, o.program, "dealer", "--config", o.path("dealer.yaml"))
	northgate.says("its SHA-256 is " + o.pins["foliogate"] + "; if it is the gateway's, add that to tls.pins")
	copperline := begin(t, o.program, "dealer", "--config", o.path("copperline.yaml"))
	copperline.says("if it is the gateway's, add that to tls.pins")
	o.write("gateway.pins", o.pins["foliogate"]) // and it needs no restart
	northgate.says("logged on to FOLIOGATE")
	copperline.says("logged on to FOLIOGATE-CL")
}
