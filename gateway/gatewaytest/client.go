package gatewaytest

import (
	"slices"
	"time"

	"foliogate/fixspec"
	"foliogate/gateway/units"
)

// client is a client's trader with its own records.
type client struct {
	*peer
	lists   []*clientList
	speech  clientSpeech
	patient bool // trusts the session to deliver: never sends a list again by itself
	most    int
}

// clientSpeech is a client's profile: the same deeds in other messages.
type clientSpeech interface {
	// show is all that makes an inquiry of orders, in order.
	show(l *clientList, orders []fixspec.ListOrder, cuts int) []fixspec.Message
	enquire(c *client, l *clientList) fixspec.Message
	cancel(c *client, l *clientList) fixspec.Message
	take(c *client, l *clientList, quote string) fixspec.Message
	hear(c *client, h fixspec.Header, m fixspec.Message)
}

type clientList struct {
	id       string
	orders   []fixspec.ListOrder
	kind     fixspec.PriceType
	auto     bool
	single   bool // a bond that is asked for without a list
	round    string
	dealers  []string                // that are named; none: the panel
	hits     map[string]fixspec.Side // what quotes were taken by, and the side that was chosen
	cuts     int                     // fragments
	parts    []fixspec.Message
	sent     int
	deadline time.Time
	last     time.Time // when something was sent or heard about it
	bids     []string
	taken    string
	answered bool // the house has said anything
	outcome  string
	fills    map[string]fixspec.ExecutionReport
	tickets  map[string]fixspec.Confirmation
	affirmed map[string]bool
}

// Outcomes of a list.
const (
	executed = "executed"
	expired  = "expired"
	canceled = "canceled"
	rejected = "rejected"
)

func (c *client) list(id string) *clientList {
	for _, l := range c.lists {
		if l.id == id {
			return l
		}
	}
	return nil
}

func (c *client) heard(h fixspec.Header, m fixspec.Message, again bool) {
	switch m := m.(type) {
	case *fixspec.ExecutionReport:
		if l := c.list(m.ListID); l != nil && m.ExecType == fixspec.ExecTrade {
			c.chose(l, m)
			l.fills[m.ExecID] = *m
		}
	case *fixspec.Confirmation:
		if l := c.list(m.ListID); l != nil {
			l.tickets[m.ConfirmID] = *m
		}
	default:
		c.speech.hear(c, h, m)
	}
}

func (c *client) act(eager bool) {
	r := c.w.rng
	for _, l := range c.lists {
		if l.sent < len(l.parts) {
			if eager || r.IntN(3) == 0 {
				c.part(l)
				return
			}
			continue
		}
		if c.follow(l, eager) {
			return
		}
	}
	if !eager && len(c.lists) < c.most && (len(c.lists) == 0 || r.IntN(6) == 0) {
		c.lists = append(c.lists, c.w.newList(c))
		c.part(c.lists[len(c.lists)-1])
	}
}

// patience is how long a counterparty waits before it asks again.
const patience = 8 * time.Second

func (l *clientList) waited(now time.Time) bool { return now.Sub(l.last) >= patience }

// follow does something about a list that was sent, perhaps.
func (c *client) follow(l *clientList, eager bool) bool {
	r := c.w.rng
	switch {
	case l.outcome == "" && !l.answered && !c.patient && l.waited(c.w.now):
		c.submitAgain(l)
		return true
	case l.outcome == "" && l.answered && l.waited(c.w.now):
		l.last = c.w.now
		c.say(c.speech.enquire(c, l), false)
		return true
	case l.outcome == executed && len(l.tickets) > len(l.affirmed) && (eager || r.IntN(8) == 0):
		c.affirm(l)
		return true
	case eager:
		return false
	}
	switch r.IntN(100) {
	case 0:
		if l.outcome == "" || r.IntN(4) == 0 {
			c.submitAgain(l)
		}
	case 1:
		c.alter(l)
	case 2:
		if len(c.lists) < c.most && r.IntN(3) > 0 {
			return false
		}
		c.say(c.speech.cancel(c, l), false)
	case 3, 4, 5, 6, 7, 8, 9, 10, 12, 13, 14, 15, 16, 17, 18, 19:
		if len(l.bids) == 0 || l.outcome != "" && r.IntN(20) > 0 {
			return false
		}
		c.accept(l)
	case 11:
		c.say(&fixspec.OrderMassStatusRequest{MassStatusReqID: "R",
			MassStatusReqType: fixspec.StatusForAll}, false)
	default:
		return false
	}
	return true
}

// accept takes a bid, mostly the last one; one that was taken is taken again.
func (c *client) accept(l *clientList) {
	bid := l.bids[len(l.bids)-1]
	if l.taken != "" && c.w.chance(2) {
		bid = l.taken
	} else if c.w.chance(4) {
		bid = l.bids[c.w.rng.IntN(len(l.bids))]
	}
	l.taken = bid
	c.say(c.speech.take(c, l, bid), false)
}

func (c *client) affirm(l *clientList) {
	for _, id := range sortedKeys(l.tickets) {
		if !l.affirmed[id] {
			l.affirmed[id] = true
			c.say(&fixspec.ConfirmationAck{ConfirmID: id, TradeDate: l.tickets[id].TradeDate,
				TransactTime: c.w.now, AffirmStatus: fixspec.AffirmAffirmed}, false)
			return
		}
	}
}

// part sends the next part of an inquiry.
func (c *client) part(l *clientList) {
	c.say(l.parts[l.sent], false)
	l.sent++
	l.last = c.w.now
}

// submitAgain sends the whole inquiry with PossResend(97)=Y.
func (c *client) submitAgain(l *clientList) {
	l.last = c.w.now
	for _, part := range l.parts {
		c.say(part, true)
	}
}

// alter sends other content under the inquiry's name.
func (c *client) alter(l *clientList) {
	if !l.answered {
		return
	}
	orders := slices.Clone(l.orders)
	orders[0].OrderQty += 1000 * units.FaceUnit
	again := c.w.chance(2)
	for _, part := range c.speech.show(l, orders, 1) {
		c.say(part, again)
	}
}

func (c *client) due() time.Time {
	var next time.Time
	for _, l := range c.lists {
		if l.outcome == "" && (l.answered || !c.patient) {
			if due := l.last.Add(patience); next.IsZero() || due.Before(next) {
				next = due
			}
		}
	}
	return next
}

func (c *client) promises() int { return 0 }
