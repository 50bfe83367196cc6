package gateway

import (
	"cmp"
	"fmt"
	"slices"

	"foliogate/gateway/units"
)

// Affirmation is a side's answer to a net ticket.
type Affirmation int8

// The affirmations.
const (
	Unanswered Affirmation = iota
	Affirmed
	Disputed
)

var affirmationWords = [...]string{"unanswered", "affirmed", "disputed"}

// String returns the affirmation's name, empty if there is none.
func (a Affirmation) String() string { return wordOf(affirmationWords[:], "affirmation", int8(a)) }

// MarshalText returns the name.
func (a Affirmation) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// UnmarshalText reads the name.
func (a *Affirmation) UnmarshalText(text []byte) (err error) {
	*a, err = valueOf[Affirmation](affirmationWords[:], "affirmation", text)
	return err
}

// Settlement is one net ticket: everything that one account settles in one
// currency on one date. Net is the integer sum of its parts, signed as the
// client's cash flow; no total is ever rounded again.
type Settlement struct {
	ID        string         `json:"id"` // ConfirmID(664)
	Account   string         `json:"account"`
	Currency  units.Currency `json:"ccy"`
	Date      units.Date     `json:"date"`
	Lines     []int          `json:"lines"` // line numbers, ascending
	Face      units.Face     `json:"face"`  // as ordered, before any factor; sum over both sides
	Principal units.Money    `json:"principal"`
	Accrued   units.Money    `json:"accrued"`
	Net       units.Money    `json:"net"`
	Client    Affirmation    `json:"client,omitempty"`
	Dealer    Affirmation    `json:"dealer,omitempty"`
}

// Net folds an execution into settlements, ordered by date, currency and account.
// A line that is allocated among accounts is split by face, to the cent, with the
// largest remainder first (ties in the order of the allocations), so that the
// accounts' parts sum to the line.
func Net(lines []Line, facts []Facts, x Execution, ccy units.Currency) []Settlement {
	var tickets []Settlement
	for i, line := range lines {
		whole := part{line.Account, line.Face, x.Fills[i].Principal, x.Fills[i].Accrued}
		if len(line.Allocations) == 0 {
			ticketFor(&tickets, whole.account, ccy, facts[i].Settle).add(line.Number, whole)
			continue
		}
		for _, p := range split(line, whole) {
			ticketFor(&tickets, p.account, ccy, facts[i].Settle).add(line.Number, p)
		}
	}
	slices.SortFunc(tickets, func(a, b Settlement) int {
		return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.Currency, b.Currency),
			cmp.Compare(a.Account, b.Account))
	})
	for i := range tickets {
		tickets[i].ID = fmt.Sprintf("%s-N%02d", x.Trade, i+1)
	}
	return tickets
}

func ticketFor(tickets *[]Settlement, account string, ccy units.Currency, on units.Date) *Settlement {
	for i := range *tickets {
		t := &(*tickets)[i]
		if t.Account == account && t.Currency == ccy && t.Date == on {
			return t
		}
	}
	*tickets = append(*tickets, Settlement{Account: account, Currency: ccy, Date: on})
	return &(*tickets)[len(*tickets)-1]
}

type part struct {
	account   string
	face      units.Face
	principal units.Money
	accrued   units.Money
}

func split(line Line, whole part) []part {
	parts := make([]part, len(line.Allocations))
	principal := apportion(whole.principal, line.Allocations)
	accrued := apportion(whole.accrued, line.Allocations)
	for i, a := range line.Allocations {
		parts[i] = part{a.Account, a.Face, principal[i], accrued[i]}
	}
	return parts
}

func (s *Settlement) add(line int, p part) {
	if n := len(s.Lines); n == 0 || s.Lines[n-1] != line {
		s.Lines = append(s.Lines, line)
	}
	s.Face += p.face
	s.Principal += p.principal
	s.Accrued += p.accrued
	s.Net += p.principal + p.accrued
}
