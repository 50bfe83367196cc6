package gateway

// decideDisconnect takes a dealer's quotes off the table the moment its session
// ends: what it cannot withdraw it must not be held to. A client's inquiry goes
// on unless it was agreed otherwise.
func decideDisconnect(env Env, q Inquiry, c Disconnect) []Event {
	if q.Client == c.Firm {
		if env.Policy.Client(c.Firm).CancelOnDisconnect && (q.Phase == Receiving || q.Phase == Open) {
			return []Event{Cancelled{Text: "cancelled: the client's session ended"}}
		}
		return nil
	}
	route, ok := q.Route(c.Firm)
	if !ok {
		return nil
	}
	if q.Phase == Awarded && q.Award.Dealer == c.Firm {
		return lost(q, Disconnected)
	}
	if quote, live := route.Live(); live && q.Phase.Live() {
		return []Event{QuoteLost{c.Firm, quote.ID, Stale}}
	}
	return nil
}

// decideConnect pushes what is current to a firm whose session began.
func decideConnect(q Inquiry, c Connect) []Event {
	if q.Client == c.Firm {
		unsettled := c.Reset && q.Phase == Executed
		if q.Phase == Open || q.Phase == Awarded || unsettled {
			return []Event{StatePushed{c.Firm, c.Reset}}
		}
		return nil
	}
	if _, ok := q.Route(c.Firm); !ok {
		return nil
	}
	winner := q.Execution != nil && q.Execution.Dealer == c.Firm
	if q.Phase.quoted() || (c.Reset && q.Phase == Executed && winner) {
		return []Event{StatePushed{c.Firm, c.Reset}}
	}
	return nil
}
