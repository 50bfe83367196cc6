package session

import (
	"cmp"
	"context"
	"crypto/rand"
	"crypto/tls"
	"errors"
	"io"
	"log/slog"
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
	callers   map[string]*caller
	log       *slog.Logger

	work context.Context // ends with the relay
	quit context.CancelFunc
	both sync.WaitGroup
}

// caller is one dialled session.
type caller struct {
	address string
	secure  *tls.Config                 // nil: plaintext
	bar     func() error                // says why nobody is to be dialled now
	wrap    func(socket net.Conn) *conn // with guard and barrier
	fail    func(why error)             // told why there is no connection

	name, password string // made by add
}

// newRelay listens. It serves when all callers are known.
func newRelay(l Limits, log *slog.Logger, ending func(net.Addr, error)) (*relay, error) {
	socket, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	r := &relay{callers: make(map[string]*caller), log: log,
		listener: newListener(socket, nil, l, ending)}
	r.work, r.quit = context.WithCancel(context.Background())
	return r, nil
}

// add makes the engine's dialer of a session come here.
func (r *relay) add(c *caller, s *quickfix.SessionSettings) {
	c.name, c.password = strconv.Itoa(len(r.callers)), rand.Text()
	r.callers[c.name] = c
	s.Set(config.ProxyType, "socks")
	s.Set(config.ProxyHost, "127.0.0.1")
	s.Set(config.ProxyPort, strconv.Itoa(r.Addr().(*net.TCPAddr).Port))
	s.Set(config.ProxyUser, c.name)
	s.Set(config.ProxyPassword, c.password)
}

// open begins to serve.
func (r *relay) open() { r.both.Go(r.serve) }

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
		r.log.Error("the relay was called by somebody else",
			"remote", near.RemoteAddr().String(), "reason", err)
		return
	}
	_ = near.SetDeadline(time.Time{})
	far, err := r.reach(c)
	if err != nil {
		c.fail(err)
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
	// With TLS 1.3 the counterparty looks at our certificate when the handshake is over for us.
	if _, err := io.Copy(near, far); alertOf(err) != nil {
		c.fail(handshakeError{alertOf(err)})
	}
}

// reach dials the counterparty.
func (r *relay) reach(c *caller) (*conn, error) {
	if err := c.bar(); err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(r.work, r.limits.LogonWithin)
	defer cancel()
	var dialer net.Dialer
	socket, err := dialer.DialContext(ctx, "tcp", c.address)
	if err != nil {
		return nil, err
	}
	if c.secure != nil {
		if socket, err = r.secure(socket, c.secure); err != nil {
			return nil, err
		}
	}
	far := c.wrap(socket)
	r.keep(far, func() {})
	return far, nil
}

func (r *relay) secure(socket net.Conn, c *tls.Config) (net.Conn, error) {
	ctx, cancel := context.WithTimeout(r.work, r.limits.HandshakeWithin)
	defer cancel()
	secured := tls.Client(socket, c)
	err := secured.HandshakeContext(ctx)
	if err == nil {
		return secured, nil
	}
	_ = socket.Close()
	return nil, handshakeError{cmp.Or(alertOf(err), err)}
}
