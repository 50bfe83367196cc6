package fixspec

import (
	"cmp"

	"foliogate/gateway"
)

// reported translates what a dealer says about a request or, with QuoteRespID(693), about an award.
func (f *DealerRFQFace) reported(origin gateway.Origin, h Header, m *QuoteStatusReport) (gateway.Command, *BusinessMessageReject) {
	list := requestOf(m.QuoteReqID, m.Instrument)
	route := f.routeOf(list)
	about := quoteMeant(route, m)
	switch {
	case m.QuoteStatus == QuoteAccepted && m.QuoteRespID != "":
		if _, own := route.Quote(m.QuoteID); own && m.QuoteID != about {
			return nil, reject(h, m, m.QuoteRespID, BusinessOther,
				"NOT DONE: QuoteID(117) "+m.QuoteID+" is not the quote of QuoteRespID(693)")
		}
		return gateway.Confirm{Origin: origin, List: list, Quote: about}, nil
	case m.QuoteStatus == QuoteAccepted && about != "":
		return nil, reject(h, m, m.QuoteID, BusinessOther,
			"QuoteRespID(693) of the award is needed to confirm a quote")
	case m.QuoteStatus == QuoteAccepted:
		return gateway.Acknowledge{Origin: origin, List: list}, nil
	case m.QuoteStatus == QuoteDeclined, m.QuoteStatus == QuoteRejected:
		return gateway.Pass{Origin: origin, List: list, Quote: about, Text: m.Text}, nil
	}
	return nil, reject(h, m, m.QuoteID, BusinessOther,
		"QuoteStatus(297) must be 0, acknowledged or confirmed, 11, passed, or 5, rejected")
}

func (f *DealerRFQFace) routeOf(list string) gateway.Route {
	q, _ := f.Shown(list)
	route, _ := q.Route(f.Dealer)
	return route
}

// quoteMeant is the dealer's own id of the quote that a report is about: of the one whose award has
// the QuoteRespID(693), so that an answer to an award that is over is taken for none to another; else
// of the QuoteID(117), which need not be of any. A response that nobody knows stands for itself.
func quoteMeant(route gateway.Route, m *QuoteStatusReport) string {
	for i := range route.Quotes {
		quote := route.Quotes[i].DealerID
		if m.QuoteRespID == "" && quote == m.QuoteID ||
			m.QuoteRespID != "" && m.QuoteRespID == responseID(route, quote) {
			return quote
		}
	}
	return m.QuoteRespID
}

// heardOfLines translates what a dealer says about the lines that it was shown: that it has them, or
// that it does not want them. An award is confirmed by a QuoteStatusReport.
func (f *DealerRFQFace) heardOfLines(origin gateway.Origin, h Header, m *ListStatus) (gateway.Command, *BusinessMessageReject) {
	command := f.heard(origin, m)
	if _, confirms := command.(gateway.Confirm); confirms {
		return nil, reject(h, m, m.ListID, BusinessOther,
			"an award is confirmed by a QuoteStatusReport with its QuoteRespID(693)")
	}
	return command, nil
}

// report tells the dealer about a quote of its own, or about the request where there is none.
func (f *DealerRFQFace) report(o *outgoing, h Header, route gateway.Route, quote string, status QuoteStatus, text string) {
	o.send(h, &QuoteStatusReport{QuoteReqID: route.ListID, QuoteID: cmp.Or(quote, NoQuoteID),
		Instrument: o.subject(route.ListID), TransactTime: o.entry.At, QuoteStatus: status, Text: text})
}

// cancelled takes the request back. Why is not for a dealer.
func (f *DealerRFQFace) cancelled(o *outgoing, route gateway.Route) {
	f.report(o, Header{}, route, lastOwnQuote(route), QuoteClosed, "CANCELED")
}

// stood tells the dealer that traded so.
func (f *DealerRFQFace) stood(o *outgoing, h Header, route gateway.Route, _ gateway.Phase) {
	x := o.inquiry.Execution
	quote := ownQuote(route, x.Quote)
	o.send(h, &QuoteStatusReport{QuoteReqID: route.ListID, QuoteID: quote,
		QuoteRespID: responseID(route, quote), Instrument: o.subject(route.ListID),
		TransactTime: x.At, QuoteStatus: QuoteAccepted, Text: "TRADE=" + x.Trade})
}

// over tells any other that the inquiry is, and not how it ended.
func (f *DealerRFQFace) over(o *outgoing, h Header, route gateway.Route) {
	f.report(o, h, route, lastOwnQuote(route), QuoteLapsed, "CLOSED")
}

// refused tells a dealer why its command was declined: by a report where it is about a quote or a
// request, as in the LIST profile where FIX has another answer.
func (f *DealerRFQFace) refused(o *outgoing, route gateway.Route, e gateway.CommandRefused) {
	report := &QuoteStatusReport{QuoteReqID: e.ListID, QuoteID: cmp.Or(e.Subject, NoQuoteID),
		Instrument: o.subject(e.ListID), TransactTime: o.entry.At,
		QuoteStatus: statusOf(e.Refusal.Code), Text: e.Refusal.Text}
	switch e.Verb {
	case gateway.VerbBid, gateway.VerbPass, gateway.VerbAcknowledge:
	case gateway.VerbConfirm:
		if _, quoted := route.Quote(e.Subject); quoted {
			report.QuoteRespID = responseID(route, e.Subject)
		} else { // nobody knows the answer
			report.QuoteID, report.QuoteRespID = NoQuoteID, e.Subject
		}
	default:
		f.DealerFace.refused(o, route, e)
		return
	}
	o.send(Header{}, report)
}
