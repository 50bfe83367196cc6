package fixspec

import (
	"fmt"

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

// dealersAsked names those that were asked later, and those that were not.
func (f *ClientFace) dealersAsked(o *outgoing, e gateway.DealersAsked) {
	for _, r := range e.Routes {
		f.notice(o, r.Dealer, "ASKED")
	}
	f.notAsked(o, e.Unable)
}

// notAsked names the dealers that were not asked because they could not answer.
func (f *ClientFace) notAsked(o *outgoing, unable []gateway.Firm) {
	for _, dealer := range unable {
		f.notice(o, dealer, cannotQuote(&o.inquiry))
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

// awarded tells that the dealer's last look runs.
func (f *ClientFace) awarded(o *outgoing, a gateway.Award) {
	o.send(from(a.Dealer), o.status(o.inquiry.ListID, StatusResponse, ListReceived, lookText(a)))
}

func lookText(a gateway.Award) string {
	return "LAST LOOK until " + a.LookUntil.UTC().Format("15:04:05.000")
}

// awardLost tells that the inquiry is open again, without the quote that was taken.
func (f *ClientFace) awardLost(o *outgoing, e gateway.AwardLost) {
	o.send(from(e.Dealer), o.status(o.inquiry.ListID, StatusAlert, ListAlert, whyLost(e)))
	gone := gateway.Spent
	if e.Cause == gateway.Disconnected {
		gone = gateway.Stale
	}
	f.gone(o, Header{}, e.Dealer, e.Quote, gone)
	o.send(Header{}, o.status(o.inquiry.ListID, StatusTimed, ListInBidding, openAgain))
}

// openAgain is what follows on an award that came to nothing.
const openAgain = "OPEN AGAIN: other quotes can be taken"

// whyLost is the cause, and what the dealer said if it said something.
func whyLost(e gateway.AwardLost) string {
	text := lostBy(e.Cause)
	if e.Text != "" {
		text += ": " + e.Text
	}
	return text
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

// inquiryRefused tells why a list cannot be, and which lines are to blame.
func (f *ClientFace) inquiryRefused(o *outgoing, r gateway.Refusal) {
	s := o.status(o.inquiry.ListID, StatusResponse, ListRejected, r.Text)
	s.Orders = rejected(r)
	o.sendStatus(Header{}, s)
}

// lapsed tells that the deadline has come.
func (f *ClientFace) lapsed(o *outgoing) {
	s := o.status(o.inquiry.ListID, StatusAllDone, ListAllDone, lapsedText)
	s.Orders = expired(o.inquiry.Lines)
	o.sendStatus(Header{}, s)
}

const lapsedText = "EXPIRED: no quote was accepted"

// cancelled answers a cancel twice, as FIX does: it is being done, it is done.
func (f *ClientFace) cancelled(o *outgoing, text, _ string) {
	o.send(Header{}, o.status(o.inquiry.ListID, StatusResponse, ListCancelling, text))
	s := o.status(o.inquiry.ListID, StatusAllDone, ListAllDone, text)
	s.Orders = canceled(o.inquiry.Lines)
	o.sendStatus(Header{}, s)
}

// standing says in which state the inquiry was when it was asked for. Nothing follows from it: it
// repeats what was told before.
func (f *ClientFace) standing(o *outgoing, h Header, e gateway.StatusTold) {
	q := o.inquiry
	state, text := stateOf(e.Phase), ""
	if e.Phase == gateway.Refused {
		text = q.Outcome.Text
	}
	s := o.status(q.ListID, StatusResponse, state, text)
	switch e.Phase {
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
