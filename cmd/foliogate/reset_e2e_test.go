package main

import (
	"fmt"
	"testing"

	"foliogate/session"
)

// anew has a counterparty that lost its numbers come in with ResetSeqNumFlag(141)=Y, and returns
// what it is told.
func (v *pit) anew(name string) []heard {
	v.t.Helper()
	v.players[name].leave()
	p := v.start(name, func(o *session.PeerOptions) { o.Reset = true })
	return p.arrives()
}

// After a reset everything that is current is told again, marked as possibly told before: the state
// and the live quotes of an inquiry, a trade until its tickets are affirmed, and what else ended today.
func TestResetOfTheClient(t *testing.T) {
	t.Parallel()
	v := openPit(t)
	d := v.begin(v.portfolio(4))
	d.quote(northgate, 500)
	d.quote(halyard, 600)
	d.callOffAnother()
	told := v.anew(birchwood)
	if kinds(told) != "N l l N " || !told[0].is("N", "66="+d.list.id, "97=Y", "429=2", "431=1", "39=D") {
		t.Fatalf("told %s", kinds(told))
	}
	if !told[3].is("N", "97=Y", "431=6", "39=4") {
		t.Errorf("the list that was called off is told as %s", told[3].text)
	}
	for _, l := range told[1:3] {
		if !l.is("l", "97=Y", "390="+d.offered[l.get("115")]) {
			t.Errorf("a live quote is told as %s", l.text)
		}
	}
	d.award(northgate)
	told = v.anew(birchwood)
	if kinds(told) != "N l l N " || !told[0].is("N", "97=Y", "429=2", "431=2") {
		t.Fatalf("in last look it is told %s", kinds(told))
	}
	d.stands(northgate)
	client, dealer := d.clientBooks(northgate), d.dealerBooks(northgate)
	d.agree(client, dealer)

	for again := range 2 {
		told = v.anew(birchwood)
		if kinds(told) != "N 8 8 8 8 AK N " || !told[0].is("N", "97=Y", "431=6", "39=2") {
			t.Fatalf("after the trade it is told %s", kinds(told))
		}
		for _, h := range told[1:5] {
			if !h.is("8", "97=Y", "43!") {
				t.Errorf("an execution is told as %s", h.text)
			}
			client.enter(h)
		}
		if len(client.fills) != 4 || !told[5].is("AK", "97=Y", "664="+client.ticket.get("664")) {
			t.Errorf("%d executions of 4 lines, ticket %s", len(client.fills), told[5].text)
		}
		if again == 0 { // one side's word is not enough
			d.affirm(v.client(), client.ticket)
		}
	}
	d.affirm(v.players[northgate], dealer.ticket)
	v.players[northgate].hearsNothing()
	if told := v.anew(birchwood); kinds(told) != "N " || !told[0].is("N", "97=Y", "39=4") {
		t.Errorf("after both affirmed it is told %s", kinds(told))
	}
}

// callOffAnother leaves a list behind that is over.
func (d *deal) callOffAnother() {
	d.t.Helper()
	d.begin(d.portfolio(3)).callOff()
}

// A dealer that begins anew is shown what it may still quote; the winner is told its executions
// again, a loser that the inquiry is over, and not how.
func TestResetOfDealers(t *testing.T) {
	t.Parallel()
	v := openPit(t)
	d := v.begin(v.portfolio(4))
	d.quote(halyard, 700)
	told := v.anew(northgate)
	if kinds(told) != "E k " || !told[0].is("E", "97=Y", "66="+d.shown[northgate]) || !told[1].is("k", "97=Y") {
		t.Fatalf("northgate is told %s", kinds(told))
	}
	d.quote(northgate, 500)
	d.award(northgate)
	d.stands(northgate)
	client, dealer := d.clientBooks(northgate), d.dealerBooks(northgate)
	d.agree(client, dealer)
	told = v.anew(northgate)
	if kinds(told) != "8 8 8 8 AK " {
		t.Fatalf("the winner is told %s", kinds(told))
	}
	for i, h := range told {
		if !h.has("97=Y") || !h.has("43!") {
			t.Errorf("told without a mark: %s", h.text)
		}
		if i < 4 {
			dealer.enter(h)
		}
	}
	if len(dealer.fills) != 4 {
		t.Errorf("%d executions of 4 lines", len(dealer.fills))
	}
	v.players[halyard].rest()
	told = v.anew(halyard)
	if kinds(told) != "k " || !told[0].is("k", "97=Y", "374=C", "58=CLOSED") {
		t.Errorf("a loser is told %s", kinds(told))
	}
}

// Who has not agreed to a reset is told so, and its numbers are untouched.
func TestResetThatWasNotAgreed(t *testing.T) {
	t.Parallel()
	v := openPit(t)
	v.enter(foxholm)
	n := len(v.taps[foxholm].everything())
	v.players[foxholm].leave()
	v.start(foxholm, func(o *session.PeerOptions) { o.Reset = true })
	v.players[foxholm].isRefused("5") // the Logout that answers its own
	refusal := v.players[foxholm].isRefused("5", "58~ResetSeqNumFlag(141)=Y is not agreed")
	if want := fmt.Sprint(n + 2); refusal.get("34") != want {
		t.Errorf("MsgSeqNum(34) %s where %s belongs", refusal.get("34"), want)
	}
}
