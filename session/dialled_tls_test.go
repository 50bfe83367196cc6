package session

import (
	"crypto/tls"
	"net"
	"testing"
)

// A dealer that is dialled shows a pinned certificate and sees ours; anybody else at its address
// hears no Logon, and our password stays with us.
func TestDialledTLS(t *testing.T) {
	t.Parallel()
	ours, theirs, strange := newIdentity(t, tomorrow()), newIdentity(t, tomorrow()), newIdentity(t, tomorrow())
	socket, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer socket.Close()
	g := open(t, t.TempDir(), Limits{}, dialledTo("DEALER", socket.Addr().String()).with(ours, theirs))
	as := func(i identity, most uint16) (*tls.Conn, error) {
		c, err := socket.Accept()
		if err != nil {
			t.Fatal(err)
		}
		secured := tls.Server(c, &tls.Config{Certificates: []tls.Certificate{i.Certificate},
			ClientAuth: tls.RequireAnyClientCert, MaxVersion: most})
		return secured, secured.Handshake()
	}
	if _, err := as(theirs, tls.VersionTLS12); err == nil {
		t.Error("TLS 1.2 is spoken without an exception")
	}
	g.log.has(t, "was not reached", "no TLS")
	c, err := as(strange, 0)
	if n, readErr := c.Read(make([]byte, 1)); n != 0 || err == nil && readErr == nil {
		t.Error("a stranger at the dealer's address hears something")
	}
	g.log.has(t, "was not reached", ErrNotPinned.Error())
	c, err = as(theirs, 0)
	if err != nil {
		t.Fatal(err)
	}
	if shown := c.ConnectionState(); PinOf(shown.PeerCertificates[0]) != ours.pin ||
		shown.Version != tls.VersionTLS13 {
		t.Errorf("we show another certificate, over version %x", shown.Version)
	}
	dealer := rawOn(t, c, "DEALER")
	dealer.expect(t, "A", "|554=secret-word|")
	dealer.say(t, "A", "98=0|108=30|")
	dealer.expect(t, "E")
}
