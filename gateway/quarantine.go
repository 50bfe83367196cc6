package gateway

// decideQuarantine answers a command over which the gateway failed. Nothing of it
// was done, for Decide is pure. What has not traded ends here; what has traded stands.
// It looks at as little as it can: who knows what the failure was.
func decideQuarantine(env Env, q Inquiry, c Quarantine) []Event {
	if s, ok := c.Failed.(Submit); ok && q.Phase == Unknown {
		return stillborn(env, s, c.Cause)
	}
	var events []Event
	live := q.Phase.Live()
	if q.Phase != Unknown && q.Outcome.Code != InQuarantine {
		event := Quarantined{Was: q.Phase, Phase: withoutTrade(q.Phase), Cause: c.Cause}
		event.Refusal = inQuarantine(event.Phase)
		q, events = Apply(q, Entry{Event: event}), append(events, event)
	}
	verb, list, _ := subject(c.Failed)
	switch {
	case verb == 0: // the house's own
		return events
	case q.Phase == Unknown:
		return refused(c.Failed, failedOver(list))
	case live && c.Firm == q.Client:
		return events // which tell it
	}
	return append(events, decideQuarantined(env, q, c.Failed)...)
}

// stillborn remembers a list over which the gateway failed at once, so that a repeat
// finds the same outcome.
func stillborn(env Env, s Submit, cause string) []Event {
	return []Event{
		Begun{Client: s.Firm, ListID: s.ListID, BidID: s.BidID, CompleteBy: env.Now},
		Quarantined{Was: Receiving, Phase: Refused, Refusal: inQuarantine(Refused), Cause: cause},
	}
}

func failedOver(list string) Refusal {
	if list == "" {
		return refuse(InQuarantine, "NOT DONE: the gateway failed over this message")
	}
	return refuse(InQuarantine,
		"list %s is not known here, and the gateway failed over this message", list)
}

// party tells whether the firm may know how the inquiry ended.
func (q Inquiry) party(f Firm) bool {
	return f == q.Client || q.Execution != nil && f == q.Execution.Dealer
}

// withoutTrade is how an inquiry ends about which nothing more can be decided.
func withoutTrade(p Phase) Phase {
	switch p {
	case Receiving:
		return Refused
	case Open, Awarded:
		return Withdrawn
	}
	return p
}

func inQuarantine(p Phase) Refusal {
	if p.Traded() {
		return refuse(InQuarantine, "the inquiry is executed, and that stands; the gateway failed"+
			" over it since, and its operators settle the rest")
	}
	return refuse(InQuarantine, "NOT DONE: the gateway failed over the inquiry, which is %s", p)
}

// decideQuarantined answers what is asked or said again with where the inquiry
// stands, and refuses the rest.
func decideQuarantined(env Env, q Inquiry, c Command) []Event {
	switch c := c.(type) {
	case Tick, Disconnect:
		return nil
	case Connect:
		return decideConnect(env, q, c)
	case Enquire:
		return decideEnquire(q, c)
	case Confirm:
		return decideConfirm(env, q, c)
	case Submit:
		return submitQuarantined(q, c)
	case Accept:
		if q.Execution != nil && q.Execution.Quote == c.Quote {
			return []Event{StatusTold{To: c.Firm, Phase: q.Phase, Resend: true}}
		}
	}
	if !q.party(c.From().Firm) {
		return refused(c, closed())
	}
	return refused(c, q.Outcome)
}

// submitQuarantined does not look whether a repeat has the same content: what it is
// told is true of the list in any case.
func submitQuarantined(q Inquiry, c Submit) []Event {
	switch {
	case c.PossResend && c.Last:
		return []Event{StatusTold{To: c.Firm, Phase: q.Phase, Resend: true}}
	case c.PossResend:
		return nil
	}
	return takenList(q, c)
}
