package main

import (
	"fmt"
	"slices"
	"testing"
)

// deal is one inquiry of the client as scripts play it.
type deal struct {
	*pit
	t       testing.TB
	list    portfolio
	shown   map[string]string // the ListID(66) that each dealer has for it
	quoted  map[string]string // the BidID(390) of each dealer's last quote
	offered map[string]string // the BidID(390) under which the client knows it
	bids    int
}

// begin has the client send a portfolio, and every dealer of the panel be asked for a price.
func (v *pit) begin(p portfolio) *deal {
	v.t.Helper()
	d := v.deal(p)
	v.client().say("E", "%s", p.text())
	v.client().hears("N", "66="+p.id, "429=1", "431=1", "39=D", "97!")
	for _, dealer := range panel() {
		d.isShown(dealer)
	}
	return d
}

// deal is an inquiry that nobody has been shown yet.
func (v *pit) deal(p portfolio) *deal {
	return &deal{pit: v, t: v.t, list: p, shown: map[string]string{}, quoted: map[string]string{},
		offered: map[string]string{}}
}

// isShown has a dealer hear the list and the request for a price.
func (d *deal) isShown(dealer string) {
	d.t.Helper()
	list := d.players[dealer].hears("E", "97!", fmt.Sprintf("68=%d", len(d.list.lines)))
	request := d.players[dealer].hears("k", "97!", "374=N", "66="+list.get("66"))
	d.shown[dealer] = request.get("391")
}

// isShownAgain has it hear of a list that it may have been shown before.
func (d *deal) isShownAgain(dealer string) {
	d.t.Helper()
	request := d.players[dealer].awaits("k", "97=Y", "374=N", fmt.Sprintf("393=%d", len(d.list.lines)))
	if before := d.shown[dealer]; before != "" && before != request.get("391") {
		d.t.Fatalf("%s knew the list as %s before: %s", dealer, before, request.text)
	}
	d.shown[dealer] = request.get("391")
}

// quote has a dealer give a price that is so many dollars worse than fair for the client, who
// hears of it.
func (d *deal) quote(dealer string, worse int64) string {
	d.t.Helper()
	d.bid(dealer, worse)
	l := d.client().hears("l", "115="+dealer, "391="+d.round(), "66="+d.list.id, "97!",
		fmt.Sprintf("44=%d.00", d.list.cash-worse))
	d.client().hears("N", "429=3", "444~BEST=")
	d.offered[dealer] = l.get("390")
	return d.offered[dealer]
}

// bid has a dealer say its price.
func (d *deal) bid(dealer string, worse int64) {
	d.t.Helper()
	d.bids++
	d.quoted[dealer] = fmt.Sprintf("%s-BID-%d", dealer, d.bids)
	d.players[dealer].say("l", "390=%s|391=%s|420=1|12=0|13=3|66=%s|44=%d.00|423=3|",
		d.quoted[dealer], d.shown[dealer], d.shown[dealer], d.list.cash-worse)
}

// round is the client's ClientBidID(391).
func (d *deal) round() string {
	return d.list.head[slices.IndexFunc(d.list.head, func(f string) bool {
		return f[:4] == "391="
	})][4:]
}

// accept has the client take a quote.
func (d *deal) accept(quote string) {
	d.t.Helper()
	d.client().say("L", "66=%s|391=%s|390=%s|60=%s|", d.list.id, d.round(), quote, now())
}

// award has the client take a dealer's quote, and the dealer get its last look.
func (d *deal) award(dealer string) {
	d.t.Helper()
	d.accept(d.offered[dealer])
	d.client().hears("N", "115="+dealer, "429=2", "431=2")
	d.players[dealer].hears("L", "66="+d.shown[dealer], "390="+d.quoted[dealer], "97!")
}

// stands has a dealer say yes in its last look.
func (d *deal) stands(dealer string) {
	d.t.Helper()
	d.answer(dealer, "429=4", "431=3")
}

// answer has a dealer send a ListStatus(N) without lines.
func (d *deal) answer(dealer, why, state string) {
	d.t.Helper()
	d.players[dealer].say("N", "66=%s|%s|82=1|%s|83=1|68=%d|73=0|", d.shown[dealer], why, state,
		len(d.list.lines))
}

// trade plays on from a quote of a dealer with a last look to the end.
func (d *deal) trade(dealer string) {
	d.t.Helper()
	d.award(dealer)
	d.stands(dealer)
	d.settles(dealer)
}

// status is how the client finds the inquiry when it asks.
func (d *deal) status(wanted ...string) heard {
	d.t.Helper()
	d.client().say("M", "66=%s|", d.list.id)
	return d.client().hears("N", append(wanted, "66="+d.list.id, "429=2")...)
}
