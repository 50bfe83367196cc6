package fixspec

import (
	"fmt"
	"iter"

	"foliogate/gateway"
	"foliogate/gateway/bond"
)

// ClientFace is the gateway as one client sees it. It holds no state: one value may be used by
// several goroutines.
type ClientFace struct {
	Client gateway.Firm
	Bonds  *bond.Universe
	Limit  Limit // of a fragment
}

// Command translates a client's message. Of the three answers one is given: a command; the reject
// that the message deserves; or neither, for a message that asks for nothing.
func (f *ClientFace) Command(h Header, m Message) (gateway.Command, *BusinessMessageReject) {
	origin := gateway.Origin{Firm: f.Client, Ref: h.MsgSeqNum}
	if h.OnBehalfOf != "" {
		return nil, reject(h, m, "", BusinessNotAuthorized,
			"OnBehalfOfCompID(115) "+h.OnBehalfOf+" cannot send through this session")
	}
	switch m := m.(type) {
	case *NewOrderList:
		return submit(origin, h, m)
	case *BidRequest:
		return ask(origin, h, m)
	case *ListExecute:
		return gateway.Accept{Origin: origin, ListID: m.ListID, BidID: m.ClientBidID,
			Dealer: gateway.Firm(h.DeliverTo), Quote: m.BidID}, nil
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
	return settlementCommand(origin, h, m)
}

// Messages translates an entry to what the client is told of it, in order. The inquiry is the one
// that the entry is about as it stands now or stood at any time since: how many messages there are,
// in what order and about what follows from what never changes of it. A message is good until the
// next one is asked for.
func (f *ClientFace) Messages(e gateway.Entry, q gateway.Inquiry) iter.Seq[Envelope] {
	o := &outgoing{entry: e, inquiry: q, bonds: f.Bonds, limit: f.Limit}
	return o.messages(f.tell)
}

func (f *ClientFace) tell(o *outgoing) {
	if to, answer := addressee(o.entry.Event); answer {
		if to == f.Client {
			f.answer(o)
		}
		return
	}
	if o.inquiry.Client != f.Client {
		return
	}
	switch e := o.entry.Event.(type) {
	case gateway.Begun, gateway.FragmentReceived, gateway.DealerChosen,
		gateway.TicketAnswered, gateway.LineDisputed:
		// Known to who did it; the others need not know.
	case gateway.Opened:
		f.opened(o, e)
	case gateway.DealersAsked:
		for _, r := range e.Routes {
			f.notice(o, r.Dealer, "ASKED")
		}
		f.notAsked(o, e.Unable)
	case gateway.InquiryRefused:
		s := o.status(o.inquiry.ListID, StatusResponse, ListRejected, e.Refusal.Text)
		s.Orders = rejected(e.Refusal)
		o.sendStatus(Header{}, s)
	case gateway.DealerAcknowledged:
		f.notice(o, e.Dealer, "ACK")
	case gateway.DealerUnresponsive:
		f.notice(o, e.Dealer, "NO RESPONSE")
	case gateway.DealerPassed:
		f.noQuote(o, Header{}, e.Dealer, e.Quote, TextPass)
	case gateway.QuoteReceived:
		f.quoted(o, e)
	case gateway.LinesPriced:
		f.linesPriced(o, e)
	case gateway.QuoteLost:
		f.noQuote(o, Header{}, e.Dealer, e.Quote, lostText(e.State))
	case gateway.QuoteAwarded:
		f.awarded(o, e)
	case gateway.AwardLost:
		f.awardLost(o, e)
	case gateway.Traded:
		f.traded(o, &e)
	case gateway.Cancelled:
		f.cancelled(o, e.Text)
	case gateway.Quarantined:
		f.quarantined(o, e)
	case gateway.Lapsed:
		s := o.status(o.inquiry.ListID, StatusAllDone, ListAllDone, "EXPIRED: no quote was accepted")
		s.Orders = expired(o.inquiry.Lines)
		o.sendStatus(Header{}, s)
	default:
		panic(fmt.Sprintf("fixspec: a client cannot be told of %T", e))
	}
}

// answer tells what was addressed to this client alone.
func (f *ClientFace) answer(o *outgoing) {
	switch e := o.entry.Event.(type) {
	case gateway.CommandRefused:
		f.refused(o, e)
	case gateway.StatusTold:
		f.standing(o, Header{PossResend: e.Resend}, e.Phase)
	case gateway.StatePushed:
		f.pushed(o, e)
	case gateway.FillsReplayed:
		f.replayed(o, e)
	}
}

// addressee returns the one firm that an answer is for; false for what is no answer.
func addressee(e gateway.Event) (gateway.Firm, bool) {
	switch e := e.(type) {
	case gateway.CommandRefused:
		return e.To, true
	case gateway.StatusTold:
		return e.To, true
	case gateway.StatePushed:
		return e.To, true
	case gateway.FillsReplayed:
		return e.To, true
	}
	return "", false
}
