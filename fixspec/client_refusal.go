package fixspec

import (
	"fmt"

	"foliogate/gateway"
)

// refused tells a client why its command was declined.
func (f *ClientFace) refused(o *outgoing, e gateway.CommandRefused) {
	switch e.Verb {
	case gateway.VerbSubmit:
		if e.Refusal.Code == gateway.NotEntitled {
			o.send(Header{}, rejectOf(e, "E", e.ListID))
			return
		}
		o.send(Header{}, o.declined(e, StatusResponse, ListRejected))
	case gateway.VerbAsk:
		o.send(Header{}, rejectOf(e, "k", e.ListID))
	case gateway.VerbAccept:
		f.acceptRefused(o, e)
	case gateway.VerbCancel:
		o.send(Header{}, o.declined(e, StatusResponse, f.stateAfterCancel(o, e)))
	case gateway.VerbEnquire:
		o.send(Header{}, o.declined(e, StatusResponse, ListRejected))
	case gateway.VerbReplay:
		o.send(Header{}, rejectOf(e, "AF", e.Subject))
	case gateway.VerbAffirm:
		o.send(Header{}, rejectOf(e, "AU", e.Subject))
	case gateway.VerbDispute:
		o.send(Header{}, rejectOf(e, "Q", e.Subject))
	default:
		panic(fmt.Sprintf("fixspec: a client cannot be refused verb %d", int8(e.Verb)))
	}
}

// declined is a refusal as a ListStatus of the list that the firm named.
func (o *outgoing) declined(e gateway.CommandRefused, why ListStatusType, state ListOrderStatus) *ListStatus {
	s := o.status(e.ListID, why, state, e.Refusal.Text)
	s.Orders = rejected(e.Refusal)
	return s
}

// acceptRefused: FIX has no reject for a ListExecute, so an alert says that the quote is gone; ids
// that nobody knows are rejected as such.
func (f *ClientFace) acceptRefused(o *outgoing, e gateway.CommandRefused) {
	switch e.Refusal.Code {
	case gateway.UnknownInquiry:
		o.send(Header{}, o.declined(e, StatusResponse, ListRejected))
	case gateway.UnknownQuote, gateway.NotEntitled:
		o.send(Header{}, rejectOf(e, "L", e.Subject))
	case gateway.AlreadyAwarded:
		state := ListReceived
		if phaseAt(o.entry, o.inquiry).Traded() {
			state = ListAllDone
		}
		o.send(Header{}, o.declined(e, StatusAlert, state))
	default:
		o.send(Header{}, o.declined(e, StatusAlert, ListAlert))
	}
}

// stateAfterCancel is the state of a list that could not be cancelled.
func (f *ClientFace) stateAfterCancel(o *outgoing, e gateway.CommandRefused) ListOrderStatus {
	switch e.Refusal.Code {
	case gateway.UnknownInquiry:
		return ListRejected
	case gateway.TooLate:
		if phaseAt(o.entry, o.inquiry).Traded() {
			return ListExecuting
		}
		return ListReceived
	}
	if o.inquiry.Phase == gateway.Refused || o.inquiry.Phase == gateway.Unknown {
		return ListRejected
	}
	return ListAllDone
}
