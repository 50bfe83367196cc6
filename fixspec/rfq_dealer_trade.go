package fixspec

import (
	"fmt"

	"foliogate/gateway"
)

// awarded gives the dealer its last look: it has been hit, at the price that it quoted.
func (f *DealerRFQFace) awarded(o *outgoing, route gateway.Route, e gateway.QuoteAwarded) {
	quote, _ := o.inquiry.Quote(e.Award.Quote)
	hit := &QuoteResponse{
		QuoteRespID: responseID(route, quote.DealerID), QuoteID: quote.DealerID,
		QuoteRespType: QuoteHit, ClOrdID: route.ListID, Instrument: o.subject(route.ListID),
		Side: o.sideAsked(), OrderQty: o.par(), TransactTime: e.Award.At,
	}
	if o.inquiry.Terms.Single {
		hit.ClOrdID = route.LineID(1)
		if e.Award.Side != 0 {
			hit.Side = sideOf(e.Award.Side)
		}
	}
	hit.Price, hit.PriceType = o.hitPrice(quote.Price, hit.Side)
	o.send(Header{}, hit)
}

// hitPrice is the price that was taken; a list in percent of par a side has two, and FIX one Price(44).
func (o *outgoing) hitPrice(price gateway.Aggregate, side Side) (Amount, PriceType) {
	kind := priceTypeOf(price.Kind)
	switch price.Kind {
	case gateway.TotalAmount:
		return MoneyAmount(price.Total, o.inquiry.Terms.Currency), kind
	case gateway.SpreadConcession:
		return SpreadAmount(price.Concession), kind
	}
	switch {
	case price.BuyPrice == 0, side == SideSell:
		return PriceAmount(price.SellPrice), kind
	case price.SellPrice == 0, side == SideBuy:
		return PriceAmount(price.BuyPrice), kind
	}
	return Amount{}, kind
}

// responseID is the QuoteRespID(693) of everything that is said about one quote of a dealer's.
func responseID(route gateway.Route, quote string) string { return route.ListID + "-" + quote }

// outcome tells the dealer what became of its quote.
func (f *DealerRFQFace) outcome(o *outgoing, route gateway.Route, quote string, result QuoteRespType, text string) {
	o.send(Header{}, &QuoteResponse{QuoteRespID: responseID(route, quote), QuoteID: quote,
		QuoteRespType: result, Instrument: o.subject(route.ListID), Text: text})
}

// report tells the dealer about a quote of its own, or about the request where there is none.
func (f *DealerRFQFace) report(o *outgoing, h Header, route gateway.Route, quote string, status QuoteStatus, text string) {
	if quote == "" {
		quote = NoQuoteID
	}
	o.send(h, &QuoteStatusReport{QuoteReqID: route.ListID, QuoteID: quote,
		Instrument: o.subject(route.ListID), TransactTime: o.entry.At, QuoteStatus: status, Text: text})
}

// traded tells the winner of its executions and tickets, and every other dealer no more than the
// client allows.
func (f *DealerRFQFace) traded(o *outgoing, route gateway.Route, e *gateway.Traded) {
	if e.Execution.Dealer == f.Dealer {
		f.won(o, Header{}, route, &e.Execution, e.Tickets)
		return
	}
	for _, loser := range e.Losers {
		if loser.Dealer == f.Dealer {
			f.lost(o, route, loser.Quote, loser.Outcome)
		}
	}
}

// lost closes the inquiry for a dealer that did not get it. One that never quoted is told no more than
// that; the uniform answer to one that did is the same whether the inquiry traded or expired.
func (f *DealerRFQFace) lost(o *outgoing, route gateway.Route, quote string, result gateway.Outcome) {
	if quote == "" {
		f.report(o, Header{}, route, "", QuoteLapsed, "CLOSED")
		return
	}
	switch result {
	case gateway.NotExecuted:
		f.outcome(o, route, quote, QuoteExpired, "NOT EXECUTED")
	case gateway.Cover:
		f.outcome(o, route, quote, QuoteCover, "COVER")
	case gateway.DoneAway:
		f.outcome(o, route, quote, QuoteDoneAway, "DONE AWAY")
	default:
		panic(fmt.Sprintf("fixspec: impossible outcome %d", int8(result)))
	}
}

// standing tells the dealer that traded so; any other, that the inquiry is over, and not how.
func (f *DealerRFQFace) standing(o *outgoing, route gateway.Route, e gateway.StatusTold) {
	again := Header{PossResend: e.Resend}
	x := o.inquiry.Execution
	if x == nil || x.Dealer != f.Dealer {
		f.report(o, again, route, lastOwnQuote(route), QuoteLapsed, "CLOSED")
		return
	}
	quote := ownQuote(route, x.Quote)
	o.send(again, &QuoteStatusReport{QuoteReqID: route.ListID, QuoteID: quote,
		QuoteRespID: responseID(route, quote), Instrument: o.subject(route.ListID),
		TransactTime: x.At, QuoteStatus: QuoteAccepted, Text: "TRADE=" + x.Trade})
}

// refused tells a dealer why its command was declined: by a report where it is about a quote or a
// request, by a reject where FIX has none.
func (f *DealerRFQFace) refused(o *outgoing, e gateway.CommandRefused) {
	switch e.Verb {
	case gateway.VerbBid, gateway.VerbPass, gateway.VerbAcknowledge:
		f.declined(o, e, e.Subject, "")
	case gateway.VerbConfirm:
		f.declined(o, e, e.Subject, e.ListID+"-"+e.Subject)
	default:
		f.DealerFace.refused(o, e)
	}
}

func (f *DealerRFQFace) declined(o *outgoing, e gateway.CommandRefused, quote, response string) {
	if quote == "" {
		quote = NoQuoteID
	}
	o.send(Header{}, &QuoteStatusReport{QuoteReqID: e.ListID, QuoteID: quote, QuoteRespID: response,
		Instrument: o.subject(e.ListID), TransactTime: o.entry.At,
		QuoteStatus: statusOf(e.Refusal.Code), Text: e.Refusal.Text})
}

// statusOf is the QuoteStatus(297) of what was refused.
func statusOf(c gateway.Code) QuoteStatus {
	switch c {
	case gateway.UnknownInquiry, gateway.UnknownQuote:
		return QuoteNotFound
	case gateway.Closed, gateway.QuoteExpired:
		return QuoteLapsed
	}
	return QuoteRejected
}
