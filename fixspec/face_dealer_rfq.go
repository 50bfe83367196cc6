package fixspec

import (
	"iter"

	"foliogate/gateway"
)

// DealerRFQFace is the gateway as a dealer sees it that speaks quotes: it is asked by QuoteRequest,
// answers with Quotes, and is awarded and confirms by QuoteResponse and QuoteStatusReport. What it
// may know is what a DealerFace tells.
type DealerRFQFace struct {
	DealerFace
	// Shown returns the inquiry that this dealer knows by an id: how a price is meant depends on it.
	Shown func(listID string) (gateway.Inquiry, bool)
}

// Command translates a dealer's message, as ClientFace.Command does a client's.
func (f *DealerRFQFace) Command(h Header, m Message) (gateway.Command, *BusinessMessageReject) {
	if text := relayed(h); text != "" {
		return nil, reject(h, m, "", BusinessNotAuthorized, text)
	}
	origin := gateway.Origin{Firm: f.Dealer, Ref: h.MsgSeqNum}
	switch m := m.(type) {
	case *Quote:
		return f.quote(origin, h, m)
	case *QuoteStatusReport:
		return f.reported(origin, h, m)
	case *QuoteRequestReject:
		return gateway.Pass{Origin: origin, List: m.QuoteReqID, Text: m.Text}, nil
	case *MassQuote:
		return f.linePrices(origin, h, m)
	case *QuoteCancel:
		return f.withdrawal(origin, h, m)
	case *ListStatus:
		return f.heard(origin, m), nil
	}
	return settlementCommand(origin, h, m)
}

// reported translates what a dealer says about a request or, with QuoteRespID(693), about its award.
func (f *DealerRFQFace) reported(origin gateway.Origin, h Header, m *QuoteStatusReport) (gateway.Command, *BusinessMessageReject) {
	list := requestOf(m.QuoteReqID, m.Instrument)
	switch {
	case m.QuoteStatus == QuoteAccepted && m.QuoteRespID != "":
		return gateway.Confirm{Origin: origin, List: list}, nil
	case m.QuoteStatus == QuoteAccepted:
		return gateway.Acknowledge{Origin: origin, List: list}, nil
	case m.QuoteStatus == QuoteDeclined, m.QuoteStatus == QuoteRejected:
		return gateway.Pass{Origin: origin, List: list, Text: m.Text}, nil
	}
	return nil, reject(h, m, m.QuoteID, BusinessOther,
		"QuoteStatus(297) must be 0, acknowledged or confirmed, 11, passed, or 5, rejected")
}

// requestOf is the inquiry that a message is about: its QuoteReqID(131), or else the list that stands
// as its instrument.
func requestOf(id string, instrument Instrument) string {
	if id == "" && instrument.isList() {
		return instrument.SecurityID
	}
	return id
}

// Messages translates an entry to what the dealer is told of it, as ClientFace.Messages does.
func (f *DealerRFQFace) Messages(e gateway.Entry, q gateway.Inquiry) iter.Seq[Envelope] {
	o := &outgoing{entry: e, inquiry: q, bonds: f.Bonds, limit: f.Limit}
	return o.messages(f.tell)
}

func (f *DealerRFQFace) tell(o *outgoing) {
	route, asked := o.inquiry.Route(f.Dealer)
	if to, answer := addressee(o.entry.Event); answer {
		if to == f.Dealer {
			f.answer(o, route)
		}
		return
	}
	if !asked {
		return
	}
	switch e := o.entry.Event.(type) {
	case gateway.Opened:
		f.asked(o, Header{}, e.Routes)
	case gateway.DealersAsked:
		f.asked(o, Header{}, e.Routes)
	case gateway.LinesPriced:
		if e.Dealer == f.Dealer {
			f.linesAccepted(o, route, e)
		}
	case gateway.QuoteAwarded:
		if e.Award.Dealer == f.Dealer {
			f.awarded(o, route, e)
		}
	case gateway.AwardLost:
		if e.Dealer == f.Dealer && e.Cause != gateway.Disconnected {
			f.outcome(o, route, ownQuote(route, e.Quote), QuoteExpired, "NOT DONE")
		}
	case gateway.Traded:
		f.traded(o, route, &e)
	case gateway.Cancelled:
		f.report(o, Header{}, route, lastOwnQuote(route), QuoteClosed, "CANCELED")
	case gateway.Lapsed:
		f.lost(o, route, lastOwnQuote(route), gateway.NotExecuted)
	}
}

// answer tells what was addressed to this dealer alone.
func (f *DealerRFQFace) answer(o *outgoing, route gateway.Route) {
	switch e := o.entry.Event.(type) {
	case gateway.CommandRefused:
		f.refused(o, e)
	case gateway.StatusTold:
		f.standing(o, route, e)
	case gateway.StatePushed:
		if !phaseAt(o.entry, o.inquiry).Traded() {
			f.asked(o, Header{PossResend: true}, o.inquiry.Routes)
			return
		}
		f.pushTrade(o, route, e)
	}
}
