package main

import (
	"fmt"
	"time"

	"foliogate/fixspec"
	"foliogate/gateway"
	"foliogate/gateway/units"
)

// report hears an ExecutionReport(8): one line's execution, perhaps told again.
func (a *auction) report(now time.Time, m *fixspec.ExecutionReport) {
	if m.ListID != a.list.ListID || m.ExecType != fixspec.ExecTrade || a.filled[m.ExecID] {
		return
	}
	order, known := a.lines[m.ClOrdID]
	if !known {
		a.fault(now, "ClOrdID(11) "+m.ClOrdID+" is executed, and was never sent")
		return
	}
	f := fillOf(order.ListSeqNo, m)
	if a.filled[m.ClOrdID] {
		a.fault(now, fmt.Sprintf("line %d is executed twice", f.Line))
	}
	a.filled[m.ExecID], a.filled[m.ClOrdID] = true, true
	a.fills = append(a.fills, f)
	for _, text := range a.compare(order, f) {
		a.fault(now, fmt.Sprintf("line %d: %s", f.Line, text))
	}
	a.commit(now, f.Dealer, "")
	a.tell(inquiryEvent{At: now, Kind: newsFill, Dealer: f.Dealer, Lines: len(a.fills), Fill: &f})
	if len(a.fills) == len(a.list.Orders) {
		a.complete(now)
	}
}

// compare says what about a fill is not as the line asked, or not in order by itself.
func (a *auction) compare(o *fixspec.ListOrder, f fill) (wrong []string) {
	side := gateway.Buy
	if o.Side == fixspec.SideSell {
		side = gateway.Sell
	}
	if f.Side != side || f.Face != o.OrderQty || f.ID != o.Instrument.SecurityID {
		wrong = append(wrong, fmt.Sprintf("it is a %s of %s %s, what was asked is a %s of %s %s",
			f.Side, f.Face, f.ID, side, o.OrderQty, o.Instrument.SecurityID))
	}
	if worse := int64(o.Price-f.Price) * side.Cash(); o.Price != 0 && worse > 0 {
		wrong = append(wrong, fmt.Sprintf("it is at %s, the limit is %s", f.Price, o.Price))
	}
	if text := f.consistent(); text != "" {
		wrong = append(wrong, text)
	}
	return wrong
}

// complete compares the executions with the price that was taken, once all are here.
func (a *auction) complete(now time.Time) {
	a.moments.Executed = now
	var whole sums
	for _, f := range a.fills {
		if f.Trade != a.fills[0].Trade {
			a.fault(now, fmt.Sprintf("line %d belongs to trade %s, line %d to %s",
				f.Line, f.Trade, a.fills[0].Line, a.fills[0].Trade))
		}
		whole.addFill(f)
	}
	if quoted := a.bought; quoted.HasCash && whole.principal != quoted.Cash {
		a.warn(now, "the lines come to "+whole.principal.Format(a.terms.Currency)+
			", which is "+(whole.principal-quoted.Cash).Format(a.terms.Currency)+" from the quote")
	}
	a.settle(now)
}

// confirmation hears a Confirmation(AK): one net ticket, perhaps told again.
func (a *auction) confirmation(now time.Time, m *fixspec.Confirmation) {
	if m.ListID != a.list.ListID {
		return
	}
	for _, t := range a.tickets {
		if t.ConfirmID == m.ConfirmID {
			a.answer(now, t)
			return
		}
	}
	a.tickets = append(a.tickets, ticketOf(m))
	a.settle(now)
}

// settle compares the tickets with the lines once all lines are here, and answers each. When all
// are answered and the list is done, so is the auction.
func (a *auction) settle(now time.Time) {
	if len(a.fills) < len(a.list.Orders) || a.over() {
		return
	}
	lines := a.byTicket()
	for i := range a.tickets {
		t := &a.tickets[i]
		if t.Answer != ticketOpen {
			continue
		}
		var told sums
		told.addTicket(*t)
		t.Answer, t.Text = ticketAffirmed, told.differs(lines[t.key()], t.Currency)
		if t.Text != "" {
			t.Answer = ticketDisputed
			a.fault(now, "ticket "+t.ConfirmID+": "+t.Text)
		}
		shown := *t
		a.answer(now, shown)
		a.tell(inquiryEvent{At: now, Kind: newsTicket, Ticket: &shown, Text: t.Text})
	}
	for _, t := range a.tickets {
		delete(lines, t.key())
	}
	if len(lines) > 0 || !a.allDone {
		return // a ticket, or the word that the list is done, is still to come
	}
	a.moments.Settled = now
	if len(a.faults) > 0 {
		a.end(now, mismatch, "")
		return
	}
	a.end(now, executed, "")
}

// byTicket sums the lines that belong to each ticket. Of lines without an account, the account is
// the client itself.
func (a *auction) byTicket() map[ticketKey]sums {
	lines := map[ticketKey]sums{}
	for _, f := range a.fills {
		key := ticketKey{f.Account, f.Currency, f.SettleDate}
		if key.account == "" {
			key.account = a.terms.CompID
		}
		sum := lines[key]
		sum.addFill(f)
		lines[key] = sum
	}
	return lines
}

// answer affirms or disputes a ticket, once that is decided.
func (a *auction) answer(now time.Time, t ticket) {
	if t.Answer != ticketOpen {
		a.send(fixspec.Header{}, answerTo(now, t))
	}
}

// answerTo is the ConfirmationAck(AU) that either side sends.
func answerTo(now time.Time, t ticket) *fixspec.ConfirmationAck {
	ack := &fixspec.ConfirmationAck{ConfirmID: t.ConfirmID, TradeDate: t.TradeDate,
		TransactTime: now, AffirmStatus: fixspec.AffirmAffirmed}
	if t.Answer == ticketDisputed {
		const other = 99
		ack.AffirmStatus, ack.ConfirmRejReason, ack.Text = fixspec.AffirmRejected, other, t.Text
	}
	return ack
}

// fault is something about the trade that does not agree.
func (a *auction) fault(now time.Time, text string) {
	a.faults = append(a.faults, text)
	a.warn(now, text)
}

// net is what the client receives (or, negative, pays) over all tickets.
func (r inquiryResult) net() units.Money {
	var sum units.Money
	for _, t := range r.Tickets {
		sum += t.Net
	}
	return sum
}
