package session

import (
	"context"
	"crypto/rand"
	"crypto/tls"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"strconv"
	"sync"
	"time"

	"github.com/quickfixgo/quickfix"
	"github.com/quickfixgo/quickfix/config"

	"foliogate/fixspec"
)

// PeerOptions are what a counterparty of a gateway needs.
type PeerOptions struct {
	OurCompID   string
	TheirCompID string
	Connection  Connection
	Address     string // to dial or to listen on
	Heartbeat   time.Duration
	Reconnect   time.Duration
	Username    string
	Password    Password
	TLS         *TLS // nil: plaintext
	// Reset begins at number 1 with each Logon: ResetSeqNumFlag(141)=Y, which the gateway must
	// allow. Only who dials can ask for it.
	Reset  bool
	Logger *slog.Logger
	Limits Limits
	// Handle is given each application message, in order and by one goroutine; the bytes are its
	// own. Until it returns nothing more is received.
	Handle func(raw []byte)
	// Changed, if not nil, is told of each logon and logout, by the same goroutine.
	Changed func(loggedOn bool)
	// Rejected, if not nil, is told of each message of ours that the gateway could not read: its
	// RefMsgType(372) and the Text(58) of the Reject(3). By the same goroutine.
	Rejected func(msgType, text string)
	// Troubled, if not nil, is told each time that no connection over TLS came about. By any
	// goroutine.
	Troubled func(why error)
}

// Peer is the counterparty's side of one session, with its numbers and messages in memory: what
// the verbs that play a client or a dealer stand on.
type Peer struct {
	options   PeerOptions
	id        quickfix.SessionID
	acceptor  *quickfix.Acceptor
	initiator *quickfix.Initiator
	listener  *listener
	relay     *relay // nil: plaintext, or nobody is dialled
	store     *peerStore

	mu      sync.Mutex
	up      bool
	refusal error         // what the last Logout said, or why there is no connection
	change  chan struct{} // closed and replaced when up or refusal change
}

// ErrLoggedOut is returned by Send while the session is not logged on.
var ErrLoggedOut = errors.New("session: not logged on")

// StartPeer dials or listens.
func StartPeer(o PeerOptions) (*Peer, error) {
	row := Row{Name: o.OurCompID, OurCompID: o.OurCompID, TheirCompID: o.TheirCompID,
		Connection: o.Connection, Address: o.Address, Heartbeat: o.Heartbeat, Reconnect: o.Reconnect, TLS: o.TLS}
	if err := row.checkTLS(); err != nil {
		return nil, err
	}
	o.Limits = o.Limits.withDefaults()
	qualifier := rand.Text()
	p := &Peer{options: o, store: newPeerStore(), change: make(chan struct{}),
		id: quickfix.SessionID{BeginString: quickfix.BeginStringFIX44, SenderCompID: o.OurCompID,
			TargetCompID: o.TheirCompID, Qualifier: qualifier}}
	settings := quickfix.NewSettings()
	own := row.settings(qualifier)
	if o.Reset && o.Connection == Dial {
		own.Set(config.ResetOnLogon, "Y")
	}
	a := newAccess(row, o.Logger)
	start := p.listen
	if o.Connection == Dial {
		start = p.dial
	}
	if err := start(settings, own, a); err != nil {
		if p.relay != nil {
			err = errors.Join(err, p.relay.Close())
		}
		return nil, fmt.Errorf("session: %s: %w", o.OurCompID, err)
	}
	return p, nil
}

func (p *Peer) dial(settings *quickfix.Settings, own *quickfix.SessionSettings, a *access) error {
	if a.row.TLS != nil {
		if err := p.dialThrough(own, a); err != nil {
			return err
		}
	}
	if _, err := settings.AddSession(own); err != nil {
		return err
	}
	var err error
	p.initiator, err = quickfix.NewInitiator(peerApplication{p}, p, settings, peerLogs{p})
	if err != nil {
		return err
	}
	return p.initiator.Start()
}

// dialThrough has the relay make the connection: TLS is ours, not the engine's.
func (p *Peer) dialThrough(own *quickfix.SessionSettings, a *access) (err error) {
	o := p.options
	p.relay, err = newRelay(o.Limits, o.Logger, func(net.Addr, error) {})
	if err != nil {
		return err
	}
	p.relay.add(&caller{address: o.Address, secure: dialTLS(a, o.Logger), bar: func() error { return nil },
		wrap: func(socket net.Conn) *conn {
			far := newConn(socket, nil, o.Limits)
			far.intake.first = "A5"
			return far
		}, fail: p.troubled}, own)
	p.relay.open()
	return nil
}

// troubled is told why there is no connection.
func (p *Peer) troubled(why error) {
	p.options.Logger.Warn("no connection", "address", p.options.Address, "reason", why)
	why = fmt.Errorf("%w: %w", ErrNoConnection, why)
	up, _, _ := p.look()
	p.update(up, why)
	if p.options.Troubled != nil {
		p.options.Troubled(why)
	}
}

func (p *Peer) listen(settings *quickfix.Settings, own *quickfix.SessionSettings, a *access) error {
	if _, err := settings.AddSession(own); err != nil {
		return err
	}
	socket, err := listenTCP(p.options.Address)
	if err != nil {
		return err
	}
	p.listener = newListener(socket, nil, p.options.Limits, func(net.Addr, error) {})
	if a.row.TLS != nil {
		p.listener.secure, p.listener.troubled = acceptTLS([]*access{a}, p.options.Logger), p.troubled
	}
	port := socket.Addr().(*net.TCPAddr).Port
	settings.GlobalSettings().Set(config.SocketAcceptPort, strconv.Itoa(port))
	p.acceptor, err = quickfix.NewAcceptor(peerApplication{p}, p, settings, peerLogs{p})
	if err != nil {
		return errors.Join(err, socket.Close())
	}
	p.acceptor.SetNewListenerCallback(func(string, *tls.Config) (net.Listener, error) {
		return p.listener, nil
	})
	return p.acceptor.Start()
}

// Addr is where a peer listens; nil for one that dials.
func (p *Peer) Addr() net.Addr {
	if p.listener == nil {
		return nil
	}
	return p.listener.Addr()
}

// Send hands a message to the session. It does not wait for the counterparty.
func (p *Peer) Send(h fixspec.Header, m fixspec.Message) error {
	if up, _, _ := p.look(); !up {
		return ErrLoggedOut
	}
	q, err := message(h, m.MsgType(), m.AppendBody(nil))
	if err != nil {
		return err
	}
	return quickfix.SendToTarget(q, p.id)
}

// AwaitLogon returns when the session is logged on. When the context ends first, the error says
// what the counterparty's last Logout did, if there was one.
func (p *Peer) AwaitLogon(ctx context.Context) error { return p.await(ctx, true) }

// AwaitLogout returns when the session is not logged on.
func (p *Peer) AwaitLogout(ctx context.Context) error { return p.await(ctx, false) }

func (p *Peer) await(ctx context.Context, wanted bool) error {
	for {
		up, change, refusal := p.look()
		if up == wanted {
			return nil
		}
		select {
		case <-change:
		case <-ctx.Done():
			if refusal != nil {
				return fmt.Errorf("session: %w", refusal)
			}
			return fmt.Errorf("session: no answer of %s to our Logon: %w", p.options.TheirCompID, ctx.Err())
		}
	}
}

// Close logs out and closes; when the context ends first, as it is.
func (p *Peer) Close(ctx context.Context) error {
	if p.initiator != nil {
		err := bounded(ctx, p.initiator.Stop)
		if p.relay != nil {
			err = errors.Join(err, p.relay.stop(ctx))
		}
		return err
	}
	return errors.Join(bounded(ctx, p.acceptor.Stop), p.listener.drain(ctx))
}

func (p *Peer) look() (up bool, change <-chan struct{}, refusal error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.up, p.change, p.refusal
}

func (p *Peer) update(up bool, refusal error) {
	p.mu.Lock()
	p.up, p.refusal = up, refusal
	close(p.change)
	p.change = make(chan struct{})
	p.mu.Unlock()
}
