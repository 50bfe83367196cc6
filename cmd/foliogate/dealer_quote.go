package main

import (
	"cmp"
	"fmt"
	"time"

	"foliogate/fixspec"
	"foliogate/gateway"
)

// quote prices a list, for the first time or again.
func (b *dealerBook) quote(now time.Time, l *shownList) {
	if l.trouble != nil {
		b.pass(now, l, l.trouble.Error())
		return
	}
	if b.desk.Pass(l.basket) {
		b.pass(now, l, "")
		return
	}
	offer, err := b.desk.Price(l.basket, l.version, b.market.Pricer)
	switch {
	case err != nil && l.state == listQuoting:
		b.withdraw(now, l, err.Error())
		return
	case err != nil:
		b.pass(now, l, err.Error())
		return
	}
	l.state, l.offer, l.bid = listQuoting, offer, b.nextBid()
	b.send(b.speech.quote(l, offer.Price, b.linePrices(l))...)
	if l.version < b.plan.Updates {
		l.due = now.Add(b.plan.UpdateInterval)
	}
	l.version++
	shown := offer
	b.tell(dealerEvent{At: now, Kind: dealerQuoted, List: l.id, Lines: l.total, BidID: l.bid,
		Offer: &shown, Currency: l.basket.Currency})
}

func (b *dealerBook) nextBid() string {
	b.quotes++
	return fmt.Sprintf("%s-%d", b.plan.QuotePrefix, b.quotes)
}

// linePrices are the prices behind the quote, if the dealer has any: bids for what the client sells.
func (b *dealerBook) linePrices(l *shownList) []fixspec.QuoteEntry {
	if !b.plan.LinePrices || len(l.offer.Lines) != l.total {
		return nil
	}
	lines := make([]fixspec.QuoteEntry, l.total)
	for i, price := range l.offer.Lines {
		lines[i] = fixspec.QuoteEntry{QuoteEntryID: l.orders[i].ClOrdID,
			Instrument: l.orders[i].Instrument}
		if l.basket.Lines[i].Side == gateway.Sell {
			lines[i].BidPx = price
		} else {
			lines[i].OfferPx = price
		}
	}
	return lines
}

// pass says that there will be no quote, and why, unless there is just no interest.
func (b *dealerBook) pass(now time.Time, l *shownList, why string) {
	l.state, l.due = listOver, time.Time{}
	b.send(b.speech.pass(l, b.nextBid(), why, now))
	b.tell(dealerEvent{At: now, Kind: dealerPassed, List: l.id, Text: cmp.Or(why, "no interest")})
}

// refuse says that there will be no trade.
func (b *dealerBook) refuse(now time.Time, l *shownList, why string) {
	l.state, l.due = listOver, time.Time{}
	b.send(b.speech.decline(l, why, now))
	b.tell(dealerEvent{At: now, Kind: dealerPassed, List: l.id, Text: why})
}

// withdraw takes the live quote back.
func (b *dealerBook) withdraw(now time.Time, l *shownList, why string) {
	b.send(&fixspec.QuoteCancel{QuoteReqID: l.id, QuoteID: l.bid,
		QuoteCancelType: fixspec.CancelAllQuotes})
	b.tell(dealerEvent{At: now, Kind: dealerWithdrew, List: l.id, BidID: l.bid, Text: why})
	l.state, l.due = listOver, time.Time{}
}

// linesAnswered hears whether the line prices were taken.
func (b *dealerBook) linesAnswered(now time.Time, m *fixspec.MassQuoteAck) {
	if m.QuoteStatus != fixspec.QuoteAccepted {
		b.rejected(now, "i", m.QuoteID, m.Text)
	}
}

// rejected hears that a message was refused, by the business or by the session.
func (b *dealerBook) rejected(now time.Time, msgType, id, text string) {
	b.tell(dealerEvent{At: now, Kind: dealerRejected, List: b.listOf(id), BidID: id,
		Text: "MsgType(35) " + msgType + ": " + text})
}

// listOf finds the list of a live quote, or the list itself.
func (b *dealerBook) listOf(id string) string {
	if _, ok := b.lists[id]; ok {
		return id
	}
	for _, l := range b.lists {
		if l.bid == id && id != "" {
			return l.id
		}
	}
	return ""
}
