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

// decideConnect pushes what is current to a firm whose session began: what can
// still trade and, where message numbers began again, what traded today and is not
// affirmed by both. Numbers begin again every morning; what traded before that day
// was told then.
func decideConnect(env Env, q Inquiry, c Connect) []Event {
	_, asked := q.Route(c.Firm)
	switch {
	case q.Client != c.Firm && !asked:
		return nil
	case q.Phase.quoted():
		return []Event{StatePushed{c.Firm, c.Reset}}
	case q.Phase != Executed || !c.Reset || q.TradeDate != env.Today:
		return nil
	case q.Client == c.Firm || q.Execution.Dealer == c.Firm:
		return []Event{StatePushed{c.Firm, c.Reset}}
	}
	return nil
}
