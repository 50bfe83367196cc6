package gateway

// decideEnquire answers where the inquiry stands, to its client only.
func decideEnquire(q Inquiry, c Enquire) []Event {
	if q.Phase == Unknown {
		return refused(c, unknownList(c.ListID))
	}
	told := q.told(c.Firm)
	told.RequestID = c.RequestID
	return []Event{told}
}

// told is where the inquiry stands, to its client.
func (q Inquiry) told(client Firm) StatusTold {
	told := StatusTold{To: client, Phase: q.Phase}
	if q.Award != nil {
		told.Quote, told.Response = q.Award.Quote, q.Award.Response
	}
	return told
}
