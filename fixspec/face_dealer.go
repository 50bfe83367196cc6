package fixspec

import (
	"iter"

	"foliogate/gateway"
	"foliogate/gateway/bond"
	"foliogate/gateway/units"
)

// DealerFace is the gateway as a dealer sees it that speaks lists. What it tells is built field by field from what
// a dealer may know; nothing of a client's message is passed on as it came. Messages may be called
// by several goroutines, Command by one: it assembles line prices that come in fragments.
type DealerFace struct {
	Dealer gateway.Firm
	Bonds  *bond.Universe
	Policy *gateway.Policy
	Limit  Limit // of a fragment
	// Currency returns the settlement currency of the inquiry that this dealer knows by an id. It
	// says how many decimals a total amount can have, which the message itself does not.
	Currency func(listID string) units.Currency

	prices gateway.PriceLines // fragments so far
}

// Command translates a dealer's message, as ClientFace.Command does a client's.
func (f *DealerFace) Command(h Header, m Message) (gateway.Command, *BusinessMessageReject) {
	if no := relayed(h, m); no != nil {
		return nil, no
	}
	origin := gateway.Origin{Firm: f.Dealer, Ref: h.MsgSeqNum}
	switch m := m.(type) {
	case *ListStatus:
		return f.heard(origin, m), nil
	case *BidResponse:
		return f.bid(origin, h, m)
	case *MassQuote:
		return f.linePrices(origin, h, m)
	case *QuoteCancel:
		return f.withdrawal(origin, h, m)
	}
	return settlementCommand(origin, h, m, "dealer", profileList)
}

// relayed rejects what a dealer says for another firm, or to one.
func relayed(h Header, m Message) *BusinessMessageReject {
	if h.OnBehalfOf == "" && h.DeliverTo == "" {
		return nil
	}
	return reject(h, m, "", BusinessNotAuthorized,
		"OnBehalfOfCompID(115) and DeliverToCompID(128) are not taken from a dealer")
}

// withdrawal translates a QuoteCancel.
func (f *DealerFace) withdrawal(origin gateway.Origin, h Header, m *QuoteCancel) (gateway.Command, *BusinessMessageReject) {
	if m.QuoteCancelType != CancelAllQuotes {
		return nil, reject(h, m, m.QuoteID, BusinessOther,
			"QuoteCancelType(298) must be 4: a quote is for all lines")
	}
	return gateway.Pass{Origin: origin, List: m.QuoteReqID, Quote: m.QuoteID}, nil
}

// Messages translates an entry to what the dealer is told of it, as ClientFace.Messages does.
func (f *DealerFace) Messages(e gateway.Entry, q gateway.Inquiry) iter.Seq[Envelope] {
	o := &outgoing{entry: e, inquiry: q, bonds: f.Bonds, limit: f.Limit}
	return o.messages(func(o *outgoing) { tellDealer(o, f.Dealer, f) })
}
