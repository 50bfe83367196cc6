package main

import (
	"time"

	"foliogate/fixspec"
	"foliogate/gateway/dealer"
)

// award hears that a quote is taken: the last look begins.
func (b *dealerBook) award(now time.Time, id, quote string) {
	l := b.list(id)
	switch {
	case l.state == listConfirmed && l.bid == quote:
		b.send(b.speech.confirm(l, now))
		return
	case l.state == listConfirmed:
		return
	case l.state == listAwarded && l.bid == quote:
		return
	case l.state != listQuoting || l.bid != quote:
		b.refuse(now, l, quote+" is not our quote any more")
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
		b.send(b.speech.confirm(l, now))
		b.tell(dealerEvent{At: now, Kind: dealerConfirmed, List: l.id, BidID: l.bid})
	case dealer.Decline:
		l.state = listOver
		b.send(b.speech.decline(l, "the market has moved", now))
		b.tell(dealerEvent{At: now, Kind: dealerDeclined, List: l.id, BidID: l.bid})
	case dealer.Silence:
		l.state = listOver
		b.tell(dealerEvent{At: now, Kind: dealerSilent, List: l.id, BidID: l.bid})
	}
}

// lost hears a QuoteResponse(AJ): what became of a quote that did not trade.
func (b *dealerBook) lost(now time.Time, m *fixspec.QuoteResponse) {
	l := b.outcomeOf(m)
	if l != nil && l.state != listOver {
		l.state, l.due = listOver, time.Time{}
	}
	id := m.Instrument.SecurityID
	if l != nil {
		id = l.id
	}
	b.tell(dealerEvent{At: now, Kind: dealerOutcome, List: id, BidID: m.QuoteID, Text: m.Text})
}

// outcomeOf finds what an outcome is about: the list that stands as the instrument, or the bond whose
// live quote it was; nil if neither.
func (b *dealerBook) outcomeOf(m *fixspec.QuoteResponse) *shownList {
	if l, ok := b.lists[m.Instrument.SecurityID]; ok {
		return l
	}
	return b.lists[b.listOf(m.QuoteID)]
}
