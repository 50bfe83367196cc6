package main

import (
	"fmt"
	"testing"
	"time"

	"foliogate/config"
	"foliogate/gateway/units"
)

// The whole way of an auction: what each side hears, and nothing else.
func TestTrade(t *testing.T) {
	t.Parallel()
	v := openPit(t)
	d := v.begin(v.portfolio(6))
	d.answer(northgate, "429=1", "431=1")
	d.client().hears("N", "115="+northgate, "429=3", "431=1", "444=ACK")
	d.quote(northgate, 5_000)
	d.quote(halyard, 9_000)
	d.quote(copperline, 10_000)
	d.quote(northgate, 4_000)
	d.award(northgate)
	d.stands(northgate)
	client, dealer := d.clientBooks(northgate), d.dealerBooks(northgate)
	d.agree(client, dealer)
	d.cameTo(client, 4_000)
	v.players[halyard].hears("k", "374=C", "390="+d.quoted[halyard], "391="+d.shown[halyard])
	v.players[halyard].hears("AJ", "117="+d.quoted[halyard], "694=4", "58=COVER")
	v.players[copperline].hears("k", "374=C")
	v.players[copperline].hears("AJ", "117="+d.quoted[copperline], "694=5", "58=DONE AWAY")
	d.affirm(v.client(), client.ticket)
	d.affirm(v.players[northgate], dealer.ticket)
	v.nothingFollows()
}

// A client that does not want its dealers to know what became of a list tells all losers the same.
func TestUniformOutcome(t *testing.T) {
	t.Parallel()
	v := openPit(t, func(g *config.Gateway) { g.Sessions[0].Outcomes = config.Outcomes{} })
	d := v.begin(v.portfolio(3))
	d.quote(northgate, 100)
	d.quote(halyard, 200)
	d.quote(copperline, 90_000)
	d.award(northgate)
	d.stands(northgate)
	d.clientBooks(northgate)
	for _, loser := range []string{halyard, copperline} {
		v.players[loser].hears("k", "374=C", "58=CLOSED")
		v.players[loser].hears("AJ", "117="+d.quoted[loser], "694=3", "58=NOT EXECUTED")
		v.players[loser].hearsNothing()
	}
}

// A list can be priced by a concession in basis points, or by percent of par a side. What a dealer
// quotes otherwise is no quote.
func TestOtherPriceKinds(t *testing.T) {
	t.Parallel()
	v := openPit(t)
	for kind, prices := range map[string][]string{
		"6": {"66=%s|44=12.5|423=6|"},
		"1": {"66=%s|54=1|44=101.25|423=1|", "66=%s|54=2|44=98.5|423=1|"},
	} {
		d := v.begin(v.portfolio(4).everywhere("423="+kind).with(1, "44=", "40=1"))
		text := fmt.Sprintf("390=B-%s|391=%s|420=%d|", kind, d.shown[northgate], len(prices))
		want := []string{"115=" + northgate, "423=" + kind}
		for _, price := range prices {
			text += "12=0|13=3|" + fmt.Sprintf(price, d.shown[northgate])
			want = append(want, "44="+heard{text: price}.get("44"))
		}
		v.players[northgate].say("l", "%s", text)
		l := v.client().hears("l", want...)
		d.client().hears("N", "444~BEST=")
		d.quoted[northgate], d.offered[northgate] = "B-"+kind, l.get("390")
		d.trade(northgate)
	}
}

// A dealer may say what each line costs in its quote; the executions have its prices.
func TestLinePrices(t *testing.T) {
	t.Parallel()
	v := openPit(t)
	d := v.begin(v.portfolio(2).with(1, "38=1000000", "44=", "40=1").with(2, "38=1000000"))
	list := d.shown[northgate]
	d.list.cash = -10_000 // sold at 99, bought at 100
	d.quote(northgate, 0)
	v.players[northgate].say("i", "131=%s|117=%s|537=1|301=1|296=1|302=%s|304=2|893=Y|295=2|299=%s-0001|132=99|"+
		"299=%s-0002|133=100|", list, d.quoted[northgate], list, list, list)
	v.players[northgate].hears("b", "117="+d.quoted[northgate], "297=0")
	d.client().hears("i", "115="+northgate, "117="+d.offered[northgate], "301=0", "132=99", "133=100")
	d.award(northgate)
	d.stands(northgate)
	client, _ := d.settles(northgate)
	for _, f := range client.fills {
		if want := map[string]string{"2": "31=99", "1": "31=100"}[f.get("54")]; !f.has(want) {
			t.Errorf("%s belongs into %s", want, f.text)
		}
	}
}

// Each account and settlement date has a ticket of its own, and together they are the executions.
func TestTicketsOfAccounts(t *testing.T) {
	t.Parallel()
	v := openPit(t)
	d := v.begin(v.portfolio(4).with(1, "38=3000000", "78=2|79=SECRET-A|80=1000000|79=SECRET-B|80=2000000", "1=").
		with(4, "1=SECRET-C"))
	d.quote(northgate, 100)
	d.award(northgate)
	d.stands(northgate)
	d.client().hears("N", "429=4")
	client := newBooks(t)
	for range 4 {
		client.enter(d.client().hears("8"))
	}
	d.client().hears("N", "429=5", "431=6")
	var net units.Money
	for _, account := range []string{secretAccount, "SECRET-A", "SECRET-B", "SECRET-C"} {
		ticket := d.client().hears("AK", "79="+account, "120=USD", "64=20250617")
		net += cashFlow(t, ticket, "118")
	}
	if net != client.sum() {
		t.Errorf("the tickets come to %d, the executions to %d", net, client.sum())
	}
	for range 4 {
		v.players[northgate].hears("8")
	}
	for range 4 { // the dealer settles with one account, and learns of none of the client's
		v.players[northgate].hears("AK", "79=NORTHGATE-SETTLE")
	}
	v.players[northgate].hearsNothing()
	v.client().hearsNothing()
}

// A client may leave the choice to the deadline.
func TestBestAtTheDeadline(t *testing.T) {
	t.Parallel()
	v := openPit(t, func(g *config.Gateway) { g.Sessions[0].AutoAccept = true })
	d := v.begin(v.portfolio(3).with(0, "433=1").everywhere("126=" + fixTime(time.Now().Add(time.Second))))
	d.quote(northgate, 900)
	d.quote(halyard, 300)
	v.players[halyard].hears("L", "390="+d.quoted[halyard])
	client, _ := d.settles(halyard)
	d.cameTo(client, 300)
}

// A dealer that does not want the list says so in either way; when all do, the client knows.
func TestPasses(t *testing.T) {
	t.Parallel()
	v := openPit(t)
	d := v.begin(v.portfolio(3))
	list := d.shown[northgate]
	v.players[northgate].say("l", "390=P-1|391=%s|420=1|12=0|66=%s|58=no appetite|", list, list)
	d.client().hears("l", "115="+northgate, "58=PASS", "44!")
	d.answer(copperline, "429=2", "431=7")
	d.client().hears("l", "115="+copperline, "58=PASS", "44!")
	v.players[halyard].say("N", "66=%s|429=1|82=1|431=1|83=1|68=3|73=1|11=%s-0002|14=0|39=8|151=0|84=0|6=0|58=no price|",
		d.shown[halyard], d.shown[halyard])
	d.client().hears("l", "115="+halyard, "58=PASS", "44!")
	v.nothingFollows()
	d.quote(northgate, 100) // it may change its mind
	d.trade(northgate)
}
