package fixspec

import (
	"cmp"

	"foliogate/gateway"
)

// opened acknowledges the inquiry: a list line by line, as the answer to its lines, a bond as the
// answer to its request.
func (f *ClientRFQFace) opened(o *outgoing, e gateway.Opened) {
	if o.inquiry.Terms.Single {
		f.report(o, Header{}, NoQuoteID, QuoteAccepted, "DEALERS="+number(len(e.Routes)))
	} else {
		f.listTaken(o, e)
	}
	f.dealersAsked(o, e.Routes, e.Unable)
}

func (f *ClientRFQFace) dealersAsked(o *outgoing, routes []gateway.Route, unable []gateway.Firm) {
	for _, route := range routes {
		f.notice(o, Header{}, route.Dealer, "ASKED")
	}
	for _, dealer := range unable {
		f.noQuoteOf(o, dealer, RequestNoMatch, cannotQuote(o.inquiry.Terms))
	}
}

// inquiryRefused answers the lines of a list by its status, and the request for a bond by a reject.
func (f *ClientRFQFace) inquiryRefused(o *outgoing, e gateway.InquiryRefused) {
	if o.inquiry.Terms.Single {
		f.requestRefused(o, round(o.inquiry), e.Refusal)
		return
	}
	s := o.status(o.inquiry.ListID, StatusResponse, ListRejected, e.Refusal.Text)
	s.Orders = rejected(e.Refusal)
	o.sendStatus(Header{}, s)
}

func (f *ClientRFQFace) requestRefused(o *outgoing, request string, r gateway.Refusal) {
	text := r.Text
	for _, line := range r.Lines {
		text = cmp.Or(line.Text, text)
	}
	o.send(Header{}, &QuoteRequestReject{QuoteReqID: request, Reason: requestReason(r),
		Instrument: o.subject(cmp.Or(o.inquiry.ListID, request)), Text: text})
}

func requestReason(r gateway.Refusal) int {
	if len(r.Lines) > 0 && r.Lines[0].Fault == gateway.UnknownSecurity {
		return RequestUnknownSymbol
	}
	switch r.Code {
	case gateway.NotEntitled, gateway.DealerNotAllowed:
		return RequestNotAuthorized
	case gateway.Closed, gateway.TooLate:
		return RequestTooLate
	case gateway.NoDealers, gateway.UnknownDealer:
		return RequestNoMatch
	}
	return RequestOther
}

// awarded tells that the dealer's last look runs. A firm dealer has none.
func (f *ClientRFQFace) awarded(o *outgoing, e gateway.QuoteAwarded) {
	if !e.Award.LookUntil.After(e.Award.At) {
		return
	}
	o.send(from(e.Award.Dealer), f.reportOf(o, e.Award.Quote, e.Award.Response, QuotePending,
		"LAST LOOK until "+e.Award.LookUntil.UTC().Format("15:04:05.000")))
}

// awardLost tells that the inquiry is open again, without the quote that was taken.
func (f *ClientRFQFace) awardLost(o *outgoing, e gateway.AwardLost) {
	text := lostBy(e.Cause)
	if e.Text != "" {
		text += ": " + e.Text
	}
	o.send(from(e.Dealer), f.reportOf(o, e.Quote, e.Response, QuoteDeclined, text))
	f.report(o, Header{}, NoQuoteID, QuoteAccepted, "OPEN AGAIN: other quotes can be taken")
}

// traded tells the client of the trade: that the point of no return is passed, every execution, and
// the net tickets.
func (f *ClientRFQFace) traded(o *outgoing, e *gateway.Traded) {
	x := &e.Execution
	o.send(from(x.Dealer), f.reportOf(o, x.Quote, x.Response, QuoteAccepted, "TRADE="+x.Trade))
	f.done(o, Header{}, x, e.Tickets)
}

func (f *ClientRFQFace) tradedAgain(o *outgoing, h Header) {
	f.done(o, h, o.inquiry.Execution, o.inquiry.Tickets)
}

func (f *ClientRFQFace) done(o *outgoing, h Header, x *gateway.Execution, tickets []gateway.Settlement) {
	o.fills(h, x, f.ownFill(o))
	for _, ticket := range tickets {
		o.send(h, o.ticket(x, ticket, o.inquiry.ListID, f.account(ticket)))
	}
}

// standing says in which state the inquiry was when it was asked for.
func (f *ClientRFQFace) standing(o *outgoing, h Header, phase gateway.Phase, request string) {
	quote, response, status, text := NoQuoteID, "", QuoteAccepted, phase.String()
	switch q := &o.inquiry; phase {
	case gateway.Awarded:
		status = QuotePending
	case gateway.Executed, gateway.Settled:
		quote, response, text = q.Execution.Quote, q.Execution.Response, "TRADE="+q.Execution.Trade
	case gateway.Refused:
		status, text = QuoteRejected, q.Outcome.Text
	case gateway.Withdrawn:
		status = QuoteClosed
	case gateway.Expired:
		status = QuoteLapsed
	}
	report := f.reportOf(o, quote, response, status, text)
	report.QuoteStatusReqID = request
	o.send(h, report)
}

// refused tells a client why its command was declined.
func (f *ClientRFQFace) refused(o *outgoing, e gateway.CommandRefused) {
	switch e.Verb {
	case gateway.VerbSubmit:
		if o.inquiry.Terms.Single || o.inquiry.ListID == "" {
			f.requestRefused(o, e.ListID, e.Refusal)
			return
		}
		f.ClientFace.refused(o, e)
	case gateway.VerbAsk:
		f.requestRefused(o, cmp.Or(e.Response, e.ListID), e.Refusal)
	case gateway.VerbAccept, gateway.VerbEnquire, gateway.VerbCancel:
		quote := e.Subject
		if quote == "" {
			quote = NoQuoteID
		}
		report := f.reportOf(o, quote, e.Response, statusOf(e.Refusal.Code), e.Refusal.Text)
		if o.inquiry.ListID == "" {
			report.QuoteReqID, report.Instrument = e.ListID, o.subject(e.ListID)
		}
		o.send(Header{}, report)
	default:
		f.ClientFace.refused(o, e)
	}
}
