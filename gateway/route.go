package gateway

import (
	"time"
)

// RouteState is what a dealer has answered so far.
type RouteState int8

// The route states.
const (
	Asked RouteState = iota + 1
	Acknowledged
	Quoting
	Passed
	Unresponsive // no acknowledgement in time; it may still quote
)

var routeStateWords = [...]string{"", "asked", "acknowledged", "quoting", "passed", "unresponsive"}

// String returns the route state's name, empty if there is none.
func (s RouteState) String() string { return wordOf(routeStateWords[:], "route state", int8(s)) }

// MarshalText returns the name.
func (s RouteState) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads the name.
func (s *RouteState) UnmarshalText(text []byte) (err error) {
	*s, err = valueOf[RouteState](routeStateWords[:], "route state", text)
	return err
}

// Route is one dealer's view of the inquiry. Its ListID is the dealer's alone:
// nothing in it can be matched with another dealer's.
type Route struct {
	Dealer   Firm          `json:"dealer"`
	ListID   string        `json:"list"`
	State    RouteState    `json:"state"`
	AckBy    time.Time     `json:"ack_by"`
	LastLook time.Duration `json:"last_look"` // 0 = firm
	Account  string        `json:"account"`   // settlement account agreed with the dealer
	Quotes   []Quote       `json:"quotes,omitempty"`

	// What else was agreed with the dealer when it was asked.
	QuoteFor   time.Duration `json:"quote_for,omitempty"` // 0 = as long as the inquiry
	LinePrices LinePricing   `json:"line_prices,omitempty"`
	IDs        IDFormat      `json:"ids,omitzero"`
}

// Quote returns the dealer's quote with the dealer's own id.
func (r Route) Quote(dealerID string) (Quote, bool) {
	for _, q := range r.Quotes {
		if q.DealerID == dealerID {
			return q, true
		}
	}
	return Quote{}, false
}

// Live returns the dealer's live quote: the last one, if it is live.
func (r Route) Live() (Quote, bool) {
	if n := len(r.Quotes); n > 0 && r.Quotes[n-1].State == Live {
		return r.Quotes[n-1], true
	}
	return Quote{}, false
}

// lastID is the dealer's own id of its last quote; empty if it never quoted.
func (r Route) lastID() string {
	if n := len(r.Quotes); n > 0 {
		return r.Quotes[n-1].DealerID
	}
	return ""
}

// LineID is the ClOrdID(11) under which the dealer knows a line.
func (r Route) LineID(number int) string { return r.IDs.line(r.ListID, number) }
