package engine

import (
	"fmt"
	"runtime/debug"

	"foliogate/gateway"
	"foliogate/gateway/journal"
)

// Panic is a bug that a command has met. It is contained: of the command nothing was done.
// What Go itself calls fatal (no memory left, a stack without end) is none: it ends the process.
type Panic struct {
	Inquiry gateway.InquiryID // empty: of none that exists
	Command gateway.Command
	Cause   any
	Stack   []byte
}

func (p *Panic) Error() string {
	return fmt.Sprintf("engine: a panic over %T of %s about inquiry %q: %v", p.Command,
		p.Command.From().Firm, p.Inquiry, p.Cause)
}

// decision is what a command leads to for one inquiry, tried and ready for the journal.
type decision struct {
	entries []gateway.Entry
	steps   []gateway.Step
	records []journal.Record
}

// contained decides on one inquiry. In the place of a command that panics, the inquiry is put in
// quarantine; should that panic too, the process has to stop.
func (w *Writer) contained(env gateway.Env, id gateway.InquiryID, c gateway.Command) (decision, error) {
	d, failed := w.try(env, id, c)
	if failed == nil {
		return d, nil
	}
	if w.options.Alarm != nil {
		w.options.Alarm(failed)
	}
	d, again := w.try(env, id, gateway.Quarantine{
		Origin: c.From(), Failed: c, Cause: fmt.Sprint(failed.Cause)})
	if again != nil {
		return decision{}, again
	}
	return d, nil
}

// try decides, applies without keeping, and writes without appending: nothing that can panic is
// left for later.
func (w *Writer) try(env gateway.Env, id gateway.InquiryID, c gateway.Command) (d decision, failed *Panic) {
	defer func() {
		if cause := recover(); cause != nil {
			failed = &Panic{id, c, cause, debug.Stack()}
		}
	}()
	w.book.fetch(id)
	d.entries = w.book.book.DecideOn(env, id, c, w.options.Decide)
	d.steps = w.book.book.Try(d.entries)
	for _, entry := range d.entries {
		d.records = append(d.records,
			journal.Record{Kind: EntryKind, Payload: entry.AppendJSON(nil)})
	}
	return d, nil
}

// restore puts an inquiry of a snapshot into a book.
func restore(book *gateway.Book, k gateway.Kept) (err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = fmt.Errorf("engine: inquiry %s cannot be restored: %v", k.ID(), cause)
		}
	}()
	book.RestoreKept(k)
	return nil
}

// applied applies an entry of the past to a book, without keeping it. What was once journaled
// always applies, so that a panic is this version's fault, or the journal was changed.
func applied(book *gateway.Book, lsn uint64, e gateway.Entry) (steps []gateway.Step, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = fmt.Errorf("engine: journal record %d: entry %d, a %T of inquiry %s, cannot be applied: %v;"+
				" the journal is as it was: start the version that wrote it, and have this one mended",
				lsn, e.Seq, e.Event, e.Inquiry, cause)
		}
	}()
	return book.Try([]gateway.Entry{e}), nil
}
