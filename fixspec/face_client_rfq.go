package fixspec

import (
	"iter"

	"foliogate/gateway"
)

// ClientRFQFace is the gateway as a client sees it that speaks quotes: it sends the lines of a list
// and asks by QuoteRequest, or asks for one bond by QuoteRequest alone; it is shown Quotes and takes
// one by QuoteResponse. What happens to it is told by QuoteStatusReport.
type ClientRFQFace struct {
	ClientFace
	// Quoted returns the inquiry of this client that a quote belongs to, by the quote's id.
	Quoted func(quote string) (gateway.Inquiry, bool)
}

// Command translates a client's message, as ClientFace.Command does.
func (f *ClientRFQFace) Command(h Header, m Message) (gateway.Command, *BusinessMessageReject) {
	if no := misdirected(h, m); no != nil {
		return nil, no
	}
	origin := gateway.Origin{Firm: f.Client, Ref: h.MsgSeqNum}
	switch m := m.(type) {
	case *NewOrderList:
		return submitLines(origin, h, m)
	case *QuoteRequest:
		return request(origin, h, m)
	case *QuoteResponse:
		return f.respond(origin, h, m)
	case *QuoteStatusRequest:
		return gateway.Enquire{Origin: origin, ListID: f.listOf(m.QuoteID, m.Instrument),
			RequestID: m.QuoteStatusReqID}, nil
	}
	return clientCommand(origin, h, m, profileRFQ)
}

// submitLines translates a NewOrderList that asks nobody: a QuoteRequest does.
func submitLines(origin gateway.Origin, h Header, m *NewOrderList) (gateway.Command, *BusinessMessageReject) {
	if h.DeliverTo != "" {
		return nil, reject(h, m, m.ListID, BusinessOther,
			"DeliverToCompID(128) belongs on a QuoteRequest, one for each dealer")
	}
	command, no := submit(origin, h, m)
	if list, ok := command.(gateway.Submit); ok {
		list.Asking = gateway.AskLater
		return list, nil
	}
	return command, no
}

// Messages translates an entry to what the client is told of it, as ClientFace.Messages does.
func (f *ClientRFQFace) Messages(e gateway.Entry, q gateway.Inquiry) iter.Seq[Envelope] {
	o := &outgoing{entry: e, inquiry: q, bonds: f.Bonds, limit: f.Limit}
	return o.messages(func(o *outgoing) { tellClient(o, f.Client, f) })
}
