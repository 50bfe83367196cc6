package gateway

import "time"

// outlived tells whether the quote was good until a time that has come.
func (q Quote) outlived(now time.Time) bool { return !q.Until.IsZero() && !now.Before(q.Until) }

// ends is when time alone takes the route's quote off the table; zero if it does not.
// A quote that is being looked at stays: it was taken in time.
func (q Inquiry) ends(r Route) time.Time {
	quote, live := r.Live()
	if !live || (q.Award != nil && q.Award.Quote == quote.ID) {
		return time.Time{}
	}
	return quote.Until
}

// outlived returns the quotes that were good until a time that has come.
func (q Inquiry) outlived(now time.Time) []Quote {
	var gone []Quote
	if !q.Phase.quoted() {
		return nil
	}
	for _, r := range q.Routes {
		if ends := q.ends(r); !ends.IsZero() && !now.Before(ends) {
			gone = append(gone, *r.last())
		}
	}
	return gone
}

// asOf is the inquiry as everyone must see it at the time, whether or not a Tick has
// told yet which quotes are no longer good.
func (q Inquiry) asOf(now time.Time) Inquiry {
	for _, quote := range q.outlived(now) {
		q = q.routed(quote.Dealer, func(r *Route) { r.last().State = Outlived })
	}
	return q
}

// outlive takes the quotes off the table that are no longer good.
func outlive(env Env, q Inquiry) []Event {
	var events []Event
	for _, quote := range q.outlived(env.Now) {
		events = append(events, QuoteLost{quote.Dealer, quote.ID, Outlived})
	}
	return events
}
