package gateway

// decideTick does what time has made due: at most one step of the inquiry's way,
// the next Tick does the next.
func decideTick(env Env, q Inquiry) []Event {
	switch q.Phase {
	case Receiving:
		if !env.Now.Before(q.CompleteBy) {
			return []Event{InquiryRefused{incomplete(q)}}
		}
	case Awarded:
		if !env.Now.Before(q.Award.LookUntil) {
			return []Event{q.Award.lost(Silent, "")}
		}
	case Open:
		return tickOpen(env, q)
	}
	return nil
}

func incomplete(q Inquiry) Refusal {
	until := clockOf(q.CompleteBy)
	if len(q.Fragments) == 0 {
		return refuse(FragmentsMissing, "dealers were named but no list had come by %s", until)
	}
	return refuse(FragmentsMissing, "%d of %d lines had arrived by %s",
		lineCount(q.Fragments), q.TotalLines, until)
}

func tickOpen(env Env, q Inquiry) []Event {
	if env.Now.Before(q.Terms.Deadline) {
		return unresponsive(env, q)
	}
	if q.Terms.Trigger == BestAtDeadline {
		for _, quote := range q.Ranked() {
			if tradeable(env, q, quote, Choice{}).Code == 0 {
				return award(env, q, quote, Choice{})
			}
		}
	}
	return []Event{Lapsed{}}
}

func unresponsive(env Env, q Inquiry) []Event {
	var events []Event
	for _, r := range q.Routes {
		if r.State == Asked && !env.Now.Before(r.AckBy) {
			events = append(events, DealerUnresponsive{r.Dealer})
		}
	}
	return events
}
