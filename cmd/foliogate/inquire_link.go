package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"sync"
	"time"

	"foliogate/config"
	"foliogate/fixspec"
	"foliogate/fixspec/dict"
	"foliogate/fixspec/wire"
	"foliogate/session"
)

// gatewayLink is one counterparty's session with a gateway, as a stream of arrivals in order.
type gatewayLink struct {
	peer     *session.Peer
	address  string
	dials    bool
	arrivals chan arrival
	done     chan struct{}
	finish   sync.Once
	reader   *fixspec.Reader

	mu      sync.Mutex
	trouble string // the last that arrived
}

// arrival is a message, a Reject(3) of one of ours, or a change of the connection.
type arrival struct {
	raw      []byte
	rejected string // MsgType(35) of ours that the gateway could not read
	text     string // and why
	trouble  string // why there is no connection
	loggedOn bool   // without these: the session is up, or else down
}

const (
	arrivalsAhead = 256             // messages that wait for us before the gateway has to
	logoutWithin  = 3 * time.Second // to leave in good order
	reconnectIn   = time.Second
)

// openLink dials or listens.
func openLink(o session.PeerOptions) (*gatewayLink, error) {
	l := &gatewayLink{address: o.Address, dials: o.Connection == session.Dial,
		arrivals: make(chan arrival, arrivalsAhead), done: make(chan struct{}),
		reader: fixspec.NewReader(dict.New(dict.Tier0), wire.Policy{})}
	if o.Logger == nil {
		o.Logger = slog.New(slog.DiscardHandler)
	}
	o.Handle = func(raw []byte) { l.arrive(arrival{raw: raw}) }
	o.Changed = func(loggedOn bool) { l.arrive(arrival{loggedOn: loggedOn}) }
	o.Rejected = func(msgType, text string) { l.arrive(arrival{rejected: msgType, text: text}) }
	o.Troubled = l.troubled
	peer, err := session.StartPeer(o)
	if err != nil {
		return nil, err
	}
	l.peer = peer
	return l, nil
}

func (l *gatewayLink) arrive(a arrival) {
	select {
	case l.arrivals <- a:
	case <-l.done:
	}
}

// troubled hears why there is no connection, which is news once.
func (l *gatewayLink) troubled(why error) {
	text := l.words(why).Error()
	l.mu.Lock()
	known := text == l.trouble
	l.trouble = text
	l.mu.Unlock()
	if !known {
		l.arrive(arrival{trouble: text})
	}
}

// words are what a person can do about it.
func (l *gatewayLink) words(why error) error {
	switch {
	case errors.Is(why, session.ErrNotPinned):
		return fmt.Errorf("%s: %w; if it is the gateway's, add that to tls.pins, or to the file of"+
			" tls.pins_file", l.address, why)
	case errors.Is(why, session.ErrNotKnown):
		return fmt.Errorf("%s: %w; have the SHA-256 of tls.certificate added to the pins that the gateway"+
			" has for us", l.address, why)
	case errors.Is(why, session.ErrNoConnection):
		return fmt.Errorf("%s cannot be reached: %w; is the gateway running, and is this its address?",
			l.address, why)
	}
	return fmt.Errorf("%s: the logon was refused: %w", l.address, why)
}

// awaitLogon waits until the session is up, and says in words why it is not.
func (l *gatewayLink) awaitLogon(ctx context.Context, within time.Duration) error {
	bounded, cancel := context.WithTimeout(ctx, within)
	defer cancel()
	err := l.peer.AwaitLogon(bounded)
	if err == nil || ctx.Err() != nil {
		return err
	}
	if !errors.Is(err, context.DeadlineExceeded) {
		return l.words(err)
	}
	if l.dials {
		if refused := l.probe(); refused != nil {
			return l.words(fmt.Errorf("%w: %w", session.ErrNoConnection, refused))
		}
	}
	return fmt.Errorf("%s answers, but not to our logon; compare comp_id, gateway_comp_id, username"+
		" and password with the gateway's configuration", l.address)
}

// probe tells a gateway that is not there from one that does not want us.
func (l *gatewayLink) probe() error {
	connection, err := net.DialTimeout("tcp", l.address, time.Second)
	if err != nil {
		return err
	}
	return connection.Close()
}

// send hands messages over. One that is lost because the session is down is not missed: after the
// next logon, what is current is sent and asked for.
func (l *gatewayLink) send(messages []fixspec.Envelope) error {
	for _, m := range messages {
		err := l.peer.Send(m.Header, m.Message)
		if err != nil && !errors.Is(err, session.ErrLoggedOut) {
			return fmt.Errorf("MsgType(35) %s could not be sent: %w", m.Message.MsgType(), err)
		}
	}
	return nil
}

// close logs out. Nothing arrives any more.
func (l *gatewayLink) close() error {
	l.finish.Do(func() { close(l.done) })
	ctx, cancel := context.WithTimeout(context.Background(), logoutWithin)
	defer cancel()
	return l.peer.Close(ctx)
}

// passwordOf passes a secret on.
func passwordOf(s config.Secret) session.Password { return session.Password(s.Reveal()) }
