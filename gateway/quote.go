package gateway

import (
	"fmt"
	"time"

	"foliogate/gateway/units"
)

// QuoteState is whether a quote can be taken, and if not, why.
type QuoteState int8

// The quote states.
const (
	Live QuoteState = iota + 1
	Superseded
	Pulled   // withdrawn by its dealer
	Stale    // its dealer disconnected
	Spent    // its last look ended without a confirmation
	Outlived // it was good until a time that has come
)

var quoteStateWords = [...]string{"", "live", "superseded", "withdrawn", "stale", "spent", "expired"}

// String returns the quote state's name, empty if there is none.
func (s QuoteState) String() string { return wordOf(quoteStateWords[:], "quote state", int8(s)) }

// MarshalText returns the name.
func (s QuoteState) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads the name.
func (s *QuoteState) UnmarshalText(text []byte) (err error) {
	*s, err = valueOf[QuoteState](quoteStateWords[:], "quote state", text)
	return err
}

// Aggregate is the one price for the whole portfolio. Only the fields of its
// kind are set; a one-sided portfolio has only its own side's percentage.
type Aggregate struct {
	Kind       PriceKind    `json:"kind"`
	Total      units.Money  `json:"total,omitempty"`      // TotalAmount: client's clean cash
	Concession units.Spread `json:"concession,omitempty"` // SpreadConcession
	SellPrice  units.Price  `json:"sell,omitempty"`       // PercentPerSide
	BuyPrice   units.Price  `json:"buy,omitempty"`        // PercentPerSide
}

// of returns the side's percentage.
func (a Aggregate) of(side Side) units.Price {
	if side == Sell {
		return a.SellPrice
	}
	return a.BuyPrice
}

// Quote is a dealer's price for the whole inquiry.
type Quote struct {
	ID       string        `json:"id"`        // the gateway's, shown to the client
	DealerID string        `json:"dealer_id"` // the dealer's own
	Dealer   Firm          `json:"dealer"`
	At       time.Time     `json:"at"`
	Price    Aggregate     `json:"price"`
	Cash     units.Money   `json:"cash"` // the client's net clean cash it implies: the rank
	State    QuoteState    `json:"state"`
	Lines    []units.Price `json:"lines,omitempty"` // the dealer's own, in line order
	Until    time.Time     `json:"until,omitzero"`  // zero: as long as the inquiry
}

// better orders quotes: more cash for the client first, then the earlier one.
func (q Quote) better(o Quote) bool {
	if q.Cash != o.Cash {
		return q.Cash > o.Cash
	}
	return q.At.Before(o.At)
}

// gone says why a quote that is not live cannot be taken.
func (q Quote) gone() Refusal {
	switch q.State {
	case Superseded:
		return refuse(QuoteSuperseded, "BID SUPERSEDED: the dealer has quoted again since")
	case Pulled:
		return refuse(QuoteWithdrawn, "BID WITHDRAWN by the dealer")
	case Stale:
		return refuse(QuoteStale, "BID STALE: the dealer disconnected after quoting")
	case Spent:
		return refuse(QuoteSpent, "BID SPENT: its last look ended without a confirmation")
	case Outlived:
		return refuse(QuoteExpired, "BID EXPIRED: the quote was good until %s",
			clockOf(q.Until))
	}
	panic(fmt.Sprintf("gateway: quote %s is %s, not gone", q.ID, q.State))
}
