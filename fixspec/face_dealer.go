package fixspec

import (
	"iter"

	"foliogate/gateway"
	"foliogate/gateway/bond"
	"foliogate/gateway/units"
)

// DealerFace is the gateway as one dealer sees it. What it tells is built field by field from what
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
	if text := relayed(h); text != "" {
		return nil, reject(h, m, "", BusinessNotAuthorized, text)
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
	return settlementCommand(origin, h, m)
}

// relayed tells why a dealer's message cannot be taken for another firm's, or to one.
func relayed(h Header) string {
	if h.OnBehalfOf != "" || h.DeliverTo != "" {
		return "OnBehalfOfCompID(115) and DeliverToCompID(128) are not taken from a dealer"
	}
	return ""
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
	return o.messages(f.tell)
}

func (f *DealerFace) tell(o *outgoing) {
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
		f.asked(o, Header{}, e.Routes, len(e.Routes))
	case gateway.DealersAsked:
		f.asked(o, Header{}, e.Routes, panelAfter(o.inquiry.Routes, e.Routes))
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
			f.notDone(o, route, e)
		}
	case gateway.Traded:
		f.traded(o, route, &e)
	case gateway.Cancelled:
		f.cancelled(o, route)
	case gateway.Quarantined:
		if e.Was.Live() {
			f.cancelled(o, route)
		}
	case gateway.Lapsed:
		f.lost(o, route, lastOwnQuote(route), gateway.NotExecuted)
	}
}

// answer tells what was addressed to this dealer alone.
func (f *DealerFace) answer(o *outgoing, route gateway.Route) {
	switch e := o.entry.Event.(type) {
	case gateway.CommandRefused:
		f.refused(o, e)
	case gateway.StatusTold:
		f.standing(o, route, e)
	case gateway.StatePushed:
		f.pushed(o, route, e)
	}
}

// panelAfter is how many dealers had been asked once these were.
func panelAfter(all, these []gateway.Route) int {
	for i := range all {
		if len(these) > 0 && all[i].Dealer == these[len(these)-1].Dealer {
			return i + 1
		}
	}
	return len(all)
}

// lastOwnQuote is the dealer's own id of its last quote; nothing if it never quoted.
func lastOwnQuote(route gateway.Route) string {
	if n := len(route.Quotes); n > 0 {
		return route.Quotes[n-1].DealerID
	}
	return ""
}
