package gateway

import (
	"cmp"
	"time"

	"foliogate/gateway/units"
)

// InquiryID is the house's own name for an inquiry; no counterparty sees it.
type InquiryID string

// Fragment is one message's worth of lines, kept until the list is complete.
type Fragment struct {
	Lines []Line `json:"lines"`
	Last  bool   `json:"last,omitempty"`
}

// Award is a client's choice that waits for the dealer's last look.
type Award struct {
	Quote     string    `json:"quote"`
	Dealer    Firm      `json:"dealer"`
	At        time.Time `json:"at"`
	LookUntil time.Time `json:"look_until"`
	Choice
}

// Inquiry is a value: Apply returns a new one, and slices that an older value
// holds are never written to. It can be read by anyone, at any time.
//
// Invariants:
//
//  1. Execution is set if and only if Phase is Executed or Settled, and has
//     exactly one fill for each line.
//  2. Award is set if and only if Phase is Awarded.
//  3. At most one quote of a route is live, the last one.
//  4. Facts[i] belongs to Lines[i], and Lines[i].Number == i+1, from Open on.
type Inquiry struct {
	ID         InquiryID    `json:"id"`
	Client     Firm         `json:"client"`
	ListID     string       `json:"list"`
	BidID      string       `json:"bid,omitempty"` // ClientBidID(391)
	Phase      Phase        `json:"phase"`
	Terms      Terms        `json:"terms"`
	TotalLines int          `json:"total"`
	Fragments  []Fragment   `json:"fragments,omitempty"`  // while Receiving
	CompleteBy time.Time    `json:"complete_by,omitzero"` // while Receiving
	Chosen     []Firm       `json:"chosen,omitempty"`     // dealers the client named before the list was complete
	OpenedAt   time.Time    `json:"opened,omitzero"`
	TradeDate  units.Date   `json:"trade_date,omitempty"`
	Snapshot   string       `json:"snapshot,omitempty"` // version of the reference data that Facts were resolved with
	Lines      []Line       `json:"lines,omitempty"`
	Facts      []Facts      `json:"facts,omitempty"`
	Routes     []Route      `json:"routes,omitempty"`
	Award      *Award       `json:"award,omitempty"`
	Execution  *Execution   `json:"execution,omitempty"`
	Tickets    []Settlement `json:"tickets,omitempty"`
	Outcome    Refusal      `json:"outcome,omitzero"` // why Refused, or InQuarantine
}

// Round is what the client calls the bidding: its own ClientBidID(391) or
// QuoteReqID(131), else the list's id.
func (q Inquiry) Round() string { return cmp.Or(q.BidID, q.ListID) }

// nameless tells whether the bidding has no name of its own yet and nobody was told one.
func (q Inquiry) nameless() bool { return q.BidID == "" && len(q.Routes) == 0 }

// Route returns the dealer's route.
func (q Inquiry) Route(dealer Firm) (Route, bool) {
	for _, r := range q.Routes {
		if r.Dealer == dealer {
			return r, true
		}
	}
	return Route{}, false
}

// Quote returns the quote with the gateway's id.
func (q Inquiry) Quote(id string) (Quote, bool) {
	for _, r := range q.Routes {
		for _, quote := range r.Quotes {
			if quote.ID == id {
				return quote, true
			}
		}
	}
	return Quote{}, false
}

// Ranked returns the live quotes, the client's best first.
func (q Inquiry) Ranked() []Quote {
	var ranked []Quote
	for _, r := range q.Routes {
		quote, ok := r.Live()
		if !ok {
			continue
		}
		at := len(ranked)
		for at > 0 && quote.better(ranked[at-1]) {
			at--
		}
		ranked = append(ranked, Quote{})
		copy(ranked[at+1:], ranked[at:])
		ranked[at] = quote
	}
	return ranked
}

// Due returns when a Tick next has something to decide; zero if never.
func (q Inquiry) Due() time.Time {
	switch q.Phase {
	case Receiving:
		return q.CompleteBy
	case Awarded:
		return q.sooner(q.Award.LookUntil)
	case Open:
		due := q.sooner(q.Terms.Deadline)
		for _, r := range q.Routes {
			if r.State == Asked && r.AckBy.Before(due) {
				due = r.AckBy
			}
		}
		return due
	}
	return time.Time{}
}

// sooner is when a quote ends by itself, if that comes before the given time.
func (q Inquiry) sooner(due time.Time) time.Time {
	for _, r := range q.Routes {
		if ends := q.ends(r); !ends.IsZero() && ends.Before(due) {
			due = ends
		}
	}
	return due
}
