package session

import (
	"context"
	"errors"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"github.com/quickfixgo/quickfix"

	"foliogate/fixspec/wire"
	"foliogate/gateway/journal"
)

// store is the engine's message store for one session, on the common journal. It waits for the
// disk only to read a message again that was sent a moment ago.
type store struct {
	journal Journal
	session string
	clock   func() time.Time
	block   int // numbers to reserve at once

	created createdAt
	resent  func() // called after a resend
	full    atomic.Bool

	mu       sync.Mutex
	ledger   *ledger
	attached Cursor // of the message that is being saved
	refused  bool   // what the engine counts next was refused: it is not counted
	halted   error
	buffer   []byte
	last     uint64 // LSN of the last record

	newest, older reservation // the last two
	own           own

	passed span // numbers that were passed over when it was opened
}

// span is numbers from one up to another; none if that is below.
type span struct{ from, to int }

func newStore(j Journal, session string, l *ledger, clock func() time.Time, block int) *store {
	return &store{journal: j, session: session, ledger: l, clock: clock, block: block, resent: func() {}}
}

// open makes the recovered ledger ready for use: numbers that may have been used are passed over.
func (s *store) open() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.ledger.created.IsZero() {
		if err := s.writeTime("created", s.clock()); err != nil {
			return err
		}
	}
	s.created.set(s.ledger.created)
	s.passed = span{s.ledger.sender, s.ledger.reserved}
	if s.ledger.reserved >= s.ledger.sender {
		if err := s.writeNumber("number", s.ledger.reserved+1); err != nil {
			return err
		}
	}
	return s.reserve()
}

// write appends a record and applies it to the ledger.
func (s *store) write(payload []byte, r record) error {
	if s.halted != nil {
		return s.halted
	}
	s.buffer = payload
	lsn, err := s.journal.Append(journal.Record{Kind: Kind, Payload: payload})
	if err != nil {
		return err
	}
	s.ledger.apply(lsn, r)
	s.last = lsn
	if r.verb == "reserve" {
		s.older, s.newest = s.newest, reservation{r.number, lsn}
	}
	return nil
}

func (s *store) writeNumber(verb string, n int) error {
	return s.write(appendNumber(s.buffer[:0], verb, s.session, n), record{verb: verb, number: n})
}

func (s *store) writeTime(verb string, t time.Time) error {
	return s.write(appendTime(s.buffer[:0], verb, s.session, t), record{verb: verb, at: t})
}

// NextSenderMsgSeqNum is our next number.
func (s *store) NextSenderMsgSeqNum() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.ledger.sender
}

// NextTargetMsgSeqNum is the number that we expect.
func (s *store) NextTargetMsgSeqNum() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.ledger.target
}

// IncrNextSenderMsgSeqNum uses a number without a message.
func (s *store) IncrNextSenderMsgSeqNum() error {
	return s.SetNextSenderMsgSeqNum(s.NextSenderMsgSeqNum() + 1)
}

// IncrNextTargetMsgSeqNum counts a received message.
func (s *store) IncrNextTargetMsgSeqNum() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.refused {
		s.refused = false
		return nil
	}
	return s.writeNumber("received", s.ledger.target+1)
}

// SetNextSenderMsgSeqNum changes our next number.
func (s *store) SetNextSenderMsgSeqNum(next int) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.writeNumber("number", next); err != nil {
		return err
	}
	return s.reserve()
}

// SetNextTargetMsgSeqNum changes the number that we expect.
func (s *store) SetNextTargetMsgSeqNum(next int) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.writeNumber("received", next)
}

// CreationTime is when numbers began. The engine asks at each turn of its loop, which since 0.9.2
// spins while its writer is busy: yielding here is what lets the writer run, and resting while it
// has no room is what lets everybody else.
func (s *store) CreationTime() time.Time {
	if s.full.Load() {
		time.Sleep(rest)
	} else {
		runtime.Gosched()
	}
	return s.created.get()
}

// rest is how long a session waits before it tries again to write to a counterparty that does not
// read.
const rest = time.Millisecond

// Full says whether what was written has to wait for room.
func (s *store) Full(yes bool) { s.full.Store(yes) }

// SetCreationTime changes it. No caller is known; a failing journal shows at the next record.
func (s *store) SetCreationTime(t time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.writeTime("created", t) == nil {
		s.created.set(t)
	}
}

// SaveMessage keeps a message under its number.
func (s *store) SaveMessage(n int, raw []byte) error {
	return s.SaveMessageAndIncrNextSenderMsgSeqNum(n, raw)
}

// SaveMessageAndIncrNextSenderMsgSeqNum keeps number, message and cursor in one record.
func (s *store) SaveMessageAndIncrNextSenderMsgSeqNum(n int, raw []byte) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	cursor := s.attached
	s.attached = Cursor{}
	msgType := msgTypeOf(raw)
	payload := appendSent(s.buffer[:0], s.session, n, msgType, cursor, raw)
	err := s.write(payload, record{verb: "sent", number: n, msgType: string(msgType), cursor: cursor})
	if err != nil {
		return err
	}
	if cursor == (Cursor{}) {
		s.saidByItself()
	}
	return s.reserve()
}

// GetMessages returns what is to be sent again.
func (s *store) GetMessages(begin, end int) ([][]byte, error) {
	var all [][]byte
	err := s.IterateMessages(begin, end, func(raw []byte) error {
		all = append(all, raw)
		return nil
	})
	return all, err
}

// IterateMessages goes through what is to be sent again. The engine fills gaps between messages,
// but not behind the last one; so one administrative message stands for all that is missing there.
func (s *store) IterateMessages(begin, end int, yield func([]byte) error) error {
	defer s.resent()
	lsns, newest := s.kept(begin, end)
	if err := s.journal.Wait(context.Background(), newest); err != nil {
		return err
	}
	for i, lsn := range lsns {
		if lsn == 0 {
			continue
		}
		r, err := s.journal.ReadAt(lsn)
		var gone *journal.ArchivedError
		if errors.As(err, &gone) {
			lsns[i] = 0 // it is too old to be sent again
			continue
		}
		if err != nil {
			return err
		}
		if err := yield(sentBytes(r.Payload)); err != nil {
			return err
		}
	}
	if n := len(lsns); n > 0 && lsns[n-1] == 0 {
		return yield(filler(max(begin, 1) + n - 1))
	}
	return nil
}

// kept returns where the messages of a range are, by number, and the newest of them.
func (s *store) kept(begin, end int) (lsns []uint64, newest uint64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	end = min(end, s.ledger.sender-1)
	for n := max(begin, 1); n <= end; n++ {
		lsn := s.ledger.message(n)
		lsns = append(lsns, lsn)
		newest = max(newest, lsn)
	}
	return lsns, newest
}

// filler is an administrative message with this number.
func filler(n int) []byte {
	return wire.Finish(wire.AppendInt(wire.Begin(nil, "0"), 34, n), 0)
}

// Refresh has nothing to do: nobody else writes.
func (s *store) Refresh() error { return nil }

// Reset begins at 1 again, as a Logon with ResetSeqNumFlag(141)=Y or a new period asks.
func (s *store) Reset() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.writeTime("reset", s.clock()); err != nil {
		return err
	}
	s.created.set(s.ledger.created)
	s.older, s.newest = reservation{}, reservation{}
	s.passed = span{} // numbers begin again: none of these is passed over
	return s.reserve()
}

// Close has nothing to do: the journal is not the store's.
func (s *store) Close() error { return nil }

var _ quickfix.MessageStore = (*store)(nil)
