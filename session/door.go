package session

import (
	"context"
	"crypto/tls"
	"errors"
	"log/slog"
	"net"
	"sync"
	"time"

	"foliogate/fixspec/wire"
)

// door is a listening socket of the gateway. It hands the engine a connection only when it is known
// who stands there: address, certificate, CompIDs and password are those of one session of this
// listener, which nobody is logged on to. Everyone else is closed without a word, before the engine
// sees a byte, so that no number moves; the reason is in the log alone.
type door struct {
	*listener
	links    []*link
	secure   *tls.Config // nil: plaintext
	lobby    *lobby
	vault    *vault
	log      *slog.Logger
	clock    func() time.Time
	admitted chan *conn

	work    context.Context // ends when the door is shut
	shut    context.CancelFunc
	callers sync.WaitGroup // who are not in yet

	mu    sync.Mutex // guards what follows
	alarm pace
	muted int // alarms left out
}

func newDoor(socket net.Listener, links []*link, s *Sessions) *door {
	o := s.options
	d := &door{links: links, lobby: s.lobby, vault: s.vault, log: o.Logger, clock: o.Clock,
		admitted: make(chan *conn), alarm: pace{amount: alarmsPerMinute, span: time.Minute}}
	d.listener = newListener(socket, nil, o.Limits, s.closed)
	d.work, d.shut = context.WithCancel(context.Background())
	if links[0].row.TLS != nil {
		d.secure = acceptTLS(accessOf(links), o.Logger)
	}
	d.callers.Go(d.answer)
	return d
}

func accessOf(links []*link) []*access {
	all := make([]*access, len(links))
	for i, l := range links {
		all[i] = l.access
	}
	return all
}

// Accept gives the engine the next one who may come in.
func (d *door) Accept() (net.Conn, error) {
	select {
	case c := <-d.admitted:
		return c, nil
	case <-d.work.Done():
		return nil, net.ErrClosed
	}
}

// Close shuts the door; who is in stays.
func (d *door) Close() error {
	d.shut()
	return d.Listener.Close()
}

// drain ends when all who were in are gone.
func (d *door) drain(ctx context.Context) error {
	d.callers.Wait()
	return d.listener.drain(ctx)
}

// answer goes to the door each time that somebody knocks.
func (d *door) answer() {
	const rest = 100 * time.Millisecond // when the machine is out of something
	for d.work.Err() == nil {
		socket, err := d.Listener.Accept()
		switch {
		case errors.Is(err, net.ErrClosed):
			return
		case err != nil:
			d.log.Error("no connection can be accepted", "fault", err)
			select {
			case <-time.After(rest):
			case <-d.work.Done():
			}
		default:
			d.callers.Go(func() { d.receive(socket) })
		}
	}
}

// receive brings one caller in, or closes.
func (d *door) receive(socket net.Conn) {
	g := d.lobby.enter(socket, time.Now())
	if g == nil {
		d.refuse(socket, errCrowd, "")
		return
	}
	stop := context.AfterFunc(d.work, func() { _ = socket.Close() })
	c, k, who, err := d.examine(socket, g)
	stop()
	if err == nil && !d.lobby.known(g) {
		err = errCrowd
	}
	if err != nil {
		d.lobby.leave(g)
		d.turnAway(socket, c, k, err, who)
		return
	}
	d.keep(c, func() { d.lobby.leave(g); k.release() })
	select {
	case d.admitted <- c:
	case <-d.work.Done():
		c.abort(net.ErrClosed)
	}
}

func (d *door) turnAway(socket net.Conn, c *conn, k *link, err error, who string) {
	if k != nil {
		k.release()
	}
	if c != nil {
		c.abort(net.ErrClosed)
	}
	d.refuse(socket, err, who)
}

// examine learns who it is. The link that it returns is claimed for the connection.
func (d *door) examine(socket net.Conn, g *guest) (c *conn, k *link, who string, err error) {
	defer func() { err = orPanic(recover(), err) }()
	if !d.expects(g) {
		return nil, nil, "", errAddress
	}
	var shown tls.ConnectionState
	if d.secure != nil {
		if socket, shown, err = d.handshake(socket); err != nil {
			return nil, nil, "", err
		}
	}
	ctx, cancel := context.WithTimeout(d.work, d.limits.LogonWithin)
	defer cancel()
	c = newConn(socket, nil, d.limits)
	raw, err := c.intake.begin()
	if err != nil {
		return c, nil, "", err
	}
	who = pairOf(raw)
	l, err := d.identify(ctx, raw, g, shown)
	if err != nil {
		return c, nil, who, err
	}
	if err := l.claim(ctx); err != nil {
		return c, nil, who, err
	}
	c.gate, c.follows = l.store, l.followed()
	c.intake.watch = newWatch(d.limits, l.brake, l.store.NextTargetMsgSeqNum, l.dismiss)
	return c, l, who, nil
}

func (d *door) expects(g *guest) bool {
	for _, l := range d.links {
		if l.row.admits(g) {
			return true
		}
	}
	return false
}

func (d *door) handshake(socket net.Conn) (net.Conn, tls.ConnectionState, error) {
	ctx, cancel := context.WithTimeout(d.work, d.limits.HandshakeWithin)
	defer cancel()
	secured := tls.Server(socket, d.secure)
	if err := secured.HandshakeContext(ctx); err != nil {
		return nil, tls.ConnectionState{}, handshakeError{err}
	}
	return secured, secured.ConnectionState(), nil
}

// identify finds the session that a Logon names, and holds against it all that is known.
func (d *door) identify(ctx context.Context, raw []byte, g *guest, shown tls.ConnectionState) (*link, error) {
	var m wire.Message
	if err := m.Parse(raw); err != nil || harmful(raw) || ambiguous(raw) {
		return nil, errNoLogon
	}
	l := d.named(&m)
	switch {
	case l == nil:
		return nil, errUnknown
	case !l.row.admits(g):
		return nil, errAddress
	case l.row.TLS != nil && !l.knows(shown):
		return nil, errNotItsOwn
	}
	switch d.vault.asks(ctx, l.current(), g.from, string(m.Get(553)), string(m.Get(554))) {
	case verdictWrong:
		return nil, errWrongPassword
	case verdictLocked:
		return nil, errLocked
	case verdictLate:
		return nil, errSilent
	}
	return l, nil
}

// named finds the session by all that FIX counts to its name.
func (d *door) named(m *wire.Message) *link {
	for _, sub := range []int32{50, 57, 142, 143} {
		if m.Find(sub) >= 0 {
			return nil
		}
	}
	for _, l := range d.links {
		if string(m.Get(8)) == "FIX.4.4" && string(m.Get(49)) == l.row.TheirCompID &&
			string(m.Get(56)) == l.row.OurCompID {
			return l
		}
	}
	return nil
}
