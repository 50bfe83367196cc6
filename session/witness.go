package session

import (
	"strings"

	"github.com/quickfixgo/quickfix"
)

// The third witness of what the disk holds is the counterparty: one that expects a higher number
// of us than our next, or finds ours too low, knows more about us than we do. Then the journal went
// back in time, as an old copy that was restored does. Nothing here mends that: a reset would hide
// the loss. The session is put out of service until a person has looked, unless the row allows
// resets.

// heard looks at a message before the engine does, which shows nobody what comes instead of a
// Logon.
func (l *link) heard(raw []byte) {
	switch msgType := string(msgTypeOf(raw)); {
	case msgType == "5" && saysTooLow(field(raw, "58")):
		l.knowsMore("it answered: " + printable(field(raw, "58")))
	case msgType == "A" && l.row.Connection == Dial && l.lostItsPast(raw):
		l.beginAfresh("its Logon has a number that was used before")
	}
}

// saysTooLow knows the words of the usual engines.
func saysTooLow(text string) bool {
	text = strings.ToLower(text)
	return strings.Contains(text, "too low") &&
		(strings.Contains(text, "seqnum") || strings.Contains(text, "sequence"))
}

// lostItsPast tells of a Logon whose number is too low, as that of a counterparty without a memory
// is after its restart.
func (l *link) lostItsPast(raw []byte) bool {
	n := numberOf(raw)
	return n > 0 && n < l.store.NextTargetMsgSeqNum() && field(raw, "141") != "Y"
}

// knowsMore is the witness's word against the journal.
func (l *link) knowsMore(word string) {
	if l.row.ResetAllowed {
		l.beginAfresh(word)
		return
	}
	l.quarantine("the counterparty knows more of our numbers than the journal ("+word+"): the journal may "+
		"be an old copy. Do not reset numbers. Stop, find the newest journal, and compare it with the "+
		"counterparty's log; if both agree that nothing is missing, set reset_on_logon_allowed for one "+
		"logon", word)
}

// A start after a crash passes over the numbers that were reserved, so that those of an old copy are
// not too low before the whole block was used. But a crash loses the records of few messages: of
// those whose entries were not yet told, and of what the session says by itself within a moment. A
// counterparty that misses only what comes far behind them has seen what this journal never said.

// ownNumbers is how many a session uses by itself within the moment that a crash can take from us.
const ownNumbers = 100

// explain finds how many numbers a crash explains. It comes before anybody is heard.
func (l *link) explain() error {
	from, to := l.store.passed.from, l.store.passed.to
	l.limit = min(from+ownNumbers, to+1)
	for after, last := l.store.at().Entry-1, l.desk.Last(); after < last && l.limit <= to; {
		entries, seen, err := l.desk.News(l.row.Firm(), after, entriesAtOnce)
		if err != nil {
			return err
		}
		for _, e := range entries {
			q, known := l.desk.Inquiry(e.Inquiry)
			if !known && e.Inquiry != "" {
				continue // as the outbox does
			}
			for range l.row.Face.Messages(e, q) {
				l.limit++
			}
		}
		if seen == after {
			break
		}
		after = seen
	}
	return nil
}

// isUnexplained tells whether the counterparty knows of numbers that this journal never gave, and
// nobody has looked into it yet.
func (l *link) isUnexplained(expected int) bool {
	state, _ := l.look()
	return !state.reviewed && expected > l.limit && expected <= l.store.passed.to
}

// asksFirst tells whether a request to send again says what the counterparty expects: the first
// since its Logon does, further ones may be for the rest of what it misses.
func (l *link) asksFirst() bool {
	first := !l.asked
	l.asked = true
	return first
}

// halt ends a session that is logged on.
func (l *link) halt(word string) quickfix.MessageRejectError {
	l.knowsMore(word)
	l.expel()
	if l.isQuarantined() {
		return unavailable()
	}
	return nil
}

// beginAfresh has both sides begin at number 1, where that is agreed. Whoever dials asks for it;
// what was told and may be lost with the numbers is told again, as after any reset.
func (l *link) beginAfresh(word string) {
	if !l.row.ResetAllowed {
		return
	}
	l.log.Error("the numbers of the two sides do not fit; the row allows a reset", "word", word)
	if l.row.Connection == Dial {
		l.update(func(s *linkState) { s.afresh = true })
	}
}
