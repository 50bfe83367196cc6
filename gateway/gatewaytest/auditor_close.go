package gatewaytest

import "foliogate/fixspec"

// close says what must hold when all is at rest.
func (a *auditor) close() {
	for _, f := range a.order {
		a.check(f.end != "", "%s never ends", f.list)
		a.ended(f)
	}
	for _, p := range a.w.peers {
		switch trader := p.trader.(type) {
		case *client:
			for _, l := range trader.lists {
				a.clientClose(trader, l)
			}
		case *dealer:
			for _, l := range trader.lists {
				a.dealerClose(trader, l)
			}
		}
	}
}

// ended compares the two sides of a list: all of it on both with equal money, or nothing on either.
func (a *auditor) ended(f *file) {
	want := 0
	if f.trade != nil {
		want = f.total
	}
	a.check(len(f.told[0]) == want && len(f.told[1]) == want,
		"%s of %d lines is %s: the client has %d reports, the dealer %d",
		f.list, f.total, f.end, len(f.told[0]), len(f.told[1]))
	for id, mine := range f.told[0] {
		theirs := f.told[1][id]
		a.check(mine.LastPx == theirs.LastPx && mine.LastQty == theirs.LastQty &&
			mine.Side == theirs.Side &&
			mine.NetMoney == theirs.NetMoney && mine.GrossTradeAmt == theirs.GrossTradeAmt,
			"%s: the two sides hold other money", id)
	}
}

func (a *auditor) clientClose(c *client, l *clientList) {
	f := a.byList[key(c.firm, l.id)]
	if f == nil {
		a.check(l.outcome == rejected, "%s sent %s, and the journal knows nothing of it", c.firm, l.id)
		return
	}
	a.check(l.outcome == f.end,
		"%s was told that %s is %q, the journal says %q", c.firm, l.id, l.outcome, f.end)
	fills, tickets := 0, 0
	if f.trade != nil {
		fills, tickets = f.total, len(f.trade.Tickets)
	}
	a.check(len(l.fills) == fills && len(l.tickets) == tickets,
		"%s holds %d fills and %d tickets of %s, not %d and %d",
		c.firm, len(l.fills), len(l.tickets), l.id, fills, tickets)
	sums(a, string(c.firm), l.fills, l.tickets)
}

func (a *auditor) dealerClose(d *dealer, l *dealerList) {
	f := a.byRoute[key(d.firm, l.id)]
	won := f.trade != nil && f.trade.Execution.Dealer == d.firm
	// Numbers that begin again take unread notices with them, and only what is open or executed is
	// told again: such a dealer goes by the deadline that the list had.
	a.check(l.closed || d.epoch > 0, "%s is never told that %s is over", d.firm, l.id)
	a.check(len(l.promised) == 0, "%s confirmed %s and has no final answer", d.firm, l.id)
	a.check(l.booked == won, "%s booked %s: %t, the journal says %t", d.firm, l.id, l.booked, won)
	if won {
		a.check(len(l.fills) == f.total && len(l.tickets) == len(f.trade.Tickets),
			"%s holds %d fills and %d tickets of %s", d.firm, len(l.fills), len(l.tickets), l.id)
		sums(a, string(d.firm), l.fills, l.tickets)
	}
}

// sums compares a side's own tickets with its own executions.
func sums(a *auditor, firm string, fills map[string]fixspec.ExecutionReport,
	tickets map[string]fixspec.Confirmation) {
	var fill, ticket int64
	for _, x := range fills {
		if x.Side == fixspec.SideSell {
			fill += int64(x.NetMoney)
		} else {
			fill -= int64(x.NetMoney)
		}
	}
	for _, t := range tickets {
		if t.Side == fixspec.SideSell {
			ticket += int64(t.NetMoney)
		} else {
			ticket -= int64(t.NetMoney)
		}
	}
	a.check(fill == ticket, "%s: tickets come to %d, fills to %d", firm, ticket, fill)
}
