package fixspec

import (
	"fmt"

	"foliogate/gateway"
)

// reject answers a received message for which there is no other answer.
func reject(h Header, m Message, id string, reason BusinessRejectReason, text string) *BusinessMessageReject {
	return &BusinessMessageReject{
		RefSeqNum: h.MsgSeqNum, RefMsgType: m.MsgType(), BusinessRejectRefID: id,
		BusinessRejectReason: reason, Text: text,
	}
}

// rejectOf answers a refused command for which there is no other answer.
func rejectOf(e gateway.CommandRefused, msgType, id string) *BusinessMessageReject {
	return &BusinessMessageReject{
		RefSeqNum: e.Ref, RefMsgType: msgType, BusinessRejectRefID: id,
		BusinessRejectReason: businessReason(e.Refusal.Code), Text: e.Refusal.Text,
	}
}

func businessReason(c gateway.Code) BusinessRejectReason {
	switch c {
	case gateway.InQuarantine, gateway.ShuttingDown, gateway.NoRoom:
		return BusinessUnavailable
	case gateway.NotEntitled, gateway.DealerNotAllowed:
		return BusinessNotAuthorized
	case gateway.UnknownDealer, gateway.NoDealers:
		return BusinessNoDelivery
	case gateway.UnknownInquiry, gateway.UnknownQuote, gateway.UnknownTicket:
		return BusinessUnknownID
	}
	return BusinessOther
}

// The profiles, as a counterparty is told that its own is the other one.
const (
	profileList = "LIST"
	profileRFQ  = "RFQ"
)

// settlementCommand translates what both sides may say about a trade, whatever their profile, and
// rejects what the counterparty may not say at all.
func settlementCommand(origin gateway.Origin, h Header, m Message, role, profile string) (gateway.Command, *BusinessMessageReject) {
	switch m := m.(type) {
	case *ConfirmationAck:
		if m.AffirmStatus == AffirmReceived {
			return nil, nil
		}
		return gateway.Affirm{Origin: origin, Ticket: m.ConfirmID,
			Dispute: m.AffirmStatus == AffirmRejected, Text: m.Text}, nil
	case *DontKnowTrade:
		return gateway.Dispute{Origin: origin, OrderID: m.OrderID, ExecID: m.ExecID,
			Reason: m.DKReason, Text: m.Text}, nil
	case *BusinessMessageReject:
		return nil, nil // to answer a reject with a reject would never end
	}
	return nil, reject(h, m, "", BusinessUnsupported, fmt.Sprintf(
		"MsgType(35) %s is not taken from a %s on this session: its profile is %s",
		m.MsgType(), role, profile))
}
