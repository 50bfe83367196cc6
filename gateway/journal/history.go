package journal

import (
	"errors"
	"fmt"
	"io"
	"sort"
	"sync"
)

// history is what is durable: the segments and, in them, the offset of each record. Segments and
// offsets are only ever added, so what was taken under the lock stays true after it.
type history struct {
	mu       sync.RWMutex
	segments []*segment
	archived []*segment // dropped by the last Archive; a reader may still be in them
}

// stretch is a number of whole records, one behind the other in one file.
type stretch struct {
	segment *segment
	off     int64
	size    int64
}

// stretch finds records from lsn on, all in one segment and up to room bytes, but at least one.
func (h *history) stretch(lsn uint64, room int64) (stretch, bool) {
	h.mu.RLock()
	defer h.mu.RUnlock()
	n := sort.Search(len(h.segments), func(i int) bool { return h.segments[i].last() >= lsn })
	if n == len(h.segments) || lsn < h.segments[0].first {
		return stretch{}, false
	}
	s := h.segments[n]
	i := int(lsn - s.first)
	off := int64(s.offsets[i])
	more := sort.Search(len(s.offsets)-i-1, func(k int) bool { return s.stop(i+1+k)-off > room })
	return stretch{s, off, s.stop(i+more) - off}, true
}

// read returns the bytes of the stretch. The file cannot be shorter: the records were durable.
func (r stretch) read() ([]byte, error) {
	b := make([]byte, r.size)
	if _, err := r.segment.file.ReadAt(b, r.off); err != nil {
		return nil, fmt.Errorf("journal: read %s at %d: %w", r.segment.name, r.off, err)
	}
	return b, nil
}

// decode reads the record that must stand first in b, at off of its segment.
func (r stretch) decode(b []byte, off int64, lsn uint64) (frame, error) {
	f, err := decodeFrame(r.segment.id.seed(), b)
	if err == nil && f.lsn != lsn {
		err = fmt.Errorf("the record has lsn %d", f.lsn)
	}
	if err != nil {
		return frame{}, &DamageError{Segment: r.segment.name, Offset: off, LSN: lsn,
			Cause:  err.Error() + ", though it was sound when the journal was opened",
			Remedy: "stop the process and " + remedyRestore}
	}
	return f, nil
}

// frame reads one record.
func (h *history) frame(lsn uint64) (frame, *segment, int64, error) {
	r, ok := h.stretch(lsn, 0)
	if !ok {
		return frame{}, nil, 0, h.lack(lsn)
	}
	b, err := r.read()
	if err != nil {
		return frame{}, nil, 0, err
	}
	f, err := r.decode(b, r.off, lsn)
	return f, r.segment, r.off, err
}

const readBlock = 256 << 10

// Reader reads records in order. It is for one goroutine; any number of Readers may run.
type Reader struct {
	history *history
	next    uint64
	at      stretch
	rest    []byte // of it, not yet returned
}

// Next returns the next durable record. After the last one it returns [io.EOF], and goes on when
// more is durable. Payloads stay valid; they share a block of memory with their neighbours.
func (r *Reader) Next() (lsn uint64, record Record, err error) {
	if len(r.rest) == 0 {
		if err := r.fill(); err != nil {
			return 0, Record{}, err
		}
	}
	f, err := r.at.decode(r.rest, r.at.off+r.at.size-int64(len(r.rest)), r.next)
	if err != nil {
		return 0, Record{}, err
	}
	r.rest = r.rest[f.size:]
	r.next++
	return f.lsn, f.record, nil
}

// fill takes a new block each time, so that payloads given out before stay as they are.
func (r *Reader) fill() error {
	at, ok := r.history.stretch(r.next, readBlock)
	if !ok {
		if err := r.history.lack(r.next); !errors.Is(err, ErrNotDurable) {
			return err
		}
		return io.EOF
	}
	b, err := at.read()
	if err != nil {
		return err
	}
	r.at, r.rest = at, b
	return nil
}

// add puts a new segment behind the others.
func (h *history) add(s *segment) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.segments = append(h.segments, s)
}

// index makes records of the last segment readable, which stand at these offsets.
func (h *history) index(offsets []uint32, end int64) {
	h.mu.Lock()
	defer h.mu.Unlock()
	s := h.segments[len(h.segments)-1]
	s.offsets, s.end = append(s.offsets, offsets...), end
}

func (h *history) close() error {
	return errors.Join(closeSegments(h.segments), closeSegments(h.archived))
}

// first is the LSN at which the history begins.
func (h *history) first() uint64 {
	h.mu.RLock()
	defer h.mu.RUnlock()
	return h.segments[0].first
}

// lack says why there is no record.
func (h *history) lack(lsn uint64) error {
	if first := h.first(); lsn > 0 && lsn < first {
		return &ArchivedError{LSN: lsn, First: first}
	}
	return fmt.Errorf("%w: %d", ErrNotDurable, lsn)
}
