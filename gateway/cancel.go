package gateway

// decideCancel withdraws an inquiry that has not been awarded. Once a dealer
// holds the award, its answer decides.
func decideCancel(q Inquiry, c Cancel) []Event {
	switch q.Phase {
	case Unknown:
		return refused(c, unknownList(c.ListID))
	case Receiving, Open:
		return []Event{Cancelled{Text: "cancelled by the client", Response: c.Response}}
	case Withdrawn:
		return []Event{StatusTold{To: c.Firm, Phase: q.Phase, Resend: true}}
	case Awarded:
		return refused(c, refuse(TooLate,
			"TOO LATE: the inquiry is awarded, the dealer's last look decides"))
	case Executed, Settled:
		return refused(c, refuse(TooLate,
			"TOO LATE: the inquiry is executed"))
	}
	return refused(c, refuse(Closed,
		"the inquiry is %s", q.Phase))
}
