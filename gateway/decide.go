package gateway

import "fmt"

// Decide answers a command about one inquiry with the events that follow from it.
// It is pure: the same environment, inquiry and command give the same events. The
// inquiry is the zero Inquiry when the command names none that exists. No events
// means that nothing is owed: an exact repeat, or a Tick before its time.
func Decide(env Env, q Inquiry, c Command) []Event {
	if c, ok := c.(Quarantine); ok {
		return decideQuarantine(env, q, c)
	}
	if q.Outcome.Code == InQuarantine {
		return decideQuarantined(env, q, c)
	}
	gone := outlive(env, q)
	for _, event := range gone {
		q = Apply(q, Entry{Event: event})
	}
	return append(gone, decide(env, q, c)...)
}

// decide decides when what time has ended is out of the way.
func decide(env Env, q Inquiry, c Command) []Event {
	switch c := c.(type) {
	case Submit:
		return decideSubmit(env, q, c)
	case Ask:
		return decideAsk(env, q, c)
	case Accept:
		return decideAccept(env, q, c)
	case Cancel:
		return decideCancel(q, c)
	case Enquire:
		return decideEnquire(q, c)
	case Replay:
		panic("gateway: Replay spans inquiries; the Book decides it")
	case Acknowledge:
		return decideAcknowledge(q, c)
	case Bid:
		return decideBid(env, q, c)
	case PriceLines:
		return decidePriceLines(env, q, c)
	case Pass:
		return decidePass(env, q, c)
	case Confirm:
		return decideConfirm(env, q, c)
	case Affirm:
		return decideAffirm(q, c)
	case Dispute:
		return decideDispute(q, c)
	case Tick:
		return decideTick(env, q)
	case Disconnect:
		return decideDisconnect(env, q, c)
	case Connect:
		return decideConnect(env, q, c)
	}
	panic(fmt.Sprintf("gateway: no decision for %T", c))
}
