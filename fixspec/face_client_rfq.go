package fixspec

import (
	"fmt"
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
	origin := gateway.Origin{Firm: f.Client, Ref: h.MsgSeqNum}
	switch m := m.(type) {
	case *NewOrderList:
		command, no := f.ClientFace.Command(h, m)
		if list, ok := command.(gateway.Submit); ok {
			list.Asking = gateway.AskLater
			return list, no
		}
		return command, no
	case *BidRequest, *ListExecute:
		return settlementCommand(origin, h, m)
	case *QuoteRequest, *QuoteResponse, *QuoteStatusRequest:
		if h.OnBehalfOf != "" {
			return nil, reject(h, m, "", BusinessNotAuthorized,
				"OnBehalfOfCompID(115) "+h.OnBehalfOf+" cannot send through this session")
		}
	}
	switch m := m.(type) {
	case *QuoteRequest:
		return requested(origin, h, m)
	case *QuoteResponse:
		return f.answered(origin, h, m)
	case *QuoteStatusRequest:
		return gateway.Enquire{Origin: origin, ListID: f.listOf(m.QuoteID, m.Instrument),
			RequestID: m.QuoteStatusReqID}, nil
	}
	return f.ClientFace.Command(h, m)
}

// Messages translates an entry to what the client is told of it, as ClientFace.Messages does.
func (f *ClientRFQFace) Messages(e gateway.Entry, q gateway.Inquiry) iter.Seq[Envelope] {
	o := &outgoing{entry: e, inquiry: q, bonds: f.Bonds, limit: f.Limit}
	return o.messages(f.tell)
}

func (f *ClientRFQFace) tell(o *outgoing) {
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
		f.dealersAsked(o, e.Routes, e.Unable)
	case gateway.InquiryRefused:
		f.inquiryRefused(o, e)
	case gateway.DealerAcknowledged:
		f.notice(o, Header{}, e.Dealer, "ACK")
	case gateway.DealerUnresponsive:
		f.notice(o, Header{}, e.Dealer, "NO RESPONSE")
	case gateway.DealerPassed:
		f.noQuoteOf(o, e.Dealer, RequestPass, TextPass)
	case gateway.QuoteReceived:
		o.send(from(e.Quote.Dealer), f.quoteOf(o, e.Quote))
		if lines, priced := linesOf(e.Quote); priced {
			f.linesPriced(o, lines)
		}
	case gateway.LinesPriced:
		f.linesPriced(o, e)
	case gateway.QuoteLost:
		f.gone(o, Header{}, e.Dealer, e.Quote, e.State)
	case gateway.QuoteAwarded:
		f.awarded(o, e)
	case gateway.AwardLost:
		f.awardLost(o, e)
	case gateway.Traded:
		f.traded(o, &e)
	case gateway.Cancelled:
		f.report(o, Header{}, NoQuoteID, QuoteClosed, e.Text)
	case gateway.Lapsed:
		f.report(o, Header{}, NoQuoteID, QuoteLapsed, "EXPIRED: no quote was accepted")
	default:
		panic(fmt.Sprintf("fixspec: a client cannot be told of %T", e))
	}
}

// answer tells what was addressed to this client alone.
func (f *ClientRFQFace) answer(o *outgoing) {
	switch e := o.entry.Event.(type) {
	case gateway.CommandRefused:
		f.refused(o, e)
	case gateway.StatusTold:
		f.standing(o, Header{PossResend: e.Resend}, e.Phase, e.RequestID)
	case gateway.StatePushed:
		f.pushed(o, e)
	case gateway.FillsReplayed:
		f.replayed(o, e)
	}
}
