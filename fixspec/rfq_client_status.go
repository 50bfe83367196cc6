package fixspec

import (
	"cmp"

	"foliogate/gateway"
)

// report tells of a quote of the inquiry, or of the inquiry where there is none.
func (f *ClientRFQFace) report(o *outgoing, h Header, quote string, status QuoteStatus, text string) {
	o.send(h, f.reportOf(o, quote, "", status, text))
}

func (f *ClientRFQFace) reportOf(o *outgoing, quote, response string, status QuoteStatus, text string) *QuoteStatusReport {
	return &QuoteStatusReport{QuoteReqID: o.inquiry.Round(), QuoteID: quote, QuoteRespID: response,
		Instrument: o.subject(o.inquiry.ListID), TransactTime: o.entry.At, QuoteStatus: status, Text: text}
}

// opened acknowledges the inquiry: a list line by line, as the answer to its lines, a bond as the
// answer to its request.
func (f *ClientRFQFace) opened(o *outgoing, e gateway.Opened) {
	if o.inquiry.Terms.Single {
		f.report(o, Header{}, NoQuoteID, QuoteAccepted, "DEALERS="+number(len(e.Routes)))
	} else {
		f.listTaken(o, e)
	}
	f.dealersAsked(o, gateway.DealersAsked{Routes: e.Routes, Unable: e.Unable})
}

// dealersAsked answers a request: it names who was asked, and who could not answer it.
func (f *ClientRFQFace) dealersAsked(o *outgoing, e gateway.DealersAsked) {
	for _, route := range e.Routes {
		f.notice(o, route.Dealer, "ASKED")
	}
	for _, dealer := range e.Unable {
		f.noQuoteOf(o, dealer, RequestNoMatch, cannotQuote(&o.inquiry))
	}
}

// notice tells of one dealer while the inquiry is being priced.
func (f *ClientRFQFace) notice(o *outgoing, dealer gateway.Firm, text string) {
	f.report(o, from(dealer), NoQuoteID, QuotePending, text)
}

func (f *ClientRFQFace) cancelled(o *outgoing, text, response string) {
	o.send(Header{}, f.reportOf(o, NoQuoteID, response, QuoteClosed, text))
}

func (f *ClientRFQFace) lapsed(o *outgoing) {
	f.report(o, Header{}, NoQuoteID, QuoteLapsed, lapsedText)
}

// standing says in which state the inquiry was when it was asked for.
func (f *ClientRFQFace) standing(o *outgoing, h Header, e gateway.StatusTold) {
	quote, response := cmp.Or(e.Quote, NoQuoteID), e.Response
	status, text := QuoteAccepted, e.Phase.String()
	switch q := &o.inquiry; e.Phase {
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
	report.QuoteStatusReqID = e.RequestID
	o.send(h, report)
}
