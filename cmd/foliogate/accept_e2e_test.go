package main

import (
	"testing"
	"time"

	"foliogate/gateway/units"
)

// A quote that cannot be taken is answered with why, and the inquiry goes on: another can.
func TestAcceptWhatCannotBeTaken(t *testing.T) {
	t.Parallel()
	v := openPit(t)
	v.enter(rowan)
	gone := func(text string) []string { return []string{"429=6", "431=5", "444~" + text, "73=0"} }
	tests := []struct {
		name string
		take func(*deal) string // what is to be taken
		kind string
		want []string
	}{
		{"unknown", func(*deal) string { return "NONE" }, "j", []string{"372=L", "379=NONE", "380=1"}},
		{"superseded", func(d *deal) string {
			first := d.quote(northgate, 900)
			d.quote(northgate, 800)
			return first
		}, "N", gone("BID SUPERSEDED")},
		{"withdrawn", func(d *deal) string {
			quote := d.quote(northgate, 900)
			d.players[northgate].say("Z", "131=%s|117=%s|298=4|", d.shown[northgate], d.quoted[northgate])
			d.client().hears("l", "115="+northgate, "390="+quote, "58=WITHDRAWN", "44!")
			return quote
		}, "N", gone("BID WITHDRAWN")},
		{"withdrawn by a pass", func(d *deal) string {
			quote := d.quote(northgate, 900)
			d.players[northgate].say("l", "390=PASS-1|391=%s|420=1|12=0|66=%s|58=PASS|", d.shown[northgate],
				d.shown[northgate])
			d.client().hears("l", "115="+northgate, "390="+quote, "58=WITHDRAWN", "44!")
			return quote
		}, "N", gone("BID WITHDRAWN")},
		{"declined before", func(d *deal) string {
			quote := d.quote(northgate, 900)
			d.award(northgate)
			d.answer(northgate, "429=2", "431=7")
			d.lost(northgate, "DECLINED")
			d.players[northgate].hears("AJ", "117="+d.quoted[northgate], "58=NOT DONE")
			return quote
		}, "N", gone("BID SPENT")},
		{"of another inquiry", func(d *deal) string {
			other := d.begin(d.portfolio(3))
			defer other.callOff()
			return other.quote(northgate, 900)
		}, "j", []string{"372=L", "380=1"}},
		{"beyond a limit", func(d *deal) string { return d.quote(northgate, 5_000_000) }, "N",
			gone("line 1 would sell at ")},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			v.during(t)
			p := v.portfolio(3)
			if test.name == "beyond a limit" {
				p = p.with(1, "44="+(p.first-2*units.PriceUnit).String())
			}
			d := v.begin(p)
			quote := test.take(d)
			d.accept(quote)
			d.client().hears(test.kind, test.want...)
			v.nothingFollows()
			d.status("431=1", "39=D")
			d.quote(halyard, 100)
			d.accept(d.offered[halyard])
			d.players[halyard].hears("L")
			d.settles(halyard)
		})
	}
}

// lost has the client hear that an award came to nothing, and that the inquiry is open again.
func (d *deal) lost(dealer, why string) {
	d.t.Helper()
	d.client().hears("N", "115="+dealer, "429=6", "431=5", "444~"+why)
	d.client().hears("l", "115="+dealer, "390="+d.offered[dealer], "44!")
	d.client().hears("N", "429=3", "431=1", "444~OPEN AGAIN")
}

// callOff has the client cancel, and all dealers of its panel hear of it.
func (d *deal) callOff() {
	d.t.Helper()
	d.client().say("K", "66=%s|60=%s|", d.list.id, now())
	d.client().hears("N", "66="+d.list.id, "429=2", "431=4")
	d.client().hears("N", "66="+d.list.id, "429=5", "431=6", "39=4", "84="+d.list.face(1))
	for _, dealer := range panel() {
		d.players[dealer].hears("K", "66="+d.shown[dealer])
		d.players[dealer].hears("k", "374=C", "391="+d.shown[dealer])
	}
}

// Of two wishes the first is granted; the same wish again is told what came of it.
func TestAcceptTwice(t *testing.T) {
	t.Parallel()
	v := openPit(t)
	v.enter(rowan)
	d := v.begin(v.portfolio(3))
	d.quote(halyard, 700)
	d.quote(northgate, 600)
	v.players[rowan].say("L", "66=%s|390=%s|60=%s|", d.list.id, d.offered[northgate], now())
	v.players[rowan].hears("N", "66="+d.list.id, "431=7", "444~is not known here") // not its list
	d.award(northgate)

	d.accept(d.offered[northgate])
	d.client().hears("N", "97=Y", "429=2", "431=2", "39=D")
	d.accept(d.offered[halyard])
	d.client().hears("N", "429=6", "431=2", "444=ALREADY AWARDED to quote "+d.offered[northgate])
	d.client().say("K", "66=%s|60=%s|", d.list.id, now())
	d.client().hears("N", "429=2", "431=2", "444~TOO LATE")
	v.nothingFollows()

	d.stands(northgate)
	d.settles(northgate)
	d.accept(d.offered[northgate])
	d.client().hears("N", "97=Y", "429=2", "431=6", "39=2")
	d.accept(d.offered[halyard])
	d.client().hears("N", "429=6", "431=6", "444~ALREADY AWARDED")
	d.client().say("K", "66=%s|60=%s|", d.list.id, now())
	d.client().hears("N", "429=2", "431=3", "444~TOO LATE")
	d.stands(northgate) // the dealer says yes once more
	d.players[northgate].hears("N", "97=Y", "66="+d.shown[northgate], "431=6")
	v.nothingFollows()
}

// An accept that says two things is no accept.
func TestAcceptOfTwoMinds(t *testing.T) {
	t.Parallel()
	v := openPit(t)
	d := v.begin(v.portfolio(3))
	quote := d.quote(northgate, 600)
	v.client().sayWith(to(halyard), "L", "66=%s|391=%s|390=%s|60=%s|", d.list.id, d.round(), quote, now())
	v.client().hears("j", "372=L", "379="+quote, "380=1", "58~is not a quote of HALYARD")
	v.client().say("L", "66=%s|391=OTHER|390=%s|60=%s|", d.list.id, quote, now())
	v.client().hears("j", "372=L", "379="+quote, "380=1", "58~bidding round OTHER is not that of")
	v.client().say("L", "66=%s|60=%s|", d.list.id, now())
	v.client().hears("j", "372=L", "380=5", "58~BidID(390) is missing")
	v.nothingFollows()
	v.client().sayWith(to(northgate), "L", "66=%s|391=%s|390=%s|60=%s|", d.list.id, d.round(), quote, now())
	v.client().hears("N", "429=2", "431=2")
	v.players[northgate].hears("L")
	d.stands(northgate)
	d.settles(northgate)
}

// A list that nobody knows, or that is over, cannot be worked with.
func TestListsThatAreOver(t *testing.T) {
	t.Parallel()
	v := openPit(t)
	for kind, rest := range map[string]string{"K": "60=20250616-10:00:00|", "L": "390=Q|60=20250616-10:00:00|", "M": ""} {
		v.client().say(kind, "66=NONE|%s", rest)
		v.client().hears("N", "66=NONE", "429=2", "431=7", "444~NONE is not known here", "73=0")
	}
	d := v.begin(v.portfolio(3))
	quote := d.quote(northgate, 600)
	d.callOff()
	d.accept(quote)
	d.client().hears("N", "429=6", "431=5", "444=the inquiry is withdrawn")
	d.client().say("K", "66=%s|60=%s|", d.list.id, now())
	d.client().hears("N", "97=Y", "429=2", "431=6", "39=4")
	d.bid(northgate, 500)
	v.players[northgate].hears("j", "372=l", "58=the inquiry is closed")

	d = v.begin(v.portfolio(3).everywhere("126=" + fixTime(time.Now().Add(time.Second))))
	quote = d.quote(northgate, 600)
	d.lapses()
	d.accept(quote)
	d.client().hears("N", "429=6", "431=5", "444~BID EXPIRED: the inquiry ended at ")
	d.client().say("K", "66=%s|60=%s|", d.list.id, now())
	d.client().hears("N", "429=2", "431=6", "444=the inquiry is expired")
	d.bid(northgate, 500)
	v.players[northgate].hears("j", "372=l", "58=the inquiry is closed")
	v.nothingFollows()
}

// lapses waits for the deadline.
func (d *deal) lapses() {
	d.t.Helper()
	d.client().hears("N", "429=5", "431=6", "39=C", "444~EXPIRED")
	for _, dealer := range panel() {
		d.players[dealer].hears("k", "374=C", "391="+d.shown[dealer], "58=CLOSED")
		if d.quoted[dealer] != "" {
			d.players[dealer].hears("AJ", "117="+d.quoted[dealer], "694=3", "58=NOT EXECUTED")
		}
	}
}
