package main

import (
	"time"

	"foliogate/fixspec"
)

// report hears an ExecutionReport(8): one line's execution, perhaps told again.
func (b *dealerBook) report(now time.Time, m *fixspec.ExecutionReport) {
	l := b.list(m.ListID)
	if m.ExecType != fixspec.ExecTrade || l.filled[m.ExecID] {
		return
	}
	number := 0 // of a list from before the program was started, lines are not known
	if o, ok := l.byID[m.ClOrdID]; ok {
		number = o.ListSeqNo
	}
	f := fillOf(number, m)
	f.Dealer = b.plan.CompID
	l.filled[m.ExecID] = true
	l.fills = append(l.fills, f)
	l.state, l.due = listConfirmed, time.Time{}
	if text := f.consistent(); text != "" {
		b.tell(dealerEvent{At: now, Kind: dealerNote, List: l.id, Text: m.ClOrdID + ": " + text})
	}
	if len(l.fills) == l.total && !l.executed {
		l.executed = true
		offer := l.offer
		b.tell(dealerEvent{At: now, Kind: dealerExecuted, List: l.id, Lines: l.total, BidID: l.bid,
			Offer: &offer, Currency: f.Currency, Fills: byLine(l.fills)})
		b.settle(now, l)
	}
}

// confirmation hears a Confirmation(AK): one net ticket, perhaps told again.
func (b *dealerBook) confirmation(now time.Time, m *fixspec.Confirmation) {
	l := b.list(m.ListID)
	for _, t := range l.tickets {
		if t.ConfirmID == m.ConfirmID {
			if t.Answer != ticketOpen {
				b.send(answerTo(now, t))
			}
			return
		}
	}
	l.tickets = append(l.tickets, ticketOf(m))
	b.settle(now, l)
}

// settle compares tickets with lines. The client's accounts are hidden from the dealer, so that it
// cannot tell which lines a ticket is for where there are several: all that settles in one currency
// on one day is compared together, once it covers the lines' whole face.
func (b *dealerBook) settle(now time.Time, l *shownList) {
	lines, told := l.bySettlement()
	for key, sum := range told {
		if lines[key].face > sum.face || (l.total > 0 && !l.executed) {
			continue // more is to come
		}
		text := sum.differs(lines[key], key.currency)
		for i := range l.tickets {
			if t := &l.tickets[i]; t.settlement() == key && t.Answer == ticketOpen {
				b.answerTicket(now, l, t, text)
			}
		}
	}
}

func (b *dealerBook) answerTicket(now time.Time, l *shownList, t *ticket, text string) {
	t.Answer, t.Text = ticketAffirmed, text
	if text != "" {
		t.Answer = ticketDisputed
	}
	shown := *t
	b.send(answerTo(now, shown))
	b.tell(dealerEvent{At: now, Kind: dealerTicket, List: l.id, Ticket: &shown, Text: text})
}

// settlement is what a dealer can tell tickets apart by.
func (t ticket) settlement() ticketKey {
	return ticketKey{currency: t.Currency, settle: t.SettleDate}
}

// bySettlement sums lines and tickets by currency and date.
func (l *shownList) bySettlement() (lines, told map[ticketKey]sums) {
	lines, told = map[ticketKey]sums{}, map[ticketKey]sums{}
	for _, f := range l.fills {
		key := ticketKey{currency: f.Currency, settle: f.SettleDate}
		sum := lines[key]
		sum.addFill(f)
		lines[key] = sum
	}
	for _, t := range l.tickets {
		sum := told[t.settlement()]
		sum.addTicket(t)
		told[t.settlement()] = sum
	}
	return lines, told
}
