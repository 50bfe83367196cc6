package main

import (
	"fmt"
	"time"
)

// A dealer of the RFQ profile does the same in other words, and says of some quotes how long they are
// good.

// kind is the message that a quote is.
func (d *dealer) kind() string {
	if d.quotes {
		return "S"
	}
	return "l"
}

func (d *dealer) bidText(l *shown, price string) string {
	if !d.quotes {
		return fmt.Sprintf("390=%s|391=%s|420=1|12=0|13=3|66=%s|44=%s|423=3|", l.bid, l.id, l.id, price)
	}
	until := ""
	if d.floor.chance.IntN(4) == 0 {
		l.until[l.bid] = l.at.Add(time.Duration(50+d.floor.chance.IntN(1500)) * time.Millisecond).
			Truncate(time.Millisecond)
		until = "62=" + stamp(l.until[l.bid]) + "|"
	}
	return fmt.Sprintf("131=%s|117=%s|537=1|%s15=USD|133=%s|%s423=3|", l.id, l.bid, pseudo(l.id), price, until)
}

func (d *dealer) acknowledge(l *shown) {
	if d.quotes && d.floor.chance.IntN(2) == 0 { // else it says that it has the lines
		d.report(l, noQuote, "", 0)
		return
	}
	d.say("N", fmt.Sprintf("66=%s|429=1|82=1|431=1|83=1|68=%d|73=0|", l.id, l.total))
}

func (d *dealer) pass(l *shown) {
	if d.quotes {
		d.say("AG", fmt.Sprintf("131=%s|658=10|146=1|%s58=PASS|", l.id, pseudo(l.id)))
		return
	}
	d.say("l", fmt.Sprintf("390=%s|391=%s|420=1|12=0|66=%s|58=PASS|", d.nextBid(), l.id, l.id))
}

func (d *dealer) decline(l *shown) {
	if d.quotes {
		d.report(l, l.taken, l.hit, 11)
		return
	}
	d.say("N", fmt.Sprintf("66=%s|429=2|82=1|431=7|83=1|444=market moved|68=%d|73=0|", l.id, l.total))
}

func (d *dealer) confirmText(l *shown) (kind, body string) {
	if d.quotes {
		return "AI", reportText(l, l.taken, l.hit, 0)
	}
	return "N", fmt.Sprintf("66=%s|429=4|82=1|431=3|83=1|68=%d|73=0|", l.id, l.total)
}

func (d *dealer) report(l *shown, quote, hit string, status int) {
	d.say("AI", reportText(l, quote, hit, status))
}

func reportText(l *shown, quote, hit string, status int) string {
	if hit != "" {
		hit = "693=" + hit + "|"
	}
	return fmt.Sprintf("131=%s|117=%s|%s%s60=%s|297=%d|", l.id, quote, hit, pseudo(l.id),
		stamp(time.Now()), status)
}

// struck hears that a quote is hit: in time, if it had any.
func (d *dealer) struck(m message) {
	l := d.list(m.get("48"))
	l.taken, l.hit = m.get("117"), m.get("693")
	if until, said := l.until[l.taken]; said && m.get("60") >= stamp(until) {
		d.floor.violation("%s: %s was good until %s: %s", d.us, l.taken, stamp(until), m)
	}
	d.think(l)
}

// reported hears a QuoteStatusReport(AI): that an inquiry is over, or that something is refused.
func (d *dealer) reported(m message) {
	if status := m.get("297"); status == "4" || status == "7" && m.get("58") == "CLOSED" {
		d.over(d.list(m.get("131")))
	}
}
