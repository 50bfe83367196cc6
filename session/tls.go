package session

import (
	"crypto/sha256"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"slices"
	"strings"
	"time"
)

// TLS is how a session is encrypted and both ends are known: FIXS method 1a, mutual TLS with both
// leaf certificates pinned. No authority vouches for anybody.
type TLS struct {
	Certificate string // PEM files of ours, read again when they change
	Key         string
	Pins        []Pin         // of the counterparty's leaf certificates: today's, the next one, another site's
	PinsFrom    Source[[]Pin] // where they are read again; the zero Source: nowhere
	TLS12       bool          // an exception for a counterparty without TLS 1.3
}

// Pin is the SHA-256 of a leaf certificate in DER.
type Pin [sha256.Size]byte

// PinOf gives the pin of a certificate.
func PinOf(leaf *x509.Certificate) Pin { return sha256.Sum256(leaf.Raw) }

func (t TLS) sameIdentity(other TLS) bool {
	return t.Certificate == other.Certificate && t.Key == other.Key
}

func (t TLS) floor() uint16 {
	if t.TLS12 {
		return tls.VersionTLS12
	}
	return tls.VersionTLS13
}

func (r Row) checkTLS() error {
	if r.TLS == nil {
		return nil
	}
	if err := checkPins(r.TLS.Pins); err != nil {
		return fmt.Errorf("session %q: %w", r.Name, err)
	}
	if _, err := tls.LoadX509KeyPair(r.TLS.Certificate, r.TLS.Key); err != nil {
		return fmt.Errorf("session %q: our certificate: %w", r.Name, err)
	}
	return nil
}

func checkPins(pins []Pin) error {
	if len(pins) == 0 {
		return errors.New("no certificate of the counterparty is pinned")
	}
	return nil
}

// Why there is no connection, or no TLS.
var (
	// ErrNoConnection says that a peer is not connected at all, or not over TLS.
	ErrNoConnection = errors.New("no connection")
	// ErrNotPinned says that the counterparty shows a certificate that is not pinned.
	ErrNotPinned = errors.New("the certificate is not pinned")
	// ErrNotKnown says that the counterparty does not take ours.
	ErrNotKnown = errors.New("our certificate is not known there")

	errExpired = errors.New("the certificate has expired, or is not valid yet")
)

// alertOf is what the other end said when it broke TLS off; nil if it did not.
func alertOf(err error) error {
	var said *net.OpError
	if !errors.As(err, &said) {
		return nil
	}
	if said.Op != "remote error" {
		return alertOf(said.Err)
	}
	if strings.Contains(said.Err.Error(), "certificate") {
		return fmt.Errorf("%w: %w", ErrNotKnown, said.Err)
	}
	return said
}

// common is what both ends of ours have in common. Tickets are off: who resumes would not show
// a certificate. Whether a certificate is valid today is for the wall clock to say.
func common(known []*access, ours *renewed[tls.Certificate]) *tls.Config {
	floor := uint16(tls.VersionTLS13)
	for _, a := range known {
		floor = min(floor, a.row.TLS.floor())
	}
	get := func() (*tls.Certificate, error) {
		c := ours.now()
		if c.Leaf == nil {
			return nil, errors.New("our certificate cannot be read")
		}
		return &c, nil
	}
	return &tls.Config{
		MinVersion:       floor,
		CipherSuites:     aead(),
		CurvePreferences: []tls.CurveID{tls.X25519MLKEM768, tls.X25519, tls.CurveP256},

		SessionTicketsDisabled: true,
		VerifyConnection:       func(c tls.ConnectionState) error { return verify(known, c) },
		GetCertificate:         func(*tls.ClientHelloInfo) (*tls.Certificate, error) { return get() },
		GetClientCertificate: func(*tls.CertificateRequestInfo) (*tls.Certificate, error) {
			return get()
		},
	}
}

// verify looks whether any session is for this certificate, and whether it is valid.
func verify(known []*access, c tls.ConnectionState) error {
	if len(c.PeerCertificates) == 0 {
		return ErrNotPinned
	}
	if !slices.ContainsFunc(known, func(a *access) bool { return a.knows(c) }) {
		return fmt.Errorf("%w: its SHA-256 is %x", ErrNotPinned, PinOf(c.PeerCertificates[0]))
	}
	leaf, now := c.PeerCertificates[0], time.Now()
	if now.Before(leaf.NotBefore) || now.After(leaf.NotAfter) {
		return errExpired
	}
	return nil
}

// acceptTLS is for a listener; which of its sessions a certificate belongs to is known with the
// Logon.
func acceptTLS(known []*access, log *slog.Logger) *tls.Config {
	c := common(known, keep(*known[0].row.TLS, log))
	c.ClientAuth = tls.RequireAnyClientCert
	return c
}

// dialTLS is for a dialled session.
func dialTLS(a *access, log *slog.Logger) *tls.Config {
	c := common([]*access{a}, keep(*a.row.TLS, log))
	c.ServerName, _, _ = net.SplitHostPort(a.row.Address)
	// The pin, in VerifyConnection, takes the place of the authorities.
	c.InsecureSkipVerify = true
	return c
}

// aead are the suites for TLS 1.2: ephemeral keys, authenticated encryption. Those of 1.3 are.
func aead() []uint16 {
	return []uint16{
		tls.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, tls.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
		tls.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384, tls.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
		tls.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,
		tls.TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256,
	}
}
