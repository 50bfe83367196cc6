package gateway

// decideAcknowledge notes that the dealer has the list. A repeat, or an
// acknowledgement that comes after more telling news, says nothing new.
func decideAcknowledge(q Inquiry, c Acknowledge) []Event {
	route, ok := q.Route(c.Firm)
	if !ok {
		return refused(c, unknownList(c.List))
	}
	if !q.Phase.quoted() || (route.State != Asked && route.State != Unresponsive) {
		return nil
	}
	return []Event{DealerAcknowledged{c.Firm}}
}

func unknownList(id string) Refusal {
	return refuse(UnknownInquiry, "list %s is not known here", id)
}
