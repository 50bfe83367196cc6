package gateway

import (
	"time"

	"foliogate/gateway/units"
)

// Command is a wish. Outside data was checked for form where it came in; whether
// it can be granted is for Decide to say.
type Command interface{ From() Origin }

// Commands of a client.
type (
	// Submit brings one fragment of an inquiry, perhaps the only one.
	Submit struct {
		Origin
		ListID     string
		BidID      string
		PossResend bool
		Terms      Terms // Deadline zero: the default
		TotalLines int
		Lines      []Line
		Last       bool
		Wrong      []LineRefusal // lines that ask for what no list can be
		Asking     Asking
		Dealers    []Firm // named with the list, as by an Ask for each
	}
	// Ask names a dealer for an inquiry, before or after its lines: one BidRequest.
	// Without a dealer it asks the curated panel.
	Ask struct {
		Origin
		ListID string
		BidID  string
		Dealer Firm
	}
	// Accept takes a quote. ListID can be left out; BidID and Dealer, where given, say
	// again which quote is meant.
	Accept struct {
		Origin
		ListID string
		BidID  string
		Dealer Firm
		Quote  string
		Choice
	}
	// Cancel withdraws an inquiry.
	Cancel struct {
		Origin
		ListID   string
		Response string // the client's own id of it, where it has one
	}
	// Enquire asks where an inquiry stands.
	Enquire struct {
		Origin
		ListID    string
		RequestID string // of the question, where it has one
	}
	// Replay asks for the executions of the day again.
	Replay struct {
		Origin
		RequestID string
	}
)

// Asking says when a list asks its dealers.
type Asking int8

// When a list asks.
const (
	AskAsAgreed Asking = iota // as the client's agreement says
	AskLater                  // an Ask does, the list alone asks nobody
	AskNow                    // when it is complete: who was named, else the panel
)

// Commands of a dealer. List is the dealer's own ListID(66), or the same id sent
// as ClientBidID(391) or QuoteReqID(131).
type (
	// Acknowledge says that the dealer has the list.
	Acknowledge struct {
		Origin
		List string
	}
	// Bid quotes one price for all lines, replacing the dealer's earlier quote. Until
	// is when it ends; zero: after as long as was agreed with the dealer, else with the
	// inquiry. Lines, where given, are the line prices behind it.
	Bid struct {
		Origin
		List  string
		Quote string
		Price Aggregate
		Until time.Time
		Lines []LinePrice
	}
	// PriceLines supplies the line prices behind a quote, by line number.
	PriceLines struct {
		Origin
		List   string
		Quote  string
		Prices []LinePrice
	}
	// Pass declines to quote, or takes the live quote back. Quote, where given,
	// must be the live one. Awarded, it declines the last look.
	Pass struct {
		Origin
		List  string
		Quote string
		Text  string
	}
	// Confirm is the yes of a last look. Quote, where given, must be the awarded one.
	Confirm struct {
		Origin
		List  string
		Quote string
	}
)

// LinePrice is a dealer's clean price for one line.
type LinePrice struct {
	Line  string // the ClOrdID(11) that the dealer was shown
	Price units.Price
}

// Commands of both.
type (
	// Affirm answers a net ticket.
	Affirm struct {
		Origin
		Ticket  string
		Dispute bool
		Text    string
	}
	// Dispute says don't know to one execution.
	Dispute struct {
		Origin
		OrderID string
		ExecID  string
		Reason  byte // DKReason(127)
		Text    string
	}
)

// Commands of the house.
type (
	// Tick lets time decide what is due.
	Tick struct{ Origin }
	// Disconnect says that the firm's session ended.
	Disconnect struct{ Origin }
	// Connect says that the firm's session began. Reset tells that message numbers
	// started again, so that what was sent before cannot be asked for.
	Connect struct {
		Origin
		Reset bool
	}
	// Quarantine comes in the place of a command over which the gateway failed.
	Quarantine struct {
		Origin
		Failed Command
		Cause  string // what the panic said
	}
)

// Env is all that Decide may know beside the inquiry and the command.
type Env struct {
	Now    time.Time
	Today  units.Date // the business date
	Seq    uint64     // of the first entry that the decision will make
	Live   int        // live inquiries of the firm that commands
	Ref    Market
	Policy *Policy
}
