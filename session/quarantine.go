package session

import (
	"errors"
	"fmt"
	"runtime/debug"
)

// A session is put out of service by a panic over one of its messages, and by a counterparty that
// knows more of its numbers than the journal. It is logged out, its Logons are refused, and it is not
// dialled: whatever happened, a person is to look at it before it goes on. Then Reopen puts it back,
// or the next start of the process; no clock does, and no reset of numbers.

// quarantine puts the session out of service.
func (l *link) quarantine(what string, cause any) {
	l.log.Error("session is put out of service: "+what, "cause", cause)
	l.update(func(s *linkState) { s.quarantined = true; s.reason = what })
}

// expel has the outbox log the counterparty of a session out that is out of service.
func (l *link) expel() { l.update(func(s *linkState) { s.expel = s.quarantined }) }

func (l *link) isQuarantined() bool {
	s, _ := l.look()
	return s.quarantined
}

// bar says why the counterparty is not to be dialled.
func (l *link) bar() error {
	if state, _ := l.look(); state.quarantined {
		return fmt.Errorf("the session is out of service: %s", state.reason)
	}
	return nil
}

// contain ends a panic: an alarm, and the session is put out of service. The answer to what caused it
// comes first, where there is one.
func (l *link) contain(what string, answer func()) {
	cause := recover()
	if cause == nil {
		return
	}
	l.log.Error("panic", "stack", string(debug.Stack()))
	l.quarantine("a panic over a "+what, cause)
	answer()
}

var errPanic = errors.New("a panic over what was received")

// orPanic makes an error of what recover returned.
func orPanic(cause any, err error) error {
	if cause == nil {
		return err
	}
	return fmt.Errorf("%w: %v\n%s", errPanic, cause, debug.Stack())
}

// keepSpeaking runs an outbox, and another one each time that the session is back in service. What the first
// may have told is told by the next with PossResend(97)=Y.
func (l *link) keepSpeaking() {
	for newOutbox(l).run() {
		state, _ := l.until(func(s linkState) bool { return s.stopping || !s.quarantined })
		if state.stopping {
			return
		}
	}
}

// Reopen puts sessions back into service that are out of it, and returns their names. A session whose
// store failed stays silent: the journal failed, and the process is about to end.
func (s *Sessions) Reopen() (names []string) {
	for _, l := range s.order {
		if !l.isQuarantined() {
			continue
		}
		l.update(func(s *linkState) {
			s.quarantined, s.expel, s.reason, s.reviewed = false, false, "", true
		})
		l.log.Warn("session is back in service")
		names = append(names, l.row.Name)
	}
	return names
}
