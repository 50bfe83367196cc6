package gateway

// Firm names a counterparty, a client or a dealer: its CompID.
type Firm string

// Origin says who sent a command and under which message number, so that an
// answer can point at the question. Commands of the house itself have no firm.
type Origin struct {
	Firm Firm `json:"firm,omitempty"`
	Ref  int  `json:"ref,omitempty"`
}

// From returns the origin itself; embedding it makes a type a Command.
func (o Origin) From() Origin { return o }
