package gateway

import "time"

// A quote can end before its inquiry. No tick need come for that: whatever is decided
// about the inquiry at that time or later takes the quote off the table first.

// outlived tells whether the quote was good until a time that has come.
func (q Quote) outlived(now time.Time) bool { return !q.Until.IsZero() && !now.Before(q.Until) }

// ends is when time alone takes the route's quote off the table; zero if it does not.
// A quote that is being looked at stays: it was taken in time.
func (q Inquiry) ends(r Route) time.Time {
	quote, live := r.Live()
	if !live || !q.Phase.quoted() || (q.Award != nil && q.Award.Quote == quote.ID) {
		return time.Time{}
	}
	return quote.Until
}

// outlive takes the quotes off the table that are no longer good.
func outlive(env Env, q Inquiry) []Event {
	var events []Event
	for _, r := range q.Routes {
		if ends := q.ends(r); !ends.IsZero() && !env.Now.Before(ends) {
			events = append(events, QuoteLost{r.Dealer, r.last().ID, Outlived})
		}
	}
	return events
}
