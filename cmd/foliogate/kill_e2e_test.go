package main

import "testing"

// killAt has the gateway die by kill -9 instead of passing on the n-th message of a kind, and come
// back on what it left behind.
func (v *pit) killAt(name string, n int, act func(), kind string, wanted ...string) {
	v.t.Helper()
	struck := make(chan error, 1)
	v.taps[name].watch(func(raw []byte) bool {
		if heardOf(raw).is(kind, wanted...) {
			n--
		}
		if n > 0 {
			return true
		}
		struck <- v.process.Process.Kill()
		return false
	})
	act()
	if err := <-struck; err != nil {
		v.t.Fatal(err)
	}
	if code := v.process.ends(); code != -1 {
		v.t.Fatalf("exit code %d of a process that was killed", code)
	}
	v.taps[name].watch(nil)
	for name := range v.players {
		v.gone(name)
	}
	v.open()
	for _, p := range v.players {
		if err := p.AwaitLogon(soon(v.t)); err != nil {
			v.t.Fatal(err)
		}
	}
}

// gather enters what one side is told until it has everything.
func (b *books) gather(p *player, lines int) {
	b.t.Helper()
	for len(b.fills) < lines || b.ticket.kind == "" {
		b.take(p.next())
	}
	for _, h := range p.rest() {
		b.take(h)
	}
}

func (b *books) take(h heard) {
	b.t.Helper()
	switch {
	case h.kind == "8":
		b.enter(h)
	case h.kind == "AK" && b.ticket.kind != "" && h.get("664") != b.ticket.get("664"):
		b.t.Fatalf("two tickets:\n%s\n%s", b.ticket.text, h.text)
	case h.kind == "AK":
		b.ticket = h
	}
}

// Whenever the gateway is killed after it has decided a trade, both sides come to hear all of it,
// each execution once, and neither hears a number twice.
func testKilledInTrade(t *testing.T, folder string) {
	v := openBinary(t, folder)
	for _, test := range []struct {
		name, winner string
		at           string // whom it was about to tell
		n            int    // which message
		kind         string
		wanted       []string
	}{
		{"before anybody hears", northgate, birchwood, 1, "N", []string{"429=4"}},
		{"before the dealer's first execution", northgate, northgate, 1, "8", nil},
		{"amid the client's executions", northgate, birchwood, 4, "8", nil},
		{"amid the dealer's executions", northgate, northgate, 4, "8", nil},
		{"amid those of a dealer that is dialled", copperline, copperline, 4, "8", nil},
		{"before the client's ticket", halyard, birchwood, 1, "AK", nil},
		{"before a dialled dealer's ticket", copperline, copperline, 1, "AK", nil},
		{"before a loser hears", northgate, halyard, 1, "AJ", nil},
	} {
		t.Log(test.name)
		d := v.begin(v.portfolio(9))
		d.quote(test.winner, 500)
		if test.winner != halyard {
			d.quote(halyard, 900)
		}
		v.killAt(test.at, test.n, func() {
			if d.accept(d.offered[test.winner]); test.winner != halyard {
				v.players[test.winner].hears("L", "390="+d.quoted[test.winner])
				d.stands(test.winner)
			}
		}, test.kind, test.wanted...)
		client, dealer := newBooks(t), newBooks(t)
		client.gather(v.client(), 9)
		dealer.gather(v.players[test.winner], 9)
		d.agree(client, dealer)
		d.cameTo(client, 500)
		d.status("431=6", "39=2", "73=9")
		if test.winner != halyard {
			v.players[halyard].toldOf(d)
		}
		d.affirm(v.client(), client.ticket)
		d.affirm(v.players[test.winner], dealer.ticket)
		for _, dealer := range panel() {
			v.players[dealer].rest()
		}
	}
}

// toldOf has a loser hear the outcome.
func (p *player) toldOf(d *deal) {
	p.t.Helper()
	p.awaits("AJ", "117="+d.quoted[p.name])
}

// A gateway that is killed before a trade has lost nothing that it had answered, and nobody is held
// to a quote of before.
func testKilledBeforeTrade(t *testing.T, folder string) {
	v := openBinary(t, folder)

	p := v.portfolio(4) // while it acknowledges a list
	v.killAt(birchwood, 1, func() { v.client().say("E", "%s", p.text()) }, "N", "429=1")
	d := v.deal(p)
	v.client().awaits("N", "66="+p.id, "39=D", "431=1")
	for _, dealer := range panel() {
		d.isShownAgain(dealer)
	}
	v.client().sayWith(header(true), "E", "%s", p.text())
	v.client().awaits("N", "97=Y", "43!", "66="+p.id, "429=2", "431=1")

	v.client().rest()
	before := d.quote(northgate, 500) // while it tells of the last look
	d.quote(halyard, 700)
	v.killAt(birchwood, 1, func() { d.accept(d.offered[northgate]) }, "N", "429=2", "431=2")
	v.client().awaits("N", "97=Y", "429=2", "431=1")
	v.client().rest()
	for _, dealer := range panel() {
		d.isShownAgain(dealer)
		v.players[dealer].rest()
	}
	for _, dealer := range []string{northgate, halyard} {
		d.accept(d.offered[dealer])
		v.client().hears("N", "429=6", "431=5", "444~BID STALE")
	}
	d.stands(northgate)
	v.players[northgate].hears("j", "372=N", "58~NOT DONE")
	if again := d.quote(northgate, 400); again == before {
		t.Errorf("two quotes have the id %s", again)
	}
	d.trade(northgate)
}
