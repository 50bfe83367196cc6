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
		return []Event{q.Award.lost(Disconnected, "")}
	}
	if quote, live := route.Live(); live && q.Phase.Live() {
		return []Event{QuoteLost{c.Firm, quote.ID, Stale}}
	}
	return nil
}

// decideConnect pushes what is current to a firm whose session began. Where message
// numbers began again, what was sent before cannot be asked for: what traded today
// and is not affirmed by both is told again, and of what else ended today, that it
// did. Numbers begin again every morning; what ended before that day was told then.
func decideConnect(env Env, q Inquiry, c Connect) []Event {
	_, asked := q.Route(c.Firm)
	traded := q.Phase.Traded() && (q.Client == c.Firm || q.Execution.Dealer == c.Firm)
	switch {
	case q.Client != c.Firm && !asked:
		return nil
	case q.Phase.quoted():
		return []Event{StatePushed{c.Firm, c.Reset}}
	case !c.Reset || q.TradeDate != env.Today:
		return nil
	case traded && q.Phase == Executed:
		return []Event{StatePushed{c.Firm, c.Reset}}
	case traded:
		return nil
	}
	return []Event{StatusTold{To: c.Firm, Phase: q.Phase, Resend: true}}
}
