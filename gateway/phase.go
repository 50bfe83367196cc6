package gateway

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
	// Withdrawn was cancelled by the client, or by the gateway itself.
	Withdrawn
	// Expired reached its deadline without an execution.
	Expired
)

var phaseWords = [...]string{
	"unknown", "receiving", "open", "awarded", "executed", "settled", "refused", "withdrawn",
	"expired",
}

// String returns the phase's name, empty if there is none.
func (p Phase) String() string { return wordOf(phaseWords[:], "phase", int8(p)) }

// MarshalText returns the name.
func (p Phase) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText reads the name.
func (p *Phase) UnmarshalText(text []byte) (err error) {
	*p, err = valueOf[Phase](phaseWords[:], "phase", text)
	return err
}

// Live tells whether the inquiry can still trade.
func (p Phase) Live() bool { return p == Receiving || p == Open || p == Awarded }

// quoted tells whether dealers can still quote, change and withdraw.
func (p Phase) quoted() bool { return p == Open || p == Awarded }

// Traded tells whether the inquiry has been executed.
func (p Phase) Traded() bool { return p == Executed || p == Settled }
