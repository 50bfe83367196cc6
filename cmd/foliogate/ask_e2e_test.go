package main

import (
	"fmt"
	"testing"

	"foliogate/fixspec"
)

func to(dealer string) fixspec.Header { return fixspec.Header{DeliverTo: dealer} }

// ask has a client name a dealer for a list, or without a name its panel.
func (p *player) ask(dealer string, list portfolio) {
	p.t.Helper()
	p.sayWith(to(dealer), "k", "391=%s|374=N|393=%d|394=2|420=1|66=%s|418=R|419=4|", list.head[1][4:],
		len(list.lines), list.id)
}

// A client that names its dealers asks those and no others, and only those it is entitled to.
func TestNamedDealers(t *testing.T) {
	t.Parallel()
	v := openPit(t)
	v.enter(rowan, foxholm)
	client := v.players[rowan]
	refuse := func(dealer string, list portfolio, wanted ...string) {
		t.Helper()
		client.ask(dealer, list)
		client.hears("j", append(wanted, "372=k", "379="+list.id)...)
		v.nothingFollows()
	}
	p := v.portfolio(3)
	refuse(foxholm, p, "380=6", "58~ROWAN-EMS may not ask FOXHOLM")
	refuse("NOBODY", p, "380=7", "58~NOBODY is not a dealer here")
	refuse("", p, "380=7", "58~no panel is agreed for ROWAN-EMS: name a dealer")

	client.ask(halyard, p) // before the list
	v.nothingFollows()
	client.say("E", "%s", p.text())
	client.hears("N", "429=1", "431=1", "444=DEALERS=1")
	v.players[halyard].hears("E", "417!")
	v.players[halyard].hears("k", "374=N", "417!") // the size of the panel is not disclosed
	v.nothingFollows()
	refuse(foxholm, p, "380=6")
	client.ask(northgate, p) // and afterwards
	client.hears("N", "115="+northgate, "429=3", "444=ASKED")
	v.players[northgate].hears("E")
	v.players[northgate].hears("k", "374=N", "417!")
	client.ask(northgate, p) // once is enough
	v.nothingFollows()

	client.sayWith(to(northgate), "E", "%s", v.portfolio(3).text())
	client.hears("j", "372=E", "380=0", "58~DeliverToCompID(128) belongs on a BidRequest")
	client.say("k", "391=%s|374=C|393=3|394=2|420=1|66=%s|418=R|419=4|", p.head[1][4:], p.id)
	client.hears("j", "372=k", "380=0", "58~to withdraw an inquiry send a ListCancelRequest")
	client.say("K", "66=%s|60=%s|", p.id, now())
	client.hears("N", "431=4")
	client.hears("N", "429=5", "431=6", "39=4")
	for _, dealer := range []string{northgate, halyard} {
		v.players[dealer].hears("K")
		v.players[dealer].hears("k", "374=C", "58=CANCELED")
	}
	refuse(copperline, p, "380=0", fmt.Sprintf("58~%s is withdrawn: no more dealers", p.id))
}

// What a dealer may not say is answered, and no client hears of it.
func TestBadQuotes(t *testing.T) {
	t.Parallel()
	v := openPit(t)
	d := v.begin(v.portfolio(3))
	own, foreign := d.shown[northgate], d.shown[halyard]
	first := d.quote(northgate, 1000)
	price := func(list, rest string) string {
		return fmt.Sprintf("390=NORTHGATE-X|391=%s|420=1|12=0|13=3|66=%s|%s", list, list, rest)
	}
	lines := func(quote, first string) string {
		return fmt.Sprintf("131=%s|117=%s|537=1|301=1|296=1|302=%s|304=3|893=Y|295=3|"+
			"299=%s-0001|132=%s|299=%s-0002|132=100|299=%s-0003|133=100|", own, quote, own, own, first, own, own)
	}
	tests := []struct {
		name, kind, text string
		answer           string
		want             []string
	}{
		{"an unknown list", "l", price("NONE", "44=5|423=3|"), "j", []string{"372=l", "379=NORTHGATE-X", "380=1"}},
		{"another dealer's list", "l", price(foreign, "44=5|423=3|"), "j", []string{"372=l", "380=1"}},
		{"another kind of price", "l", price(own, "44=5|423=6|"), "j", []string{"372=l", "380=0", "58~asks for a total amount and nothing else"}},
		{"a price by yield", "l", price(own, "44=5|423=9|"), "j", []string{"372=l", "380=0", "58~PriceType(423) must be 3"}},
		{"tenths of a cent", "l", price(own, "44=5.001|423=3|"), "j", []string{"372=l", "380=0", "58~more decimals than the currency"}},
		{"an absurd price", "l", price(own, "44=900000000000|423=3|"), "j", []string{"372=l", "380=0", "58~percent of par"}},
		{"a price of letters", "l", price(own, "44=cheap|423=3|"), "3", []string{"372=l", "371=44", "373=6", "58~NoBidComponents(420)[1].Price(44)"}},
		{"a commission on top", "l", fmt.Sprintf("390=X|391=%s|420=1|12=1|13=3|66=%s|44=5|423=3|", own, own), "3",
			[]string{"371=12", "58~a quote includes everything"}},
		{"no commission to begin with", "l", fmt.Sprintf("390=X|391=%s|420=1|66=%s|44=5|423=3|", own, own), "3",
			[]string{"371=420", "373=15"}},
		{"a used BidID", "l", fmt.Sprintf("390=%s|391=%s|420=1|12=0|13=3|66=%s|44=5|423=3|", d.quoted[northgate], own, own), "j",
			[]string{"372=l", "380=0", "379=" + d.quoted[northgate], "58~was used before and said something else"}},
		{"an unknown quote taken back", "Z", fmt.Sprintf("131=%s|117=NONE|298=4|", own), "j", []string{"372=Z", "379=NONE", "380=1"}},
		{"half a quote taken back", "Z", fmt.Sprintf("131=%s|117=%s|298=1|", own, d.quoted[northgate]), "j",
			[]string{"372=Z", "380=0", "58~QuoteCancelType(298) must be 4"}},
		{"a foreign list passed", "l", price(foreign, "58=PASS|"), "j", []string{"372=l", "380=1"}},
		{"lines of an unknown quote", "i", lines("NONE", "100"), "b", []string{"117=NONE", "297=5", "300=5"}},
		{"lines that do not add up", "i", lines(d.quoted[northgate], "100"), "b",
			[]string{"117=" + d.quoted[northgate], "297=5", "300=8", "58~the line prices come to"}},
		{"a line without a price", "i", lines(d.quoted[northgate], "0"), "j", []string{"372=i", "380=0", "58~NoQuoteEntries(295)[1] must have one price"}},
		{"nothing to confirm", "N", fmt.Sprintf("66=%s|429=4|82=1|431=3|83=1|68=3|73=0|", own), "j",
			[]string{"372=N", "380=0", "58~nothing is awarded to you: NOT DONE"}},
		{"a foreign list confirmed", "N", fmt.Sprintf("66=%s|429=4|82=1|431=3|83=1|68=3|73=0|", foreign), "j",
			[]string{"372=N", "379=" + foreign, "380=1"}},
		{"a ticket that is not", "AU", "664=NONE|75=20250616|60=20250616-10:00:00|940=3|", "j", []string{"372=AU", "379=NONE", "380=1"}},
		{"an execution that is not", "Q", "37=NONE|17=NONE|127=F|55=[N/A]|54=1|38=5|", "j", []string{"372=Q", "379=NONE", "380=1"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			v.during(t)
			dealer := v.players[northgate]
			if dealer.say(test.kind, "%s", test.text); test.answer == "3" {
				dealer.isRefused("3", test.want...)
			} else {
				dealer.hears(test.answer, test.want...)
			}
			v.nothingFollows()
		})
	}
	v.players[northgate].sayWith(to("ANYBODY"), "N", "66=%s|429=1|82=1|431=1|83=1|68=3|73=0|", own)
	v.players[northgate].hears("j", "372=N", "380=6")
	v.players[northgate].say("l", "390=%s|391=%s|420=1|12=0|13=3|66=%s|44=%d.00|423=3|", d.quoted[northgate], own, own,
		d.list.cash-1000) // the same again is no news
	v.nothingFollows()
	if first != d.offered[northgate] {
		t.Fatal("the quote was exchanged")
	}
	d.trade(northgate)
	d.bid(northgate, 500)
	v.players[northgate].hears("j", "372=l", "379="+d.quoted[northgate], "380=0", "58=the inquiry is closed")
	d.bid(halyard, 500)
	v.players[halyard].hears("j", "372=l", "379="+d.quoted[halyard], "380=0", "58=the inquiry is closed")
	v.nothingFollows()
}
