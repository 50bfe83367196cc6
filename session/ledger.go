package session

import (
	"fmt"
	"time"
)

// ledger is what the journal's records say about one session. It changes only by them, so that
// what is recovered is what there was.
type ledger struct {
	sender   int      // our next number
	target   int      // the counterparty's next number
	reserved int      // our numbers up to it may have been used
	sent     []uint64 // sent[n-1] is the LSN of message n; 0: there is nothing to send again
	cursor   Cursor
	created  time.Time
	untold   bool // a reset of which the desk does not know
}

func newLedger() *ledger { return &ledger{sender: 1, target: 1, cursor: Cursor{Entry: 1}} }

func (l *ledger) apply(lsn uint64, r record) {
	switch r.verb {
	case "created":
		l.created = r.at
	case "sent":
		l.keep(lsn, r)
	case "received":
		l.target = r.number
	case "number":
		l.number(r.number)
	case "cursor":
		l.cursor = r.cursor
	case "reserve":
		l.reserved = r.number
	case "release":
		l.reserved = r.number - 1
	case "reset":
		*l = ledger{sender: 1, target: 1, cursor: l.cursor, created: r.at, untold: true}
	case "told":
		l.untold = false
	default:
		panic(fmt.Sprintf("session: impossible record %q", r.verb))
	}
}

func (l *ledger) keep(lsn uint64, r record) {
	for len(l.sent) < r.number-1 {
		l.sent = append(l.sent, 0)
	}
	if isAdmin([]byte(r.msgType)) {
		lsn = 0
	}
	l.sent = append(l.sent[:r.number-1], lsn)
	l.sender = r.number + 1
	if r.cursor != (Cursor{}) {
		l.cursor = r.cursor
	}
}

// number changes our next number. Messages from it on are forgotten: sent again later, they would
// be other content under a number that is now to be used anew.
func (l *ledger) number(next int) {
	l.sender = next
	if len(l.sent) >= next {
		l.sent = l.sent[:next-1]
	}
}

// message returns where message n is kept; 0 if there is nothing to send again.
func (l *ledger) message(n int) uint64 {
	if n < 1 || n > len(l.sent) {
		return 0
	}
	return l.sent[n-1]
}
