package session

import (
	"context"
	"strings"
	"testing"
	"time"

	"foliogate/fixspec"
)

// dealer is a peer that is dialled.
func dealer(t testing.TB, name, address string) *counterparty {
	t.Helper()
	return counterpartyOf(t, PeerOptions{OurCompID: name, TheirCompID: "GATE", Connection: Accept,
		Address: address, Username: "user", Password: "secret-word"}, nil)
}

func TestPeersOnBothEnds(t *testing.T) {
	t.Parallel()
	d := dealer(t, "DEALER", "127.0.0.1:0")
	g := open(t, t.TempDir(), Limits{}, accepted("CLIENT"), dialledTo("DEALER", d.Addr().String()))
	c := g.client(t, "CLIENT", nil)
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
	e := say("M", "66=L1\x01")
	if err := c.Send(fixspec.Header{DeliverTo: "DEALER", PossResend: true}, e.Message); err != nil {
		t.Error(err)
	}
	c.next(t, "N")
}

func TestPeersWithoutAPast(t *testing.T) {
	t.Parallel()
	d := dealer(t, "DEALER", "127.0.0.1:0")
	address := d.Addr().String()
	g := open(t, t.TempDir(), Limits{}, accepted("CLIENT"), dialledTo("DEALER", address))
	c := g.client(t, "CLIENT", nil)
	for _, p := range []*counterparty{c, d} {
		p.logOn(t)
		p.next(t, "E")
		for range 5 {
			p.say(t, "M", "66=L1\x01")
			p.next(t, "N")
		}
		if err := p.Close(soon(t)); err != nil {
			t.Fatal(err)
		}
	}
	g.desk.publish(t, fills("CLIENT", 3), fills("DEALER", 3))
	for _, p := range []*counterparty{g.client(t, "CLIENT", nil), dealer(t, "DEALER", address)} {
		for range 3 {
			p.next(t, "8", "E N")
		}
		p.say(t, "M", "66=L1\x01")
		p.next(t, "N", "E N")
	}
}

func TestPeerWithReset(t *testing.T) {
	t.Parallel()
	row := accepted("CLIENT")
	row.ResetAllowed = true
	g := open(t, t.TempDir(), Limits{}, row)
	for range 2 {
		c := g.client(t, "CLIENT", func(o *PeerOptions) { o.Reset = true })
		c.logOn(t)
		if got := c.next(t, "E"); got.MsgSeqNum != 2 {
			t.Errorf("what is current is %s", got.body)
		}
		if err := c.Close(soon(t)); err != nil {
			t.Fatal(err)
		}
		g.log.has(t, "logged out")
	}
}

func TestPeerLearnsWhyNot(t *testing.T) {
	t.Parallel()
	g := open(t, t.TempDir(), Limits{}, accepted("CLIENT"))
	changes := make(chan bool, 10)
	c := g.client(t, "CLIENT", func(o *PeerOptions) {
		o.Reset = true
		o.Changed = func(up bool) { changes <- up }
	})
	g.log.has(t, "a Logon was refused")
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	if err := c.AwaitLogon(ctx); err == nil || !strings.Contains(err.Error(), "ResetSeqNumFlag(141)=Y is not agreed") {
		t.Errorf("the peer says %v", err)
	}
	if err := c.Send(fixspec.Header{}, say("M", "66=L1\x01").Message); err != ErrLoggedOut {
		t.Errorf("Send returned %v", err)
	}
	for len(changes) > 0 {
		if <-changes {
			t.Error("the peer was told of a logon")
		}
	}
}

func TestPeerHearsRejects(t *testing.T) {
	t.Parallel()
	g := open(t, t.TempDir(), Limits{}, accepted("CLIENT"))
	rejected := make(chan string, 1)
	c := g.client(t, "CLIENT", func(o *PeerOptions) {
		o.Rejected = func(msgType, text string) { rejected <- msgType + ": " + text }
	})
	c.logOn(t)
	c.say(t, "M", "58=no list\x01")
	select {
	case got := <-rejected:
		if !strings.HasPrefix(got, "M: ListID(66)") {
			t.Errorf("the peer hears %q", got)
		}
	case <-soon(t).Done():
		t.Error("the peer heard nothing")
	}
}
