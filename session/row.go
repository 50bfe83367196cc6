package session

import (
	"errors"
	"fmt"
	"net"
	"net/netip"
	"strings"
	"time"

	"foliogate/fixspec/wire"
	"foliogate/gateway"
)

// Row is what is agreed with one counterparty about its session.
type Row struct {
	Name         string // for people
	OurCompID    string
	TheirCompID  string
	Connection   Connection
	Address      string        // host:port to listen on, which accepted rows may share, or to dial
	Heartbeat    time.Duration // of a dialled session; whoever dials us brings HeartBtInt(108)
	Reconnect    time.Duration // between attempts to dial
	Schedule     Schedule
	Username     string           // Username(553): expected of who dials us, sent to whom we dial
	Password     Password         // Password(554); of an accepted session, what HashPassword made of it will do
	PasswordFrom Source[Password] // where it is read again; the zero Source: nowhere
	TLS          *TLS             // nil: plaintext, on loopback only
	Addresses    []netip.Prefix   // where who dials us may come from; none: anywhere
	// ResetAllowed lets a counterparty that we accept send ResetSeqNumFlag(141)=Y. To one that we
	// dial we send it, when its numbers say that it lost its past.
	ResetAllowed bool
	Unknown      wire.Unknown // what becomes of tags that the rules have not
	AnyOrder     bool         // members of groups and fields of the header may stand anywhere
	Face         Face
}

// Connection is who opens it.
type Connection int8

// The connections.
const (
	Accept Connection = iota + 1
	Dial
)

// Schedule is when a session is up; the zero Schedule is always. Numbers begin at 1 in each period.
type Schedule struct {
	Start, End string // "15:04:05" in TimeZone; End before Start: on the following day
	TimeZone   string
	Weekdays   []string // Mon to Sun, of Start; none: every day
}

// Firm is the counterparty as the domain knows it.
func (r Row) Firm() gateway.Firm { return gateway.Firm(r.TheirCompID) }

// key names the session in the journal.
func (r Row) key() string { return r.OurCompID + ">" + r.TheirCompID }

func (r Row) check() error {
	switch {
	case !isCompID(r.OurCompID) || !isCompID(r.TheirCompID):
		return fmt.Errorf("session %q: a CompID is empty or has a space, > or control character in it",
			r.Name)
	case r.Connection != Accept && r.Connection != Dial:
		return fmt.Errorf("session %q: neither accepted nor dialled", r.Name)
	case r.Connection == Dial && (r.Heartbeat < time.Second || r.Reconnect <= 0):
		return fmt.Errorf("session %q: a dialled session needs Heartbeat and Reconnect", r.Name)
	case r.Face == nil:
		return fmt.Errorf("session %q: no face", r.Name)
	}
	return errors.Join(r.checkAddress(), r.checkPassword(), r.checkTLS())
}

func (r Row) checkAddress() error {
	host, _, err := net.SplitHostPort(r.Address)
	if err != nil {
		return fmt.Errorf("session %q: %w", r.Name, err)
	}
	ip, err := netip.ParseAddr(host)
	if r.TLS == nil && host != "localhost" && (err != nil || !ip.Unmap().IsLoopback()) {
		return fmt.Errorf("session %q: %s is no loopback address, and there is no TLS", r.Name, host)
	}
	return nil
}

func (r Row) checkPassword() error {
	if !r.Password.isHash() {
		return nil
	}
	if r.Connection == Dial {
		return fmt.Errorf("session %q: a hash cannot be sent, and the session is dialled: it needs the"+
			" password itself", r.Name)
	}
	if _, err := r.Password.argon2id(); err != nil {
		return fmt.Errorf("session %q: %w", r.Name, err)
	}
	return nil
}

// isCompID refuses what would break the journal's header line, or a FIX message.
func isCompID(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(c rune) bool { return c <= ' ' || c == '>' || c == 0x7f })
}

func checkRows(rows []Row) error {
	var errs []error
	seen := make(map[string]string)
	for _, r := range rows {
		errs = append(errs, r.check())
		if other, ok := seen[r.key()]; ok {
			errs = append(errs, fmt.Errorf("session %q: session %q has the same CompIDs", r.Name, other))
		}
		seen[r.key()] = r.Name
	}
	return errors.Join(append(errs, checkListeners(rows))...)
}

// checkListeners holds rows against each other that share a listener: who comes is shown our
// certificate before it says for which session it came.
func checkListeners(rows []Row) error {
	var errs []error
	first := make(map[string]Row)
	for _, r := range rows {
		if r.Connection != Accept {
			continue
		}
		other, ok := first[r.Address]
		if !ok {
			first[r.Address] = r
			continue
		}
		if (r.TLS == nil) != (other.TLS == nil) || r.TLS != nil && !r.TLS.sameIdentity(*other.TLS) {
			errs = append(errs, fmt.Errorf("session %q: session %q has the same address and another"+
				" certificate, or none", r.Name, other.Name))
		}
	}
	return errors.Join(errs...)
}
