package session

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"sync"
	"time"

	"github.com/quickfixgo/quickfix"

	"foliogate/fixspec/dict"
)

// Options are what sessions need.
type Options struct {
	Rows    []Row
	Desk    Desk
	Journal Journal
	Table   *dict.Dictionary
	Logger  *slog.Logger
	Clock   func() time.Time
	Limits  Limits
}

// Sessions are all sessions of one gateway. Make them with New, hand them the journal's past with
// Recover, then Start.
type Sessions struct {
	options Options
	past    *Past
	links   map[quickfix.SessionID]*link
	order   []*link // as the rows
	houses  []*house
	relay   *relay // nil: nobody is dialled
	dialled []*dialled
	lobby   *lobby
	vault   *vault
	work    sync.WaitGroup // the outboxes
}

// New checks the rows.
func New(o Options) (*Sessions, error) {
	if err := checkRows(o.Rows); err != nil {
		return nil, err
	}
	o.Limits = o.Limits.withDefaults()
	return &Sessions{options: o, past: NewPast(),
		links: make(map[quickfix.SessionID]*link), lobby: newLobby(o.Limits),
		vault: newVault(o.Limits, o.Clock)}, nil
}

// Restore takes over a past, which must not be used any more. It comes before Recover.
func (s *Sessions) Restore(p *Past) { s.past = p }

// Recover takes one record of kind Kind from the journal's past. Records come in order.
func (s *Sessions) Recover(lsn uint64, payload []byte) error { return s.past.Recover(lsn, payload) }

func (s *Sessions) ledger(session string) *ledger { return s.past.ledger(session) }

// Start listens, dials and speaks. After an error nothing runs.
func (s *Sessions) Start() error {
	// The engine's registry of sessions is one for the process; the qualifier keeps apart what
	// has the same CompIDs there, such as a gateway and the one that was before it.
	qualifier := rand.Text()
	for _, row := range s.options.Rows {
		if err := s.prepare(row, qualifier); err != nil {
			return err
		}
	}
	if err := s.connect(qualifier); err != nil {
		ctx, cancel := context.WithTimeout(context.Background(), s.options.Limits.WriteWithin)
		defer cancel()
		return errors.Join(err, s.Stop(ctx))
	}
	for _, l := range s.order {
		s.work.Go(l.keepSpeaking)
	}
	return nil
}

func (s *Sessions) prepare(row Row, qualifier string) error {
	store := newStore(s.options.Journal, row.key(), s.ledger(row.key()), s.options.Clock,
		s.options.Limits.Block)
	if err := store.open(); err != nil {
		return fmt.Errorf("session %q: %w", row.Name, err)
	}
	id := quickfix.SessionID{BeginString: quickfix.BeginStringFIX44, SenderCompID: row.OurCompID,
		TargetCompID: row.TheirCompID, Qualifier: qualifier}
	l := newLink(row, id, store, s.options)
	if err := l.explain(); err != nil {
		return fmt.Errorf("session %q: %w", row.Name, err)
	}
	s.links[id] = l
	s.order = append(s.order, l)
	return nil
}

// Create gives the engine the store of a session.
func (s *Sessions) Create(id quickfix.SessionID) (quickfix.MessageStore, error) {
	return s.links[id].store, nil
}

// Addr is where a session is listened for; nil if no accepted session has the name.
func (s *Sessions) Addr(name string) net.Addr {
	for _, h := range s.houses {
		for _, l := range h.links {
			if l.row.Name == name {
				return h.door.Addr()
			}
		}
	}
	return nil
}

// State is one session as an operator sees it.
type State struct {
	Name, Counterparty string
	LoggedOn           bool
	OutOfService       bool
	Reason             string // why it is out of service
	Secure             bool   // TLS, not plaintext on loopback
	Sent, Received     int    // last numbers used
	Told               uint64
}

// States are those of all sessions, in the order of the rows.
func (s *Sessions) States() []State {
	states := make([]State, len(s.order))
	for i, l := range s.order {
		now, _ := l.look()
		states[i] = State{l.row.Name, l.row.TheirCompID, now.up, now.quarantined, now.reason,
			l.row.TLS != nil,
			l.store.NextSenderMsgSeqNum() - 1, l.store.NextTargetMsgSeqNum() - 1, l.store.at().Entry - 1}
	}
	return states
}
