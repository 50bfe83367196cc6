package main

import (
	"fmt"
	"testing"

	"foliogate/config"
)

// kinds is what was told, as message types.
func kinds(told []heard) string {
	text := ""
	for _, h := range told {
		text += h.kind + " "
	}
	return text
}

// cutAt has the line to a counterparty cut instead of the n-th message of a kind.
func (v *pit) cutAt(name, kind string, n int) {
	v.taps[name].watch(func(raw []byte) bool {
		if heardOf(raw).kind == kind {
			n--
		}
		if n > 0 {
			return true
		}
		v.taps[name].cut()
		return false
	})
}

// isGone waits for the cut.
func (v *pit) isGone(name string) {
	v.t.Helper()
	v.gone(name)
	v.taps[name].watch(nil)
}

// A client that was away during the bidding is told what is current; prices that came and went
// meanwhile are not.
func TestClientAwayDuringBidding(t *testing.T) {
	t.Parallel()
	v := openPit(t)
	d := v.begin(v.portfolio(3))
	d.quote(northgate, 500)
	v.cutAt(birchwood, "l", 1)
	d.bid(northgate, 300)
	v.isGone(birchwood)
	d.bid(northgate, 200)
	d.bid(halyard, 400)
	v.players[northgate].hearsNothing()
	v.players[halyard].hearsNothing()

	v.taps[birchwood].lead(v.leads[birchwood])
	for d.offered = map[string]string{}; len(d.offered) < 2; {
		switch h := d.client().next(); {
		case h.is("l", "97=Y", "43!", fmt.Sprintf("44=%d.00", d.list.cash-200), "115="+northgate),
			h.is("l", "97=Y", "43!", fmt.Sprintf("44=%d.00", d.list.cash-400), "115="+halyard):
			d.offered[h.get("115")] = h.get("390")
		case h.is("N", "429=3", "444~BEST="), h.is("N", "97=Y", "429=2", "431=1", "39=D", "73=3"):
			// The state is told a second time if it was on its way before the gap was filled.
		default:
			t.Fatalf("stale news: %s", h.text)
		}
	}
	d.accept(d.offered[northgate])
	d.client().awaits("N", "115="+northgate, "429=2", "431=2")
	v.players[northgate].hears("L", "390="+d.quoted[northgate])
	d.stands(northgate)
	d.settles(northgate)
}

// A client that is away when its list trades, or loses its line in the middle of the executions, has
// each of them once.
func TestClientAwayDuringExecutions(t *testing.T) {
	t.Parallel()
	for name, n := range map[string]int{"before the first": 1, "before the fourth": 4, "before the last": 7} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			v := openPit(t)
			d := v.begin(v.portfolio(7))
			d.quote(northgate, 500)
			d.award(northgate)
			v.cutAt(birchwood, "8", n)
			d.stands(northgate)
			dealer := d.dealerBooks(northgate)
			v.isGone(birchwood)
			d.client().hears("N", "429=4", "431=3")
			client := newBooks(t)
			for range n - 1 {
				client.enter(d.client().hears("8", "97!", "43!"))
			}
			told := v.back(birchwood)
			again := 0
			for _, h := range told {
				switch h.kind {
				case "8":
					client.enter(h)
				case "AK":
					client.ticket = h
				}
				if h.has("43=Y") {
					again++
				}
			}
			if len(client.fills) != 7 || len(told) != 7-(n-1)+2 || again == 0 {
				t.Errorf("%d of 7 executions, %d sent again; told %s", len(client.fills), again, kinds(told))
			}
			d.agree(client, dealer)
		})
	}
}

// A client that is away in the last look finds the trade when it comes back.
func TestClientAwayInLastLook(t *testing.T) {
	t.Parallel()
	v := openPit(t)
	d := v.begin(v.portfolio(3))
	d.quote(northgate, 500)
	d.award(northgate)
	v.cut(birchwood)
	d.stands(northgate)
	dealer := d.dealerBooks(northgate)
	v.taps[birchwood].lead(v.leads[birchwood])
	d.agree(d.clientBooks(northgate), dealer)
}

// A client that wants it so has its lists cancelled when it is gone.
func TestCancelOnDisconnect(t *testing.T) {
	t.Parallel()
	v := openPit(t, func(g *config.Gateway) { g.Sessions[0].CancelOnDisconnect = true })
	d, awarded := v.begin(v.portfolio(3)), v.begin(v.portfolio(3))
	awarded.quote(northgate, 500)
	awarded.award(northgate)
	v.cut(birchwood)
	for _, dealer := range panel() {
		v.players[dealer].hears("K", "66="+d.shown[dealer])
		v.players[dealer].hears("k", "374=C", "66="+d.shown[dealer])
		v.players[dealer].hearsNothing()
	}
	awarded.stands(northgate) // what it took before is the dealer's to confirm
	dealer := awarded.dealerBooks(northgate)
	v.taps[birchwood].lead(v.leads[birchwood])
	client := newBooks(t)
	client.gather(v.client(), 3)
	awarded.agree(client, dealer)
	d.status("431=6", "39=4")
}

// A dealer that comes late is shown what it can still quote.
func TestLateDealer(t *testing.T) {
	t.Parallel()
	v := newPit(t)
	v.open()
	v.enter(birchwood, northgate)
	p := v.portfolio(3)
	d := v.deal(p)
	v.client().say("E", "%s", p.text())
	v.client().hears("N", "429=1", "444=DEALERS=3")
	d.isShown(northgate)
	d.quote(northgate, 900)
	v.enter(copperline, halyard)
	for _, dealer := range []string{copperline, halyard} {
		told := v.players[dealer].greeting
		for _, h := range told {
			if !h.is("E", "97=Y", "73=3") && !h.is("k", "97=Y", "374=N") {
				t.Fatalf("%s is told %s", dealer, h.text)
			}
			d.shown[dealer] = h.get("391")
		}
	}
	d.quote(copperline, 300)
	v.players[copperline].rest() // it may have been shown the list twice
	d.trade(copperline)
}

// The winner that loses its line in the middle of the executions has each of them once, too.
func TestWinnerAwayDuringExecutions(t *testing.T) {
	t.Parallel()
	for _, winner := range []string{northgate, copperline} {
		t.Run(winner, func(t *testing.T) {
			t.Parallel()
			v := openPit(t)
			d := v.begin(v.portfolio(7))
			d.quote(winner, 500)
			d.award(winner)
			v.cutAt(winner, "8", 4)
			d.stands(winner)
			client := d.clientBooks(winner)
			v.isGone(winner)
			dealer := newBooks(t)
			for range 3 {
				dealer.enter(v.players[winner].hears("8", "97!", "43!"))
			}
			told := v.back(winner)
			for _, h := range told {
				if h.kind == "8" {
					dealer.enter(h)
				} else {
					dealer.ticket = h
				}
			}
			if want := "8 8 8 8 AK "; kinds(told) != want {
				t.Errorf("told %s, want %s", kinds(told), want)
			}
			d.agree(client, dealer)
		})
	}
}

// A dealer's quote goes with its line, at once; the others go on. It comes back to what is current
// and can quote anew.
func TestDealerAwayDuringBidding(t *testing.T) {
	t.Parallel()
	for _, away := range []string{northgate, copperline} {
		t.Run(away, func(t *testing.T) {
			t.Parallel()
			v := openPit(t)
			d := v.begin(v.portfolio(3))
			quote := d.quote(away, 100)
			d.quote(halyard, 700)
			before := d.quoted[away]
			v.cut(away)
			d.client().hears("l", "115="+away, "390="+quote, "58=STALE", "44!")
			d.accept(quote)
			d.client().hears("N", "429=6", "431=5", "444~BID STALE")
			v.players[halyard].hearsNothing()

			told := v.back(away)
			if len(told) != 2 || !told[0].is("E", "97=Y", "43!", "66="+d.shown[away], "73=3") ||
				!told[1].is("k", "97=Y", "43!", "374=N", "66="+d.shown[away]) {
				t.Fatalf("told %s", kinds(told))
			}
			v.players[away].say("l", "390=%s|391=%s|420=1|12=0|13=3|66=%s|44=%d.00|423=3|", before,
				d.shown[away], d.shown[away], d.list.cash-100)
			v.players[away].hears("j", "372=l", "379="+before, "58~your session ended after quote")
			d.quote(away, 50)
			d.trade(away)
		})
	}
}

// A dealer that loses its line in its last look has lost the award; second best can be taken, and
// its confirmation comes too late.
func TestDealerAwayInLastLook(t *testing.T) {
	t.Parallel()
	v := openPit(t)
	d := v.begin(v.portfolio(3))
	d.quote(northgate, 100)
	d.quote(halyard, 700)
	d.accept(d.offered[northgate])
	v.cutAt(northgate, "L", 1) // it never hears of the award
	d.client().hears("N", "115="+northgate, "429=2", "431=2")
	v.isGone(northgate)
	d.lost(northgate, "DISCONNECTED")
	v.taps[northgate].lead(v.leads[northgate])
	d.isShownAgain(northgate) // and not told of the award, which is stale
	d.stands(northgate)
	v.players[northgate].awaits("j", "372=N", "58~nothing is awarded to you: NOT DONE")
	d.accept(d.offered[halyard])
	v.players[halyard].hears("L")
	d.settles(halyard)
}

// A loser that is away when the list trades hears of its outcome when it comes back.
func TestLoserAway(t *testing.T) {
	t.Parallel()
	v := openPit(t)
	d := v.begin(v.portfolio(3))
	d.quote(northgate, 100)
	d.quote(halyard, 700)
	v.cut(copperline)
	v.cut(halyard)
	d.client().hears("l", "115="+halyard, "58=STALE")
	d.award(northgate)
	d.stands(northgate)
	d.agree(d.clientBooks(northgate), d.dealerBooks(northgate))
	told := v.back(halyard)
	if len(told) != 2 || !told[0].is("k", "374=C") || !told[1].is("AJ", "117="+d.quoted[halyard], "694=3") {
		t.Errorf("halyard is told %s", kinds(told))
	}
	if told := v.back(copperline); len(told) != 1 || !told[0].is("k", "374=C", "58=CLOSED") {
		t.Errorf("copperline is told %s", kinds(told))
	}
}

// A list that is cut between its fragments is completed afterwards.
func TestClientAwayBetweenFragments(t *testing.T) {
	t.Parallel()
	v := openPit(t)
	p := v.portfolio(4)
	v.client().say("E", "%s", p.part(1, 2, false))
	v.client().hearsNothing()
	v.cut(birchwood)
	if told := v.back(birchwood); len(told) > 0 {
		t.Errorf("told %s", kinds(told))
	}
	v.client().say("E", "%s", p.part(3, 4, true))
	v.client().hears("N", "429=1", "431=1", "73=4")
}
