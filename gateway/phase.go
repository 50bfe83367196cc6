package gateway

import "fmt"

// Phase is where an inquiry stands. It only moves forward, but for one step: a
// last look that ends without a confirmation returns Awarded to Open.
type Phase int8

// The phases.
const (
	// Unknown is the zero inquiry: nothing has been said about it yet.
	Unknown Phase = iota
	// Receiving collects fragments.
	Receiving
	// Open is being priced by dealers.
	Open
	// Awarded waits for the winning dealer's last look.
	Awarded
	// Executed has traded, every line.
	Executed
	// Settled has had every net ticket affirmed by both sides.
	Settled
	// Refused failed validation; no dealer saw it.
	Refused
	// Withdrawn was cancelled by the client.
	Withdrawn
	// Expired reached its deadline without an execution.
	Expired
)

var phaseNames = [...]string{
	"unknown", "receiving", "open", "awarded", "executed", "settled",
	"refused", "withdrawn", "expired",
}

// String returns the phase in lower case.
func (p Phase) String() string {
	if p < 0 || int(p) >= len(phaseNames) {
		panic(fmt.Sprintf("gateway: impossible phase %d", int8(p)))
	}
	return phaseNames[p]
}

// Live tells whether the inquiry can still trade.
func (p Phase) Live() bool { return p == Receiving || p == Open || p == Awarded }

// quoted tells whether dealers can still quote, change and withdraw.
func (p Phase) quoted() bool { return p == Open || p == Awarded }

// Traded tells whether the inquiry has been executed.
func (p Phase) Traded() bool { return p == Executed || p == Settled }
