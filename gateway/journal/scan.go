package journal

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"runtime"
	"sync"
)

// scanBlock is read at once: as much as is still in the processor's cache when it is hashed.
const scanBlock = 256 << 10

// window reads a file forward in big blocks.
type window struct {
	r   io.ReaderAt
	buf []byte
	off int64 // of buf[0] in the file
	len int   // of what was read
}

// newWindow reads a file that should have this size.
func newWindow(r io.ReaderAt, size int64) *window {
	return &window{r: r, buf: make([]byte, min(size, scanBlock))}
}

// at returns the n bytes at off, fewer at the end of the file. They hold until the next call.
func (w *window) at(off int64, n int) ([]byte, error) {
	if off < w.off || off+int64(n) > w.off+int64(w.len) {
		if n > len(w.buf) {
			w.buf = make([]byte, n)
		}
		read, err := w.r.ReadAt(w.buf, off)
		if err != nil && !errors.Is(err, io.EOF) {
			return nil, err
		}
		w.off, w.len = off, read
	}
	from := off - w.off
	return w.buf[from:min(from+int64(n), int64(w.len))], nil
}

// frameAt decodes the frame at off, which must end by limit.
func (w *window) frameAt(seed uint32, off, limit int64) (frame, []byte, error) {
	head, err := w.at(off, frameBytes)
	if err != nil {
		return frame{}, nil, err
	}
	if len(head) < frameBytes || binary.LittleEndian.Uint64(head[atLSN:]) == 0 {
		return frame{}, nil, errNoFrame
	}
	span := frameSpan(head)
	if off+span > limit {
		return frame{}, nil, errShortFrame
	}
	b, err := w.at(off, int(span))
	if err != nil {
		return frame{}, nil, err
	}
	f, err := decodeFrame(seed, b)
	return f, b, err
}

// isDamage tells bytes that are wrong from a disk that cannot read them.
func isDamage(err error) bool {
	return errors.Is(err, errNoFrame) || errors.Is(err, errShortFrame) || errors.Is(err, errBadFrame)
}

// extent is how far a segment's records are sound.
type extent struct {
	hash  [32]byte // chain hash of the last record
	epoch uint64   // of the last record; the header's if there is none
	cause string   // why it ends
}

// scan fills the segment's index with the records that continue the chain from its header, up to
// the end of the last complete Append call. An error means that the disk could not be read.
func (s *segment) scan() (extent, error) {
	var (
		w    = newWindow(s.file, s.size)
		c    = newChain(s.hash)
		seed = s.id.seed()
		off  = int64(headerBytes)
		open uint32 // records of the present Append call still to come
		ext  = extent{hash: s.hash, epoch: s.epoch}
		last = s.epoch
		n    int // records of complete calls
	)
	s.end = off
	for {
		f, b, err := w.frameAt(seed, off, s.size)
		if err != nil && !isDamage(err) {
			return ext, fmt.Errorf("journal: read %s at %d: %w", s.name, off, err)
		}
		if err == nil {
			err = follows(f, b, s.first+uint64(len(s.offsets)), last, c)
		}
		if err != nil {
			s.offsets = s.offsets[:n]
			ext.cause = err.Error()
			return ext, nil
		}
		s.offsets = append(s.offsets, uint32(off))
		off += int64(f.size)
		open, last = f.follow, f.epoch
		if open == 0 {
			n, s.end = len(s.offsets), off
			ext.hash, ext.epoch = c.hash, f.epoch
		}
	}
}

// follows tells whether a sound frame is the next of its journal, and moves the chain over it. The
// frame's bytes are spoilt then.
func follows(f frame, b []byte, lsn, epoch uint64, c *chain) error {
	switch {
	case f.lsn != lsn:
		return fmt.Errorf("the record has lsn %d", f.lsn)
	case f.epoch < epoch:
		return fmt.Errorf("the record has epoch %d after %d", f.epoch, epoch)
	case c.follow(b[:frameBytes+len(f.record.Payload)]) != f.hash:
		return fmt.Errorf("the record does not continue the chain")
	}
	return nil
}

// scanAll scans segments side by side: each starts from the hash in its own header.
func scanAll(segments []*segment) ([]extent, error) {
	var (
		extents = make([]extent, len(segments))
		errs    = make([]error, len(segments))
		next    = make(chan int, len(segments))
		workers sync.WaitGroup
	)
	for i := range segments {
		next <- i
	}
	close(next)
	for range min(len(segments), runtime.GOMAXPROCS(0)) {
		workers.Go(func() {
			for i := range next {
				extents[i], errs[i] = segments[i].scan()
			}
		})
	}
	workers.Wait()
	return extents, errors.Join(errs...)
}
