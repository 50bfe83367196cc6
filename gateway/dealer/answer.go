package dealer

import "fmt"

// Answer is what a dealer says in last look. The zero Answer confirms.
type Answer int8

// The answers.
const (
	Confirm Answer = iota
	Decline
	Silence // lets the timer run out
)

// String returns the answer in lower case.
func (a Answer) String() string {
	switch a {
	case Confirm:
		return "confirm"
	case Decline:
		return "decline"
	case Silence:
		return "silence"
	}
	panic(fmt.Sprintf("dealer: impossible answer %d", int8(a)))
}

// Pass tells whether the dealer does not quote the basket at all.
func (m Model) Pass(b Basket) bool { return m.draw(b, drawPass) < m.PassProbability }

// LastLook tells whether the dealer stands by its offer. This one looks at no market: it does as it
// is told, or as chance has it.
func (m Model) LastLook(b Basket, _ Offer) Answer {
	if m.Answer == Confirm && m.draw(b, drawDecline) < m.DeclineProbability {
		return Decline
	}
	return m.Answer
}
