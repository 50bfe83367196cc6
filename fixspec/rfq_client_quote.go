package fixspec

import (
	"fmt"
	"slices"

	"foliogate/gateway"
)

// quoteOf is a quote as the client is shown it.
func (f *ClientRFQFace) quoteOf(o *outgoing, quote gateway.Quote) *Quote {
	q := &o.inquiry
	x := &Quote{
		QuoteReqID: round(*q), QuoteID: quote.ID, QuoteType: QuoteTradeable,
		Instrument: o.subject(q.ListID), Side: o.sideAsked(), OrderQty: o.par(),
		SettlDate: commonDate(q.Facts), Currency: q.Terms.Currency,
		ValidUntilTime: quote.Until, TransactTime: quote.At, PriceType: priceTypeOf(quote.Price.Kind),
	}
	if x.ValidUntilTime.IsZero() {
		x.ValidUntilTime = q.Terms.Deadline
	}
	switch price := quote.Price; price.Kind {
	case gateway.PercentPerSide:
		if price.SellPrice != 0 {
			x.BidPx = PriceAmount(price.SellPrice)
		}
		if price.BuyPrice != 0 {
			x.OfferPx = PriceAmount(price.BuyPrice)
		}
	case gateway.TotalAmount:
		x.OfferPx = MoneyAmount(price.Total, q.Terms.Currency)
	case gateway.SpreadConcession:
		x.OfferPx = SpreadAmount(price.Concession)
	}
	return x
}

// report tells of a quote of the inquiry, or of the inquiry where there is none.
func (f *ClientRFQFace) report(o *outgoing, h Header, quote string, status QuoteStatus, text string) {
	o.send(h, f.reportOf(o, quote, "", status, text))
}

func (f *ClientRFQFace) reportOf(o *outgoing, quote, response string, status QuoteStatus, text string) *QuoteStatusReport {
	return &QuoteStatusReport{QuoteReqID: round(o.inquiry), QuoteID: quote, QuoteRespID: response,
		Instrument: o.subject(o.inquiry.ListID), TransactTime: o.entry.At, QuoteStatus: status, Text: text}
}

// notice tells of one dealer while the inquiry is being priced.
func (f *ClientRFQFace) notice(o *outgoing, h Header, dealer gateway.Firm, text string) {
	h.OnBehalfOf = string(dealer)
	f.report(o, h, NoQuoteID, QuotePending, text)
}

// noQuoteOf tells that no quote will come of a dealer.
func (f *ClientRFQFace) noQuoteOf(o *outgoing, dealer gateway.Firm, reason int, text string) {
	o.send(from(dealer), &QuoteRequestReject{QuoteReqID: round(o.inquiry), Reason: reason,
		Instrument: o.subject(o.inquiry.ListID), Text: text})
}

// gone tells that a quote cannot be taken any more.
func (f *ClientRFQFace) gone(o *outgoing, h Header, dealer gateway.Firm, quote string, state gateway.QuoteState) {
	h.OnBehalfOf = string(dealer)
	switch state {
	case gateway.Pulled, gateway.Spent, gateway.Superseded:
		f.report(o, h, quote, QuoteRemoved, TextWithdrawn)
	case gateway.Stale:
		f.report(o, h, quote, QuoteRemoved, TextStale)
	case gateway.Outlived:
		f.report(o, h, quote, QuoteLapsed, TextExpired)
	default:
		panic(fmt.Sprintf("fixspec: a quote cannot be lost by being %s", state))
	}
}

// pushed tells all that is current again, as ClientFace.pushed does.
func (f *ClientRFQFace) pushed(o *outgoing, e gateway.StatePushed) {
	again := Header{PossResend: true}
	phase := phaseAt(o.entry, o.inquiry)
	f.standing(o, again, phase, "")
	switch {
	case !phase.Traded():
		for _, route := range o.inquiry.Routes {
			f.pushQuote(o, again, route)
		}
	case e.Reset:
		f.tradedAgain(o, again)
	}
}

// pushQuote repeats the last quote that a dealer had given when the entry was made.
func (f *ClientRFQFace) pushQuote(o *outgoing, h Header, route gateway.Route) {
	for _, quote := range slices.Backward(route.Quotes) {
		if quote.At.After(o.entry.At) {
			continue
		}
		if quote.State == gateway.Live {
			h.OnBehalfOf = string(quote.Dealer)
			o.send(h, f.quoteOf(o, quote))
			return
		}
		f.gone(o, h, quote.Dealer, quote.ID, quote.State)
		return
	}
}
