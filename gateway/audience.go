package gateway

import "slices"

// Audience is who may be told of an entry. Nobody else is ever told anything of it, so that whoever
// follows the journal for one firm need not look at entries that are others' business.
type Audience struct {
	firm    Firm   // whom an answer is for, or the client
	dealer  Firm   // one that is told too
	dealers []Firm // or all of them; nothing else of the inquiry is held
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
	case LinesPriced:
		return Audience{firm: q.Client, dealer: e.Dealer}
	case QuoteAwarded:
		return Audience{firm: q.Client, dealer: e.Award.Dealer}
	case AwardLost:
		return Audience{firm: q.Client, dealer: e.Dealer}
	}
	return Audience{firm: q.Client, dealers: dealersOf(q.Routes)}
}

func dealersOf(routes []Route) []Firm {
	dealers := make([]Firm, len(routes))
	for i := range routes {
		dealers[i] = routes[i].Dealer
	}
	return dealers
}

// Has tells whether a firm belongs to it.
func (a Audience) Has(f Firm) bool {
	return f != "" && (f == a.firm || f == a.dealer || slices.Contains(a.dealers, f))
}

// Each yields everyone in it.
func (a Audience) Each(yield func(Firm) bool) {
	for _, f := range append([]Firm{a.firm, a.dealer}, a.dealers...) {
		if f != "" && !yield(f) {
			return
		}
	}
}
