package gateway

// decideConfirm is the dealer's yes in last look: the point of no return. A
// confirmation that comes too late finds what was decided without it.
func decideConfirm(env Env, q Inquiry, c Confirm) []Event {
	if _, ok := q.Route(c.Firm); !ok {
		return refused(c.Origin, VerbConfirm, c.List, "", unknownList(c.List))
	}
	if q.Phase.Traded() && q.Execution.Dealer == c.Firm {
		return []Event{StatusTold{To: c.Firm, Phase: q.Phase, Resend: true}}
	}
	if q.Phase != Awarded || q.Award.Dealer != c.Firm {
		return refused(c.Origin, VerbConfirm, c.List, lastQuote(q, c.Firm), refuse(NotAwarded,
			"nothing is awarded to you: NOT DONE"))
	}
	quote, _ := q.Quote(q.Award.Quote)
	if !env.Now.Before(q.Award.LookUntil) {
		return append(lost(q, Silent),
			refused(c.Origin, VerbConfirm, c.List, quote.DealerID, refuse(NotAwarded,
				"the last look ended at %s: NOT DONE",
				q.Award.LookUntil.UTC().Format("15:04:05.000")))...)
	}
	traded, refusal := trade(env, q, quote)
	if refusal.Code != 0 {
		return []Event{AwardLost{Dealer: c.Firm, Quote: quote.ID, Cause: Declined, Text: refusal.Text}}
	}
	return []Event{traded}
}

// lost ends the last look without a confirmation.
func lost(q Inquiry, cause Cause) []Event {
	return []Event{AwardLost{Dealer: q.Award.Dealer, Quote: q.Award.Quote, Cause: cause}}
}

func lastQuote(q Inquiry, dealer Firm) string {
	route, _ := q.Route(dealer)
	if n := len(route.Quotes); n > 0 {
		return route.Quotes[n-1].DealerID
	}
	return ""
}
