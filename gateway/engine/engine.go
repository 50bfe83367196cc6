// Package engine is the one writer of the house. It takes commands from many
// goroutines, decides and applies them one by one, and appends what was decided to
// the journal; readers follow the durable entries from a cursor of their own.
//
// Guarantees:
//
//  1. Entries are numbered 1, 2, ... without gaps, in the order in which they were
//     decided, which is the order in the journal.
//  2. Entries, News, Inquiry and Shown speak only of durable entries. What follows
//     from an entry is never seen outside before it would survive a crash.
//  3. Submit returns once the command is decided, applied and queued for the
//     journal; it does not wait for the disk. A caller that writes to the same
//     journal afterwards is ordered behind the entry: its own record is durable
//     only if the entry is.
//  4. An entry of which somebody is told is made durable at once. What only leads up to one
//     becomes durable with it.
//  5. If the journal fails, nothing more is decided and Submit returns the fault.
//  6. A panic over one inquiry stops neither the process nor another inquiry: what was to
//     be decided is tried before it is journaled, and in its place the inquiry is put in
//     quarantine (contain.go). An entry that cannot be applied is never written; one that
//     an old journal has stops the start.
//
// The package knows no FIX.
package engine

import (
	"context"
	"errors"
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
	Ask(lsn uint64)
	Follow(ctx context.Context, lsn uint64) (durable uint64, err error)
	ReadAt(lsn uint64) (journal.Record, error)
}

// Options are the engine's surroundings.
type Options struct {
	Journal Journal
	Market  gateway.Market
	Policy  gateway.Policy
	Clock   func() time.Time
	Today   func() units.Date // the business date
	Room    func() bool       // whether the journal has room for new inquiries; nil: always
	Alarm   func(*Panic)      // hears of what was contained; nil: nobody does
	Decide  Decide            // gateway.Decide, or what a test has in its place; nil: that
}

// Decide is the form of gateway.Decide.
type Decide func(gateway.Env, gateway.Inquiry, gateway.Command) []gateway.Event

// Engine decides. Make one with New, hand it the journal's past with Recover, then
// Run it.
type Engine struct {
	writer   *Writer
	commands chan request
	stopped  chan struct{}
	fault    error // set before stopped is closed
}

type request struct {
	command gateway.Command
	drain   bool
	before  units.Date // what ended before it is to be forgotten
	answer  chan<- error
}

// ErrStopped is returned for what comes after the engine has stopped.
var ErrStopped = errors.New("engine: stopped")

// maxWaiting bounds the commands that wait for the writer; Submit blocks beyond it.
const maxWaiting = 1024

// New returns an engine with an empty book.
func New(o Options) *Engine {
	return &Engine{
		writer: NewWriter(o), commands: make(chan request, maxWaiting), stopped: make(chan struct{}),
	}
}

// Restore takes over a past, which must not be used any more. It comes before Recover.
func (e *Engine) Restore(p *Past) { e.writer.Restore(p) }

// Recover applies one entry of the journal's past. Entries come in order, before
// Run.
func (e *Engine) Recover(lsn uint64, payload []byte) error { return e.writer.Recover(lsn, payload) }

// Run decides until the context ends or the journal fails. It begins by taking
// every counterparty for absent: a quote of before the start cannot be taken.
func (e *Engine) Run(ctx context.Context) error {
	following := make(chan error, 1)
	go func() { following <- e.writer.tail.follow(ctx, e.writer.book.show) }()
	err := e.serve(ctx, following)
	e.fault = err
	if err == nil {
		e.fault = ErrStopped
	}
	close(e.stopped)
	return err
}

func (e *Engine) serve(ctx context.Context, following <-chan error) error {
	if err := e.writer.Begin(); err != nil {
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
			if err := e.writer.Decide(gateway.Tick{}); err != nil {
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
	switch {
	case r.drain:
		e.writer.Drain()
		return nil
	case r.before != 0:
		e.writer.Forget(r.before)
		return nil
	}
	return e.writer.Decide(r.command)
}

func (e *Engine) setTimer(t *time.Timer) {
	due := e.writer.NextDue()
	if due.IsZero() {
		t.Reset(time.Hour)
		return
	}
	t.Reset(max(0, due.Sub(e.writer.options.Clock())))
}

// Submit decides a command.
func (e *Engine) Submit(c gateway.Command) error { return e.request(request{command: c}) }

// Drain makes the engine refuse new inquiries from now on.
func (e *Engine) Drain() error { return e.request(request{drain: true}) }

// Forget drops the inquiries that ended before a trading day: their ids are free
// again, and nobody can ask for them, affirm or dispute them.
func (e *Engine) Forget(before units.Date) error { return e.request(request{before: before}) }

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
func (e *Engine) Inquiry(id gateway.InquiryID) (gateway.Inquiry, bool) { return e.writer.Inquiry(id) }

// Shown returns the inquiry that a dealer knows by a ListID of its route, as the
// durable entries left it.
func (e *Engine) Shown(dealer gateway.Firm, list string) (gateway.Inquiry, bool) {
	return e.writer.Shown(dealer, list)
}

// Quoted returns the inquiry in which a client was shown a quote, as the durable
// entries left it.
func (e *Engine) Quoted(client gateway.Firm, quote string) (gateway.Inquiry, bool) {
	return e.writer.Quoted(client, quote)
}

// Live returns how many inquiries can still trade.
func (e *Engine) Live() int { return e.writer.Live() }

// Last returns the number of the last durable entry.
func (e *Engine) Last() uint64 { return e.writer.Last() }

// Entries returns durable entries after the given one, in order, at most max.
func (e *Engine) Entries(after uint64, max int) ([]gateway.Entry, error) {
	return e.writer.Entries(after, max)
}

// News returns durable entries after the given one that a firm may be told of, in order, at most max,
// and the last entry that was looked at.
func (e *Engine) News(firm gateway.Firm, after uint64, max int) ([]gateway.Entry, uint64, error) {
	return e.writer.News(firm, after, max)
}

// AwaitNews returns when there is something to look at for a firm after the given entry, or the
// context ends.
func (e *Engine) AwaitNews(ctx context.Context, firm gateway.Firm, after uint64) error {
	return e.writer.tail.awaitNews(ctx, firm, after, e.stopped)
}

// Wait returns when an entry after the given one is durable, or the context ends.
func (e *Engine) Wait(ctx context.Context, after uint64) error {
	return e.writer.tail.wait(ctx, after, e.stopped)
}
