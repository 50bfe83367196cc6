package session

import (
	"cmp"
	"context"
	"crypto/tls"
	"net"
	"sync"
)

// listener wraps every connection that it accepts, and knows those that are open.
type listener struct {
	net.Listener
	gate   gate
	limits Limits
	ending func(remote net.Addr, why error) // told why a connection was closed by us

	secure   *tls.Config // nil: plaintext, or TLS stands before a connection is kept
	troubled func(error) // told why there is no TLS

	mu   sync.Mutex
	open map[*conn]struct{}
	wait sync.WaitGroup
}

func newListener(l net.Listener, g gate, limits Limits, ending func(net.Addr, error)) *listener {
	return &listener{Listener: l, gate: g, limits: limits, ending: ending,
		open: make(map[*conn]struct{})}
}

// Accept wraps the next connection.
func (l *listener) Accept() (net.Conn, error) {
	socket, err := l.Listener.Accept()
	if err != nil {
		return nil, err
	}
	if l.secure != nil {
		socket = &unshaken{tls.Server(socket, l.secure), l.troubled}
	}
	c := newConn(socket, l.gate, l.limits)
	l.keep(c, func() {})
	return c, nil
}

// keep knows a connection until it is closed, and then says so.
func (l *listener) keep(c *conn, gone func()) {
	l.mu.Lock()
	l.open[c] = struct{}{}
	l.mu.Unlock()
	l.wait.Go(func() { l.forget(c, gone) })
}

func (l *listener) forget(c *conn, gone func()) {
	<-c.closed
	l.mu.Lock()
	delete(l.open, c)
	l.mu.Unlock()
	gone()
	if c.ended != net.ErrClosed {
		l.ending(c.RemoteAddr(), c.ended)
	}
}

// drain waits until all connections have sent what they had and are closed. When the context
// ends first, it closes them as they are.
func (l *listener) drain(ctx context.Context) error {
	done := make(chan struct{})
	go func() { l.wait.Wait(); close(done) }()
	select {
	case <-done:
		return nil
	case <-ctx.Done():
	}
	l.mu.Lock()
	for c := range l.open {
		c.abort(ctx.Err())
	}
	l.mu.Unlock()
	<-done
	return ctx.Err()
}

// unshaken is a connection whose TLS handshake comes with the first read, within its deadline.
type unshaken struct {
	*tls.Conn
	troubled func(error)
}

func (u *unshaken) Read(p []byte) (int, error) {
	if err := u.Handshake(); err != nil {
		u.troubled(handshakeError{cmp.Or(alertOf(err), err)})
		return 0, err
	}
	return u.Conn.Read(p)
}
