package gateway

import "cmp"

// decideConfirm is the dealer's yes in last look: the point of no return. A
// confirmation that comes too late finds what was decided without it.
func decideConfirm(env Env, q Inquiry, c Confirm) []Event {
	route, ok := q.Route(c.Firm)
	if !ok {
		return refused(c, unknownList(c.List))
	}
	if q.Phase.Traded() && q.Execution.Dealer == c.Firm {
		return []Event{StatusTold{To: c.Firm, Phase: q.Phase, Resend: true}}
	}
	if q.Phase != Awarded || q.Award.Dealer != c.Firm {
		c.Quote = cmp.Or(c.Quote, route.lastID())
		return refused(c, refuse(NotAwarded, "nothing is awarded to you: NOT DONE"))
	}
	quote, _ := q.Quote(q.Award.Quote)
	if c.Quote != "" && c.Quote != quote.DealerID {
		return refused(c, refuse(NotAwarded,
			"quote %s is not the one that is awarded to you: NOT DONE", c.Quote))
	}
	if !env.Now.Before(q.Award.LookUntil) {
		c.Quote = quote.DealerID
		return append([]Event{q.Award.lost(Silent, "")}, refused(c, refuse(NotAwarded,
			"the last look ended at %s: NOT DONE", clockOf(q.Award.LookUntil)))...)
	}
	return []Event{executed(env, q, *q.Award)}
}

// lost ends the last look without a confirmation.
func (a Award) lost(cause Cause, text string) AwardLost {
	return AwardLost{Dealer: a.Dealer, Quote: a.Quote, Cause: cause, Text: text, Response: a.Response}
}
