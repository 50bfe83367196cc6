package session

import (
	"crypto/sha256"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"slices"
	"time"
)

// TLS is how a session is encrypted and both ends are known: FIXS method 1a, mutual TLS with both
// leaf certificates pinned. No authority vouches for anybody.
type TLS struct {
	Certificate string // PEM files of ours, read again when they change
	Key         string
	Pins        []Pin // of the counterparty's leaf certificates: today's, the next one, another site's
	TLS12       bool  // an exception for a counterparty without TLS 1.3
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

// knows tells whether a connection is with one of the pinned leaves and new enough.
func (t TLS) knows(c tls.ConnectionState) bool {
	return len(c.PeerCertificates) > 0 && c.Version >= t.floor() &&
		slices.Contains(t.Pins, PinOf(c.PeerCertificates[0]))
}

func (r Row) checkTLS() error {
	if r.TLS == nil {
		return nil
	}
	if len(r.TLS.Pins) == 0 {
		return fmt.Errorf("session %q: no certificate of the counterparty is pinned", r.Name)
	}
	if _, err := tls.LoadX509KeyPair(r.TLS.Certificate, r.TLS.Key); err != nil {
		return fmt.Errorf("session %q: our certificate: %w", r.Name, err)
	}
	return nil
}

var (
	errNotPinned = errors.New("the certificate is not pinned")
	errExpired   = errors.New("the certificate has expired, or is not valid yet")
)

// common is what both ends of ours have in common. Tickets are off: who resumes would not show
// a certificate.
func common(rows []Row, keys *keeper, clock func() time.Time) *tls.Config {
	floor := uint16(tls.VersionTLS13)
	for _, r := range rows {
		floor = min(floor, r.TLS.floor())
	}
	return &tls.Config{
		MinVersion:       floor,
		CipherSuites:     aead(),
		CurvePreferences: []tls.CurveID{tls.X25519MLKEM768, tls.X25519, tls.CurveP256},
		Time:             clock,

		SessionTicketsDisabled: true,
		VerifyConnection: func(c tls.ConnectionState) error {
			if len(c.PeerCertificates) == 0 ||
				!slices.ContainsFunc(rows, func(r Row) bool { return r.TLS.knows(c) }) {
				return errNotPinned
			}
			leaf, now := c.PeerCertificates[0], clock()
			if now.Before(leaf.NotBefore) || now.After(leaf.NotAfter) {
				return errExpired
			}
			return nil
		},
		GetCertificate: func(*tls.ClientHelloInfo) (*tls.Certificate, error) { return keys.get() },
		GetClientCertificate: func(*tls.CertificateRequestInfo) (*tls.Certificate, error) {
			return keys.get()
		},
	}
}

// acceptTLS is for a listener; which of its rows a certificate belongs to is known with the Logon.
func acceptTLS(rows []Row, keys *keeper, clock func() time.Time) *tls.Config {
	c := common(rows, keys, clock)
	c.ClientAuth = tls.RequireAnyClientCert
	return c
}

// dialTLS is for a dialled session.
func dialTLS(row Row, host string, keys *keeper, clock func() time.Time) *tls.Config {
	c := common([]Row{row}, keys, clock)
	c.ServerName = host
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
