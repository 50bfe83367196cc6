package fixspec

import (
	"foliogate/gateway"
	"foliogate/gateway/units"
)

// quoted shows a quote, which two quotes lead now, and the line prices that it came with.
func (f *ClientFace) quoted(o *outgoing, e gateway.QuoteReceived) {
	f.quote(o, Header{}, e.Quote)
	text := "BEST=" + e.Best
	if e.Cover != "" {
		text += " COVER=" + e.Cover
	}
	o.send(Header{}, o.status(o.inquiry.ListID, StatusTimed, o.pricing(), text))
	if lines, priced := linesOf(e.Quote); priced {
		f.linesPriced(o, lines)
	}
}

// quote shows a quote.
func (f *ClientFace) quote(o *outgoing, h Header, quote gateway.Quote) {
	h.OnBehalfOf = string(quote.Dealer)
	o.send(h, bidOf(o.inquiry, quote))
}

func bidOf(q gateway.Inquiry, quote gateway.Quote) *BidResponse {
	x := &BidResponse{BidID: quote.ID, ClientBidID: q.Round()}
	component := BidComponent{ListID: q.ListID, PriceType: priceTypeOf(quote.Price.Kind),
		SettlDate: commonDate(q.Facts)}
	add := func(side Side, price Amount) {
		component.Side, component.Price = side, price
		x.Components = append(x.Components, component)
	}
	switch quote.Price.Kind {
	case gateway.TotalAmount:
		add(0, MoneyAmount(quote.Price.Total, q.Terms.Currency))
	case gateway.SpreadConcession:
		add(0, SpreadAmount(quote.Price.Concession))
	case gateway.PercentPerSide:
		if quote.Price.BuyPrice != 0 {
			add(SideBuy, PriceAmount(quote.Price.BuyPrice))
		}
		if quote.Price.SellPrice != 0 {
			add(SideSell, PriceAmount(quote.Price.SellPrice))
		}
	}
	return x
}

// commonDate is the date on which all lines settle; none if there are several.
func commonDate(facts []gateway.Facts) units.Date {
	var date units.Date
	for i := range facts {
		if i > 0 && facts[i].Settle != date {
			return 0
		}
		date = facts[i].Settle
	}
	return date
}

// noQuote tells that there is no quote of a dealer to take.
func (f *ClientFace) noQuote(o *outgoing, h Header, dealer gateway.Firm, id, text string) {
	h.OnBehalfOf = string(dealer)
	o.send(h, &BidResponse{BidID: id, ClientBidID: o.inquiry.Round(),
		Components: []BidComponent{{ListID: o.inquiry.ListID, Text: text}}})
}

func (f *ClientFace) passed(o *outgoing, e gateway.DealerPassed) {
	f.noQuote(o, Header{}, e.Dealer, e.Quote, TextPass)
}

func (f *ClientFace) gone(o *outgoing, h Header, dealer gateway.Firm, quote string, state gateway.QuoteState) {
	f.noQuote(o, h, dealer, quote, goneText(state))
}

// goneText says why a quote cannot be taken any more.
func goneText(s gateway.QuoteState) string {
	switch s {
	case gateway.Stale:
		return TextStale
	case gateway.Outlived:
		return TextExpired
	}
	return TextWithdrawn
}

// linesOf is the news of the line prices that a quote came with, if it did.
func linesOf(quote gateway.Quote) (gateway.LinesPriced, bool) {
	return gateway.LinesPriced{Dealer: quote.Dealer, Quote: quote.ID, Prices: quote.Lines},
		len(quote.Lines) > 0
}

// linesPriced shows the dealer's line prices. The client is not asked to answer.
func (f *ClientFace) linesPriced(o *outgoing, e gateway.LinesPriced) {
	quote := MassQuote{
		QuoteReqID: o.inquiry.Round(), QuoteID: e.Quote, QuoteType: QuoteTradeable,
		QuoteResponseLevel: AnswerNone, QuoteSetID: o.inquiry.ListID,
		TotNoQuoteEntries: len(e.Prices), Entries: make([]QuoteEntry, len(e.Prices)),
	}
	for i, price := range e.Prices {
		line := o.inquiry.Lines[i]
		quote.Entries[i] = QuoteEntry{QuoteEntryID: line.ClOrdID, Instrument: Instrument{
			Symbol: NoSymbol, SecurityID: line.Security.ID,
			SecurityIDSource: IDSource(line.Security.Source)}}
		if line.Side == gateway.Sell {
			quote.Entries[i].BidPx = price
		} else {
			quote.Entries[i].OfferPx = price
		}
	}
	for _, fragment := range quote.Fragments(o.limit) {
		o.send(from(e.Dealer), fragment)
	}
}

// cannotQuote is what a client is told of a dealer that is not asked because it could not answer.
func cannotQuote(q *gateway.Inquiry) string {
	wanted := q.Terms.Kind.String()
	if sideOfAll(q) == SideUndisclosed {
		wanted = "two-way price"
	}
	return "CANNOT QUOTE: not asked, for it quotes no " + wanted
}
