package fixspec

import (
	"fmt"
	"slices"

	"foliogate/gateway"
)

// opened acknowledges the whole list, line by line.
func (f *ClientFace) opened(o *outgoing, e gateway.Opened) {
	f.listTaken(o, e)
	f.notAsked(o, e.Unable)
}

// listTaken acknowledges every line.
func (f *ClientFace) listTaken(o *outgoing, e gateway.Opened) {
	s := o.status(o.inquiry.ListID, StatusAck, ListInBidding, "DEALERS="+number(len(e.Routes)))
	s.Orders = bidding(o.inquiry.Lines, o.inquiry.Facts)
	o.sendStatus(Header{}, s)
}

// notAsked names the dealers that were not asked because they could not answer.
func (f *ClientFace) notAsked(o *outgoing, unable []gateway.Firm) {
	for _, dealer := range unable {
		f.notice(o, dealer, cannotQuote(o.inquiry.Terms))
	}
}

// notice tells of one dealer while the inquiry is being priced.
func (f *ClientFace) notice(o *outgoing, dealer gateway.Firm, text string) {
	o.send(from(dealer), o.status(o.inquiry.ListID, StatusTimed, o.pricing(), text))
}

// pricing is the state of a list that dealers can quote: dealers go on while another has its last
// look.
func (o *outgoing) pricing() ListOrderStatus {
	if phaseAt(o.entry, o.inquiry) == gateway.Awarded {
		return ListReceived
	}
	return ListInBidding
}

// awarded tells that the dealer's last look runs. A firm dealer has none.
func (f *ClientFace) awarded(o *outgoing, e gateway.QuoteAwarded) {
	if !e.Award.LookUntil.After(e.Award.At) {
		return
	}
	o.send(from(e.Award.Dealer), o.status(o.inquiry.ListID, StatusResponse, ListReceived,
		"LAST LOOK until "+e.Award.LookUntil.UTC().Format("15:04:05.000")))
}

// awardLost tells that the inquiry is open again, without the quote that was taken.
func (f *ClientFace) awardLost(o *outgoing, e gateway.AwardLost) {
	text := lostBy(e.Cause)
	if e.Text != "" {
		text += ": " + e.Text
	}
	o.send(from(e.Dealer), o.status(o.inquiry.ListID, StatusAlert, ListAlert, text))
	gone := TextWithdrawn
	if e.Cause == gateway.Disconnected {
		gone = TextStale
	}
	f.noQuote(o, Header{}, e.Dealer, e.Quote, gone)
	o.send(Header{}, o.status(o.inquiry.ListID, StatusTimed, ListInBidding,
		"OPEN AGAIN: other quotes can be taken"))
}

func lostBy(c gateway.Cause) string {
	switch c {
	case gateway.Declined:
		return "DECLINED"
	case gateway.Silent:
		return "NO ANSWER IN TIME"
	case gateway.Disconnected:
		return "DISCONNECTED"
	}
	panic(fmt.Sprintf("fixspec: impossible cause %d", int8(c)))
}

// quarantined tells how a list ended over which the gateway failed. Where it had ended before,
// there is nothing new to tell.
func (f *ClientFace) quarantined(o *outgoing, e gateway.Quarantined) {
	switch e.Was {
	case gateway.Receiving:
		o.send(Header{}, o.status(o.inquiry.ListID, StatusResponse, ListRejected, e.Refusal.Text))
	case gateway.Open, gateway.Awarded:
		f.cancelled(o, e.Refusal.Text)
	}
}

// cancelled answers a cancel twice, as FIX does: it is being done, it is done.
func (f *ClientFace) cancelled(o *outgoing, text string) {
	o.send(Header{}, o.status(o.inquiry.ListID, StatusResponse, ListCancelling, text))
	s := o.status(o.inquiry.ListID, StatusAllDone, ListAllDone, text)
	s.Orders = canceled(o.inquiry.Lines)
	o.sendStatus(Header{}, s)
}

// standing says in which state the inquiry was when it was asked for. Nothing follows from it: it
// repeats what was told before.
func (f *ClientFace) standing(o *outgoing, h Header, phase gateway.Phase) {
	q := o.inquiry
	state, text := stateOf(phase), ""
	if phase == gateway.Refused {
		text = q.Outcome.Text
	}
	s := o.status(q.ListID, StatusResponse, state, text)
	switch phase {
	case gateway.Receiving:
		// Lines are acknowledged when all are here.
	case gateway.Open, gateway.Awarded:
		s.Orders = bidding(q.Lines, q.Facts)
	case gateway.Executed, gateway.Settled:
		s.Orders = filled(q.Lines, q.Execution)
	case gateway.Refused:
		s.Orders = rejected(q.Outcome)
	case gateway.Withdrawn:
		s.Orders = canceled(q.Lines)
	case gateway.Expired:
		s.Orders = expired(q.Lines)
	}
	o.sendStatus(h, s)
}

func stateOf(p gateway.Phase) ListOrderStatus {
	switch p {
	case gateway.Receiving, gateway.Open:
		return ListInBidding
	case gateway.Awarded:
		return ListReceived
	case gateway.Executed, gateway.Settled, gateway.Withdrawn, gateway.Expired:
		return ListAllDone
	case gateway.Refused:
		return ListRejected
	}
	panic(fmt.Sprintf("fixspec: a list cannot be told to be %s", p))
}

// pushed tells all that is current again. Which messages it takes follows from the entry alone, so
// that a session can go on in the middle of them; a quote that stood then and is gone now is told to
// be gone.
func (f *ClientFace) pushed(o *outgoing, e gateway.StatePushed) {
	again := Header{PossResend: true}
	phase := phaseAt(o.entry, o.inquiry)
	f.standing(o, again, phase)
	if !phase.Traded() {
		for _, route := range o.inquiry.Routes {
			f.pushQuote(o, again, route)
		}
		return
	}
	if !e.Reset {
		return
	}
	x := o.inquiry.Execution
	o.fills(again, x, f.ownFill(o))
	for _, ticket := range o.inquiry.Tickets {
		o.send(again, o.ticket(x, ticket, o.inquiry.ListID, f.account(ticket)))
	}
}

// pushQuote repeats the last quote that a dealer had given when the entry was made.
func (f *ClientFace) pushQuote(o *outgoing, h Header, route gateway.Route) {
	for _, quote := range slices.Backward(route.Quotes) {
		if quote.At.After(o.entry.At) {
			continue
		}
		switch quote.State {
		case gateway.Live:
			h.OnBehalfOf = string(quote.Dealer)
			o.send(h, bidOf(o.inquiry, quote))
		case gateway.Stale:
			f.noQuote(o, h, quote.Dealer, quote.ID, TextStale)
		case gateway.Outlived:
			f.noQuote(o, h, quote.Dealer, quote.ID, TextExpired)
		default:
			f.noQuote(o, h, quote.Dealer, quote.ID, TextWithdrawn)
		}
		return
	}
}

// phaseAt is where an inquiry that was open, awarded or executed stood at an entry.
func phaseAt(e gateway.Entry, q gateway.Inquiry) gateway.Phase {
	switch {
	case q.Execution != nil && !q.Execution.At.After(e.At):
		return gateway.Executed
	case q.Award != nil && !q.Award.At.After(e.At):
		return gateway.Awarded
	}
	return gateway.Open
}
