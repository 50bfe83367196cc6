package journal

import (
	"errors"
	"os"
)

// start begins the work of an open journal.
func start(dir string, o Options, owned *os.File, st state, marks *markFile) *Log {
	l := &Log{options: o, lock: owned, epoch: st.epoch, last: st.last,
		history: history{segments: st.segments}, failed: make(chan struct{}),
		writer: newWriter(dir, o, st), marker: newMarker(o, marks)}
	l.work.L, l.space.L = &l.mu, &l.mu
	l.durable.Store(st.last)
	l.lull = newLull(o.SyncWithin, l.look)
	first := make(chan struct{})
	l.advance.Store(&first)
	l.writer.provide()
	l.stats.Free = l.writer.free()
	l.tasks.Go(l.commitAll)
	l.tasks.Go(func() {
		if err := l.marker.run(); err != nil {
			l.finish(err)
		}
	})
	return l
}

// commitAll is the committer.
func (l *Log) commitAll() {
	defer close(l.marker.stop)
	var spare []byte
	for {
		batch, asked, more := l.take(spare)
		if !more {
			l.finish(ErrClosed)
			return
		}
		if err := l.commit(batch, asked); err != nil {
			l.finish(err)
			return
		}
		if spare = batch[:0]; cap(spare) > 2*l.options.QueueBytes {
			spare = nil // one great call does not keep its memory for ever
		}
	}
}

// take waits for work and swaps the queue for an empty buffer. Asked says that somebody waits for
// the batch or for what was written before it; not more, that the log has ended.
func (l *Log) take(spare []byte) (batch []byte, asked, more bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.stats.Free = l.writer.free()
	for !l.isDue() && !l.closing && l.ended == nil {
		l.work.Wait()
	}
	if l.ended != nil || l.closing && l.last == l.durable.Load() {
		return nil, false, false
	}
	batch = l.queue
	l.queue = spare
	l.space.Broadcast()
	l.lull.alone = l.isLeft() && !l.closing && !l.isAsked()
	return batch, l.lull.alone || l.closing || l.isAsked(), true
}

// isDue tells whether the committer has something to do.
func (l *Log) isDue() bool {
	return l.isAsked() || l.isLeft() || len(l.queue) >= l.options.WriteAhead || len(l.queue) > 0 && l.held > 0
}

// isAsked tells whether something that was appended is asked for and not yet durable.
func (l *Log) isAsked() bool { return min(l.asked, l.last) > l.durable.Load() }

// isLeft tells whether a lull found something that nobody asked for.
func (l *Log) isLeft() bool { return l.lull.asks > l.durable.Load() }

// commit writes a batch, in as many parts as segments take, and makes it durable if it is asked
// for. What is not stays written: the next sync is for it too.
func (l *Log) commit(batch []byte, asked bool) error {
	for len(batch) > 0 {
		part := batch[:l.writer.fit(batch)]
		if len(part) == 0 {
			if err := l.roll(); err != nil {
				return err
			}
			continue
		}
		if err := l.writer.write(part, l.durable.Load()); err != nil {
			return err
		}
		batch = batch[len(part):]
	}
	l.writer.provide()
	if !asked {
		return nil
	}
	size := l.writer.unsynced()
	if err := l.settle(); err != nil {
		return err
	}
	return l.writer.prepare(size)
}

// roll goes on to a new segment, once everything in this one is durable.
func (l *Log) roll() error {
	if err := l.settle(); err != nil {
		return err
	}
	s, err := l.writer.roll(l.durable.Load() + 1)
	if err != nil {
		return err
	}
	l.history.add(s)
	return nil
}

// settle makes durable what was written, and says so: first to the mark, then to everyone.
func (l *Log) settle() error {
	if l.writer.unsynced() == 0 {
		return nil
	}
	offsets, end, err := l.writer.sync()
	if err != nil {
		return err
	}
	last := l.writer.last
	m := mark{lsn: last, epoch: l.epoch, hash: l.writer.chain.hash, id: l.writer.active.id}
	if err := l.marker.note(m); err != nil {
		return err
	}
	if err := l.end(); err != nil {
		return err // the marker failed meanwhile
	}
	l.history.index(offsets, end)
	l.publish(last)
	return nil
}

// publish wakes who waits for records up to last.
func (l *Log) publish(last uint64) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.stats.Free = l.writer.free()
	if l.lull.alone {
		l.lull.alone = false
		l.stats.Unasked++
	}
	l.durable.Store(last)
	if l.lull.end(); l.last > last {
		l.lull.begin(l.last)
	}
	l.wake()
}

func (l *Log) wake() {
	next := make(chan struct{})
	close(*l.advance.Swap(&next))
}

// finish ends the log: with ErrClosed when all is durable, else with the fault. The first counts.
func (l *Log) finish(err error) {
	l.mu.Lock()
	first := l.ended == nil
	if first {
		l.ended = err
		if err != ErrClosed {
			close(l.failed)
		}
	}
	l.mu.Unlock()
	if first {
		l.work.Signal()
		l.space.Broadcast()
		l.wake()
	}
}

// release gives up what an ended log holds.
func (l *Log) release() error {
	var errs []error
	if l.Err() == nil {
		errs = append(errs, l.marker.sync())
	}
	if l.writer.ready != nil {
		errs = append(errs, l.writer.ready.Close())
	}
	errs = append(errs, l.marker.marks.file.Close(), l.history.close(), l.lock.Close())
	return errors.Join(errs...)
}
