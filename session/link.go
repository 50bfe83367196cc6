package session

import (
	"context"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"github.com/quickfixgo/quickfix"

	"foliogate/fixspec"
	"foliogate/fixspec/dict"
	"foliogate/fixspec/wire"
	"foliogate/gateway"
)

// link is one counterparty's session: what the callbacks, the store and the outbox share.
type link struct {
	*access
	id      quickfix.SessionID
	desk    Desk
	store   *store
	brake   *brake
	reader  *fixspec.Reader // of the session's goroutine
	table   *dict.Dictionary
	longest int // message that is taken, in bytes
	log     *slog.Logger

	limit   int                      // no crash explains that the counterparty expects a number above it
	asked   bool                     // something to be sent again, since the Logon; of the session's goroutine
	stale   bool                     // a resend left something out; of the session's goroutine
	resends pace                     // of the session's goroutine
	sending atomic.Pointer[outgoing] // by the outbox
	gone    atomic.Int64             // highest number that the engine handed to the socket
	leaving chan struct{}            // one token: the engine handed something to the socket

	mu    sync.Mutex // guards what follows
	state linkState
	epoch context.Context // ends when the state changes
	end   context.CancelFunc
}

// linkState is a value: who has it looks at one moment.
type linkState struct {
	up          bool
	fence       uint64 // entries up to it were decided before this logon
	logon       int    // our number of before this logon
	quarantined bool
	expel       bool   // quarantined, and the counterparty is to be logged out
	push        bool   // something current was left out of a resend
	farewell    string // why the counterparty is to be logged out; "": it is not
	parting     bool   // it is told, and nothing more is
	afresh      bool   // our next Logon has ResetSeqNumFlag(141)=Y
	taken       bool   // a connection has the session
	reason      string // why the session is quarantined
	reviewed    bool   // a person has looked, and put it back into service
	stopping    bool
	last        uint64 // entry to tell before the stop
}

func newLink(row Row, id quickfix.SessionID, s *store, o Options) *link {
	log := o.Logger.With("session", row.Name, "counterparty", row.TheirCompID)
	l := &link{access: newAccess(row, log), id: id, desk: o.Desk, brake: newBrake(o.Limits), table: o.Table, store: s,
		longest: o.Limits.MessageBytes, leaving: make(chan struct{}, 1),
		resends: pace{amount: o.Limits.ResendsPerMinute, span: time.Minute},
		reader: fixspec.NewReader(o.Table, wire.Policy{Unknown: row.Unknown,
			HeaderAnywhere: row.AnyOrder, AnyGroupOrder: row.AnyOrder}),
		log: log}
	l.epoch, l.end = context.WithCancel(context.Background())
	s.resent = l.resent
	return l
}

// look returns the state and a context that ends when it changes.
func (l *link) look() (linkState, context.Context) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.state, l.epoch
}

func (l *link) isUp() bool {
	s, _ := l.look()
	return s.up
}

func (l *link) update(f func(*linkState)) {
	l.mu.Lock()
	defer l.mu.Unlock()
	f(&l.state)
	l.end()
	l.epoch, l.end = context.WithCancel(context.Background())
}

// loggedOn tells the desk, which pushes what is current, and then lets the outbox speak. What was
// decided up to the fence was decided before the push, so that the push covers it; a price or
// request in it is stale.
func (l *link) loggedOn() {
	fence, reset := l.desk.Last(), l.store.untold()
	if err := l.desk.Submit(gateway.Connect{Origin: l.origin(), Reset: reset}); err != nil {
		l.fail("the desk was not told of the logon", err)
		return
	}
	if reset {
		if err := l.store.told(); err != nil {
			l.fail("the reset was not recorded", err)
			return
		}
	}
	l.log.Info("logged on", "reset", reset)
	logon := l.store.NextSenderMsgSeqNum() - 1
	l.update(func(s *linkState) {
		s.up, s.fence, s.logon, s.push, s.afresh = true, fence, logon, false, false
		s.parting = false // a Logon within the session may have wiped what was queued
	})
}

func (l *link) loggedOut() {
	l.update(func(s *linkState) { s.up = false })
	l.log.Info("logged out")
	if err := l.desk.Submit(gateway.Disconnect{Origin: l.origin()}); err != nil {
		l.fail("the desk was not told of the logout", err)
	}
}

func (l *link) origin() gateway.Origin { return gateway.Origin{Firm: l.row.Firm()} }

// fail ends the session for good: nothing more is counted or sent, so that nothing is lost.
func (l *link) fail(what string, err error) {
	l.log.Error(what, "fault", err)
	l.store.halt(err)
}

// dismiss logs the counterparty out with a text. It may come back.
func (l *link) dismiss(why string) {
	l.log.Warn("the counterparty is logged out", "reason", why)
	l.update(func(s *linkState) { s.farewell = why })
}

// claim gives the session to one connection. A session that is logged on is not given away; one
// whose last connection is about to end is waited for.
func (l *link) claim(ctx context.Context) error {
	for {
		state, epoch := l.take()
		switch {
		case !state.taken:
			return nil
		case state.up:
			return errLive
		}
		select {
		case <-epoch.Done():
		case <-ctx.Done():
			return errTaken
		}
	}
}

// take takes the session if it is free, and returns the state before.
func (l *link) take() (linkState, context.Context) {
	l.mu.Lock()
	defer l.mu.Unlock()
	before := l.state
	if !before.taken {
		l.state.taken = true
		l.state.begin()
	}
	return before, l.epoch
}

// begin forgets what was said to the counterparty's last connection.
func (s *linkState) begin() { s.farewell, s.parting = "", false }

// release gives the session back.
func (l *link) release() { l.update(func(s *linkState) { s.taken = false }) }

// left notes that the engine handed a message to the socket.
func (l *link) left(raw []byte) {
	n := int64(numberOf(raw))
	if n > l.gone.Load() || string(msgTypeOf(raw)) == "A" {
		l.gone.Store(n)
	}
	select {
	case l.leaving <- struct{}{}:
	default:
	}
}

// followed returns what tells of each message of a new connection whether the engine is about to
// write another one behind it: one has a number already, and the engine writes in the order of
// numbers. What is sent again has a low number, and administrative messages may be the last that the
// engine writes before it drops the rest.
func (l *link) followed() func(raw []byte) bool {
	top := 0
	return func(raw []byte) bool {
		n := numberOf(raw)
		if n <= top {
			return false
		}
		top = n
		return !isAdmin(msgTypeOf(raw)) && n < l.store.NextSenderMsgSeqNum()-1
	}
}

// waiting is how many messages have a number and are still with the engine.
func (l *link) waiting() int { return l.store.NextSenderMsgSeqNum() - 1 - int(l.gone.Load()) }

// until returns the first state that satisfies a condition, with the context of that state.
func (l *link) until(holds func(linkState) bool) (linkState, context.Context) {
	for {
		state, epoch := l.look()
		if holds(state) {
			return state, epoch
		}
		<-epoch.Done()
	}
}
