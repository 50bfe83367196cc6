package main

import (
	"fmt"
	"time"

	"foliogate/fixspec"
	"foliogate/gateway"
)

// quote prices a list, for the first time or again.
func (b *dealerBook) quote(now time.Time, l *shownList) {
	if l.trouble != nil {
		b.decline(now, l, l.trouble.Error())
		return
	}
	if b.desk.Pass(l.basket) {
		b.pass(now, l)
		return
	}
	offer, err := b.desk.Price(l.basket, l.version, b.market.Pricer)
	switch {
	case err != nil && l.state == listQuoting:
		b.withdraw(now, l, err.Error())
		return
	case err != nil:
		b.decline(now, l, err.Error())
		return
	}
	l.state, l.offer, l.bid = listQuoting, offer, b.nextBid()
	b.send(l.response(offer.Price))
	if b.plan.LinePrices {
		for _, fragment := range l.linePrices().Fragments(fixspec.StandardLimit()) {
			b.send(fragment)
		}
	}
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

// response is the quote as a BidResponse(l).
func (l *shownList) response(price gateway.Aggregate) *fixspec.BidResponse {
	component := fixspec.BidComponent{ListID: l.id, PriceType: priceTypeOf(price.Kind)}
	x := &fixspec.BidResponse{BidID: l.bid, ClientBidID: l.round}
	add := func(side fixspec.Side, amount fixspec.Amount) {
		component.Side, component.Price = side, amount
		x.Components = append(x.Components, component)
	}
	switch price.Kind {
	case gateway.TotalAmount:
		add(0, fixspec.MoneyAmount(price.Total, l.basket.Currency))
	case gateway.SpreadConcession:
		add(0, fixspec.SpreadAmount(price.Concession))
	case gateway.PercentPerSide:
		if price.BuyPrice != 0 {
			add(fixspec.SideBuy, fixspec.PriceAmount(price.BuyPrice))
		}
		if price.SellPrice != 0 {
			add(fixspec.SideSell, fixspec.PriceAmount(price.SellPrice))
		}
	}
	return x
}

// linePrices is the quote's line prices as a MassQuote(i): bids for what the client sells.
func (l *shownList) linePrices() *fixspec.MassQuote {
	x := &fixspec.MassQuote{QuoteReqID: l.round, QuoteID: l.bid,
		QuoteType: fixspec.QuoteTradeable, QuoteResponseLevel: fixspec.AnswerNegative,
		QuoteSetID: l.id, TotNoQuoteEntries: l.total,
		Entries: make([]fixspec.QuoteEntry, l.total)}
	for i, price := range l.offer.Lines {
		x.Entries[i] = fixspec.QuoteEntry{QuoteEntryID: l.orders[i].ClOrdID,
			Instrument: l.orders[i].Instrument}
		if l.basket.Lines[i].Side == gateway.Sell {
			x.Entries[i].BidPx = price
		} else {
			x.Entries[i].OfferPx = price
		}
	}
	return x
}

// pass says that there will be no quote.
func (b *dealerBook) pass(now time.Time, l *shownList) {
	l.state, l.due = listOver, time.Time{}
	b.send(&fixspec.BidResponse{BidID: b.nextBid(), ClientBidID: l.round,
		Components: []fixspec.BidComponent{{ListID: l.id, Text: fixspec.TextPass}}})
	b.tell(dealerEvent{At: now, Kind: dealerPassed, List: l.id, Text: "no interest"})
}

// decline says that there will be no quote and why, or no trade.
func (b *dealerBook) decline(now time.Time, l *shownList, why string) {
	l.state, l.due = listOver, time.Time{}
	b.send(l.status(now, fixspec.StatusResponse, fixspec.ListRejected, why))
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
