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
		batch := l.take(spare)
		if batch == nil {
			l.finish(ErrClosed)
			return
		}
		if err := l.commit(batch); err != nil {
			l.finish(err)
			return
		}
		if spare = batch[:0]; cap(spare) > 2*l.options.QueueBytes {
			spare = nil // one great call does not keep its memory for ever
		}
	}
}

// take waits for work and swaps the queue for an empty buffer; nil means that the log has ended.
func (l *Log) take(spare []byte) []byte {
	l.mu.Lock()
	defer l.mu.Unlock()
	for len(l.queue) == 0 && !l.closing && l.ended == nil {
		l.work.Wait()
	}
	if len(l.queue) == 0 || l.ended != nil {
		return nil
	}
	batch := l.queue
	l.queue = spare
	l.space.Broadcast()
	return batch
}

// commit makes a batch durable, in as many parts as segments take.
func (l *Log) commit(batch []byte) error {
	size := len(batch)
	for len(batch) > 0 {
		part := batch[:l.writer.fit(batch)]
		if len(part) == 0 {
			s, err := l.writer.roll(l.durable.Load() + 1)
			if err != nil {
				return err
			}
			l.history.add(s)
			continue
		}
		at := l.writer.at
		last, err := l.writer.write(part, l.durable.Load())
		if err == nil {
			err = l.publish(part, at, last)
		}
		if err != nil {
			return err
		}
		batch = batch[len(part):]
	}
	l.writer.provide()
	return l.writer.prepare(size)
}

// publish says that a part is durable up to last: first to the mark, then to everyone.
func (l *Log) publish(part []byte, at int64, last uint64) error {
	m := mark{lsn: last, epoch: l.epoch, hash: l.writer.chain.hash, id: l.writer.active.id}
	if err := l.marker.note(m); err != nil {
		return err
	}
	l.mu.Lock()
	err := l.ended // the marker may have failed meanwhile
	l.stats.Free = l.writer.free()
	l.mu.Unlock()
	if err != nil {
		return err
	}
	l.history.index(part, at)
	l.durable.Store(last)
	l.wake()
	return nil
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
