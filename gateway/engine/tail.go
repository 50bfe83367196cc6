package engine

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"

	"foliogate/gateway"
	"foliogate/gateway/journal"
)

// tail is the journal as its readers see it: the durable entries, the recent ones
// from memory and older ones from disk.
type tail struct {
	journal Journal

	sync.Mutex
	index     index
	recent    []gateway.Entry    // the last of them, decoded; the last one is entry index.last()
	audiences []gateway.Audience // of the recent ones
	durable   uint64             // number of the last durable entry
	news      news
	grown     chan struct{} // closed when something was published
	moved     chan struct{} // closed when durable moved
}

// keepRecent bounds the decoded entries in memory.
const keepRecent = 2048

func newTail(j Journal) *tail {
	return &tail{journal: j, news: newNews(), grown: make(chan struct{}), moved: make(chan struct{})}
}

// last returns the number of the last entry, durable or not.
func (t *tail) last() uint64 {
	t.Lock()
	defer t.Unlock()
	return t.index.last()
}

// restore begins behind a past.
func (t *tail) restore(last uint64, marks []uint64) {
	t.Lock()
	defer t.Unlock()
	t.index = index{base: last, marks: marks}
	t.durable, t.news.all = last, last
}

func (t *tail) durableSeq() uint64 {
	t.Lock()
	defer t.Unlock()
	return t.durable
}

func (t *tail) recovered(seq, lsn uint64) {
	t.Lock()
	defer t.Unlock()
	t.index.lsns = append(t.index.lsns, lsn)
	t.durable, t.news.all = seq, seq
}

// publish takes entries that were appended together, the last one at lsn, and who may be told.
func (t *tail) publish(entries []gateway.Entry, audiences []gateway.Audience, lsn uint64) {
	t.Lock()
	defer t.Unlock()
	first := lsn - uint64(len(entries)) + 1
	for i := range entries {
		t.index.lsns = append(t.index.lsns, first+uint64(i))
	}
	t.recent, t.audiences = append(t.recent, entries...), append(t.audiences, audiences...)
	if n := len(t.recent); n > 2*keepRecent {
		t.recent = append([]gateway.Entry(nil), t.recent[n-keepRecent:]...)
		t.audiences = append([]gateway.Audience(nil), t.audiences[n-keepRecent:]...)
	}
	close(t.grown)
	t.grown = make(chan struct{})
}

// follow moves the durable mark behind the journal until the context ends or the
// journal fails. What the entries left is shown before they are.
func (t *tail) follow(ctx context.Context, show func(seq uint64)) error {
	for {
		lsn, grown := t.pending()
		if lsn == 0 {
			select {
			case <-grown:
				continue
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		durable, err := t.journal.Follow(ctx, lsn)
		if err != nil {
			return fmt.Errorf("engine: %w", err)
		}
		seq := t.upTo(durable)
		show(seq)
		t.settle(seq)
	}
}

// pending returns where the first entry stands that is not durable; 0 if all are, and
// what is closed when there is one.
func (t *tail) pending() (lsn uint64, grown <-chan struct{}) {
	t.Lock()
	defer t.Unlock()
	if t.durable == t.index.last() {
		return 0, t.grown
	}
	return t.index.lsns[t.durable-t.index.base], t.grown
}

// settle moves the durable mark.
func (t *tail) settle(seq uint64) {
	t.Lock()
	defer t.Unlock()
	for oldest := t.index.last() - uint64(len(t.recent)); t.durable < seq; t.durable++ {
		if t.durable >= oldest {
			t.news.heard(t.durable+1, t.audiences[t.durable-oldest])
		} else {
			t.news.everyone(t.durable + 1)
		}
	}
	close(t.moved)
	t.moved = make(chan struct{})
}

// upTo is the number of the last entry that stands at a record or before it.
func (t *tail) upTo(lsn uint64) uint64 {
	t.Lock()
	defer t.Unlock()
	n, _ := slices.BinarySearch(t.index.lsns, lsn+1)
	return t.index.base + uint64(n)
}

func (t *tail) wait(ctx context.Context, after uint64, stopped <-chan struct{}) error {
	for {
		t.Lock()
		durable, moved := t.durable, t.moved
		t.Unlock()
		if durable > after {
			return nil
		}
		select {
		case <-moved:
		case <-stopped:
			return ErrStopped
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// entries returns up to limit durable entries after the given one. Those that were
// archived are passed over.
func (t *tail) entries(after uint64, limit int) ([]gateway.Entry, error) {
	for {
		found, end, err := t.stretch(after, limit)
		if err != nil || len(found) > 0 || end <= after {
			return found, err
		}
		after = end
	}
}

// stretch looks at entries after the given one, up to end.
func (t *tail) stretch(after uint64, limit int) (found []gateway.Entry, end uint64, err error) {
	t.Lock()
	end = min(t.durable, after+uint64(limit))
	if after >= end {
		t.Unlock()
		return nil, end, nil
	}
	oldest := t.index.last() - uint64(len(t.recent)) // entries after it are in memory
	switch {
	case after >= oldest:
		found = append(found, t.recent[after-oldest:end-oldest]...)
		t.Unlock()
		return found, end, nil
	case after >= t.index.base:
		end = min(end, oldest)
		lsns := t.index.between(after, end)
		t.Unlock()
		found, err = t.fromDisk(lsns)
		return found, end, err
	}
	end = min(end, t.index.base)
	near := t.index.near(after)
	t.Unlock()
	found, err = t.fromPast(near, after, end)
	return found, end, err
}

func (t *tail) fromDisk(lsns []uint64) ([]gateway.Entry, error) {
	var found []gateway.Entry
	for _, lsn := range lsns {
		record, err := t.journal.ReadAt(lsn)
		if _, gone := archived(err); gone {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("engine: %w", err)
		}
		var entry gateway.Entry
		if err := entry.UnmarshalJSON(record.Payload); err != nil {
			return nil, fmt.Errorf("engine: journal record %d: %w", lsn, err)
		}
		found = append(found, entry)
	}
	return found, nil
}

// fromPast reads on from an lsn that is at the first entry or before it.
func (t *tail) fromPast(lsn, after, end uint64) ([]gateway.Entry, error) {
	var found []gateway.Entry
	for last := uint64(0); last < end; lsn++ {
		record, err := t.journal.ReadAt(lsn)
		if first, gone := archived(err); gone {
			lsn = first - 1
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("engine: %w", err)
		}
		if record.Kind != EntryKind {
			continue
		}
		if last++; last > 1 && last <= after {
			continue // the number of the first that is read is the count of the others
		}
		var entry gateway.Entry
		if err := entry.UnmarshalJSON(record.Payload); err != nil {
			return nil, fmt.Errorf("engine: journal record %d: %w", lsn, err)
		}
		if last = entry.Seq; last > after && last <= end {
			found = append(found, entry)
		}
	}
	return found, nil
}

// archived tells whether a record was not read because it is in the archive, and
// where the journal begins.
func archived(err error) (first uint64, yes bool) {
	var gone *journal.ArchivedError
	if errors.As(err, &gone) {
		return gone.First, true
	}
	return 0, false
}
