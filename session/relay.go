package session

import (
	"context"
	"crypto/rand"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"strconv"
	"sync"
	"time"

	"github.com/quickfixgo/quickfix"
	"github.com/quickfixgo/quickfix/config"
)

// relay gives dialled sessions what accepted ones have. The engine has no hook for its dialer, but
// it can dial through a SOCKS5 proxy (RFC 1928) with a password (RFC 1929): the relay is that
// proxy, on a loopback port of this process. Whoever does not know the password of the session,
// which is made anew with each start and never leaves the process, gets nothing from it.
//
// The connection to the counterparty is the relay's own: TLS, guard, barrier and deadlines are
// those of an accepted one. Where the engine says that it wants to go is not looked at: the row
// of the session says it.
type relay struct {
	*listener // knows the connections to counterparties
	sessions  *Sessions
	callers   map[string]*caller

	work context.Context // ends with the relay
	quit context.CancelFunc
	both sync.WaitGroup
}

// caller is one dialled session.
type caller struct {
	link     *link
	password string
	secure   *tls.Config // nil: plaintext
}

func newRelay(s *Sessions) (*relay, error) {
	socket, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	r := &relay{sessions: s, callers: make(map[string]*caller)}
	r.listener = newListener(socket, nil, s.options.Limits, s.closed)
	r.work, r.quit = context.WithCancel(context.Background())
	for i, l := range s.order {
		if l.row.Connection != Dial {
			continue
		}
		c := &caller{link: l, password: rand.Text()}
		if l.row.TLS != nil {
			host, _, _ := net.SplitHostPort(l.row.Address)
			c.secure = dialTLS(l.row, host, newKeeper(*l.row.TLS, l.log, s.options.Clock), s.options.Clock)
		}
		r.callers[strconv.Itoa(i)] = c
	}
	r.both.Go(r.serve)
	return r, nil
}

// settings sends the engine's dialer here.
func (r *relay) settings(s *quickfix.SessionSettings, l *link) {
	for name, c := range r.callers {
		if c.link == l {
			s.Set(config.ProxyType, "socks")
			s.Set(config.ProxyHost, "127.0.0.1")
			s.Set(config.ProxyPort, strconv.Itoa(r.Addr().(*net.TCPAddr).Port))
			s.Set(config.ProxyUser, name)
			s.Set(config.ProxyPassword, c.password)
		}
	}
}

func (r *relay) serve() {
	for {
		near, err := r.Listener.Accept()
		if err != nil {
			return // closed; a loopback listener has no other way to fail that would mend itself
		}
		r.both.Go(func() { r.connect(near) })
	}
}

// stop closes what is left when the context ends.
func (r *relay) stop(ctx context.Context) error {
	err := r.Close()
	err = errors.Join(err, r.drain(ctx))
	r.quit()
	r.both.Wait()
	return err
}

// connect brings the engine's end and the counterparty's together, until either closes.
func (r *relay) connect(near net.Conn) {
	defer context.AfterFunc(r.work, func() { _ = near.Close() })()
	defer func() { _ = near.Close() }()
	_ = near.SetDeadline(time.Now().Add(r.limits.HandshakeWithin))
	c, err := r.greet(near)
	if err != nil {
		r.sessions.options.Logger.Error("the relay was called by somebody else",
			"remote", near.RemoteAddr().String(), "reason", err)
		return
	}
	_ = near.SetDeadline(time.Time{})
	far, err := r.reach(c)
	if err != nil {
		c.link.log.Warn("the counterparty was not reached", "address", c.link.row.Address, "reason", err)
		_, _ = near.Write(socksReply(socksFailed))
		return
	}
	if _, err := near.Write(socksReply(socksDone)); err != nil {
		_ = far.Close()
		return
	}
	r.both.Go(func() {
		_, _ = io.Copy(far, near)
		_ = far.Close() // with what is queued
	})
	_, _ = io.Copy(near, far)
}

// reach dials the counterparty.
func (r *relay) reach(c *caller) (*conn, error) {
	if state, _ := c.link.look(); state.quarantined {
		return nil, fmt.Errorf("the session is out of service: %s", state.reason)
	}
	ctx, cancel := context.WithTimeout(r.work, r.limits.LogonWithin)
	defer cancel()
	var dialer net.Dialer
	socket, err := dialer.DialContext(ctx, "tcp", c.link.row.Address)
	if err != nil {
		return nil, err
	}
	if c.secure != nil {
		within, done := context.WithTimeout(r.work, r.limits.HandshakeWithin)
		defer done()
		secured := tls.Client(socket, c.secure)
		if err := secured.HandshakeContext(within); err != nil {
			_ = socket.Close()
			return nil, handshakeError{err}
		}
		socket = secured
	}
	far := newConn(socket, c.link.store, r.limits)
	far.intake.first = "A5" // a Logout(5) says why there is no Logon
	far.intake.watch = newWatch(r.limits, c.link.store.NextTargetMsgSeqNum, c.link.dismiss)
	r.keep(far, func() {})
	return far, nil
}
