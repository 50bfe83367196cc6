package gateway

// decidePass hears a dealer's no: before quoting it is a pass, with a live quote
// a withdrawal, in last look a decline.
func decidePass(env Env, q Inquiry, c Pass) []Event {
	route, ok := q.Route(c.Firm)
	if !ok {
		return refused(c, unknownList(c.List))
	}
	if c.Quote != "" {
		quote, ok := route.Quote(c.Quote)
		if !ok && q.Phase.quoted() && route.State != Quoting {
			return passed(env, route, c)
		}
		if !ok {
			return refused(c, refuse(UnknownQuote,
				"%s is not a quote of this inquiry", c.Quote))
		}
		if quote.State != Live {
			return nil // gone already
		}
	}
	switch {
	case q.Phase == Awarded && q.Award.Dealer == c.Firm:
		return []Event{q.Award.lost(Declined, c.Text)}
	case q.Phase.quoted():
		return passed(env, route, c)
	case q.Phase.Traded() && q.Execution.Dealer == c.Firm:
		return refused(c, refuse(TooLate,
			"the inquiry is executed: %s", q.Execution.Trade))
	}
	return nil // the inquiry is over
}

func passed(env Env, route Route, c Pass) []Event {
	if quote, ok := route.Live(); ok {
		return []Event{QuoteLost{c.Firm, quote.ID, Pulled}}
	}
	if route.State == Passed {
		return nil
	}
	return []Event{DealerPassed{c.Firm, env.quoteID(c.Firm), c.Text}}
}
