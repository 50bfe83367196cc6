package main

import (
	"net/netip"
	"slices"
	"testing"

	"foliogate/config"
	"foliogate/session"
)

func TestRowOf(t *testing.T) {
	const pin = "3f0c9a4d7e51b2868d0e6a1c5b94f7230e8d6c5b4a39281706f5e4d3c2b1a098"
	s := config.DefaultSession()
	s.Name, s.CompID, s.OurCompID, s.Connection = "b", "B", "F", config.Accept
	if row := rowOf(s); row.TLS != nil || row.Connection != session.Accept {
		t.Errorf("got %+v", row)
	}
	s.Connection, s.Addresses = config.Dial, []string{"192.0.2.0/24"}
	s.TLS = config.TLS{Certificate: "c", Key: "k", Pins: []string{pin}, MinVersion: config.TLS12}
	row := rowOf(s)
	if row.TLS == nil || row.TLS.Certificate != "c" || row.TLS.Key != "k" || !row.TLS.TLS12 ||
		len(row.TLS.Pins) != 1 || row.TLS.Pins[0][0] != 0x3f || row.Connection != session.Dial ||
		!slices.Equal(row.Addresses, []netip.Prefix{netip.MustParsePrefix("192.0.2.0/24")}) {
		t.Errorf("got %+v", row)
	}
}

// TestGuardIsTheSessions: the defaults of the configuration are those that the session room
// documents, so that a test of the one is a test of the other.
func TestGuardIsTheSessions(t *testing.T) {
	got := limitsOf(config.DefaultGateway())
	got.Block, got.PasswordChecks = 1000, 2 // not configured
	if want := session.DefaultLimits(); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}
