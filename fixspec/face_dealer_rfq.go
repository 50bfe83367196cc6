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
	if no := relayed(h, m); no != nil {
		return nil, no
	}
	origin := gateway.Origin{Firm: f.Dealer, Ref: h.MsgSeqNum}
	switch m := m.(type) {
	case *Quote:
		return f.quoted(origin, h, m)
	case *QuoteStatusReport:
		return f.reported(origin, h, m)
	case *QuoteRequestReject:
		return gateway.Pass{Origin: origin, List: requestOf(m.QuoteReqID, m.Instrument), Text: m.Text}, nil
	case *MassQuote:
		return f.linePrices(origin, h, m)
	case *QuoteCancel:
		return f.withdrawal(origin, h, m)
	case *ListStatus:
		return f.heardOfLines(origin, h, m)
	}
	return settlementCommand(origin, h, m, "dealer", profileRFQ)
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
	return o.messages(func(o *outgoing) { tellDealer(o, f.Dealer, f) })
}
