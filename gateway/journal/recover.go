package journal

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// state is what the files of a journal say, established without changing anything.
type state struct {
	segments []*segment
	epoch    uint64   // the highest seen
	last     uint64   // LSN of the last sound record
	hash     [32]byte // its chain hash
	dirty    int64    // the last byte behind the end of the last segment that is not zero, plus one
}

// examine applies the recovery rule of the package comment. m is nil if the mark cannot be read.
// A live journal is being written: what stands behind its end is the business of its owner.
func examine(segments []*segment, m *mark, gone archived, live bool) (state, error) {
	if err := readHeaders(segments, m, gone); err != nil {
		return state{}, err
	}
	extents, err := scanAll(segments)
	if err != nil {
		return state{}, err
	}
	for i, s := range segments[:len(segments)-1] {
		if err := joins(s, extents[i], segments[i+1]); err != nil {
			return state{}, err
		}
	}
	tail, ext := segments[len(segments)-1], extents[len(segments)-1]
	st := state{segments: segments, epoch: ext.epoch, last: tail.last(), hash: ext.hash, dirty: tail.end}
	if !live {
		if st.dirty, err = witness(tail, ext); err != nil {
			return state{}, err
		}
	}
	if m != nil {
		st.epoch = max(st.epoch, m.epoch)
		err = m.agrees(st, ext)
	}
	return st, err
}

// readHeaders fills in the headers and proves that they belong together.
func readHeaders(segments []*segment, m *mark, gone archived) error {
	for i, s := range segments {
		damage := &DamageError{Segment: s.name, Remedy: remedyRestore}
		head := make([]byte, headerUsed)
		n, err := s.file.ReadAt(head, 0)
		if err != nil && !errors.Is(err, io.EOF) {
			return fmt.Errorf("journal: read header of %s: %w", s.name, err)
		}
		h, err := decodeHeader(head[:n])
		switch {
		case err != nil:
			damage.Cause = err.Error()
		case s.name != segmentName(h.number):
			damage.Cause = fmt.Sprintf("the header is that of segment %d", h.number)
		case i == 0 && h.number > gone.Segments+1:
			damage.Segment, damage.Cause = segmentName(gone.Segments+1), "the segment is missing"
		case i > 0 && h.number != segments[i-1].number+1:
			damage.Segment, damage.Cause = segmentName(segments[i-1].number+1), "the segment is missing"
		case h.id != segments[0].id && i > 0:
			damage.Cause = "the segment belongs to another journal"
		case i == 0 && m != nil && h.id != m.id:
			damage.Cause = "the mark belongs to another journal"
		case h.number == 1 && (h.first != 1 || h.hash != [32]byte{}):
			damage.Cause = "the first segment does not begin the journal"
		case h.number == gone.Segments+1 && !gone.precede(h):
			damage.Cause = "the segment does not continue the archive"
		default:
			s.header = h
			continue
		}
		return damage
	}
	return nil
}

// joins proves that a segment's records reach to the header of the next.
func joins(s *segment, ext extent, next *segment) error {
	if s.last()+1 == next.first && ext.hash == next.hash && ext.epoch <= next.epoch {
		return nil
	}
	return &DamageError{Segment: s.name, Offset: s.end, LSN: s.last() + 1, Remedy: remedyRestore,
		Cause: fmt.Sprintf("%s, but %s begins at lsn %d", ext.cause, next.name, next.first)}
}

// witness looks behind the end of the last segment for a record that proves the missing one durable.
func witness(s *segment, ext extent) (dirty int64, err error) {
	if dirty, err = lastByte(s); err != nil || dirty <= s.end {
		return s.end, err
	}
	var (
		w       = newWindow(s.file, s.size)
		seed    = s.id.seed()
		missing = s.last() + 1
	)
	for off := s.end; off+frameBytes <= dirty; off += 8 {
		head, err := w.at(off, frameBytes)
		if err == nil && !plausible(head, missing, s) {
			continue
		}
		f, _, err := w.frameAt(seed, off, s.size)
		if err != nil && !isDamage(err) {
			return 0, fmt.Errorf("journal: read %s at %d: %w", s.name, off, err)
		}
		if err == nil && f.durable >= missing {
			return 0, &DamageError{Segment: s.name, Offset: s.end, LSN: missing, Remedy: remedyRestore,
				Cause: fmt.Sprintf("%s, but record %d at offset %d knew lsn %d to be durable",
					ext.cause, f.lsn, off, f.durable)}
		}
	}
	return dirty, nil
}

// plausible keeps the search from checking sums over megabytes at each step: behind the end of a
// segment stand only LSNs that would still have fitted into it.
func plausible(head []byte, missing uint64, s *segment) bool {
	if len(head) < frameBytes {
		return false
	}
	lsn := binary.LittleEndian.Uint64(head[atLSN:])
	return lsn >= missing && lsn-missing <= uint64(s.size/frameBytes) &&
		binary.LittleEndian.Uint64(head[atDurable:]) < lsn
}

// lastByte is the end of the last bytes in the segment that are not zero.
func lastByte(s *segment) (int64, error) {
	w := newWindow(s.file, s.size)
	end := s.end
	for off := s.end; off < s.size; off += int64(len(w.buf)) {
		b, err := w.at(off, len(w.buf))
		if err != nil {
			return 0, fmt.Errorf("journal: read %s at %d: %w", s.name, off, err)
		}
		if n := trimZeros(b); n > 0 {
			end = off + int64(n)
		}
	}
	return end, nil
}

func trimZeros(b []byte) int {
	n := len(b)
	for n%8 != 0 && b[n-1] == 0 {
		n--
	}
	for n >= 8 && n%8 == 0 && binary.LittleEndian.Uint64(b[n-8:]) == 0 {
		n -= 8
	}
	for n > 0 && b[n-1] == 0 {
		n--
	}
	return n
}
