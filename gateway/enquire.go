package gateway

// decideEnquire answers where the inquiry stands, to its client only.
func decideEnquire(q Inquiry, c Enquire) []Event {
	if q.Phase == Unknown {
		return refused(c, unknownList(c.ListID))
	}
	return []Event{StatusTold{To: c.Firm, Phase: q.Phase, RequestID: c.RequestID}}
}
