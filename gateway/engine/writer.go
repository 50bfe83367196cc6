package engine

import (
	"fmt"
	"slices"
	"time"

	"foliogate/gateway"
	"foliogate/gateway/units"
)

// Writer is the engine without goroutines, timer and waiting: what it decides, in which
// order it appends, applies and shows. The Engine is a Writer with a queue before it and a
// clock beside it; a simulation drives one step by step. Decide, Begin, Drain, NextDue and
// Recover belong to one goroutine, the others to anyone.
type Writer struct {
	options Options
	book    *ledger
	tail    *tail
	latest  time.Time // of the last entry
}

// NewWriter returns a writer with an empty book.
func NewWriter(o Options) *Writer {
	if o.Decide == nil {
		o.Decide = gateway.Decide
	}
	return &Writer{options: o, book: newLedger(), tail: newTail(o.Journal)}
}

// Restore takes over a past, which must not be used any more. It comes before Recover.
func (w *Writer) Restore(p *Past) {
	w.book.restore(p.book)
	w.tail.restore(p.last, p.lsns)
	w.latest = p.at
}

// Recover applies one entry of the journal's past. Entries come in order, before Begin.
func (w *Writer) Recover(lsn uint64, payload []byte) error {
	entry, err := readEntry(lsn, payload, w.tail.last()+1)
	if err != nil {
		return err
	}
	steps, err := applied(w.book.book, lsn, entry)
	if err != nil {
		return err
	}
	w.book.keep(steps)
	w.book.show(entry.Seq)
	w.tail.recovered(entry.Seq, lsn)
	w.latest = entry.At
	return nil
}

// Decide is the heart: decide, append, apply. After an error nothing more may be
// decided.
func (w *Writer) Decide(c gateway.Command) error {
	w.options.Policy.NoRoom = w.options.Room != nil && !w.options.Room()
	env := gateway.Env{
		Now: w.now(), Today: w.options.Today(), Seq: w.tail.last() + 1,
		Ref: w.options.Market, Policy: &w.options.Policy,
	}
	for _, id := range w.book.book.Concerns(env, c) {
		d, err := w.contained(env, id, c)
		if err != nil {
			return err
		}
		if err := w.record(d); err != nil {
			return err
		}
		env.Seq += uint64(len(d.steps))
	}
	return nil
}

// now is the time of a decision. A clock can be set back; the time in the journal goes
// forward with every decision, because who looks at an inquiry later tells by their
// times which of two entries came first.
func (w *Writer) now() time.Time {
	now := w.options.Clock().UTC()
	if now.Before(w.latest) {
		return w.latest.Add(1)
	}
	return now
}

// record makes one append of what was decided on one inquiry, so that the journal
// keeps all of it or none.
func (w *Writer) record(d decision) error {
	if len(d.entries) == 0 {
		return nil
	}
	lsn, err := w.options.Journal.Append(d.records...)
	if err != nil {
		return fmt.Errorf("engine: %w", err)
	}
	if slices.ContainsFunc(d.entries, isUrgent) {
		w.options.Journal.Ask(lsn)
	}
	w.book.keep(d.steps)
	w.tail.publish(d.entries, w.book.audiences(d.entries), lsn)
	w.latest = d.entries[len(d.entries)-1].At
	return nil
}

// isUrgent tells whether an entry is to be durable at once. One of which nobody is told, and that
// ends nothing, is durable with the next that is: so a list costs one sync, however many its parts,
// and so does a settlement.
func isUrgent(e gateway.Entry) bool {
	switch event := e.Event.(type) {
	case gateway.Begun, gateway.FragmentReceived, gateway.DealerChosen:
		return false
	case gateway.TicketAnswered:
		return event.Settled || event.Answer == gateway.Disputed
	}
	return true
}

// Begin comes after the past and before anything else: every counterparty is taken
// for absent. It goes by the book and not by the policy, so that the quotes of a dealer
// that was taken out of the configuration go too.
func (w *Writer) Begin() error {
	for _, firm := range w.book.counterparties() {
		if err := w.Decide(gateway.Disconnect{Origin: gateway.Origin{Firm: firm}}); err != nil {
			return err
		}
	}
	return nil
}

// Drain makes the writer refuse new inquiries from now on.
func (w *Writer) Drain() { w.options.Policy.Draining = true }

// Forget drops the inquiries that ended before a trading day, as a Past does.
func (w *Writer) Forget(before units.Date) { w.book.forget(before) }

// NextDue returns when a Tick next has something to decide; zero if never.
func (w *Writer) NextDue() time.Time { return w.book.nextDue() }

// Settle says that the journal is durable up to a record: what it holds can be seen.
func (w *Writer) Settle(lsn uint64) {
	if seq := w.tail.upTo(lsn); seq > w.Last() {
		w.book.show(seq)
		w.tail.settle(seq)
	}
}

// Inquiry returns an inquiry as the durable entries left it.
func (w *Writer) Inquiry(id gateway.InquiryID) (gateway.Inquiry, bool) { return w.book.inquiry(id) }

// Shown returns the inquiry that a dealer knows by a ListID of its route, as the
// durable entries left it.
func (w *Writer) Shown(dealer gateway.Firm, list string) (gateway.Inquiry, bool) {
	return w.book.ofDealer(dealer, list)
}

// Quoted returns the inquiry in which a client was shown a quote, as the durable
// entries left it.
func (w *Writer) Quoted(client gateway.Firm, quote string) (gateway.Inquiry, bool) {
	return w.book.quotedTo(client, quote)
}

// Live returns how many inquiries can still trade.
func (w *Writer) Live() int { return w.book.live() }

// Last returns the number of the last durable entry.
func (w *Writer) Last() uint64 { return w.tail.durableSeq() }

// News returns durable entries after the given one that a firm may be told of, in order, at most max,
// and the last entry that was looked at.
func (w *Writer) News(firm gateway.Firm, after uint64, max int) ([]gateway.Entry, uint64, error) {
	return w.tail.newsOf(firm, after, max)
}

// Entries returns durable entries after the given one, in order, at most max.
func (w *Writer) Entries(after uint64, max int) ([]gateway.Entry, error) {
	return w.tail.entries(after, max)
}
