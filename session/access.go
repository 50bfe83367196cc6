package session

import (
	"crypto/tls"
	"log/slog"
	"slices"
)

// access is what a session holds against who comes: its row, and what may change of it while the
// session is up.
type access struct {
	row      Row
	pins     *renewed[[]Pin] // nil: plaintext
	password *renewed[Password]
}

func newAccess(r Row, log *slog.Logger) *access {
	a := &access{row: r}
	a.password = renew("the password", r.Password, r.PasswordFrom, log, func(p Password) error {
		r.Password = p
		return r.checkPassword()
	})
	if r.TLS != nil {
		a.pins = renew("the list of pins", r.TLS.Pins, r.TLS.PinsFrom, log, checkPins)
	}
	return a
}

// knows tells whether a connection is with one of the pinned leaves and new enough.
func (a *access) knows(c tls.ConnectionState) bool {
	return a.pins != nil && len(c.PeerCertificates) > 0 && c.Version >= a.row.TLS.floor() &&
		slices.Contains(a.pins.now(), PinOf(c.PeerCertificates[0]))
}

// current is the row as it is now.
func (a *access) current() Row {
	r := a.row
	r.Password = a.password.now()
	return r
}
