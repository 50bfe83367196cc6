package session

import (
	"bytes"
	"errors"
	"net"
)

// Why somebody was not let in: for the log, never for the wire.
var (
	errCrowd         = errors.New("too many connections")
	errAddress       = errors.New("the address is not expected")
	errUnknown       = errors.New("no session here has these CompIDs")
	errNotItsOwn     = errors.New("the certificate is not this session's")
	errWrongPassword = errors.New("wrong credentials")
	errLocked        = errors.New("locked out after wrong credentials")
	errLive          = errors.New("the session is logged on: the second logon is refused, the first stays")
	errTaken         = errors.New("the session is busy with another connection")
)

// handshakeError is what went wrong before TLS stood.
type handshakeError struct{ error }

func (e handshakeError) Error() string { return "no TLS: " + e.error.Error() }
func (e handshakeError) Unwrap() error { return e.error }

// alarmsPerMinute bounds what strangers can make us write.
const alarmsPerMinute = 600

// refuse closes without a word and raises the alarm.
func (d *door) refuse(socket net.Conn, why error, who string) {
	_ = socket.Close()
	if d.work.Err() != nil {
		return
	}
	d.mu.Lock()
	loud, muted := d.alarm.take(1, d.clock()), d.muted
	if d.muted++; loud {
		d.muted = 0
	}
	d.mu.Unlock()
	if loud {
		d.log.Error("a connection was refused", "remote", socket.RemoteAddr().String(),
			"listener", d.Addr().String(), "session", who, "reason", why, "refused_unsaid", muted)
	}
}

// pairOf is whom a Logon claims to be from and for.
func pairOf(raw []byte) string {
	return printable(field(raw, "49")) + " to " + printable(field(raw, "56"))
}

func field(raw []byte, tag string) string {
	const most = 64
	_, rest, _ := bytes.Cut(raw, []byte("\x01"+tag+"="))
	value, _, _ := bytes.Cut(rest, []byte{0x01})
	return string(value[:min(len(value), most)])
}

// admits tells whether a counterparty may come from where this one does.
func (r Row) admits(g *guest) bool {
	if len(r.Addresses) == 0 {
		return true
	}
	tcp, ok := g.socket.RemoteAddr().(*net.TCPAddr)
	if !ok {
		return false
	}
	ip := tcp.AddrPort().Addr().Unmap().WithZone("")
	for _, p := range r.Addresses {
		if p.Contains(ip) {
			return true
		}
	}
	return false
}

// ambiguous tells whether a Logon has a field twice, anywhere in its bytes, that says who comes.
// The engine reads the last one, and reads on within data; what it takes for the name must be what
// was looked at.
func ambiguous(raw []byte) bool {
	for _, tag := range []string{"34", "49", "50", "56", "57", "108", "141", "142", "143", "553", "554",
		"789"} {
		if bytes.Count(raw, []byte("\x01"+tag+"=")) > 1 {
			return true
		}
	}
	return bytes.Contains(raw, []byte("\x018="))
}
