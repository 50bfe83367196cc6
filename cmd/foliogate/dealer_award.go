package main

import (
	"time"

	"foliogate/fixspec"
	"foliogate/gateway/dealer"
)

// award hears a ListExecute(L): the quote is taken, and the last look begins.
func (b *dealerBook) award(now time.Time, m *fixspec.ListExecute) {
	l := b.list(m.ListID)
	switch {
	case l.state == listConfirmed && l.bid == m.BidID:
		b.send(l.status(now, fixspec.StatusExecStarted, fixspec.ListExecuting, ""))
		return
	case l.state == listConfirmed:
		return
	case l.state == listAwarded && l.bid == m.BidID:
		return
	case l.state != listQuoting || l.bid != m.BidID:
		b.decline(now, l, "BidID(390) "+m.BidID+" is not our quote any more")
		return
	}
	l.state, l.due = listAwarded, now.Add(b.plan.LookDelay)
	b.tell(dealerEvent{At: now, Kind: dealerAwarded, List: l.id, BidID: l.bid})
}

// answer ends the last look.
func (b *dealerBook) answer(now time.Time, l *shownList) {
	switch b.desk.LastLook(l.basket, l.offer) {
	case dealer.Confirm:
		l.state = listConfirmed
		b.send(l.status(now, fixspec.StatusExecStarted, fixspec.ListExecuting, ""))
		b.tell(dealerEvent{At: now, Kind: dealerConfirmed, List: l.id, BidID: l.bid})
	case dealer.Decline:
		l.state = listOver
		b.send(l.status(now, fixspec.StatusResponse, fixspec.ListRejected,
			"the market has moved"))
		b.tell(dealerEvent{At: now, Kind: dealerDeclined, List: l.id, BidID: l.bid})
	case dealer.Silence:
		l.state = listOver
		b.tell(dealerEvent{At: now, Kind: dealerSilent, List: l.id, BidID: l.bid})
	}
}

// lost hears a QuoteResponse(AJ): what became of a quote that did not trade.
func (b *dealerBook) lost(now time.Time, m *fixspec.QuoteResponse) {
	l, ok := b.lists[m.Instrument.SecurityID]
	if ok && l.state != listOver {
		l.state, l.due = listOver, time.Time{}
	}
	b.tell(dealerEvent{At: now, Kind: dealerOutcome, List: m.Instrument.SecurityID,
		BidID: m.QuoteID, Text: m.Text})
}
