package fixspec

import (
	"iter"

	"foliogate/gateway"
	"foliogate/gateway/bond"
)

// ClientFace is the gateway as a client sees it that speaks lists. It holds no state: one value may be
// used by several goroutines.
type ClientFace struct {
	Client gateway.Firm
	Bonds  *bond.Universe
	Limit  Limit // of a fragment
}

// Command translates a client's message. Of the three answers one is given: a command; the reject
// that the message deserves; or neither, for a message that asks for nothing.
func (f *ClientFace) Command(h Header, m Message) (gateway.Command, *BusinessMessageReject) {
	if no := misdirected(h, m); no != nil {
		return nil, no
	}
	origin := gateway.Origin{Firm: f.Client, Ref: h.MsgSeqNum}
	switch m := m.(type) {
	case *NewOrderList:
		return submit(origin, h, m)
	case *BidRequest:
		return ask(origin, h, m)
	case *ListExecute:
		return gateway.Accept{Origin: origin, ListID: m.ListID, BidID: m.ClientBidID,
			Dealer: gateway.Firm(h.DeliverTo), Quote: m.BidID}, nil
	}
	return clientCommand(origin, h, m, profileList)
}

// misdirected rejects what a client says for another firm.
func misdirected(h Header, m Message) *BusinessMessageReject {
	if h.OnBehalfOf == "" {
		return nil
	}
	return reject(h, m, "", BusinessNotAuthorized,
		"OnBehalfOfCompID(115) "+h.OnBehalfOf+" cannot send through this session")
}

// clientCommand translates what clients say in the same words, whatever their profile.
func clientCommand(origin gateway.Origin, h Header, m Message, profile string) (gateway.Command, *BusinessMessageReject) {
	switch m := m.(type) {
	case *ListCancelRequest:
		return gateway.Cancel{Origin: origin, ListID: m.ListID}, nil
	case *ListStatusRequest:
		return gateway.Enquire{Origin: origin, ListID: m.ListID}, nil
	case *OrderMassStatusRequest:
		if m.MassStatusReqType != StatusForAll {
			return nil, reject(h, m, m.MassStatusReqID, BusinessOther,
				"MassStatusReqType(585) must be 7, the status of all orders")
		}
		return gateway.Replay{Origin: origin, RequestID: m.MassStatusReqID}, nil
	case *MassQuoteAck:
		return nil, nil
	}
	return settlementCommand(origin, h, m, "client", profile)
}

// Messages translates an entry to what the client is told of it, in order. The inquiry is the one
// that the entry is about as it stands now or stood at any time since: how many messages there are,
// in what order and about what follows from what never changes of it. A message is good until the
// next one is asked for.
func (f *ClientFace) Messages(e gateway.Entry, q gateway.Inquiry) iter.Seq[Envelope] {
	o := &outgoing{entry: e, inquiry: q, bonds: f.Bonds, limit: f.Limit}
	return o.messages(func(o *outgoing) { tellClient(o, f.Client, f) })
}
