package session

import (
	"context"
	"fmt"
	"runtime/debug"

	"foliogate/gateway"
)

// outbox tells one counterparty what the journal says, at the pace of its session.
type outbox struct {
	*link
	next   Cursor
	born   uint64 // entries up to it are older than this process: they may have been sent
	silent int    // entries passed since the cursor was recorded
	held   held
	spare  []byte // for the body of the message behind it
	slate  slate
}

const (
	entriesAtOnce = 256
	// window bounds the messages that have a number and are still with the engine, whose own
	// queue has no bound.
	window = 256
	// silence bounds the entries that a start looks through for nothing.
	silence = 1024
)

func newOutbox(l *link) *outbox {
	return &outbox{link: l, next: l.store.at(), born: l.desk.Last(),
		slate: make(slate)}
}

// run speaks until the session stops or fails, or is put out of service, which is the one end that
// another outbox can follow.
func (o *outbox) run() (outOfService bool) {
	defer func() {
		if cause := recover(); cause != nil {
			o.log.Error("panic", "stack", string(debug.Stack()))
			o.quarantine(fmt.Sprintf("a panic over entry %d", o.next.Entry), cause)
			o.sayGoodbye(callUs)
			outOfService = true
		}
	}()
	for {
		state, epoch := o.until(func(s linkState) bool {
			return s.up && !s.parting || s.expel || s.stopping
		})
		switch {
		case state.stopping && (!state.up || state.parting || o.next.Entry > state.last):
			return false
		case state.expel:
			o.sayGoodbye(callUs)
			return true
		case state.farewell != "":
			o.update(func(s *linkState) { s.parting = true })
			o.sayGoodbye(state.farewell)
			continue
		case state.push:
			o.pushAgain()
			continue
		}
		if err := o.speak(epoch, state); err != nil && epoch.Err() == nil {
			o.fail("the outbox ended", err)
			return false
		}
	}
}

// pushAgain has the desk push what is current.
func (o *outbox) pushAgain() {
	o.update(func(s *linkState) { s.push = false })
	if err := o.desk.Submit(gateway.Connect{Origin: o.origin()}); err != nil {
		o.fail("the desk was not asked for what is current", err)
	}
}

// speak tells some entries, or waits for one. What is not for this counterparty is passed over.
func (o *outbox) speak(epoch context.Context, state linkState) error {
	entries, seen, err := o.desk.News(o.row.Firm(), o.next.Entry-1, entriesAtOnce)
	if err != nil {
		return err
	}
	if seen < o.next.Entry {
		return o.desk.AwaitNews(epoch, o.row.Firm(), o.next.Entry-1)
	}
	for _, e := range entries {
		if err := o.skip(e.Seq); err != nil {
			return err
		}
		if err := o.tell(epoch, e, e.Seq <= state.fence); err != nil {
			return err
		}
	}
	return o.skip(seen + 1)
}

// skip passes over what is not for this counterparty.
func (o *outbox) skip(entry uint64) error {
	if o.next.Entry >= entry {
		return nil
	}
	return o.pass(entry)
}

// tell sends the messages of an entry from the cursor on. Of a late one, what may be stale is left
// out: the desk has pushed what is current.
func (o *outbox) tell(epoch context.Context, e gateway.Entry, late bool) error {
	q, known := o.desk.Inquiry(e.Inquiry)
	if !known && e.Inquiry != "" {
		return o.pass(e.Seq + 1) // it ended so long ago that the desk has forgotten it
	}
	if _, push := e.Event.(gateway.StatePushed); push && late {
		o.next.Index = 0 // it was cut short, and what is current may be fewer messages by now
	}
	o.held.number = 0
	number := 0
	for m := range o.row.Face.Messages(e, q) {
		if number++; number <= o.next.Index {
			continue
		}
		o.spare = m.Message.AppendBody(o.spare[:0])
		if late && perishable(m.Message.MsgType(), inBody(o.spare)) {
			continue
		}
		if err := o.sendHeld(epoch, Cursor{e.Seq, o.held.number}); err != nil {
			return err
		}
		m.PossResend = m.PossResend || e.Seq <= o.born
		o.hold(number, m)
	}
	if err := o.sendHeld(epoch, Cursor{Entry: e.Seq + 1}); err != nil {
		return err
	}
	return o.pass(e.Seq + 1)
}

// pass goes on to another entry. The cursor is recorded with each message that is sent, and only
// after a long silence without one.
func (o *outbox) pass(entry uint64) error {
	if o.next.Entry == entry {
		o.silent = 0
		return nil
	}
	o.silent += int(entry - o.next.Entry)
	o.next = Cursor{Entry: entry}
	if o.silent < silence {
		return nil
	}
	o.silent = 0
	return o.store.pass(o.next)
}
