package main

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"foliogate/config"
)

// speaksQuotes has everybody of the pit speak the RFQ profile, in its file too.
func (v *pit) speaksQuotes(changes ...func(*config.Gateway)) {
	v.t.Helper()
	text, err := os.ReadFile(v.file)
	if err != nil {
		v.t.Fatal(err)
	}
	text = []byte(strings.NewReplacer("role: dealer\n", "role: dealer\n    profile: rfq\n",
		"role: client\n", "role: client\n    profile: rfq\n").Replace(string(text)))
	if err := os.WriteFile(v.file, text, 0o600); err != nil {
		v.t.Fatal(err)
	}
	if v.config, err = config.LoadGateway(v.file, nil); err != nil {
		v.t.Fatal(err)
	}
	for _, change := range changes {
		change(&v.config)
	}
}

// openQuotePit opens a gateway where everybody speaks quotes, and has them come in.
func openQuotePit(t testing.TB, changes ...func(*config.Gateway)) *pit {
	t.Helper()
	v := newPit(t)
	v.speaksQuotes(changes...)
	v.open()
	v.enter(append(panel(), birchwood)...)
	return v
}

// quoteDeal is a deal between those who speak quotes.
type quoteDeal struct {
	*deal
	hit map[string]string // the QuoteRespID(693) of each dealer's award
}

// whole stands for a list in the place of a bond.
func whole(list string) string {
	return "55=[N/A]|48=" + list + "|22=8|460=12|167=MLEG|"
}

// inquire has the client send a portfolio and ask its panel for a price.
func (v *pit) inquire(p portfolio) *quoteDeal {
	v.t.Helper()
	d := &quoteDeal{v.deal(p), map[string]string{}}
	v.client().say("E", "%s", p.text())
	v.client().hears("N", "66="+p.id, "429=1", "431=1", "39=D", "97!")
	for _, dealer := range panel() {
		v.players[dealer].hearsNothing() // a list alone asks nobody
	}
	v.client().say("R", "131=%s|146=1|%s303=1|537=1|54=B|423=3|", d.round(), whole(p.id))
	for _, dealer := range panel() {
		v.client().hears("AI", "115~", "131="+d.round(), "117=[N/A]", "297=10", "58=ASKED")
		list := v.players[dealer].hears("E", "97!", fmt.Sprintf("68=%d", len(p.lines)))
		request := v.players[dealer].hears("R", "97!", "48="+list.get("66"), "54=B", "423=3", "167=MLEG")
		d.shown[dealer] = request.get("131")
	}
	return d
}

// isAskedAgain has a dealer hear of a list that it was shown before.
func (d *quoteDeal) isAskedAgain(dealer string) {
	d.t.Helper()
	d.players[dealer].awaits("R", "97=Y", "131="+d.shown[dealer])
}

// quote has a dealer give a price that is so many dollars worse than fair for the client, who
// hears of it.
func (d *quoteDeal) quote(dealer string, worse int64) string {
	d.t.Helper()
	d.bid(dealer, worse)
	s := d.client().hears("S", "115="+dealer, "131="+d.round(), "48="+d.list.id, "97!", "423=3",
		fmt.Sprintf("133=%d.00", d.list.cash-worse))
	d.offered[dealer] = s.get("117")
	return d.offered[dealer]
}

func (d *quoteDeal) bid(dealer string, worse int64) {
	d.t.Helper()
	d.bids++
	d.quoted[dealer] = fmt.Sprintf("%s-QUOTE-%d", dealer, d.bids)
	d.players[dealer].say("S", "131=%s|117=%s|537=1|%s15=USD|133=%d.00|423=3|", d.shown[dealer],
		d.quoted[dealer], whole(d.shown[dealer]), d.list.cash-worse)
}

// accept has the client hit a quote.
func (d *quoteDeal) accept(quote string) {
	d.t.Helper()
	d.client().say("AJ", "693=HIT-%s|117=%s|694=1|%s60=%s|", quote, quote, whole(d.list.id), now())
}

// award has the client take a dealer's quote, and the dealer get its last look.
func (d *quoteDeal) award(dealer string) {
	d.t.Helper()
	d.accept(d.offered[dealer])
	d.client().hears("AI", "115="+dealer, "117="+d.offered[dealer], "693=HIT-"+d.offered[dealer], "297=10",
		"58~LAST LOOK")
	d.isHit(dealer)
}

func (d *quoteDeal) isHit(dealer string) {
	d.t.Helper()
	hit := d.players[dealer].hears("AJ", "694=1", "117="+d.quoted[dealer], "48="+d.shown[dealer], "97!")
	d.hit[dealer] = hit.get("693")
}

// answer has a dealer answer its hit.
func (d *quoteDeal) answer(dealer, status string) {
	d.t.Helper()
	d.players[dealer].say("AI", "131=%s|117=%s|693=%s|%s297=%s|", d.shown[dealer], d.quoted[dealer],
		d.hit[dealer], whole(d.shown[dealer]), status)
}

// settles gathers what both sides are told of a trade, and compares.
func (d *quoteDeal) settles(dealer string, worse int64) {
	d.t.Helper()
	lines := len(d.list.lines)
	client, winner := newBooks(d.t), newBooks(d.t)
	client.gather(d.client(), lines)
	winner.gather(d.players[dealer], lines)
	d.agree(client, winner)
	d.cameTo(client, worse)
	d.affirm(d.client(), client.ticket)
	d.affirm(d.players[dealer], winner.ticket)
}
