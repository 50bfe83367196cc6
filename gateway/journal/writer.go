package journal

import (
	"fmt"
	"sync/atomic"
)

// zeroStep is how far ahead of the writer the segment is filled with zeros. Writing into room that
// is only reserved changes metadata, which makes the sync dearer; writing over zeros does not.
const zeroStep = 512 << 10

// dearBatch is the size of a batch from which on zeros ahead cost more than they save: then the disk
// is busy, and the change of metadata is shared by many.
const dearBatch = 16 << 10

// writer owns the last segment. It belongs to the committer.
type writer struct {
	dir     string
	options Options
	epoch   uint64
	active  *segment
	chain   *chain
	at      int64    // where the next record goes
	last    uint64   // LSN of the last record
	synced  int64    // what lies below is durable
	written []uint32 // offsets of the records behind it
	zeroed  int64    // what lies below was filled with zeros
	zeros   []byte
	ready   file // the next segment's room; nil if not reserved
	tried   int64
	writes  atomic.Uint64
	syncs   atomic.Uint64
}

func newWriter(dir string, o Options, st state) *writer {
	s := st.segments[len(st.segments)-1]
	return &writer{dir: dir, options: o, epoch: st.epoch, active: s, chain: newChain(st.hash),
		at: s.end, last: st.last, synced: s.end, zeroed: s.end, zeros: make([]byte, min(zeroStep, o.SegmentBytes))}
}

// fit is how much of a batch the segment takes: whole Append calls only.
func (w *writer) fit(batch []byte) int {
	room := w.active.size - w.at
	if int64(len(batch)) <= room {
		return len(batch)
	}
	whole := 0
	for at := 0; at < len(batch); {
		f := batch[at:]
		at += int(frameSpan(f))
		if int64(at) > room {
			break
		}
		if isLastOfCall(f) {
			whole = at
		}
	}
	return whole
}

// write puts a batch that fits behind what there is.
func (w *writer) write(batch []byte, durable uint64) error {
	last := w.chain.stamp(w.active.id.seed(), batch, durable)
	if _, err := w.active.file.WriteAt(batch, w.at); err != nil {
		return fmt.Errorf("journal: write %s at %d: %w", w.active.name, w.at, err)
	}
	w.writes.Add(1)
	for at := 0; at < len(batch); at += int(frameSpan(batch[at:])) {
		w.written = append(w.written, uint32(w.at+int64(at)))
	}
	w.at, w.last = w.at+int64(len(batch)), last
	return nil
}

// unsynced is how many bytes were written since the last sync.
func (w *writer) unsynced() int64 { return w.at - w.synced }

// sync makes durable what was written, and returns where those records stand and end.
func (w *writer) sync() (offsets []uint32, end int64, err error) {
	if err := w.active.file.Datasync(); err != nil {
		return nil, 0, fmt.Errorf("journal: sync %s at %d: %w", w.active.name, w.synced, err)
	}
	w.syncs.Add(1)
	w.synced = w.at
	offsets, w.written = w.written, w.written[:0]
	return offsets, w.at, nil
}

// roll goes on to a new segment. Everything before it is durable by now.
func (w *writer) roll(next uint64) (*segment, error) {
	if w.ready == nil {
		f, err := reserve(w.dir, w.options.SegmentBytes, w.options.open)
		if err != nil {
			return nil, fmt.Errorf("journal: reserve the next segment: %w", err)
		}
		w.ready = f
	}
	h := header{number: w.active.number + 1, size: w.options.SegmentBytes, first: next,
		epoch: w.epoch, hash: w.chain.hash, id: w.active.id}
	s, err := baptise(w.dir, w.ready, h)
	if err != nil {
		return nil, fmt.Errorf("journal: begin segment %d: %w", h.number, err)
	}
	w.syncs.Add(1)
	w.active, w.ready = s, nil
	w.at, w.synced, w.zeroed, w.tried = s.end, s.end, s.end, 0
	return s, nil
}

// prepare does, after a sync of n bytes, what makes the next ones cheaper.
func (w *writer) prepare(n int64) error {
	w.zeroed = max(w.zeroed, w.at)
	if n >= dearBatch || w.zeroed-w.at >= zeroStep/2 || w.zeroed == w.active.size {
		return nil
	}
	step := min(int64(len(w.zeros)), w.active.size-w.zeroed)
	if _, err := w.active.file.WriteAt(w.zeros[:step], w.zeroed); err != nil {
		return fmt.Errorf("journal: zero %s at %d: %w", w.active.name, w.zeroed, err)
	}
	w.zeroed += step
	return nil
}

// provide reserves the next segment's room once half of this one is used. A full disk is no fault
// yet: Stats.Free shows it, later batches try again, and so does roll.
func (w *writer) provide() {
	step := w.active.size / 16
	if w.free() < w.active.size/4 {
		step /= 64 // little is written from now on, and the disk may have room again
	}
	if w.ready == nil && w.at > w.active.size/2 && w.at-w.tried >= step {
		w.tried = w.at
		w.ready, _ = reserve(w.dir, w.options.SegmentBytes, w.options.open)
	}
}

// free is the room that is already reserved.
func (w *writer) free() int64 {
	room := w.active.size - w.at
	if w.ready != nil {
		room += w.options.SegmentBytes - headerBytes
	}
	return room
}
