package main

import (
	"time"

	"foliogate/fixspec"
	"foliogate/gateway"
	"foliogate/gateway/dealer"
	"foliogate/gateway/units"
)

// dealerKind names what happened to a dealer, as JSON has it too.
type dealerKind string

// The news of a dealer.
const (
	dealerConnected    dealerKind = "connected"
	dealerDisconnected dealerKind = "disconnected"
	dealerShown        dealerKind = "shown" // a list, whole
	dealerAsked        dealerKind = "asked" // to price it
	dealerPassed       dealerKind = "passed"
	dealerQuoted       dealerKind = "quoted"
	dealerWithdrew     dealerKind = "withdrew"
	dealerAwarded      dealerKind = "awarded" // its quote was taken: last look
	dealerConfirmed    dealerKind = "confirmed"
	dealerDeclined     dealerKind = "declined"
	dealerSilent       dealerKind = "silent" // on purpose
	dealerExecuted     dealerKind = "executed"
	dealerTicket       dealerKind = "ticket"
	dealerOutcome      dealerKind = "outcome" // what became of a quote that was not taken
	dealerClosed       dealerKind = "closed"  // no more quotes are wanted
	dealerRejected     dealerKind = "rejected"
	dealerNote         dealerKind = "note"
)

// dealerEvent is one piece of news. Only what belongs to its kind is set.
type dealerEvent struct {
	At       time.Time
	Dealer   string
	Kind     dealerKind
	List     string // the dealer's ListID(66)
	Lines    int
	Deadline time.Time
	BidID    string
	Offer    *dealer.Offer
	Currency units.Currency
	Fills    []fill // all of them, by line
	Ticket   *ticket
	Text     string
}

// kindOfPrice reads PriceType(423) of a list.
func kindOfPrice(t fixspec.PriceType) (gateway.PriceKind, bool) {
	switch t {
	case fixspec.PriceFixedAmount:
		return gateway.TotalAmount, true
	case fixspec.PriceSpread:
		return gateway.SpreadConcession, true
	case fixspec.PricePercentage:
		return gateway.PercentPerSide, true
	}
	return 0, false
}

func statusWords(s fixspec.ListOrderStatus) string {
	switch s {
	case fixspec.ListInBidding:
		return "being priced"
	case fixspec.ListReceived:
		return "in last look"
	case fixspec.ListExecuting:
		return "executing"
	case fixspec.ListCancelling:
		return "being cancelled"
	case fixspec.ListAlert:
		return "alert"
	case fixspec.ListAllDone:
		return "done"
	}
	return "rejected"
}
