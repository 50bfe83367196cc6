package journal

import (
	"context"
	"errors"
	"fmt"
	"os"
	"sync"
	"sync/atomic"
)

// Log is an open journal. Its methods may be called from any goroutine.
type Log struct {
	options Options
	lock    *os.File
	epoch   uint64
	history history

	mu      sync.Mutex // guards what follows, up to the blank line
	work    sync.Cond  // there is something for the committer to do
	space   sync.Cond  // the queue was taken, or the log ended
	queue   []byte     // frames waiting for the committer
	last    uint64
	held    int    // calls of Append that wait for room
	asked   uint64 // records up to it are to be durable as soon as can be
	lull    lull
	closing bool
	ended   error // why nothing becomes durable any more: ErrClosed or the fault
	stats   Stats

	durable atomic.Uint64
	advance atomic.Pointer[chan struct{}] // closed and replaced when durable moves or the log ends
	failed  chan struct{}

	writer *writer // the committer's own
	marker *marker
	tasks  sync.WaitGroup // the committer and the marker
	closed sync.Once
	left   error // what Close returned
}

// Append gives the records the next LSNs, in this order, and returns the last of them. It does not
// wait for the disk unless the queue is full; [Log.Wait] does. What nobody asks for by [Log.Ask] or
// [Log.Wait] becomes durable with what somebody does, and within [Options.SyncWithin] anyway. The
// payloads are copied. One call's records are recovered together or not at all. Without records it
// returns the last LSN given out.
func (l *Log) Append(records ...Record) (lsn uint64, err error) {
	need := 0
	for i := range records {
		need += frameSize(len(records[i].Payload))
	}
	if int64(need) > l.options.SegmentBytes-headerBytes {
		return 0, fmt.Errorf("%w: %d bytes with frames, %d fit", ErrTooLarge, need,
			l.options.SegmentBytes-headerBytes)
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if err := l.admit(need); err != nil {
		return 0, err
	}
	for i := range records {
		l.last++
		l.queue = appendFrame(l.queue, records[i], l.last, l.epoch, uint32(len(records)-1-i))
	}
	if len(records) == 0 {
		return l.last, nil
	}
	l.stats.Appends++
	l.stats.Records += uint64(len(records))
	l.stats.Bytes += uint64(need)
	l.rouse()
	return l.last, nil
}

// rouse wakes the committer if there is something to do, else sees to it that there will be.
func (l *Log) rouse() {
	if l.isDue() {
		l.work.Signal()
	} else if !l.lull.waits && l.last > l.durable.Load() {
		l.lull.begin(l.last)
	}
}

// Ask has records up to lsn made durable as soon as can be, without waiting for it.
func (l *Log) Ask(lsn uint64) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if lsn > l.asked {
		l.asked = lsn
		l.rouse()
	}
}

// admit waits until the queue has room for need bytes. An empty queue has room for any one call.
func (l *Log) admit(need int) error {
	full := func() bool {
		return !l.closing && l.ended == nil && len(l.queue) > 0 && len(l.queue)+need > l.options.QueueBytes
	}
	if full() {
		l.stats.Waits++
		l.held++
		l.work.Signal()
		for full() {
			l.space.Wait()
		}
		l.held--
	}
	if l.ended == nil && l.closing {
		return ErrClosed
	}
	return l.ended
}

// Wait asks for lsn and returns when it is durable. It may be an LSN not yet given out: so a
// follower waits for news. It returns the log's fault if that came first, [ErrClosed] if the log was
// closed below lsn.
func (l *Log) Wait(ctx context.Context, lsn uint64) error {
	if l.durable.Load() >= lsn {
		return nil
	}
	l.Ask(lsn)
	_, err := l.Follow(ctx, lsn)
	return err
}

// Follow is Wait without asking. It returns what is durable by then.
func (l *Log) Follow(ctx context.Context, lsn uint64) (durable uint64, err error) {
	for {
		advance := l.DurableChanged()
		if durable = l.durable.Load(); durable >= lsn {
			return durable, nil
		}
		if err := l.end(); err != nil {
			return durable, err
		}
		select {
		case <-advance:
		case <-ctx.Done():
			return durable, ctx.Err()
		}
	}
}

func (l *Log) end() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.ended
}

// Durable is the highest durable LSN; 0 if the journal is empty.
func (l *Log) Durable() uint64 { return l.durable.Load() }

// First is the LSN at which the journal begins: 1, unless segments were archived.
func (l *Log) First() uint64 { return l.history.first() }

// Last is the highest LSN given out.
func (l *Log) Last() uint64 {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.last
}

// Epoch numbers the owners of the directory; this one's is higher than any before it.
func (l *Log) Epoch() uint64 { return l.epoch }

// DurableChanged returns a channel that is closed when [Log.Durable] moves or the log ends. Take
// it first, look at Durable second, and no move is missed.
func (l *Log) DurableChanged() <-chan struct{} { return *l.advance.Load() }

// Failed is closed when a write or sync failed: the process must stop.
func (l *Log) Failed() <-chan struct{} { return l.failed }

// Err is the fault that ended the log, or nil.
func (l *Log) Err() error {
	if err := l.end(); err != ErrClosed {
		return err
	}
	return nil
}

// ReadAt returns one durable record.
func (l *Log) ReadAt(lsn uint64) (Record, error) {
	f, _, _, err := l.history.frame(lsn)
	return f.record, err
}

// From reads durable records in order, beginning with lsn (0 is taken as 1).
func (l *Log) From(lsn uint64) *Reader {
	return &Reader{history: &l.history, next: max(lsn, 1)}
}

// Close makes all that was appended durable, syncs the mark and gives the directory up. After a
// fault it returns the fault.
func (l *Log) Close() error {
	l.closed.Do(func() {
		l.mu.Lock()
		l.closing = true
		l.mu.Unlock()
		l.work.Signal()
		l.space.Broadcast()
		l.tasks.Wait()
		l.left = errors.Join(l.Err(), l.release())
	})
	return l.left
}
