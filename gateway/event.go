package gateway

import (
	"time"

	"foliogate/gateway/units"
)

// Event is something that happened to an inquiry, or an answer that is owed.
type Event interface{ event() }

// Entry is a journaled event. Inquiry is empty for an answer about none.
type Entry struct {
	Seq     uint64
	At      time.Time
	Cause   Origin // of the command that it answers
	Inquiry InquiryID
	Event   Event
}

// What happens to an inquiry.
type (
	// Begun starts an inquiry with its first fragment or its first Ask.
	Begun struct {
		Client     Firm      `json:"client"`
		ListID     string    `json:"list"`
		BidID      string    `json:"bid,omitempty"`
		CompleteBy time.Time `json:"complete_by"`
	}
	// FragmentReceived keeps a fragment. Terms and TotalLines are the list's.
	FragmentReceived struct {
		BidID      string   `json:"bid,omitempty"`
		Terms      Terms    `json:"terms"`
		TotalLines int      `json:"total"`
		Fragment   Fragment `json:"fragment"`
	}
	// DealerChosen remembers a dealer named before the list was complete. BidID, where
	// given, names the bidding round: nobody had.
	DealerChosen struct {
		Dealer Firm   `json:"dealer"`
		BidID  string `json:"bid,omitempty"`
	}
	// Opened puts a valid inquiry before its dealers. Facts are in line order.
	Opened struct {
		Terms     Terms      `json:"terms"`
		TradeDate units.Date `json:"trade_date"`
		Snapshot  string     `json:"snapshot"`
		Facts     []Facts    `json:"facts"`
		Routes    []Route    `json:"routes"`
		Unable    []Firm     `json:"unable,omitempty"` // not asked: they cannot quote it
	}
	// DealersAsked adds dealers to an open inquiry. BidID, where given, names the bidding
	// round: the list had not.
	DealersAsked struct {
		BidID  string  `json:"bid,omitempty"`
		Routes []Route `json:"routes"`
		Unable []Firm  `json:"unable,omitempty"` // not asked: they cannot quote it
	}
	// InquiryRefused ends an inquiry that failed validation.
	InquiryRefused struct {
		Refusal Refusal `json:"refusal"`
	}
	// DealerAcknowledged, DealerPassed and DealerUnresponsive are a route's news.
	DealerAcknowledged struct {
		Dealer Firm `json:"dealer"`
	}
	DealerPassed struct {
		Dealer Firm   `json:"dealer"`
		Quote  string `json:"quote"` // a fresh id under which the client is told
		Text   string `json:"text,omitempty"`
	}
	DealerUnresponsive struct {
		Dealer Firm `json:"dealer"`
	}
	// QuoteReceived makes a quote live and supersedes the dealer's earlier one.
	// Best and Cover are the two leading quotes afterwards.
	QuoteReceived struct {
		Quote Quote  `json:"quote"`
		Best  string `json:"best"`
		Cover string `json:"cover,omitempty"`
	}
	// LinesPriced adds the dealer's own line prices to its live quote, in line order.
	LinesPriced struct {
		Dealer Firm          `json:"dealer"`
		Quote  string        `json:"quote"`
		Prices []units.Price `json:"prices"`
	}
	// QuoteLost takes a live quote off the table; State says why.
	QuoteLost struct {
		Dealer Firm       `json:"dealer"`
		Quote  string     `json:"quote"`
		State  QuoteState `json:"state"`
	}
	// QuoteAwarded gives the winner its last look.
	QuoteAwarded struct {
		Award Award `json:"award"`
	}
	// AwardLost returns the inquiry to Open: the dealer declined, stayed silent or
	// disconnected.
	AwardLost struct {
		Dealer   Firm   `json:"dealer"`
		Quote    string `json:"quote"`
		Cause    Cause  `json:"cause"`
		Text     string `json:"text,omitempty"`
		Response string `json:"response,omitempty"` // of the Choice that came to nothing
	}
	// Traded executes every line and nets the whole. Losers are the other routes.
	Traded struct {
		Execution Execution    `json:"execution"`
		Tickets   []Settlement `json:"tickets"`
		Losers    []Loser      `json:"losers,omitempty"`
	}
	// Cancelled withdraws the inquiry. Response is the client's own id of that, where it
	// has one.
	Cancelled struct {
		Text     string `json:"text,omitempty"`
		Response string `json:"response,omitempty"`
	}
	// Lapsed ends an inquiry at its deadline.
	Lapsed struct{}
	// Quarantined takes an inquiry out of the way over which the gateway failed. What was
	// live ends, as Phase says; an execution stands. Cause is for operators only.
	Quarantined struct {
		Was     Phase   `json:"was"`
		Phase   Phase   `json:"phase"`
		Refusal Refusal `json:"refusal"`
		Cause   string  `json:"cause"`
	}
	// TicketAnswered records an affirmation or a dispute.
	TicketAnswered struct {
		By      Firm        `json:"by"`
		Ticket  string      `json:"ticket"`
		Answer  Affirmation `json:"answer"`
		Settled bool        `json:"settled,omitempty"` // now all are affirmed by both
		Text    string      `json:"text,omitempty"`
	}
	// LineDisputed records a don't-know; it changes nothing but alarms operators.
	LineDisputed struct {
		By     Firm   `json:"by"`
		Line   int    `json:"line"`
		ExecID string `json:"exec"`
		Reason string `json:"reason"`
		Text   string `json:"text,omitempty"`
	}
)

// Answers that change nothing.
type (
	// Refusal of a command, to the firm that sent it.
	CommandRefused struct {
		To      Firm    `json:"to"`
		Ref     int     `json:"ref,omitempty"`
		Verb    Verb    `json:"verb"`
		ListID  string  `json:"list,omitempty"`  // as the firm wrote it
		Subject string  `json:"about,omitempty"` // the quote, ticket or dealer in question
		Refusal Refusal `json:"refusal"`
		// Response is the client's own id of what was refused, where that has one.
		Response string `json:"response,omitempty"`
	}
	// StatusTold answers a status request, or a repeated command, with the state
	// that Phase names. Resend marks it as possibly told before.
	StatusTold struct {
		To        Firm   `json:"to"`
		Phase     Phase  `json:"phase"`
		Resend    bool   `json:"resend,omitempty"`
		RequestID string `json:"request,omitempty"` // of the question that it answers
		// Quote waits for its last look, Response is the client's own id of taking it.
		Quote    string `json:"quote,omitempty"`
		Response string `json:"response,omitempty"`
	}
	// StatePushed tells a firm everything that is current, after its session came
	// back: for a dealer the open inquiry, for a client its status and live quotes.
	// Reset adds what was executed and not yet affirmed.
	StatePushed struct {
		To    Firm `json:"to"`
		Reset bool `json:"reset,omitempty"`
	}
	// FillsReplayed sends a traded inquiry's executions to the client again.
	FillsReplayed struct {
		To        Firm   `json:"to"`
		RequestID string `json:"request"`
		Of        int    `json:"of"` // reports in the whole answer
		Last      bool   `json:"last"`
	}
)

// Cause is why an award came to nothing.
type Cause int8

// The causes.
const (
	Declined Cause = iota + 1
	Silent
	Disconnected
)

var causeWords = [...]string{"", "declined", "silent", "disconnected"}

// String returns the cause's name, empty if there is none.
func (c Cause) String() string { return wordOf(causeWords[:], "cause", int8(c)) }

// MarshalText returns the name.
func (c Cause) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText reads the name.
func (c *Cause) UnmarshalText(text []byte) (err error) {
	*c, err = valueOf[Cause](causeWords[:], "cause", text)
	return err
}

// Loser is a dealer that did not get the trade, and what it may learn of that.
type Loser struct {
	Dealer  Firm    `json:"dealer"`
	Quote   string  `json:"quote,omitempty"` // its last own quote id; "" = it never quoted
	Outcome Outcome `json:"outcome"`
}

// Outcome is what a losing dealer is told.
type Outcome int8

// The outcomes.
const (
	NotExecuted Outcome = iota + 1 // the uniform answer
	Cover
	DoneAway
)

var outcomeWords = [...]string{"", "not executed", "cover", "done away"}

// String returns the outcome's name, empty if there is none.
func (o Outcome) String() string { return wordOf(outcomeWords[:], "outcome", int8(o)) }

// MarshalText returns the name.
func (o Outcome) MarshalText() ([]byte, error) { return []byte(o.String()), nil }

// UnmarshalText reads the name.
func (o *Outcome) UnmarshalText(text []byte) (err error) {
	*o, err = valueOf[Outcome](outcomeWords[:], "outcome", text)
	return err
}

func (Begun) event()              {}
func (FragmentReceived) event()   {}
func (DealerChosen) event()       {}
func (Opened) event()             {}
func (DealersAsked) event()       {}
func (InquiryRefused) event()     {}
func (DealerAcknowledged) event() {}
func (DealerPassed) event()       {}
func (DealerUnresponsive) event() {}
func (QuoteReceived) event()      {}
func (LinesPriced) event()        {}
func (QuoteLost) event()          {}
func (QuoteAwarded) event()       {}
func (AwardLost) event()          {}
func (Traded) event()             {}
func (Cancelled) event()          {}
func (Lapsed) event()             {}
func (Quarantined) event()        {}
func (TicketAnswered) event()     {}
func (LineDisputed) event()       {}
func (CommandRefused) event()     {}
func (StatusTold) event()         {}
func (StatePushed) event()        {}
func (FillsReplayed) event()      {}
