package fixspec

import (
	"fmt"

	"foliogate/gateway"
)

// awarded gives the dealer its last look, in its own ids.
func (f *DealerFace) awarded(o *outgoing, route gateway.Route, e gateway.QuoteAwarded) {
	o.send(Header{}, &ListExecute{ListID: route.ListID, ClientBidID: route.ListID,
		BidID: ownQuote(route, e.Award.Quote), TransactTime: e.Award.At})
}

// ownQuote is the dealer's own id of the quote that the gateway knows by another.
func ownQuote(route gateway.Route, id string) string {
	for _, quote := range route.Quotes {
		if quote.ID == id {
			return quote.DealerID
		}
	}
	return ""
}

// notDone tells the dealer that its award is over without a trade.
func (f *DealerFace) notDone(o *outgoing, route gateway.Route, e gateway.AwardLost) {
	o.send(Header{}, outcome(route, ownQuote(route, e.Quote), QuoteExpired, "NOT DONE"))
}

// traded tells the winner of its executions and tickets, and every other dealer no more than the
// client allows.
func (f *DealerFace) traded(o *outgoing, route gateway.Route, e *gateway.Traded) {
	x := &e.Execution
	if x.Dealer != f.Dealer {
		for _, loser := range e.Losers {
			if loser.Dealer == f.Dealer {
				f.lost(o, route, loser.Quote, loser.Outcome)
			}
		}
		return
	}
	f.won(o, Header{}, route, x, e.Tickets)
}

// won tells the winner of its executions and tickets.
func (f *DealerFace) won(o *outgoing, h Header, route gateway.Route, x *gateway.Execution, tickets []gateway.Settlement) {
	o.fills(h, x, f.ownFill(o, route))
	for _, ticket := range tickets {
		o.send(h, o.ticket(x, ticket, route.ListID, f.account(route)))
	}
}

// ownFill adds to an execution what the dealer calls the line, and the client only where it shows
// its name.
func (f *DealerFace) ownFill(o *outgoing, route gateway.Route) func(int, *ExecutionReport) {
	name := f.clientName(o.inquiry.Client)
	return func(i int, r *ExecutionReport) {
		r.ListID, r.ClOrdID = route.ListID, route.LineID(o.inquiry.Lines[i].Number)
		r.Parties.Client = name
	}
}

// account is the settlement account agreed with the dealer; without one, the dealer itself.
func (f *DealerFace) account(route gateway.Route) string {
	if route.Account != "" {
		return route.Account
	}
	return string(f.Dealer)
}

// lost closes the inquiry for a dealer that did not get it. One that quoted is told the outcome;
// the uniform answer is the same whether the inquiry traded or expired.
func (f *DealerFace) lost(o *outgoing, route gateway.Route, quote string, result gateway.Outcome) {
	o.send(Header{}, f.closed(o, route, quote, "CLOSED"))
	if quote == "" {
		return
	}
	switch result {
	case gateway.NotExecuted:
		o.send(Header{}, outcome(route, quote, QuoteExpired, "NOT EXECUTED"))
	case gateway.Cover:
		o.send(Header{}, outcome(route, quote, QuoteCover, "COVER"))
	case gateway.DoneAway:
		o.send(Header{}, outcome(route, quote, QuoteDoneAway, "DONE AWAY"))
	default:
		panic(fmt.Sprintf("fixspec: impossible outcome %d", int8(result)))
	}
}

func outcome(route gateway.Route, quote string, result QuoteRespType, text string) *QuoteResponse {
	return &QuoteResponse{QuoteRespID: route.ListID + "-" + quote, QuoteID: quote,
		QuoteRespType: result, Instrument: pseudo(route.ListID), Text: text}
}

// linesAccepted answers the dealer's line prices.
func (f *DealerFace) linesAccepted(o *outgoing, route gateway.Route, e gateway.LinesPriced) {
	o.send(Header{}, &MassQuoteAck{QuoteReqID: route.ListID, QuoteID: ownQuote(route, e.Quote),
		QuoteStatus: QuoteAccepted})
}

// refused tells a dealer why its command was declined.
func (f *DealerFace) refused(o *outgoing, e gateway.CommandRefused) {
	switch e.Verb {
	case gateway.VerbPriceLines:
		o.send(Header{}, &MassQuoteAck{QuoteReqID: e.ListID, QuoteID: e.Subject,
			QuoteStatus: QuoteRejected, QuoteRejectReason: quoteReason(e.Refusal.Code),
			Text: e.Refusal.Text})
	case gateway.VerbAcknowledge, gateway.VerbConfirm:
		id := e.Subject
		if id == "" {
			id = e.ListID
		}
		o.send(Header{}, rejectOf(e, "N", id))
	case gateway.VerbBid:
		o.send(Header{}, rejectOf(e, "l", e.Subject))
	case gateway.VerbPass:
		msgType, id := "Z", e.Subject
		if id == "" {
			msgType, id = "l", e.ListID
		}
		o.send(Header{}, rejectOf(e, msgType, id))
	case gateway.VerbAffirm:
		o.send(Header{}, rejectOf(e, "AU", e.Subject))
	case gateway.VerbDispute:
		o.send(Header{}, rejectOf(e, "Q", e.Subject))
	default:
		panic(fmt.Sprintf("fixspec: a dealer cannot be refused verb %d", int8(e.Verb)))
	}
}

func quoteReason(c gateway.Code) int {
	switch c {
	case gateway.UnknownInquiry, gateway.UnknownQuote:
		return QuoteRejUnknownOrder
	case gateway.Closed, gateway.QuoteSuperseded, gateway.QuoteWithdrawn, gateway.QuoteStale,
		gateway.QuoteSpent, gateway.QuoteExpired:
		return QuoteRejTooLate
	case gateway.Unpriceable, gateway.TotalMismatch:
		return QuoteRejInvalidPrice
	}
	return QuoteRejOther
}
