package fixspec

import (
	"fmt"

	"foliogate/gateway"
)

// awarded gives the dealer its last look, in its own ids. Of a two-way price the side that was taken
// stands in words: a ListExecute has no Side(54).
func (f *DealerFace) awarded(o *outgoing, route gateway.Route, a gateway.Award) {
	hit := &ListExecute{ListID: route.ListID, ClientBidID: route.ListID,
		BidID: ownQuote(route, a.Quote), TransactTime: a.At}
	if a.Side != 0 {
		hit.Text = "the client would " + a.Side.String()
	}
	o.send(Header{}, hit)
}

// notDone tells the dealer that its award is over without a trade.
func (f *DealerFace) notDone(o *outgoing, route gateway.Route, quote string) {
	o.send(Header{}, outcome(route, pseudo(route.ListID), quote, QuoteExpired, notDone))
}

// won tells the winner of its executions and tickets.
func (f *DealerFace) won(o *outgoing, h Header, route gateway.Route, x *gateway.Execution, tickets []gateway.Settlement) {
	o.fills(h, x, f.ownFill(o, route))
	f.tickets(o, h, route, x, tickets)
}

func (f *DealerFace) tickets(o *outgoing, h Header, route gateway.Route, x *gateway.Execution, tickets []gateway.Settlement) {
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
	if quote != "" {
		became, text := outcomeOf(result)
		o.send(Header{}, outcome(route, pseudo(route.ListID), quote, became, text))
	}
}

// outcomeOf is what became of a quote, as much of it as the client allows.
func outcomeOf(r gateway.Outcome) (QuoteRespType, string) {
	switch r {
	case gateway.NotExecuted:
		return QuoteExpired, "NOT EXECUTED"
	case gateway.Cover:
		return QuoteCover, "COVER"
	case gateway.DoneAway:
		return QuoteDoneAway, "DONE AWAY"
	}
	panic(fmt.Sprintf("fixspec: impossible outcome %d", int8(r)))
}

// notDone is the text of an award that is over without a trade.
const notDone = "NOT DONE"

func outcome(route gateway.Route, about Instrument, quote string, became QuoteRespType, text string) *QuoteResponse {
	return &QuoteResponse{QuoteRespID: responseID(route, quote), QuoteID: quote,
		QuoteRespType: became, Instrument: about, Text: text}
}

// responseID is the QuoteRespID(693) of everything that is said about one quote of a dealer's. Where
// the dealer has agreed on the format of ids it counts its quotes, else it has the quote's own.
func responseID(route gateway.Route, quote string) string {
	if route.IDs == (gateway.IDFormat{}) {
		return route.ListID + "-" + quote
	}
	for i := range route.Quotes {
		if route.Quotes[i].DealerID == quote {
			return route.LineID(i + 1)
		}
	}
	return ""
}

// linesAccepted answers the dealer's line prices.
func (f *DealerFace) linesAccepted(o *outgoing, route gateway.Route, e gateway.LinesPriced) {
	o.send(Header{}, &MassQuoteAck{QuoteReqID: route.ListID, QuoteID: ownQuote(route, e.Quote),
		QuoteStatus: QuoteAccepted})
}

// refused tells a dealer why its command was declined.
func (f *DealerFace) refused(o *outgoing, _ gateway.Route, e gateway.CommandRefused) {
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
