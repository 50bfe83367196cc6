package main

import (
	"strings"
	"time"

	"foliogate/gateway"
)

// classify counts the rows of the failure table that a death has met, by what the journal has and
// what everybody knows.
func (f *floor) classify(l *ledger, g *gatewayProcess) {
	for _, q := range f.client.order {
		held, known := l.byID[q.id]
		switch {
		case !known && q.sent.After(g.started):
			f.hit("3 received or on its way, not committed")
		case known && held.Phase == gateway.Receiving && q.intent == fragments:
			f.hit("2 dies between fragments")
		case known && held.Phase.Live() && !q.acked:
			f.hit("4 committed, not acknowledged")
		}
		if known {
			f.classifyLive(held, q, g)
			f.classifyTraded(held, q)
		}
	}
	for _, s := range f.sessions() {
		if s.asked == s.in {
			f.hit("dies in a resend")
		}
	}
	f.classifyFaults(l)
	if f.loggedOn.Before(g.started) {
		f.hit("dies in start-up or recovery")
	} else {
		f.count.restarts = append(f.count.restarts, f.loggedOn.Sub(g.started))
	}
}

// classifyFaults: a list in quarantine asked for it.
func (f *floor) classifyFaults(l *ledger) {
	for _, q := range l.quarantined {
		if f.faults[q.list] {
			continue
		}
		f.faults[q.list] = true
		switch {
		case !strings.Contains(q.Cause, bugMark):
			f.violation("%s is in quarantine: %s", q.list, q.Cause)
		case q.Was.Live():
			f.hit("33 a panic ends a list")
		default:
			f.hit("33 a panic over a list that has ended")
		}
	}
}

func (f *floor) classifyLive(held gateway.Inquiry, q *inquiry, g *gatewayProcess) {
	for _, route := range held.Routes {
		d := f.dealer(route.Dealer)
		list, shown := d.lists[route.ListID]
		if held.Phase == gateway.Open && (!shown || list.total == 0) {
			f.hit("7 asked, and the dealer does not know")
		}
		if shown && list.confirm.After(g.started) && held.Execution == nil {
			f.hit("15 confirm lost with the gateway")
		}
	}
	if held.Phase == gateway.Open && q.accepted != "" && q.tookAt.After(g.started) {
		f.hit("12 accepted, not traded")
	}
	if held.Phase == gateway.Awarded {
		f.hit("dies in last look")
	}
	if at, ok := f.accepted[q.id]; ok && f.withdrew(at) {
		f.hit("9 a quote is withdrawn while the client takes")
		delete(f.accepted, q.id)
	}
}

// withdrew tells whether a dealer took a quote back at about this time.
func (f *floor) withdrew(at time.Time) bool {
	for _, z := range f.withdrawn {
		if apart := z.Sub(at); apart > -5*time.Millisecond && apart < 5*time.Millisecond {
			return true
		}
	}
	return false
}

func (f *floor) classifyTraded(held gateway.Inquiry, q *inquiry) {
	if held.Execution == nil {
		return
	}
	route, _ := held.Route(held.Execution.Dealer)
	list := f.dealer(route.Dealer).list(route.ListID)
	mine, theirs, all := len(q.fills), len(list.fills), len(held.Lines)
	switch {
	case mine == 0 && theirs == 0:
		f.hit("13 traded, nobody was told")
	case mine < all || theirs < all:
		f.hit("14 traded, some reports were told")
	case len(q.tickets) < len(held.Tickets) || len(list.tickets) < len(held.Tickets):
		f.hit("dies at the net ticket")
	case held.Phase == gateway.Executed:
		f.hit("dies before all tickets are affirmed")
	}
}

func (f *floor) dealer(firm gateway.Firm) *dealer {
	for _, d := range f.dealers {
		if d.us == string(firm) {
			return d
		}
	}
	panic("torture: no dealer " + string(firm))
}
