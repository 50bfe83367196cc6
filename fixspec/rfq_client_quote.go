package fixspec

import "foliogate/gateway"

// quoted shows a quote, with its line prices if it came with them. Which quote leads the client sees
// for itself.
func (f *ClientRFQFace) quoted(o *outgoing, e gateway.QuoteReceived) {
	f.quote(o, Header{}, e.Quote)
	if lines, priced := linesOf(e.Quote); priced {
		f.linesPriced(o, lines)
	}
}

// quote shows a quote.
func (f *ClientRFQFace) quote(o *outgoing, h Header, quote gateway.Quote) {
	q := &o.inquiry
	x := &Quote{
		QuoteReqID: q.Round(), QuoteID: quote.ID, QuoteType: QuoteTradeable,
		Instrument: o.subject(q.ListID), Side: sideOfAll(q), OrderQty: parOf(q),
		SettlDate: commonDate(q.Facts), Currency: q.Terms.Currency,
		ValidUntilTime: quote.Until, TransactTime: quote.At, PriceType: priceTypeOf(quote.Price.Kind),
	}
	if end := q.Terms.Deadline; x.ValidUntilTime.IsZero() || x.ValidUntilTime.After(end) {
		x.ValidUntilTime = end
	}
	switch price := quote.Price; price.Kind {
	case gateway.TotalAmount:
		x.OfferPx = MoneyAmount(price.Total, q.Terms.Currency)
	case gateway.SpreadConcession:
		x.OfferPx = SpreadAmount(price.Concession)
	case gateway.PercentPerSide:
		if price.SellPrice != 0 {
			x.BidPx = PriceAmount(price.SellPrice)
		}
		if price.BuyPrice != 0 {
			x.OfferPx = PriceAmount(price.BuyPrice)
		}
	}
	h.OnBehalfOf = string(quote.Dealer)
	o.send(h, x)
}

// passed tells that no quote will come of a dealer.
func (f *ClientRFQFace) passed(o *outgoing, e gateway.DealerPassed) {
	f.noQuoteOf(o, e.Dealer, RequestPass, TextPass)
}

func (f *ClientRFQFace) noQuoteOf(o *outgoing, dealer gateway.Firm, reason int, text string) {
	o.send(from(dealer), &QuoteRequestReject{QuoteReqID: o.inquiry.Round(), Reason: reason,
		Instrument: o.subject(o.inquiry.ListID), Text: text})
}

// gone tells that a quote cannot be taken any more.
func (f *ClientRFQFace) gone(o *outgoing, h Header, dealer gateway.Firm, quote string, state gateway.QuoteState) {
	h.OnBehalfOf = string(dealer)
	status := QuoteRemoved
	if state == gateway.Outlived {
		status = QuoteLapsed
	}
	f.report(o, h, quote, status, goneText(state))
}
