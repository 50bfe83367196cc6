package gateway

// decideAffirm records a side's answer to a net ticket. When both sides have
// affirmed every ticket the inquiry is settled. A dispute can be followed by an
// affirmation; an affirmation stands.
func decideAffirm(q Inquiry, c Affirm) []Event {
	at, ok := ticketAt(q, c)
	if !ok {
		return refused(c, refuse(UnknownTicket,
			"ConfirmID(664) %s is not a ticket of yours", c.Ticket))
	}
	answer := Affirmed
	if c.Dispute {
		answer = Disputed
	}
	before := q.Tickets[at].answerOf(c.Firm == q.Client)
	switch {
	case before == answer:
		return nil
	case before == Affirmed:
		return refused(c, refuse(TooLate,
			"ConfirmID(664) %s was affirmed before: settle the dispute between operators", c.Ticket))
	}
	answered := TicketAnswered{By: c.Firm, Ticket: c.Ticket, Answer: answer, Text: c.Text}
	answered.Settled = allAffirmed(q.answered(answered))
	return []Event{answered}
}

func ticketAt(q Inquiry, c Affirm) (int, bool) {
	if q.Execution == nil || (c.Firm != q.Client && c.Firm != q.Execution.Dealer) {
		return 0, false
	}
	for i, t := range q.Tickets {
		if t.ID == c.Ticket {
			return i, true
		}
	}
	return 0, false
}

func (s Settlement) answerOf(client bool) Affirmation {
	if client {
		return s.Client
	}
	return s.Dealer
}

func allAffirmed(q Inquiry) bool {
	for _, t := range q.Tickets {
		if t.Client != Affirmed || t.Dealer != Affirmed {
			return false
		}
	}
	return true
}
