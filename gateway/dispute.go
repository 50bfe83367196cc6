package gateway

// decideDispute records a don't-know for the operators. Nothing is undone by it.
func decideDispute(q Inquiry, c Dispute) []Event {
	x := q.Execution
	if x != nil && (c.Firm == q.Client || c.Firm == x.Dealer) {
		for i := range x.Fills {
			if line := i + 1; x.ExecID(line) == c.ExecID {
				return []Event{LineDisputed{c.Firm, line, c.ExecID, string(c.Reason), c.Text}}
			}
		}
	}
	return refused(c, refuse(UnknownTicket,
		"ExecID(17) %s is not an execution of yours", c.ExecID))
}
