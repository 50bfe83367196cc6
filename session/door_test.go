package session

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"math/big"
	"net"
	"net/netip"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// identity is a certificate with its key, in files too.
type identity struct {
	tls.Certificate
	pin                  Pin
	certificateFile, key string
}

// newIdentity makes a certificate that is valid up to a time.
func newIdentity(t testing.TB, until time.Time) identity {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	plan := &x509.Certificate{SerialNumber: big.NewInt(1), NotBefore: until.Add(-48 * time.Hour),
		NotAfter: until}
	der, err := x509.CreateCertificate(rand.Reader, plan, plan, key.Public(), key)
	if err != nil {
		t.Fatal(err)
	}
	secret, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	i := identity{certificateFile: filepath.Join(dir, "certificate.pem"), key: filepath.Join(dir, "key.pem")}
	writePEM(t, i.certificateFile, "CERTIFICATE", der)
	writePEM(t, i.key, "PRIVATE KEY", secret)
	if i.Certificate, err = tls.LoadX509KeyPair(i.certificateFile, i.key); err != nil {
		t.Fatal(err)
	}
	i.pin = PinOf(i.Leaf)
	return i
}

func writePEM(t testing.TB, file, kind string, der []byte) {
	t.Helper()
	text := pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: der})
	if err := os.WriteFile(file, text, 0o600); err != nil {
		t.Fatal(err)
	}
}

func tomorrow() time.Time { return time.Now().Add(24 * time.Hour) }

// with gives a row TLS: our identity, and whose certificates are pinned.
func (r Row) with(ours identity, theirs ...identity) Row {
	r.TLS = &TLS{Certificate: ours.certificateFile, Key: ours.key}
	for _, i := range theirs {
		r.TLS.Pins = append(r.TLS.Pins, i.pin)
	}
	return r
}

// clientTLS is a counterparty's side; it trusts anybody, as a thief would.
func clientTLS(who ...identity) *tls.Config {
	c := &tls.Config{InsecureSkipVerify: true}
	for _, i := range who {
		c.Certificates = append(c.Certificates, i.Certificate)
	}
	return c
}

// dialSecure connects to where a session is listened for.
func (g *gatewayAt) dialSecure(t testing.TB, name string, c *tls.Config) *raw {
	t.Helper()
	socket, err := net.Dial("tcp", g.Addr(name).String())
	if err != nil {
		t.Fatal(err)
	}
	return rawOn(t, tls.Client(socket, c), name)
}

func TestDoor(t *testing.T) {
	t.Parallel()
	ours, hers, his := newIdentity(t, tomorrow()), newIdentity(t, tomorrow()), newIdentity(t, tomorrow())
	nobodys, old := newIdentity(t, tomorrow()), newIdentity(t, time.Now().Add(-time.Minute))
	next := newIdentity(t, tomorrow())

	client := accepted("CLIENT").with(ours, hers, next)
	client.Password = Password(HashPassword("word"))
	client.Addresses = []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")}
	other := accepted("OTHER").with(ours, his)
	stale := accepted("STALE").with(ours, old)
	third := accepted("THIRD").with(ours, his)
	third.Address = "localhost:0"
	far := accepted("FAR").with(ours, hers)
	far.Addresses = []netip.Prefix{netip.MustParsePrefix("192.0.2.0/24")}
	weak := accepted("WEAK").with(ours, nobodys)
	weak.TLS.TLS12, weak.Address = true, "127.0.0.1:00"
	g := open(t, t.TempDir(), Limits{}, client, other, stale, third, far, weak)

	below := clientTLS(hers)
	below.MaxVersion = tls.VersionTLS12
	strange := newIdentity(t, tomorrow())
	for _, c := range []struct {
		name, to, as string
		tls          *tls.Config
		fields, says string
	}{
		{"no certificate", "CLIENT", "CLIENT", clientTLS(), known, "no TLS"},
		{"unknown certificate", "CLIENT", "CLIENT", clientTLS(strange), known, ErrNotPinned.Error()},
		{"another's certificate", "CLIENT", "CLIENT", clientTLS(his), known, errNotItsOwn.Error()},
		{"another's name", "CLIENT", "OTHER", clientTLS(hers), known, errNotItsOwn.Error()},
		{"unknown name", "CLIENT", "SOMEONE", clientTLS(hers), known, errUnknown.Error()},
		{"another listener", "THIRD", "OTHER", clientTLS(his), known, errUnknown.Error()},
		{"expired certificate", "STALE", "STALE", clientTLS(old), known, errExpired.Error()},
		{"another address", "FAR", "FAR", clientTLS(hers), known, errAddress.Error()},
		{"old TLS", "CLIENT", "CLIENT", below, known, "no TLS"},
		{"wrong password", "CLIENT", "CLIENT", clientTLS(hers), "553=user|554=wort|", errWrongPassword.Error()},
		{"wrong user", "CLIENT", "CLIENT", clientTLS(hers), "553=User|554=word|", errWrongPassword.Error()},
		{"no password", "CLIENT", "CLIENT", clientTLS(hers), "", errWrongPassword.Error()},
		{"the hash itself", "CLIENT", "CLIENT", clientTLS(hers), "553=user|554=" + string(client.Password) + "|",
			errWrongPassword.Error()},
		{"two names", "CLIENT", "CLIENT", clientTLS(hers), known + "49=OTHER|", errNoLogon.Error()},
		{"a name within data", "CLIENT", "CLIENT", clientTLS(hers), "95=9|96=x|49=OTHER|" + known,
			errNoLogon.Error()},
		{"a name below", "CLIENT", "CLIENT", clientTLS(hers), known + "50=DESK|", errUnknown.Error()},
	} {
		r := g.dialSecure(t, c.to, c.tls)
		r.ours, r.next = c.as, 17
		_, _ = r.Write(r.text("A", 17, "98=0|108=30|"+c.fields)) // it may be closed already
		r.closed(t)
		g.log.has(t, "a connection was refused", c.says)
	}
	for _, now := range g.States() {
		if now.Sent != 0 || now.Received != 0 || now.LoggedOn || !now.Secure {
			t.Errorf("strangers moved %+v", now)
		}
	}
	for i, who := range []identity{hers, next} {
		r := g.dialSecure(t, "CLIENT", clientTLS(who))
		r.next = i + 1
		if m := r.logOn(t, known); m.msgType != "A" {
			t.Errorf("the Logon is answered %s", m.body)
		}
		if shown := r.Conn.(*tls.Conn).ConnectionState(); shown.Version != tls.VersionTLS13 ||
			PinOf(shown.PeerCertificates[0]) != ours.pin {
			t.Errorf("version %x", shown.Version)
		}
		r.expect(t, "E")
		r.Close()
		g.log.has(t, "logged out", "CLIENT")
	}
	old12 := clientTLS(nobodys)
	old12.MaxVersion = tls.VersionTLS12
	if m := g.dialSecure(t, "WEAK", old12).logOn(t, known); m.msgType != "A" {
		t.Errorf("the exception is answered %s", m.body)
	}
}

func TestTLSGarbage(t *testing.T) {
	t.Parallel()
	ours, hers := newIdentity(t, tomorrow()), newIdentity(t, tomorrow())
	g := open(t, t.TempDir(), Limits{HandshakeWithin: 200 * time.Millisecond}, accepted("CLIENT").with(ours, hers))
	for name, garbage := range map[string][]byte{
		"a Logon":       []byte(frame("A", "34=1|")),
		"a long record": append([]byte{22, 3, 1, 0xff, 0xff}, bytes.Repeat([]byte{1}, 1<<16)...),
		"an alert":      {21, 3, 3, 0, 2, 2, 40},
		"zeros":         make([]byte, 1<<16),
		"half a hello":  {22, 3, 1, 0, 200, 1, 0, 0, 196},
		"nothing":       nil,
	} {
		socket, err := net.Dial("tcp", g.Addr("CLIENT").String())
		if err != nil {
			t.Fatal(err)
		}
		_, _ = socket.Write(garbage)
		if err := socket.SetReadDeadline(time.Now().Add(patience)); err != nil {
			t.Fatal(err)
		}
		heard := new(bytes.Buffer)
		_, err = heard.ReadFrom(socket)
		if late, ok := err.(net.Error); ok && late.Timeout() {
			t.Errorf("%s: the connection is open", name)
		}
		if strings.Contains(heard.String(), "8=FIX") {
			t.Errorf("%s is answered %q", name, heard)
		}
		socket.Close()
	}
	if m := g.dialSecure(t, "CLIENT", clientTLS(hers)).logOn(t, known); m.msgType != "A" {
		t.Errorf("the right one is answered %s", m.body)
	}
}

func TestCertificateIsReadAgain(t *testing.T) {
	t.Parallel()
	ours, later, hers := newIdentity(t, tomorrow()), newIdentity(t, tomorrow().Add(time.Hour)), newIdentity(t, tomorrow())
	g := open(t, t.TempDir(), Limits{}, accepted("CLIENT").with(ours, hers))
	shown := func() Pin {
		r := g.dialSecure(t, "CLIENT", clientTLS(hers))
		defer r.Close()
		if err := r.Conn.(*tls.Conn).Handshake(); err != nil {
			t.Fatal(err)
		}
		return PinOf(r.Conn.(*tls.Conn).ConnectionState().PeerCertificates[0])
	}
	if shown() != ours.pin {
		t.Error("another certificate at first")
	}
	replace := func(file, by string) {
		text, err := os.ReadFile(by)
		if err == nil {
			err = os.WriteFile(file, text, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	replace(ours.certificateFile, later.certificateFile)
	if shown() != ours.pin {
		t.Error("a certificate without its key is shown")
	}
	g.log.has(t, "our certificate cannot be read")
	replace(ours.key, later.key)
	if shown() != later.pin {
		t.Error("the new certificate is not shown")
	}
}

func TestVaultLocksOut(t *testing.T) {
	t.Parallel()
	now := time.Unix(1750000000, 0)
	v := newVault(Limits{WrongPasswords: 2, LockedFor: time.Minute}.withDefaults(), func() time.Time { return now })
	row, bare := accepted("CLIENT"), accepted("CLIENT")
	row.TLS = &TLS{}
	here, there := netip.MustParsePrefix("192.0.2.1/32"), netip.MustParsePrefix("192.0.2.2/32")
	for i, c := range []struct {
		row  Row
		from netip.Prefix
		word string
		late time.Duration
		want verdict
	}{
		{row, here, "wort", 0, verdictWrong},
		{row, here, "word", 0, verdictRight}, // forgets the wrong one
		{row, here, "wort", 0, verdictWrong},
		{row, here, "wort", 0, verdictWrong},
		{row, here, "word", 0, verdictLocked},
		{row, there, "word", 0, verdictRight},
		{bare, here, "word", 0, verdictRight}, // without TLS nobody is locked out
		{row, here, "wort", time.Minute + 1, verdictWrong},
		{row, here, "word", 0, verdictRight},
	} {
		now = now.Add(c.late)
		if got := v.asks(soon(t), c.row, c.from, "user", c.word); got != c.want {
			t.Errorf("case %d: verdict %d, want %d", i, got, c.want)
		}
	}
}

// Comparing passwords takes long on purpose, and holds up nobody but who waits for it.
func TestPasswordsHoldUpNobody(t *testing.T) {
	t.Parallel()
	g := open(t, t.TempDir(), Limits{PasswordChecks: 1}, accepted("CLIENT"), accepted("OTHER"))
	live := g.dialRaw(t, "CLIENT")
	live.logOn(t, known)
	live.expect(t, "E")
	g.vault.slots <- struct{}{} // somebody's password is being compared
	waiting := g.dialRaw(t, "OTHER")
	waiting.say(t, "A", "98=0|108=30|"+known)
	live.say(t, "1", "112=still here|")
	live.expect(t, "0", "|112=still here|")
	<-g.vault.slots
	waiting.expect(t, "A")
}

func TestHashedPassword(t *testing.T) {
	t.Parallel()
	hash := HashPassword("word")
	if hash == HashPassword("word") {
		t.Error("two hashes have one salt")
	}
	for password, want := range map[string]bool{"word": true, "wort": false, "": false, hash: false} {
		if got := (Row{Password: Password(hash)}).matches("", password); got != want {
			t.Errorf("%q matches: %t", password, got)
		}
	}
	for name, text := range map[string]string{
		"no salt": "$argon2id$v=19$m=19456,t=2,p=1$$aaaa", "words": "$argon2id$hello",
		"another version": strings.Replace(hash, "v=19", "v=16", 1),
		"too much memory": strings.Replace(hash, "m=19456", "m=999999999", 1),
		"no passes":       strings.Replace(hash, "t=2", "t=0", 1),
		"many passes":     strings.Replace(hash, "t=2", "t=4000000000", 1),
		"no lanes":        strings.Replace(hash, "p=1", "p=0", 1),
	} {
		row := accepted("C")
		row.Password, row.Face = Password(text), face{}
		if row.check() == nil {
			t.Errorf("%s is taken", name)
		}
	}
}
