package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"foliogate/testdata/scenario"
)

// client sends portfolios, and does with them what its plans say.
type client struct {
	*line
	inquiries map[string]*inquiry
	order     []*inquiry
	next      int
}

// intent is what the client means to do with an inquiry.
type intent int

const (
	take intent = iota
	cancel
	let // the deadline pass
	sendTwice
	sendOther // content under the same ListID(66)
	takeStale
	takeForgotten
	half      // the line is cut within the list
	fragments // the line is cut between fragments
	unfinished
)

// inquiry is what the client knows of one of its lists.
type inquiry struct {
	books
	id       string
	rows     []scenario.Row
	parts    []part
	intent   intent
	patience int // quotes to wait for
	sent     time.Time
	deadline time.Time

	acked    bool
	outcome  string // EXECUTED, EXPIRED, CANCELLED, REFUSED; "": none yet
	quotes   map[string]string
	heard    map[string]bool // every BidID(390) that was ever offered
	spent    string          // a quote that is gone
	accepted string
	tookAt   time.Time
	asked    time.Time
	done     map[string]bool // what its intent says was done
	answered map[string]bool // tickets
}

// part is a message of those that make an inquiry.
type part struct{ kind, body string }

func newClient(f *floor) *client {
	c := &client{line: newLine(f, "BIRCHWOOD-EMS", gatewayID), inquiries: map[string]*inquiry{}}
	c.hear, c.arrived = c.heard, c.back
	return c
}

// mix is how often each intent is chosen, of 100.
func intentOf(n int) intent {
	for _, row := range []struct {
		below int
		what  intent
	}{{50, take}, {58, cancel}, {62, let}, {69, sendTwice}, {75, sendOther}, {82, takeStale},
		{88, takeForgotten}, {93, half}, {98, fragments}} {
		if n < row.below {
			return row.what
		}
	}
	return unfinished
}

// bugMark is in the ListID(66) of a list over which the powercut build panics, and behind it over
// which command.
const bugMark = "-BUG-"

func bugs() []string {
	return []string{"Submit", "Rest", "Ask", "Acknowledge", "Bid", "Bid", "Accept", "Accept", "Confirm",
		"Confirm", "Cancel", "Enquire", "Affirm", "Tick", "Connect", "Disconnect"}
}

// start sends a new portfolio.
func (c *client) start() {
	f := c.floor
	c.next++
	q := &inquiry{books: newBooks(), id: fmt.Sprintf("L-%d-%d", f.era, c.next),
		intent: intentOf(f.chance.IntN(100)), patience: 1 + f.chance.IntN(3), sent: time.Now(),
		quotes: map[string]string{}, heard: map[string]bool{}, done: map[string]bool{},
		answered: map[string]bool{}}
	q.rows = pick(f.chance, f.market.baskets)
	q.deadline = time.Now().Add(time.Duration(1500+f.chance.IntN(3500)) * time.Millisecond)
	if f.buggy && f.chance.IntN(12) == 0 {
		q.id += bugMark + pick(f.chance, bugs())
	}
	parts := (len(q.rows) + 249) / 250
	if parts == 1 && (strings.HasSuffix(q.id, "-Rest") || q.intent == fragments || q.intent == unfinished || f.chance.IntN(6) == 0) {
		parts = min(3, len(q.rows))
	}
	q.parts = c.partsOf(q, q.rows, parts)
	c.inquiries[q.id] = q
	c.order = append(c.order, q)
	f.count.inquiries++
	c.submit(q)
}

// partsOf are the lines, and for quotes the request, which comes last.
func (c *client) partsOf(q *inquiry, rows []scenario.Row, fragments int) (parts []part) {
	for _, text := range c.floor.market.listTexts(q.id, rows, q.deadline, fragments) {
		parts = append(parts, part{"E", text})
	}
	if c.quotes {
		parts = append(parts, part{"R", requestText(q)})
	}
	return parts
}

// submit sends the list, or as much of it as its intent says.
func (c *client) submit(q *inquiry) {
	within := len(q.parts) - 1
	if c.quotes && c.floor.chance.IntN(2) == 0 {
		within-- // the last of the lines, and not the request
	}
	for i, x := range q.parts {
		last := i == len(q.parts)-1
		switch {
		case q.intent == half && i == within && !q.done["half"]:
			q.done["half"] = true
			c.floor.hit("1 cut within a list")
			n := c.out
			c.sent[n] = outgoing{kind: x.kind, body: x.body, at: time.Now()}
			c.out++
			raw := c.bytes(n, x.kind, x.body, "")
			c.cutWithin(raw[:1+c.floor.chance.IntN(len(raw)-1)])
		case q.intent == unfinished && last:
			return
		default:
			c.say(x.kind, x.body)
		}
		if q.intent == fragments && i == 0 && !q.done["fragments"] {
			q.done["fragments"] = true
			c.floor.hit("2 cut between fragments")
			c.cut()
		}
	}
}

// heard is what the gateway says.
func (c *client) heard(m message) {
	q, ok := c.inquiries[cmp.Or(m.get("66"), m.get("48"))] // a list may stand for an instrument
	if !ok {
		if m.kind == "j" {
			c.refused(m)
		}
		return
	}
	switch m.kind {
	case "N":
		c.status(q, m)
	case "l":
		c.offered(q, m.get("115"), m.get("390"), m.get("44") != "")
	case "S":
		c.offered(q, m.get("115"), m.get("117"), true)
	case "AI":
		c.reported(q, m)
	case "8":
		q.enter(c.us, c.floor, m)
	case "AK":
		q.enter(c.us, c.floor, m)
		q.answered[m.get("664")] = false
	}
}

// refused hears a BusinessMessageReject(j): an accept that came to nothing is tried again with
// another quote.
func (c *client) refused(m message) {
	for _, q := range c.order {
		if q.accepted != "" && q.accepted == m.get("379") {
			q.vain()
		}
	}
}

// vain: what was taken cannot be.
func (q *inquiry) vain() {
	delete(q.quotes, dealerOf(q, q.accepted))
	q.spent, q.accepted = q.accepted, ""
}

func dealerOf(q *inquiry, quote string) string {
	for dealer, id := range q.quotes {
		if id == quote {
			return dealer
		}
	}
	return ""
}

// status hears a ListStatus(N).
func (c *client) status(q *inquiry, m message) {
	why, state := m.get("429"), m.get("431")
	if why == "1" {
		q.acked = true
	}
	outcome := ""
	switch {
	case state == "7":
		outcome = "REFUSED"
		if q.acked {
			outcome = "" // of a repeat with other content, or of a command
		}
	case state == "6" && m.get("39") == "2":
		outcome = "EXECUTED"
	case state == "6" && m.get("39") == "C":
		outcome = "EXPIRED"
	case state == "6" && m.get("39") == "4":
		outcome = "CANCELLED"
	case why == "6":
		q.spent, q.accepted = q.accepted, ""
	}
	c.end(q, outcome, m)
}

// end keeps an outcome, if it is one. There is never another.
func (c *client) end(q *inquiry, outcome string, m message) {
	if outcome == "" {
		return
	}
	if q.outcome != "" && q.outcome != outcome {
		c.floor.violation("%s: %s is %s after it was %s: %s", c.us, q.id, outcome, q.outcome, m)
	}
	q.outcome = outcome
}

// offered hears a price, or that there is none any more.
func (c *client) offered(q *inquiry, dealer, quote string, priced bool) {
	if !priced {
		if q.quotes[dealer] == quote {
			delete(q.quotes, dealer)
			q.spent = quote
		}
		if q.accepted == quote {
			q.accepted = ""
		}
		return
	}
	if old, ok := q.quotes[dealer]; ok && old != quote {
		q.spent = old
	}
	q.quotes[dealer] = quote
	q.heard[quote] = true
}

// again sends all of it again, as what may have been sent.
func (c *client) again(q *inquiry) {
	for _, x := range q.parts {
		c.sayAgain(x.kind, x.body)
	}
}

// back sends again what a counterparty cannot know to have arrived, when numbers begin at 1.
func (c *client) back(renewed bool) {
	if !renewed {
		return
	}
	for _, q := range c.order {
		if q.outcome == "" && !q.acked {
			c.again(q)
		}
		q.asked = time.Time{}
		q.accepted = ""
	}
}

// tick does what is due.
func (c *client) tick(now time.Time) {
	live := 0
	for _, q := range c.order {
		c.affirm(q)
		if q.outcome == "" {
			live++
			c.pursue(q, now)
		}
	}
	if live < c.floor.busy && c.up && !c.floor.settling {
		c.start()
	}
}

// affirm answers tickets.
func (c *client) affirm(q *inquiry) {
	for _, id := range slices.Sorted(maps.Keys(q.answered)) {
		if !q.answered[id] && c.up {
			q.answered[id] = true
			t := q.tickets[id]
			c.say("AU", fmt.Sprintf("664=%s|75=%s|60=%s|940=3|", id, t.get("75"), stamp(time.Now())))
		}
	}
}

// pursue does with a live inquiry what its intent says.
func (c *client) pursue(q *inquiry, now time.Time) {
	if !c.up {
		return
	}
	// Whoever has heard nothing for long asks.
	if now.After(q.deadline.Add(700*time.Millisecond)) && now.Sub(q.asked) > 500*time.Millisecond {
		q.asked = now
		c.enquire(q)
		return
	}
	if !q.acked {
		return
	}
	once := func(what, row string, act func()) {
		if !q.done[what] {
			q.done[what] = true
			c.floor.hit(row)
			act()
		}
	}
	switch q.intent {
	case sendTwice:
		once("twice", "5 same list again", func() {
			c.again(q)
		})
	case sendOther:
		once("other", "6 other content", func() {
			rows := slices.Clone(q.rows)
			rows[0].Face *= 2
			for _, x := range c.partsOf(q, rows, 1) {
				c.say(x.kind, x.body)
			}
		})
	case cancel:
		if now.Sub(q.sent) > time.Duration(c.floor.chance.IntN(300))*time.Millisecond {
			once("cancel", "the client cancels", func() {
				c.cancel(q)
			})
		}
		return
	case let, unfinished:
		return
	case takeStale:
		if q.spent != "" && q.accepted == "" {
			once("stale", "11 accept of a stale price", func() { c.accept(q, q.spent, false) })
		}
	}
	c.choose(q, now)
}

// choose takes a quote once there are enough, and takes it again when nothing comes of it.
func (c *client) choose(q *inquiry, now time.Time) {
	if q.accepted != "" {
		if now.Sub(q.tookAt) > 600*time.Millisecond {
			q.tookAt = now
			kind, body := c.acceptText(q, q.accepted)
			c.sayAgain(kind, body)
		}
		return
	}
	waited := now.Sub(q.sent) > 500*time.Millisecond
	if len(q.quotes) == 0 || (len(q.quotes) < q.patience && !waited) {
		return
	}
	dealers := slices.Sorted(maps.Keys(q.quotes))
	quote := q.quotes[pick(c.floor.chance, dealers)]
	if q.intent == takeForgotten && !q.done["forgotten"] {
		q.done["forgotten"] = true
		c.floor.hit("10 accept lost, and not repeated")
		c.cut()
		c.up = false
		c.accept(q, quote, true)
		return
	}
	q.accepted, q.tookAt = quote, now
	c.accept(q, quote, false)
}

func (c *client) accept(q *inquiry, quote string, forgotten bool) {
	kind, body := c.acceptText(q, quote)
	c.send(outgoing{kind: kind, body: body, forgotten: forgotten})
	c.floor.accepted[q.id] = time.Now()
}

func (c *client) acceptText(q *inquiry, quote string) (kind, body string) {
	if c.quotes {
		return "AJ", hitText(q, quote)
	}
	return "L", fmt.Sprintf("66=%s|391=R-%s|390=%s|60=%s|", q.id, q.id, quote, stamp(time.Now()))
}

// settled tells whether nothing more will come.
func (q *inquiry) settled() bool {
	return q.outcome != "" && (q.outcome != "EXECUTED" ||
		len(q.fills) == len(q.rows) && len(q.tickets) > 0)
}
