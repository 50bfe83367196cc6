// Package engine is the one writer of the house. It takes commands from many
// goroutines, decides and applies them one by one, and appends what was decided to
// the journal; readers follow the durable entries from a cursor of their own.
//
// Guarantees:
//
//  1. Entries are numbered 1, 2, ... without gaps, in the order in which they were
//     decided, which is the order in the journal.
//  2. Entries, Wait, Inquiry and Shown speak only of durable entries. What follows
//     from an entry is never seen outside before it would survive a crash.
//  3. Submit returns once the command is decided, applied and queued for the
//     journal; it does not wait for the disk. A caller that writes to the same
//     journal afterwards is ordered behind the entry: its own record is durable
//     only if the entry is.
//  4. If the journal fails, nothing more is decided and Submit returns the fault.
//
// The package knows no FIX.
package engine

import (
	"context"
	"errors"
	"fmt"
	"time"

	"foliogate/gateway"
	"foliogate/gateway/journal"
	"foliogate/gateway/units"
)

// EntryKind is the journal's record kind of a domain entry.
const EntryKind = 'E'

// Journal is what the engine needs of the log.
type Journal interface {
	Append(records ...journal.Record) (uint64, error)
	Wait(ctx context.Context, lsn uint64) error
	ReadAt(lsn uint64) (journal.Record, error)
}

// Options are the engine's surroundings.
type Options struct {
	Journal Journal
	Market  gateway.Market
	Policy  gateway.Policy
	Clock   func() time.Time
	Today   func() units.Date // the business date
}

// Engine decides. Make one with New, hand it the journal's past with Recover, then
// Run it.
type Engine struct {
	options  Options
	commands chan request
	stopped  chan struct{}
	fault    error // set before stopped is closed

	book *ledger
	tail *tail
}

type request struct {
	command gateway.Command
	drain   bool
	answer  chan<- error
}

// ErrStopped is returned for what comes after the engine has stopped.
var ErrStopped = errors.New("engine: stopped")

// maxWaiting bounds the commands that wait for the writer; Submit blocks beyond it.
const maxWaiting = 1024

// New returns an engine with an empty book.
func New(o Options) *Engine {
	return &Engine{
		options: o, commands: make(chan request, maxWaiting), stopped: make(chan struct{}),
		book: newLedger(), tail: newTail(o.Journal),
	}
}

// Recover applies one entry of the journal's past. Entries come in order, before
// Run.
func (e *Engine) Recover(lsn uint64, payload []byte) error {
	var entry gateway.Entry
	if err := entry.UnmarshalJSON(payload); err != nil {
		return fmt.Errorf("engine: journal record %d: %w", lsn, err)
	}
	if want := e.tail.last() + 1; entry.Seq != want {
		return fmt.Errorf("engine: journal record %d holds entry %d where entry %d belongs",
			lsn, entry.Seq, want)
	}
	e.book.apply(entry)
	e.book.show(entry.Seq)
	e.tail.recovered(entry.Seq, lsn)
	return nil
}

// Run decides until the context ends or the journal fails. It begins by taking
// every counterparty for absent: a quote of before the start cannot be taken.
func (e *Engine) Run(ctx context.Context) error {
	following := make(chan error, 1)
	go func() { following <- e.tail.follow(ctx, e.book.show) }()
	err := e.serve(ctx, following)
	e.fault = err
	if err == nil {
		e.fault = ErrStopped
	}
	close(e.stopped)
	return err
}

func (e *Engine) serve(ctx context.Context, following <-chan error) error {
	if err := e.allAbsent(); err != nil {
		return err
	}
	timer := time.NewTimer(0)
	defer timer.Stop()
	for {
		e.setTimer(timer)
		select {
		case <-ctx.Done():
			return nil
		case err := <-following:
			if ctx.Err() != nil {
				return nil
			}
			return err
		case r := <-e.commands:
			if err := e.batch(r); err != nil {
				return err
			}
		case <-timer.C:
			if err := e.decide(gateway.Tick{}); err != nil {
				return err
			}
		}
	}
}

// batch answers one request and those that wait behind it now. What comes meanwhile
// waits for the next one: a stream of commands must not hold up a deadline.
func (e *Engine) batch(r request) error {
	for behind := len(e.commands); ; behind-- {
		err := e.answer(r)
		r.answer <- err
		if err != nil || behind == 0 {
			return err
		}
		r = <-e.commands
	}
}

func (e *Engine) answer(r request) error {
	if r.drain {
		e.options.Policy.Draining = true
		return nil
	}
	return e.decide(r.command)
}

// decide is the heart: decide, append, apply.
func (e *Engine) decide(c gateway.Command) error {
	env := gateway.Env{
		Now: e.options.Clock().UTC(), Today: e.options.Today(), Seq: e.tail.last() + 1,
		Ref: e.options.Market, Policy: &e.options.Policy,
	}
	for _, entries := range byInquiry(e.book.decide(env, c)) {
		if err := e.record(entries); err != nil {
			return err
		}
	}
	return nil
}

// byInquiry cuts what was decided into what belongs together. A Tick can decide on
// any number of inquiries; each stands for itself.
func byInquiry(entries []gateway.Entry) [][]gateway.Entry {
	var parts [][]gateway.Entry
	for from, to := 0, 0; from < len(entries); from = to {
		for to = from + 1; to < len(entries) && entries[to].Inquiry == entries[from].Inquiry; {
			to++
		}
		parts = append(parts, entries[from:to])
	}
	return parts
}

// record makes one append of entries, so that the journal keeps all of them or none.
func (e *Engine) record(entries []gateway.Entry) error {
	records := make([]journal.Record, len(entries))
	for i, entry := range entries {
		records[i] = journal.Record{Kind: EntryKind, Payload: entry.AppendJSON(nil)}
	}
	lsn, err := e.options.Journal.Append(records...)
	if err != nil {
		return fmt.Errorf("engine: %w", err)
	}
	e.book.apply(entries...)
	e.tail.publish(entries, lsn)
	return nil
}

// allAbsent goes by the book and not by the policy, so that the quotes of a dealer
// that was taken out of the configuration go too.
func (e *Engine) allAbsent() error {
	for _, firm := range e.book.counterparties() {
		if err := e.decide(gateway.Disconnect{Origin: gateway.Origin{Firm: firm}}); err != nil {
			return err
		}
	}
	return nil
}

func (e *Engine) setTimer(t *time.Timer) {
	due := e.book.nextDue()
	if due.IsZero() {
		t.Reset(time.Hour)
		return
	}
	t.Reset(max(0, due.Sub(e.options.Clock())))
}

// Submit decides a command.
func (e *Engine) Submit(c gateway.Command) error { return e.request(request{command: c}) }

// Drain makes the engine refuse new inquiries from now on.
func (e *Engine) Drain() error { return e.request(request{drain: true}) }

func (e *Engine) request(r request) error {
	answer := make(chan error, 1)
	r.answer = answer
	select {
	case e.commands <- r:
	case <-e.stopped:
		return e.fault
	}
	select {
	case err := <-answer:
		return err
	case <-e.stopped:
		return e.fault
	}
}

// Inquiry returns an inquiry as the durable entries left it.
func (e *Engine) Inquiry(id gateway.InquiryID) (gateway.Inquiry, bool) { return e.book.inquiry(id) }

// Shown returns the inquiry that a dealer knows by a ListID of its route, as the
// durable entries left it.
func (e *Engine) Shown(dealer gateway.Firm, list string) (gateway.Inquiry, bool) {
	return e.book.ofDealer(dealer, list)
}

// Live returns how many inquiries can still trade.
func (e *Engine) Live() int { return e.book.live() }

// Last returns the number of the last durable entry.
func (e *Engine) Last() uint64 { return e.tail.durableSeq() }

// Entries returns durable entries after the given one, in order, at most max.
func (e *Engine) Entries(after uint64, max int) ([]gateway.Entry, error) {
	return e.tail.entries(after, max)
}

// Wait returns when an entry after the given one is durable, or the context ends.
func (e *Engine) Wait(ctx context.Context, after uint64) error {
	return e.tail.wait(ctx, after, e.stopped)
}
