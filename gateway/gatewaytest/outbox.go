package gatewaytest

import (
	"slices"

	"foliogate/fixspec"
	"foliogate/gateway"
)

// speak tells some messages from the cursor on, as session's outbox does: only durable entries, of
// late ones only what keeps; number, message and cursor in one record.
func (l *link) speak(most int) error {
	if l.push {
		l.push = false
		return l.h.decide(gateway.Connect{Origin: l.origin})
	}
	after := l.next.entry - 1
	news, seen, err := l.h.writer.News(l.origin.Firm, after, 4)
	if err != nil {
		return err
	}
	l.overlooked(after, seen, news)
	for _, e := range news {
		if err := l.skip(e.Seq); err != nil {
			return err
		}
		if most, err = l.tell(e, most); err != nil || most <= 0 {
			return err
		}
	}
	return l.skip(seen + 1)
}

// overlooked holds what is no news for the counterparty against what it would be told of it.
func (l *link) overlooked(after, seen uint64, news []gateway.Entry) {
	if seen <= after {
		return
	}
	entries, err := l.h.writer.Entries(after, int(seen-after))
	l.must(err)
	for _, e := range entries {
		if slices.ContainsFunc(news, func(n gateway.Entry) bool { return n.Seq == e.Seq }) {
			continue
		}
		q, _ := l.h.writer.Inquiry(e.Inquiry)
		for m := range l.face.Messages(e, q) {
			l.h.w.audit.check(false, "entry %d is no news for %s, which is told %s of it", e.Seq,
				l.origin.Firm, m.Message.MsgType())
		}
	}
}

// skip passes over what is not for the counterparty.
func (l *link) skip(entry uint64) error {
	if l.next.entry >= entry {
		return nil
	}
	return l.pass(entry)
}

func (l *link) mustSpeak() bool {
	return l.up && (l.push || l.next.entry <= l.h.writer.Last()) && len(l.queue) < 16
}

// tell sends messages of one entry, at most so many, and returns how many more may be sent. The
// cursor behind its last message is the next entry.
func (l *link) tell(e gateway.Entry, most int) (int, error) {
	late := e.Seq <= l.fence
	if _, push := e.Event.(gateway.StatePushed); push && late && l.within != e.Seq {
		l.next.index = 0
	}
	l.within = e.Seq
	q, _ := l.h.writer.Inquiry(e.Inquiry)
	var held packet
	number, heldAt := 0, 0
	for m := range l.face.Messages(e, q) {
		if number++; number <= l.next.index {
			continue
		}
		kind := m.Message.MsgType()
		body := m.Message.AppendBody([]byte{1})
		if late && perishable(kind, body) {
			continue
		}
		if heldAt > 0 {
			if err := l.sendHeld(held, cursor{e.Seq, heldAt}); err != nil {
				return 0, err
			}
			if most--; most == 0 {
				return 0, nil
			}
		}
		m.PossResend = m.PossResend || e.Seq <= l.born
		if l.h.w.mutant == SayNothingTwice {
			m.PossResend = false
		}
		held, heldAt = packet{kind: kind, header: m.Header, message: copied(m.Message)}, number
	}
	if heldAt > 0 {
		if err := l.sendHeld(held, cursor{entry: e.Seq + 1}); err != nil {
			return 0, err
		}
		most--
	}
	return most, l.pass(e.Seq + 1)
}

// copied keeps a message beyond the next one: the face uses the report of an execution again.
func copied(m fixspec.Message) fixspec.Message {
	if report, ok := m.(*fixspec.ExecutionReport); ok {
		kept := *report
		return &kept
	}
	return m
}

func (l *link) sendHeld(p packet, behind cursor) error {
	if l.h.w.mutant == CursorFirst {
		if err := l.write(note{verb: "cursor", cursor: behind}); err != nil {
			return err
		}
	}
	if err := l.send(p, behind); err != nil {
		return err
	}
	l.next = behind
	return nil
}

// pass goes on to another entry; the cursor is recorded only after a long silence.
func (l *link) pass(entry uint64) error {
	if l.next.entry == entry {
		l.quiet = 0
		return nil
	}
	l.quiet += int(entry - l.next.entry)
	l.next = cursor{entry: entry}
	if l.quiet < silence {
		return nil
	}
	l.quiet = 0
	return l.write(note{verb: "cursor", cursor: l.next})
}
