package main

import (
	"context"
	"errors"
	"maps"
	"sync"
	"time"
)

// demoRecord is what one dealer of the demo came to hear.
type demoRecord struct {
	Fills   []fill
	Tickets []ticket
	Outcome string // of a loser
	Settled time.Time
}

// dealerLedger hears the dealers' news from their goroutines.
type dealerLedger struct {
	show    *demoShow
	want    int
	mu      sync.Mutex
	up      map[string]bool
	records map[string]demoRecord
	changed chan struct{}
}

func newDealerLedger(show *demoShow, want int) *dealerLedger {
	return &dealerLedger{show: show, want: want, up: map[string]bool{},
		records: map[string]demoRecord{}, changed: make(chan struct{})}
}

func (l *dealerLedger) hear(e dealerEvent) {
	l.mu.Lock()
	defer l.mu.Unlock()
	record := l.records[e.Dealer]
	switch e.Kind {
	case dealerConnected:
		l.up[e.Dealer] = true
	case dealerExecuted:
		record.Fills = e.Fills
	case dealerTicket:
		record.Tickets = append(record.Tickets, *e.Ticket)
		record.Settled = e.At
	case dealerOutcome:
		record.Outcome = e.Text
	}
	l.records[e.Dealer] = record
	close(l.changed)
	l.changed = make(chan struct{})
	l.show.dealer(e)
}

func (l *dealerLedger) awaitLogons(ctx context.Context, ended <-chan error) error {
	return l.await(ctx, ended, func() bool { return len(l.up) == l.want })
}

// awaitSettlement waits until the winner has answered every ticket and the losers
// have heard of their outcome.
func (l *dealerLedger) awaitSettlement(ctx context.Context, winner string) error {
	return l.await(ctx, nil, func() bool {
		for dealer := range l.up {
			r := l.records[dealer]
			if dealer == winner && !r.settled() || dealer != winner && r.Outcome == "" {
				return false
			}
		}
		return true
	})
}

// settled tells whether the tickets cover the fills.
func (r demoRecord) settled() bool {
	var lines, told sums
	for _, f := range r.Fills {
		lines.addFill(f)
	}
	for _, t := range r.Tickets {
		told.addTicket(t)
	}
	return len(r.Fills) > 0 && lines.face == told.face
}

func (l *dealerLedger) await(ctx context.Context, ended <-chan error, done func() bool) error {
	for {
		l.mu.Lock()
		ok, changed := done(), l.changed
		l.mu.Unlock()
		if ok {
			return nil
		}
		select {
		case <-changed:
		case err := <-ended:
			return errors.Join(errors.New("a dealer of the demo ended early"), err)
		case <-ctx.Done():
			return errors.New("the demo took too long: a dealer did not answer")
		}
	}
}

func (l *dealerLedger) snapshot() map[string]demoRecord {
	l.mu.Lock()
	defer l.mu.Unlock()
	return maps.Clone(l.records)
}
