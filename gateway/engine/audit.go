package engine

import (
	"fmt"

	"foliogate/gateway"
)

// Audit replays entries into a book of its own and says what must never be. It
// trusts nothing but the journal's bytes: a tool's counterpart of Engine.Recover.
type Audit struct {
	past   *Past
	trades map[string]gateway.InquiryID
	wrong  []string
}

// NewAudit returns an audit that has seen nothing.
func NewAudit() *Audit {
	return &Audit{past: NewPast(), trades: make(map[string]gateway.InquiryID)}
}

// Past is the state so far. It belongs to the audit.
func (a *Audit) Past() *Past { return a.past }

// Last is the number of the last entry seen.
func (a *Audit) Last() uint64 { return a.past.last }

// Entry takes the next entry and returns it, and what is wrong with it. A payload
// that cannot be read is an error.
func (a *Audit) Entry(lsn uint64, payload []byte) (gateway.Entry, []string, error) {
	var entry gateway.Entry
	if err := entry.UnmarshalJSON(payload); err != nil {
		return entry, nil, err
	}
	a.wrong = nil
	a.check(entry.Seq == a.Last()+1, "entry %d follows entry %d", entry.Seq, a.Last())
	a.past.passed(lsn, entry)
	before, known := a.past.book.Inquiry(entry.Inquiry)
	_, begins := entry.Event.(gateway.Begun)
	a.check(entry.Inquiry == "" || known != begins, "%T of inquiry %q, known before: %t",
		entry.Event, entry.Inquiry, known)
	if entry.Inquiry != "" && (known || begins) {
		a.apply(entry, before)
	}
	return entry, a.wrong, nil
}

// apply contains a panic: what no Decide would have written may be more than Apply can bear.
func (a *Audit) apply(entry gateway.Entry, before gateway.Inquiry) {
	defer func() {
		if cause := recover(); cause != nil {
			a.fail("%T cannot be applied to inquiry %s: %v", entry.Event, entry.Inquiry, cause)
		}
	}()
	a.past.book.Apply(entry)
	after, _ := a.past.book.Inquiry(entry.Inquiry)
	switch event := entry.Event.(type) {
	case gateway.Traded:
		a.traded(entry, before, event)
		a.wrong = append(a.wrong, Sound(after)...)
	default:
		a.check(before.Execution == nil || after.Execution == before.Execution,
			"%T changes an execution", event)
		if before.Phase != after.Phase {
			a.wrong = append(a.wrong, Sound(after)...)
		}
	}
}

// traded proves that what was executed is executed once.
func (a *Audit) traded(entry gateway.Entry, before gateway.Inquiry, e gateway.Traded) {
	a.check(before.Execution == nil, "inquiry %s is executed twice", entry.Inquiry)
	a.check(before.Award != nil && before.Award.Quote == e.Execution.Quote,
		"inquiry %s is executed without an award of quote %s", entry.Inquiry, e.Execution.Quote)
	other, used := a.trades[e.Execution.Trade]
	a.check(!used, "trade %s is of inquiry %s already", e.Execution.Trade, other)
	a.trades[e.Execution.Trade] = entry.Inquiry
}

func (a *Audit) check(holds bool, format string, args ...any) {
	if !holds {
		a.fail(format, args...)
	}
}

func (a *Audit) fail(format string, args ...any) {
	a.wrong = append(a.wrong, fmt.Sprintf(format, args...))
}
