package main

import (
	"fmt"

	"foliogate/gateway/units"
)

// outcome is how an inquiry ended.
type outcome int

// The outcomes.
const (
	executed  outcome = iota + 1 // every line, and all reports agree
	mismatch                     // every line, but reports are missing or do not agree
	refused                      // by the gateway
	expired                      // nothing was taken by the deadline
	declined                     // something was taken, and every dealer asked to stand by it did not
	withdrawn                    // by the client
	lost                         // the gateway could not be reached, or did not answer
)

var outcomeWords = [...]string{"", "executed", "executed, but the reports do not agree", "refused",
	"expired", "declined", "withdrawn", "no answer"}

// String returns the outcome in lower case.
func (o outcome) String() string {
	if o < executed || o > lost {
		panic(fmt.Sprintf("impossible outcome %d", int(o)))
	}
	return outcomeWords[o]
}

// MarshalText is String, for JSON.
func (o outcome) MarshalText() ([]byte, error) { return []byte(o.String()), nil }

// exitCode is what the inquire verb ends with; its help lists them.
func (o outcome) exitCode() int {
	switch o {
	case executed:
		return exitDone
	case refused:
		return 3
	case expired:
		return 4
	case declined:
		return 5
	case withdrawn:
		return 6
	case lost:
		return 7
	case mismatch:
		return 8
	}
	panic(fmt.Sprintf("impossible outcome %d", int(o)))
}

// inquiryResult is all that an inquiry came to.
type inquiryResult struct {
	ListID   string
	Outcome  outcome
	Text     string // why, where there is more to say than the outcome
	Currency units.Currency
	Lines    int
	Blamed   []lineFault   // lines that the gateway refuses
	Quotes   []rankedQuote // as they ranked when one was taken, or at the end
	Bought   clientQuote   // the quote that was executed; its BidID is empty without one
	Fills    []fill        // by line
	Tickets  []ticket
	Faults   []string // what does not agree
	Moments  moments
}

// lineFault is why the gateway refuses one line.
type lineFault struct {
	Line int    // 1 is the first
	Row  int    // of the file
	ID   string // identifier
	Text string
}

// result is what the auction has come to so far.
func (a *auction) result() inquiryResult {
	r := inquiryResult{
		ListID: a.list.ListID, Outcome: a.outcome, Text: a.text, Currency: a.terms.Currency,
		Lines: len(a.list.Orders), Blamed: a.blamed, Quotes: a.ranked,
		Fills: byLine(a.fills), Tickets: a.tickets, Faults: a.faults, Moments: a.moments,
	}
	if r.Quotes == nil {
		r.Quotes = a.ranking()
	}
	if len(a.fills) > 0 {
		r.Bought = a.bought
	}
	return r
}
