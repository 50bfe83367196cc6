package gateway

// refused is the one event of a declined command. Nobody waits for an answer to one of
// the house.
func refused(c Command, r Refusal) []Event {
	verb, list, about := subject(c)
	if verb == 0 {
		return nil
	}
	return []Event{CommandRefused{
		To: c.From().Firm, Ref: c.From().Ref, Verb: verb, ListID: list, Subject: about, Refusal: r,
		Response: ownID(c),
	}}
}

// ownID is the client's own id of a command, beside those of what it is about.
func ownID(c Command) string {
	switch c := c.(type) {
	case Submit:
		if c.Terms.Single {
			return c.ListID // of a request, not of a list
		}
	case Ask:
		return c.BidID
	case Accept:
		return c.Response
	case Cancel:
		return c.Response
	case Enquire:
		return c.RequestID
	}
	return ""
}

// subject is what a counterparty's command is about, in its own words.
func subject(c Command) (verb Verb, list, about string) {
	switch c := c.(type) {
	case Submit:
		return VerbSubmit, c.ListID, ""
	case Ask:
		return VerbAsk, c.ListID, string(c.Dealer)
	case Accept:
		return VerbAccept, c.ListID, c.Quote
	case Cancel:
		return VerbCancel, c.ListID, ""
	case Enquire:
		return VerbEnquire, c.ListID, ""
	case Replay:
		return VerbReplay, "", c.RequestID
	case Acknowledge:
		return VerbAcknowledge, c.List, ""
	case Bid:
		return VerbBid, c.List, c.Quote
	case PriceLines:
		return VerbPriceLines, c.List, c.Quote
	case Pass:
		return VerbPass, c.List, c.Quote
	case Confirm:
		return VerbConfirm, c.List, c.Quote
	case Affirm:
		return VerbAffirm, "", c.Ticket
	case Dispute:
		return VerbDispute, "", c.ExecID
	}
	return 0, "", ""
}
