package fixspec

import (
	"cmp"

	"foliogate/gateway"
)

// inquiryRefused answers the lines of a list by its status, and the request for a bond by a reject.
// Of an inquiry over which the gateway failed before it knew what it is, it reports.
func (f *ClientRFQFace) inquiryRefused(o *outgoing, r gateway.Refusal) {
	switch {
	case o.inquiry.Terms.Single:
		requestRefused(o, o.inquiry.Round(), o.subject(o.inquiry.ListID), r)
	case o.inquiry.Terms.Kind == 0:
		f.report(o, Header{}, NoQuoteID, QuoteRejected, r.Text)
	default:
		f.ClientFace.inquiryRefused(o, r)
	}
}

// refused tells a client why its command was declined. Lines are answered as in the LIST profile, and
// so is what is said after the trade.
func (f *ClientRFQFace) refused(o *outgoing, e gateway.CommandRefused) {
	switch {
	case e.Verb == gateway.VerbSubmit && e.Response != "":
		requestRefused(o, e.Response, Instrument{}, e.Refusal)
	case e.Verb == gateway.VerbAsk:
		requestRefused(o, cmp.Or(e.Response, e.ListID), listed(e.ListID), e.Refusal)
	case e.Verb == gateway.VerbAccept, e.Verb == gateway.VerbCancel:
		report := f.declined(o, e)
		report.QuoteRespID = e.Response
		if e.Verb == gateway.VerbCancel && e.Refusal.Code != gateway.TooLate {
			report.QuoteStatus = statusAfterCancel(&o.inquiry, report.QuoteStatus)
		}
		o.send(Header{}, report)
	case e.Verb == gateway.VerbEnquire:
		report := f.declined(o, e)
		report.QuoteStatusReqID = e.Response
		o.send(Header{}, report)
	default:
		f.ClientFace.refused(o, e)
	}
}

// declined reports on what was declined, in the words of the client where nobody knows the inquiry.
func (f *ClientRFQFace) declined(o *outgoing, e gateway.CommandRefused) *QuoteStatusReport {
	report := f.reportOf(o, cmp.Or(e.Subject, NoQuoteID), "", statusOf(e.Refusal.Code), e.Refusal.Text)
	if o.inquiry.ListID == "" {
		report.QuoteReqID, report.Instrument = e.ListID, listed(e.ListID)
	}
	return report
}

// statusAfterCancel is the QuoteStatus(297) of an inquiry that could not be cancelled: how it ended,
// for who cancels by a ListCancelRequest is told nothing else than where the inquiry stands.
func statusAfterCancel(q *gateway.Inquiry, refused QuoteStatus) QuoteStatus {
	switch q.Phase {
	case gateway.Refused:
		return QuoteRejected
	case gateway.Withdrawn:
		return QuoteClosed
	case gateway.Expired:
		return QuoteLapsed
	}
	return refused
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

// requestRefused answers a QuoteRequest. Of a single bond the words are those about its one line.
func requestRefused(o *outgoing, request string, about Instrument, r gateway.Refusal) {
	text := r.Text
	if len(r.Lines) > 0 {
		text = cmp.Or(r.Lines[0].Text, text)
	}
	o.send(Header{}, &QuoteRequestReject{QuoteReqID: request, Reason: requestReason(r),
		Instrument: about, Text: text})
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
	case gateway.TooManyLive, gateway.TooManyDealers:
		return RequestExceedsLimit
	}
	return RequestOther
}
