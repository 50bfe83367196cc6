package gateway

import (
	"time"

	"foliogate/gateway/units"
)

// Trigger says what makes the client's choice.
type Trigger int8

// The triggers: ListExecInstType(433) 2 and 1.
const (
	// OnAccept waits for the client's ListExecute.
	OnAccept Trigger = iota + 1
	// BestAtDeadline takes the best live quote when the deadline comes.
	BestAtDeadline
)

var triggerWords = [...]string{"", "on accept", "best at deadline"}

// String returns the trigger's name, empty if there is none.
func (t Trigger) String() string { return wordOf(triggerWords[:], "trigger", int8(t)) }

// MarshalText returns the name.
func (t Trigger) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// UnmarshalText reads the name.
func (t *Trigger) UnmarshalText(text []byte) (err error) {
	*t, err = valueOf[Trigger](triggerWords[:], "trigger", text)
	return err
}

// Terms is what holds for the whole inquiry.
type Terms struct {
	Kind     PriceKind      `json:"kind"`
	Trigger  Trigger        `json:"trigger"`
	Deadline time.Time      `json:"deadline"`
	Currency units.Currency `json:"ccy"` // of settlement; one for all lines
	// Single is one bond, asked for by itself and not as a list of one line.
	Single bool `json:"single,omitempty"`
}

// Same tells whether two sets of terms say the same.
func (t Terms) Same(o Terms) bool {
	return t.Kind == o.Kind && t.Trigger == o.Trigger && t.Currency == o.Currency &&
		t.Deadline.Equal(o.Deadline) && t.Single == o.Single
}
