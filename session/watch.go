package session

import (
	"bytes"
	"fmt"
	"time"

	"foliogate/fixspec/wire"
)

// watch counts what the counterparty of one connection sends. What comes too fast waits; over a limit
// the session is logged out with a text that says why; until the counterparty has answered that, nothing but its
// Logout(5) passes.
type watch struct {
	limits   Limits
	brake    *brake
	expected func() int // the number that the session expects
	dismiss  func(why string)

	wait   time.Duration // before more is read
	logons pace          // within the session, each of which may reset the numbers
	ahead  []early
	cost   int // of what is ahead, as the engine keeps it
	over   bool
}

// early is a message that came before its turn, which the engine keeps until the gap is filled.
type early struct{ number, cost int }

func newWatch(l Limits, b *brake, expected func() int, dismiss func(string)) *watch {
	return &watch{limits: l, brake: b, expected: expected, dismiss: dismiss,
		logons: pace{amount: logonsPerMinute, span: time.Minute}}
}

// received counts what was read, sound or not.
func (w *watch) received(n int, now time.Time) {
	if why := w.slow(w.brake.read(n, now)); why != "" {
		w.refuse(why)
	}
}

func (w *watch) slow(wait time.Duration, why string) string {
	w.wait = max(w.wait, wait)
	return why
}

// pause returns how long to wait now, once.
func (w *watch) pause() time.Duration {
	wait := w.wait
	w.wait = 0
	return wait
}

// logonsPerMinute bounds how often a counterparty that stays connected can have its day told again.
const logonsPerMinute = 10

// passes tells whether a sound message goes on to the engine.
func (w *watch) passes(raw []byte, now time.Time) bool {
	if w.over {
		return string(msgTypeOf(raw)) == "5"
	}
	why := w.excess(raw, now)
	if why != "" {
		w.refuse(why)
	}
	return why == ""
}

// refuse logs the counterparty out, once.
func (w *watch) refuse(why string) {
	if !w.over {
		w.over = true
		w.dismiss(why)
	}
}

func (w *watch) excess(raw []byte, now time.Time) string {
	switch {
	case !isNumbered(raw): // as FIX says: nothing can be answered that refers to it
		return "MsgSeqNum(34) is missing or no number"
	case isAdmin(msgTypeOf(raw)) && bytes.Count(raw, []byte("\x0134=")) > 1:
		return "MsgSeqNum(34) stands twice" // the engine would take the last, and we count by the first
	case string(msgTypeOf(raw)) == "A" && !w.logons.take(1, now):
		return fmt.Sprintf("more than %d Logons a minute", logonsPerMinute)
	case w.behindGap(raw) > w.limits.GapBytes:
		return fmt.Sprintf("too many messages behind a gap in MsgSeqNum(34): %d is expected",
			w.expected())
	}
	return w.slow(w.brake.message(now))
}

// behindGap is what the engine keeps of messages that came before their turn. A few that it has
// not read yet are counted too.
func (w *watch) behindGap(raw []byte) int {
	expected := w.expected()
	for len(w.ahead) > 0 && w.ahead[0].number < expected {
		w.cost -= w.ahead[0].cost
		w.ahead = w.ahead[1:]
	}
	if n := numberOf(raw); n > expected {
		const message, field = 1 << 10, 64 // what the engine makes of one, beside its bytes
		cost := message + len(raw)
		if isAdmin(msgTypeOf(raw)) { // it is not sealed
			cost += field * bytes.Count(raw, []byte{wire.SOH})
		}
		w.ahead = append(w.ahead, early{n, cost})
		w.cost += cost
	}
	return w.cost
}
