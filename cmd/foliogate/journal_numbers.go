package main

import (
	"fmt"
	"maps"
	"slices"
)

// sessionTotals are what a journal says about one session.
type sessionTotals struct {
	Session  string `json:"session"`
	Next     int    `json:"next_out"` // our next MsgSeqNum(34)
	Expected int    `json:"next_in"`
	Messages int    `json:"messages"` // kept, to be sent again if asked for
	Resets   int    `json:"resets"`
	Told     uint64 `json:"told"` // entries up to it were told, or need not be

	reserved int
}

// numbersAudit reads session records one by one and says what must never be.
type numbersAudit struct {
	sessions map[string]*sessionTotals
	wrong    []string
}

func newNumbersAudit() *numbersAudit {
	return &numbersAudit{sessions: make(map[string]*sessionTotals)}
}

// totals are those of all sessions, in the order of their names.
func (a *numbersAudit) totals() []sessionTotals {
	var all []sessionTotals
	for _, name := range slices.Sorted(maps.Keys(a.sessions)) {
		all = append(all, *a.sessions[name])
	}
	return all
}

// see takes the next record; last is the number of the last entry before it.
func (a *numbersAudit) see(r sessionRecord, last uint64) []string {
	a.wrong = nil
	s := a.sessions[r.Session]
	if s == nil {
		s = &sessionTotals{Session: r.Session, Next: 1, Expected: 1}
		a.sessions[r.Session] = s
	}
	switch r.Verb {
	case "sent":
		a.sent(s, r)
	case "number":
		a.check(r.Number >= s.Next, "%s: our next number runs back from %d to %d", r.Session, s.Next, r.Number)
		s.Next = r.Number
	case "received":
		a.check(r.Number >= s.Expected, "%s: the expected number runs back from %d to %d",
			r.Session, s.Expected, r.Number)
		s.Expected = r.Number
	case "reserve":
		a.check(r.Number >= s.Next-1, "%s: number %d is reserved behind %d", r.Session, r.Number, s.Next)
		s.reserved = r.Number
	case "release":
		a.check(r.Number >= s.Next, "%s: numbers from %d are released, but %d is the next",
			r.Session, r.Number, s.Next)
	case "reset":
		s.Next, s.Expected, s.reserved = 1, 1, 0
		s.Resets++
	}
	if r.Entry > 0 {
		a.check(r.Entry <= last+1, "%s: entry %d is told before there is one", r.Session, r.of())
		a.check(r.Entry > s.Told, "%s: the cursor runs back to %d.%d from behind entry %d",
			r.Session, r.Entry, r.Index, s.Told)
		s.Told = max(s.Told, r.Entry-1)
	}
	return a.wrong
}

func (a *numbersAudit) sent(s *sessionTotals, r sessionRecord) {
	a.check(r.Number >= s.Next, "%s: number %d is used again; %d was the next", r.Session, r.Number, s.Next)
	s.Next = r.Number + 1
	if r.isAdmin() {
		a.check(len(r.raw) == 0, "%s: administrative message %d was kept", r.Session, r.Number)
		return
	}
	fault := r.whole()
	a.check(fault == "", "%s: message %d %s", r.Session, r.Number, fault)
	s.Messages++
}

func (a *numbersAudit) check(holds bool, format string, args ...any) {
	if !holds {
		a.wrong = append(a.wrong, fmt.Sprintf(format, args...))
	}
}
