package main

import (
	"testing"
	"time"
)

// A client that asks is told where its inquiry stands, line by line, in every phase.
func TestStatusInEachPhase(t *testing.T) {
	t.Parallel()
	v := openPit(t)
	p := v.portfolio(4)
	v.client().say("E", "%s", p.part(1, 2, false))
	receiving := v.deal(p)
	receiving.status("431=1", "68=4", "73=0")
	v.client().say("E", "%s", p.with(3, "38=0").part(3, 4, true))
	v.client().hears("N", "431=7", "103=13")
	receiving.status("431=7", "73=1", "39=8", "444~OrderQty(38) must be greater than 0")

	d := v.begin(v.portfolio(4))
	d.status("431=1", "73=4", "39=D", "151="+d.list.face(1), "14=0")
	d.quote(northgate, 500)
	d.award(northgate)
	d.status("431=2", "73=4", "39=D")
	d.stands(northgate)
	client, dealer := d.clientBooks(northgate), d.dealerBooks(northgate)
	executed := d.status("431=6", "73=4", "39=2", "151=0", "14="+d.list.face(1))
	for id, f := range client.fills {
		if !executed.has("6=" + f.get("31")) {
			t.Errorf("execution %s at %s is told as %s", id, f.get("31"), executed.text)
		}
	}
	d.affirm(v.client(), client.ticket)
	d.affirm(v.players[northgate], dealer.ticket)
	v.players[northgate].hearsNothing()
	d.status("431=6", "73=4", "39=2")
	for _, dealer := range []string{halyard, copperline} {
		v.players[dealer].rest()
	}

	d = v.begin(v.portfolio(4))
	d.callOff()
	d.status("431=6", "39=4", "84="+d.list.face(1), "151=0")
	d = v.begin(v.portfolio(4).everywhere("126=" + fixTime(time.Now().Add(300*time.Millisecond))))
	d.lapses()
	d.status("431=6", "39=C", "14=0", "151=0")
}

// The executions of the day can be asked for again, as one answer over all lists.
func TestExecutionsAgain(t *testing.T) {
	t.Parallel()
	v := openPit(t)
	ask := func(id, kind string) { v.client().say("AF", "584=%s|585=%s|", id, kind) }
	ask("AF-0", "7")
	v.client().hears("j", "372=AF", "379=AF-0", "380=1", "58=nothing was executed today")
	ask("AF-0", "1")
	v.client().hears("j", "372=AF", "379=AF-0", "380=0", "58~MassStatusReqType(585) must be 7")

	first, second := v.begin(v.portfolio(3)), v.begin(v.portfolio(5))
	first.quote(northgate, 100)
	second.quote(northgate, 100)
	first.trade(northgate)
	second.award(northgate)
	second.stands(northgate)
	books := second.clientBooks(northgate)
	ask("AF-1", "7")
	for i := range 8 {
		last := "912=N"
		if i == 7 {
			last = "912=Y"
		}
		h := v.client().hears("8", "584=AF-1", "150=I", "39=2", "911=8", last, "97!")
		if h.get("66") == second.list.id {
			books.enter(h)
		}
	}
	if len(books.fills) != 5 {
		t.Errorf("%d executions of 5 lines: those asked for have ids of their own", len(books.fills))
	}
	v.client().hearsNothing()
}

// A disputed ticket or execution is noted and undoes nothing; a dispute can be settled, what was
// affirmed cannot be disputed.
func TestDisputes(t *testing.T) {
	t.Parallel()
	v := openPit(t)
	d := v.begin(v.portfolio(3))
	d.quote(northgate, 100)
	d.award(northgate)
	d.stands(northgate)
	client, dealer := d.clientBooks(northgate), d.dealerBooks(northgate)
	ticket := client.ticket.get("664")
	say := func(p *player, status string) {
		p.say("AU", "664=%s|75=20250616|60=%s|940=%s|58=we see 5 cents less|", ticket, now(), status)
	}
	say(v.client(), "1") // received
	say(v.client(), "2|774=99")
	for _, f := range client.fills {
		v.client().say("Q", "37=%s|17=%s|127=F|55=[N/A]|48=%s|22=1|54=%s|38=%s|32=%s|31=%s|", f.get("37"),
			f.get("17"), f.get("48"), f.get("54"), f.get("38"), f.get("32"), f.get("31"))
	}
	v.client().hearsNothing()
	v.players[northgate].hearsNothing()
	d.status("431=6", "39=2")
	say(v.client(), "3")
	say(v.client(), "3") // twice is once
	v.client().hearsNothing()
	say(v.client(), "2|774=99")
	v.client().hears("j", "372=AU", "379="+ticket, "380=0", "58~was affirmed before")
	say(v.players[halyard], "3") // not its ticket
	v.players[halyard].awaits("j", "372=AU", "379="+ticket, "380=1")
	d.affirm(v.players[northgate], dealer.ticket)
	v.players[northgate].hearsNothing()
}
