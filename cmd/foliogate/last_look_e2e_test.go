package main

import (
	"testing"

	"foliogate/gateway/units"
)

// A dealer that declines, or says nothing in time, loses the award; the inquiry is open again, and
// second best can be taken. What it says later comes too late.
func TestLastLookThatFails(t *testing.T) {
	t.Parallel()
	for _, answer := range []string{"declines", "passes", "takes the quote back", "is silent"} {
		t.Run(answer, func(t *testing.T) {
			t.Parallel()
			v := openPit(t)
			dealer, why := northgate, "DECLINED"
			if answer == "is silent" {
				dealer, why = copperline, "NO ANSWER IN TIME"
			}
			d := v.begin(v.portfolio(3))
			d.quote(halyard, 500)
			d.quote(dealer, 100)
			d.award(dealer)
			d.bid(halyard, 450) // who quotes meanwhile notices nothing
			l := d.client().hears("l", "115="+halyard)
			d.client().hears("N", "429=3", "431=2", "444~BEST=")
			d.offered[halyard] = l.get("390")
			switch answer {
			case "declines":
				d.answer(dealer, "429=2", "431=7")
			case "passes":
				v.players[dealer].say("l", "390=P|391=%s|420=1|12=0|66=%s|58=PASS|", d.shown[dealer], d.shown[dealer])
			case "takes the quote back":
				v.players[dealer].say("Z", "131=%s|117=%s|298=4|", d.shown[dealer], d.quoted[dealer])
			}
			d.lost(dealer, why)
			v.players[dealer].hears("AJ", "117="+d.quoted[dealer], "694=3", "58=NOT DONE")
			d.stands(dealer)
			v.players[dealer].hears("j", "372=N", "379="+d.quoted[dealer], "58~NOT DONE")
			v.nothingFollows()
			d.status("431=1", "39=D")
			d.accept(d.offered[halyard])
			v.players[halyard].hears("L", "390="+d.quoted[halyard])
			client, _ := d.settles(halyard)
			d.cameTo(client, 450)
		})
	}
}

// A firm quote trades when it is taken: there is no last look to be told of.
func TestFirmDealer(t *testing.T) {
	t.Parallel()
	v := openPit(t)
	d := v.begin(v.portfolio(3))
	d.quote(northgate, 500)
	d.quote(halyard, 100)
	d.accept(d.offered[halyard])
	v.players[halyard].hears("L", "390="+d.quoted[halyard])
	client, _ := d.settles(halyard)
	d.cameTo(client, 100)
	v.players[halyard].say("Z", "131=%s|117=%s|298=4|", d.shown[halyard], d.quoted[halyard])
	v.players[halyard].hears("j", "372=Z", "58~the inquiry is executed: T") // it crossed with the award
}

// cameTo compares the executions with the quote that was taken.
func (d *deal) cameTo(b *books, worse int64) {
	d.t.Helper()
	if want := units.Money(100 * (d.list.cash - worse)); b.priced() != want {
		d.t.Errorf("the executions come to %d cents, the quote was %d", b.priced(), want)
	}
}
