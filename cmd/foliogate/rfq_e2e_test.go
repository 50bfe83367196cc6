package main

import (
	"testing"

	"foliogate/config"
)

// The whole way of an auction in quotes: what each side hears, and nothing else.
func TestQuoteTrade(t *testing.T) {
	t.Parallel()
	v := openQuotePit(t)
	d := v.inquire(v.portfolio(6))
	v.players[northgate].say("AI", "131=%s|117=[N/A]|%s297=0|", d.shown[northgate], whole(d.shown[northgate]))
	d.client().hears("AI", "115="+northgate, "297=10", "58=ACK")
	d.quote(northgate, 5_000)
	d.quote(halyard, 9_000)
	d.quote(northgate, 100)
	v.players[copperline].say("AG", "131=%s|658=10|146=1|%s", d.shown[copperline], whole(d.shown[copperline]))
	d.client().hears("AG", "115="+copperline, "131="+d.round(), "658=10")
	d.award(northgate)
	d.answer(northgate, "11")
	d.client().hears("AI", "115="+northgate, "297=11", "693=HIT-"+d.offered[northgate], "58~DECLINED")
	d.client().hears("AI", "117=[N/A]", "297=0", "58~OPEN AGAIN")
	v.players[northgate].hears("AJ", "117="+d.quoted[northgate], "694=3", "58=NOT DONE")
	d.accept(d.offered[northgate])
	d.client().hears("AI", "117="+d.offered[northgate], "693=HIT-"+d.offered[northgate], "297=5", "58~BID SPENT")
	d.accept(d.offered[halyard])
	d.isHit(halyard)
	d.settles(halyard, 9_000)
	v.players[northgate].hears("AJ", "117="+d.quoted[northgate], "694=3", "58=NOT EXECUTED")
	v.players[copperline].hears("AI", "131="+d.shown[copperline], "117=[N/A]", "297=7", "58=CLOSED")
	v.nothingFollows()
}

// Who was away is told what is current when it comes back, and a dealer's quotes are gone.
func TestQuotersAway(t *testing.T) {
	t.Parallel()
	v := openQuotePit(t)
	d := v.inquire(v.portfolio(3))
	d.quote(northgate, 500)
	d.quote(halyard, 600)
	v.cut(northgate)
	d.client().hears("AI", "115="+northgate, "117="+d.offered[northgate], "297=6", "58=STALE")
	if told := v.back(northgate); kinds(told) != "E R " || !told[1].is("R", "97=Y", "131="+d.shown[northgate]) {
		t.Fatalf("the dealer is told %s", kinds(told))
	}
	d.quote(northgate, 400)
	v.cut(birchwood)
	d.bid(halyard, 300)
	told := v.back(birchwood)
	if kinds(told) != "AI S S " || !told[0].is("AI", "97=Y", "117=[N/A]", "297=0", "58=open") {
		t.Fatalf("the client is told %s", kinds(told))
	}
	for _, s := range told[1:] {
		if !s.has("97=Y") {
			t.Errorf("told without a mark: %s", s.text)
		}
		d.offered[s.get("115")] = s.get("117")
	}
	d.award(northgate)
	d.answer(northgate, "0")
	d.settles(northgate, 400)
	if told := v.anew(birchwood); len(told) != 0 { // all is affirmed
		t.Errorf("told %s", kinds(told))
	}
}

// After a reset each side of a trade in quotes hears of it again, each execution under its id.
func TestResetOfQuoters(t *testing.T) {
	t.Parallel()
	v := openQuotePit(t)
	d := v.inquire(v.portfolio(4))
	d.quote(northgate, 500)
	if told := v.anew(birchwood); kinds(told) != "AI S " || !told[1].is("S", "97=Y", "117="+d.offered[northgate]) {
		t.Fatalf("the client is told %s", kinds(told))
	}
	d.award(northgate)
	d.answer(northgate, "0")
	client, dealer := newBooks(t), newBooks(t)
	client.gather(v.client(), 4)
	dealer.gather(v.players[northgate], 4)
	told := v.anew(birchwood)
	if kinds(told) != "AI 8 8 8 8 AK " || !told[0].is("AI", "97=Y", "297=0", "693=HIT-"+d.offered[northgate],
		"58~TRADE=") {
		t.Fatalf("the client is told %s", kinds(told))
	}
	for _, h := range told[1:5] {
		client.enter(h)
	}
	told = v.anew(northgate)
	if kinds(told) != "8 8 8 8 AK " {
		t.Fatalf("the dealer is told %s", kinds(told))
	}
	for _, h := range told[:4] {
		dealer.enter(h)
	}
	d.agree(client, dealer)
}

// Whenever the gateway is killed, both sides of a trade in quotes come to hear all of it once, and a
// quote of before is no quote.
func testKilledAmongQuotes(t *testing.T, folder string) {
	v := newPit(t)
	v.program = folder + "/foliogate"
	v.speaksQuotes()
	v.open()
	v.enter(append(panel(), birchwood)...)
	for _, test := range []struct {
		name   string
		at     string // whom it was about to tell
		n      int    // which message
		kind   string
		wanted []string
	}{
		{"before anybody hears", birchwood, 1, "AI", []string{"297=0", "58~TRADE="}},
		{"amid the client's executions", birchwood, 3, "8", nil},
		{"amid the dealer's executions", northgate, 3, "8", nil},
		{"before the dealer's ticket", northgate, 1, "AK", nil},
	} {
		t.Log(test.name)
		d := v.inquire(v.portfolio(5))
		d.quote(northgate, 500)
		d.award(northgate)
		v.killAt(test.at, test.n, func() { d.answer(northgate, "0") }, test.kind, test.wanted...)
		d.settles(northgate, 500)
		for _, dealer := range panel() {
			v.players[dealer].rest()
		}
	}
	d := v.inquire(v.portfolio(4)) // while it tells of the last look
	d.quote(northgate, 500)
	v.killAt(birchwood, 1, func() { d.accept(d.offered[northgate]) }, "AI", "297=10", "58~LAST LOOK")
	d.client().awaits("AI", "97=Y", "117=[N/A]", "297=0", "58=open")
	v.client().rest()
	for _, dealer := range panel() {
		d.isAskedAgain(dealer)
		v.players[dealer].rest()
	}
	d.accept(d.offered[northgate])
	d.client().hears("AI", "117="+d.offered[northgate], "297=5", "58~BID STALE")
	d.quote(northgate, 400)
	d.award(northgate)
	d.answer(northgate, "0")
	d.settles(northgate, 400)
}

// A dealer is spoken to in its dialect, under ids that its system takes.
func TestDialectOfADealer(t *testing.T) {
	t.Parallel()
	v := openQuotePit(t, func(g *config.Gateway) {
		for i := range g.Sessions {
			s := &g.Sessions[i]
			if s.CompID != northgate {
				continue
			}
			s.IDFormat = config.IDFormat{MaxLength: 16, Symbols: config.Alphanumerics}
			s.Dialect = config.Dialect{Omits: []config.Omission{{Message: "R", Tag: 692}, {Message: "8", Tag: 159}},
				Adds: []config.Addition{{Message: "AI", Tag: 1, Value: "HOUSE"}, {Message: "AJ", Tag: 1, Value: "HOUSE"}}}
		}
	})
	d := v.inquire(v.portfolio(3))
	if id := d.shown[northgate]; len(id) != 11 {
		t.Errorf("the dealer knows the list as %s", id)
	}
	d.quote(northgate, 500)
	d.award(northgate)
	d.answer(northgate, "0")
	client, dealer := newBooks(t), newBooks(t)
	client.gather(v.client(), 3)
	dealer.gather(v.players[northgate], 3)
	seen := map[string]int{}
	for _, raw := range v.taps[northgate].everything() {
		h := heardOf(raw)
		seen[h.kind]++
		if h.kind == "R" && !h.has("692!") || h.kind == "8" && !h.has("159!") || h.kind == "AJ" && !h.has("1=HOUSE") {
			t.Errorf("not in the dialect: %s", h.text)
		}
		for _, id := range h.all("11") {
			if len(id) > 16 {
				t.Errorf("an id of %d symbols: %s", len(id), h.text)
			}
		}
	}
	if seen["R"] != 1 || seen["8"] != 3 || seen["AJ"] != 1 {
		t.Errorf("it heard %v", seen)
	}
	for _, h := range client.fills {
		if h.has("159!") {
			t.Errorf("the client is spoken to in a dealer's dialect: %s", h.text)
		}
	}
}
