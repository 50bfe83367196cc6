package main

import (
	"fmt"
	"strings"
	"time"

	"foliogate/gateway/units"
)

// dealer quotes what it is shown, and is as unreliable as dealers can be.
type dealer struct {
	*line
	look  time.Duration // 0: its quotes are firm
	lists map[string]*shown
	bids  int
}

// shown is a list as one dealer knows it.
type shown struct {
	books
	id      string
	lines   map[string]units.Money // worth, by ClOrdID(11)
	cash    units.Money
	total   int
	bid     string // our live BidID(390)
	said    string // the last quote's body
	at      time.Time
	taken   string               // the BidID(390) that was taken
	hit     string               // and the QuoteRespID(693) of that, where there is one
	until   map[string]time.Time // how long our bids are good, where we said
	closed  bool
	confirm time.Time
}

func newDealer(f *floor, name string, look time.Duration) *dealer {
	d := &dealer{line: newLine(f, name, gatewayID), look: look, lists: map[string]*shown{}}
	d.hear, d.arrived = d.heard, func(bool) {}
	return d
}

func (d *dealer) list(id string) *shown {
	l, ok := d.lists[id]
	if !ok {
		l = &shown{books: newBooks(), id: id, lines: map[string]units.Money{}, until: map[string]time.Time{}}
		d.lists[id] = l
	}
	return l
}

func (d *dealer) heard(m message) {
	switch m.kind {
	case "E":
		d.see(m)
	case "k":
		d.asked(m)
	case "L":
		d.awarded(m)
	case "8":
		d.list(m.get("66")).enter(d.us, d.floor, m)
	case "AK":
		l := d.list(m.get("66"))
		_, known := l.tickets[m.get("664")]
		l.enter(d.us, d.floor, m)
		if !known {
			d.say("AU", fmt.Sprintf("664=%s|75=%s|60=%s|940=3|", m.get("664"), m.get("75"),
				stamp(time.Now())))
		}
	case "K":
		d.say("N", fmt.Sprintf("66=%s|429=5|82=1|431=6|83=1|68=%d|73=0|", m.get("66"),
			d.list(m.get("66")).total))
	case "j":
		if m.get("372") == "AU" && strings.Contains(m.get("58"), "is not a ticket of yours") {
			d.floor.hit("18 a dealer books on its own confirmation, and is refused")
		}
	case "R":
		d.begun(d.list(m.get("131")))
	case "AI":
		d.reported(m)
	case "AJ":
		if m.get("694") == "1" {
			d.struck(m)
			return
		}
		if l := d.list(m.get("48")); l.bid == m.get("117") {
			l.bid = ""
			l.closed = l.closed || d.quotes && m.get("58") != "NOT DONE"
		}
	}
}

// see takes the lines of a list, which may be shown again.
func (d *dealer) see(m message) {
	l := d.list(m.get("66"))
	_, _ = fmt.Sscan(m.get("68"), &l.total)
	var line, id, side, face string
	enter := func() {
		if line == "" {
			return
		}
		worth, err := d.floor.market.worth(id, side, face)
		if err != nil {
			d.floor.violation("%s: %v in %s", d.us, err, m)
			return
		}
		if _, known := l.lines[line]; !known {
			l.lines[line] = worth
			l.cash += worth
		}
	}
	for _, f := range m.fields {
		switch f.tag {
		case "11":
			enter()
			line = f.value
		case "48":
			id = f.value
		case "54":
			side = f.value
		case "38":
			face = f.value
		}
	}
	enter()
}

// asked quotes, or hears that it is over.
func (d *dealer) asked(m message) {
	l := d.list(m.get("391"))
	if m.get("374") == "C" {
		d.over(l)
		return
	}
	d.begun(l)
}

// over hears that an inquiry is. Some quote all the same.
func (d *dealer) over(l *shown) {
	l.closed = true
	if l.said != "" && d.floor.chance.IntN(12) == 0 {
		d.floor.hit("8 quote twice, or too late")
		d.sayAgain(d.kind(), l.said)
	}
}

// begun has the lines, and prices them.
func (d *dealer) begun(l *shown) {
	chance := d.floor.chance
	if len(l.lines) < l.total || l.total == 0 {
		// A resend may leave out the first fragments of a list and let the last ones pass. The whole
		// follows; until then there is nothing to price.
		d.floor.hit("a dealer is asked with a part of a list")
		return
	}
	d.acknowledge(l)
	d.floor.soon(chance.IntN(25), func() { d.quote(l) })
}

// quote gives a price near the fair one.
func (d *dealer) quote(l *shown) {
	chance := d.floor.chance
	if l.closed {
		return
	}
	if chance.IntN(20) == 0 {
		d.pass(l)
		return
	}
	l.bid, l.at = d.nextBid(), time.Now()
	worse := units.Money(100 * chance.IntN(2000))
	l.said = d.bidText(l, (l.cash - worse).Format("USD"))
	d.say(d.kind(), l.said)
	switch n := chance.IntN(100); {
	case n < 6:
		d.floor.hit("8 quote twice, or too late")
		d.sayAgain(d.kind(), l.said)
	case n < 20:
		d.floor.soon(10+chance.IntN(100), func() { d.quote(l) })
	case n < 30:
		d.floor.soon(chance.IntN(60), func() { d.withdraw(l) })
	}
}

func (d *dealer) nextBid() string {
	d.bids++
	return fmt.Sprintf("%s-%d-%d", d.us, d.floor.era, d.bids)
}

func (d *dealer) withdraw(l *shown) {
	if l.bid == "" || l.closed {
		return
	}
	d.floor.withdrawn = append(d.floor.withdrawn, time.Now())
	d.say("Z", fmt.Sprintf("131=%s|117=%s|298=4|", l.id, l.bid))
}

// awarded has its last look.
func (d *dealer) awarded(m message) {
	l := d.list(m.get("66"))
	l.taken = m.get("390")
	d.think(l)
}

// think is the last look.
func (d *dealer) think(l *shown) {
	chance := d.floor.chance
	if d.look == 0 {
		return
	}
	wait := chance.IntN(40)
	switch n := chance.IntN(100); {
	case n < 60:
		d.floor.soon(wait, func() { d.yes(l, false) })
	case n < 70:
		d.floor.soon(wait, func() {
			d.decline(l)
		})
	case n < 77: // silence
	case n < 84:
		d.floor.hit("17 the dealer confirms and dies")
		d.floor.soon(wait, func() { d.yes(l, false); d.cut() })
	case n < 91:
		d.floor.hit("15 confirm lost, and not repeated")
		d.floor.soon(wait, func() { d.cut(); d.up = false; d.yes(l, true) })
	default:
		d.floor.hit("16 confirm at the deadline")
		d.floor.soon(int(d.look/time.Millisecond)-3+chance.IntN(6), func() { d.yes(l, false) })
	}
}

// yes confirms. It books nothing: the executions say what was done.
func (d *dealer) yes(l *shown, forgotten bool) {
	l.confirm = time.Now()
	if d.floor.chance.IntN(8) == 0 {
		// A wrong client of ours: it takes its own word for the trade, and affirms a ticket that it
		// made itself.
		defer d.floor.soon(d.floor.chance.IntN(5), func() {
			d.say("AU", fmt.Sprintf("664=%s-N01|75=%s|60=%s|940=3|", l.id,
				strings.ReplaceAll(tradeDate, "-", ""), stamp(time.Now())))
		})
	}
	kind, body := d.confirmText(l)
	d.send(outgoing{kind: kind, forgotten: forgotten, body: body})
}
