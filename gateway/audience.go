package gateway

// Audience is who may be told of an entry. Nobody else is ever told anything of it, so that whoever
// follows the journal for one firm need not look at entries that are others' business.
type Audience struct {
	firm   Firm    // whom an answer is for, or the client
	routes []Route // dealers that are told too
}

// Audience returns it, given the inquiry as the entry left it.
func (e Entry) Audience(q Inquiry) Audience {
	switch e := e.Event.(type) {
	case CommandRefused:
		return Audience{firm: e.To}
	case StatusTold:
		return Audience{firm: e.To}
	case StatePushed:
		return Audience{firm: e.To}
	case FillsReplayed:
		return Audience{firm: e.To}
	case Begun, FragmentReceived, DealerChosen, TicketAnswered, LineDisputed:
		return Audience{} // known to who did it
	case InquiryRefused, DealerAcknowledged, DealerUnresponsive, DealerPassed, QuoteReceived, QuoteLost:
		return Audience{firm: q.Client} // a dealer must not learn of another
	}
	return Audience{firm: q.Client, routes: q.Routes}
}

// Has tells whether a firm belongs to it.
func (a Audience) Has(f Firm) bool {
	if f == a.firm {
		return true
	}
	for i := range a.routes {
		if a.routes[i].Dealer == f {
			return true
		}
	}
	return false
}

// Each yields everyone in it.
func (a Audience) Each(yield func(Firm) bool) {
	if a.firm != "" && !yield(a.firm) {
		return
	}
	for i := range a.routes {
		if !yield(a.routes[i].Dealer) {
			return
		}
	}
}
