package session

import (
	"context"
	"errors"
	"testing"
	"time"
)

// between gives a peer TLS: its identity, and whose certificates it pins.
func between(his identity, theirs ...identity) func(*PeerOptions) {
	return func(o *PeerOptions) { o.TLS = Row{}.with(his, theirs...).TLS }
}

// Our own verbs stand at both ends over TLS, each with the leaf certificate of the other pinned.
func TestPeersOverTLS(t *testing.T) {
	t.Parallel()
	ours, hers, his := newIdentity(t, tomorrow()), newIdentity(t, tomorrow()), newIdentity(t, tomorrow())
	d := counterpartyOf(t, PeerOptions{OurCompID: "DEALER", TheirCompID: "GATE", Connection: Accept,
		Address: "127.0.0.1:0", Username: "user", Password: "secret-word"}, between(his, ours))
	g := open(t, t.TempDir(), Limits{}, accepted("CLIENT").with(ours, hers),
		dialledTo("DEALER", d.Addr().String()).with(ours, his))
	c := g.client(t, "CLIENT", between(hers, ours))
	for _, p := range []*counterparty{c, d} {
		p.logOn(t)
		p.next(t, "E")
		p.say(t, "M", "66=L1\x01")
		p.next(t, "N")
	}
	g.desk.publish(t, fills("CLIENT", 300), fills("DEALER", 300))
	for range 300 {
		c.next(t, "8")
		d.next(t, "8")
	}
}

// Whichever side has the wrong pin, both sides learn which; nothing is said, and no number moves.
func TestPeersWithWrongPins(t *testing.T) {
	t.Parallel()
	ours, his, other := newIdentity(t, tomorrow()), newIdentity(t, tomorrow()), newIdentity(t, tomorrow())
	old := newIdentity(t, time.Now().Add(-time.Minute))
	for _, c := range []struct {
		name      string
		his       identity
		heExpects identity
		weExpect  identity
		ours      identity
		told      error  // to the peer
		log       string // ours
	}{
		{"we do not know him", his, ours, other, ours, ErrNotKnown, ErrNotPinned.Error()},
		{"he does not know us", his, other, his, ours, ErrNotPinned, "bad certificate"},
		{"ours has expired", his, old, his, old, errExpired, "bad certificate"},
		{"his has expired", old, ours, old, ours, ErrNotKnown, errExpired.Error()},
	} {
		for _, side := range []Connection{Dial, Accept} {
			t.Run(c.name, func(t *testing.T) {
				t.Parallel()
				trouble := make(chan error, 100)
				options := PeerOptions{OurCompID: "PEER", TheirCompID: "GATE", Connection: side,
					Address: "127.0.0.1:0", Username: "user", Password: "word", Heartbeat: 30 * time.Second,
					Reconnect: 50 * time.Millisecond, Troubled: func(why error) { trouble <- why }}
				var g *gatewayAt
				var p *counterparty
				if side == Dial {
					g = open(t, t.TempDir(), Limits{}, accepted("PEER").with(c.ours, c.weExpect))
					options.Address = g.Addr("PEER").String()
					p = counterpartyOf(t, options, between(c.his, c.heExpects))
				} else {
					p = counterpartyOf(t, options, between(c.his, c.heExpects))
					g = open(t, t.TempDir(), Limits{}, dialledTo("PEER", p.Addr().String()).with(c.ours, c.weExpect))
				}
				if why := <-trouble; !errors.Is(why, c.told) {
					t.Errorf("the peer is told: %v", why)
				}
				g.log.has(t, c.log)
				ctx, cancel := context.WithTimeout(context.Background(), 10*time.Millisecond)
				defer cancel()
				if err := p.AwaitLogon(ctx); !errors.Is(err, c.told) {
					t.Errorf("who waits for the logon is told: %v", err)
				}
				if now := g.States()[0]; now.LoggedOn || now.Received != 0 {
					t.Errorf("%+v", now)
				}
			})
		}
	}
}
