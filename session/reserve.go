package session

import (
	"context"
	"sync/atomic"
	"time"
)

// reservation is a record that reserves numbers.
type reservation struct {
	upTo int
	lsn  uint64
}

// own bounds what a crash can take of the messages that the session says by itself: answers to what
// is wrong, and heartbeats. Unlike those of entries they are not told again, so that their numbers
// are all that a start after a crash has to explain (witness.go).
type own struct {
	count  int    // since the last that was asked for
	asked  uint64 // the record that was asked for last
	before uint64 // the one before it
}

// saidByItself counts a message of the session's own. After half of what may be lost its record is
// asked for; the one that was asked for before must be durable by then.
func (s *store) saidByItself() {
	if s.own.count++; s.own.count < ownNumbers/2 {
		return
	}
	s.own = own{asked: s.last, before: s.own.asked}
	s.journal.Ask(s.last)
}

// reserve takes the next block of numbers when less than half of one is left, so that it is
// durable before it is needed. The caller holds the lock.
func (s *store) reserve() error {
	if s.ledger.reserved-s.ledger.sender >= s.block/2 {
		return nil
	}
	return s.writeNumber("reserve", s.ledger.sender+s.block)
}

// Needs returns what must be durable before the last number that was used may leave: the
// reservation that covers it. What the message says is durable, or nothing depends on it; the
// record of the message may follow. It is how one sync suffices from a quote to its being shown. Of
// the session's own messages few may be ahead of their records.
func (s *store) Needs() uint64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.ledger.sender-1 <= s.older.upTo {
		return max(s.older.lsn, s.own.before)
	}
	return max(s.newest.lsn, s.own.before)
}

// Wait returns when a record is durable.
func (s *store) Wait(ctx context.Context, lsn uint64) error { return s.journal.Wait(ctx, lsn) }

// release says that numbers from the next one on were not used: the end is clean.
func (s *store) release() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.ledger.reserved < s.ledger.sender {
		return nil
	}
	return s.writeNumber("release", s.ledger.sender)
}

// attach gives the message that is saved next its cursor; the zero Cursor gives none.
func (s *store) attach(c Cursor) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.attached = c
}

// pass moves the cursor over entries of which nothing is told.
func (s *store) pass(c Cursor) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.write(appendCursor(s.buffer[:0], s.session, c), record{verb: "cursor", cursor: c})
}

// at is where the outbox stands.
func (s *store) at() Cursor {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.ledger.cursor
}

// refuse keeps the engine from counting what it is about to refuse: a Logon, whose counterparty must be
// able to come back with the numbers it has, or a message that did not come in its turn.
func (s *store) refuse() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.refused = true
}

// halt fails every later write, so that the engine counts nothing more and disconnects.
func (s *store) halt(err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.halted == nil {
		s.halted = err
	}
}

// untold says that numbers were reset and the desk does not know yet.
func (s *store) untold() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.ledger.untold
}

// told says that the desk knows of the reset.
func (s *store) told() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.write(append(append(append(s.buffer[:0], "told "...), s.session...), '\n'),
		record{verb: "told"})
}

// createdAt is a time that is read at each turn of the engine's loop.
type createdAt struct{ at atomic.Pointer[time.Time] }

func (c *createdAt) set(t time.Time) { c.at.Store(&t) }

func (c *createdAt) get() time.Time {
	if t := c.at.Load(); t != nil {
		return *t
	}
	return time.Time{}
}
