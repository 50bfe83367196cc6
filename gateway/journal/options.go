package journal

import (
	"fmt"
	"path/filepath"
	"time"
)

const (
	defaultQueueBytes = 8 << 20
	defaultWriteAhead = 64 << 10
	defaultSyncWithin = time.Second
	defaultMarkEvery  = 100 * time.Millisecond

	maxSegmentBytes = 1 << 30 // offsets in a segment are kept in 32 bits
)

// Options are how a journal is kept. The zero value is right for production.
type Options struct {
	// SegmentBytes is the size of new segments; 0 means 64 MiB. It bounds one Append call.
	SegmentBytes int64
	// QueueBytes bounds what waits for the committer, and so a batch; 0 means 8 MiB.
	QueueBytes int
	// WriteAhead is how many bytes wait before they are written though nobody asks for them, so
	// that little is left to do when somebody does; 0 means 64 KiB. Writing is not yet a sync.
	WriteAhead int
	// SyncWithin bounds how long a record that nobody asks for may wait for its sync; 0 means 1 s.
	// When nothing is appended for a tenth of it, the wait is over.
	SyncWithin time.Duration
	// Mark is the path of the high-water mark; "" means the file mark in the directory. Another
	// disk is better: then no single disk can lose both the tail and the proof that it existed.
	Mark string
	// MarkEvery bounds how long the mark may wait for its sync; 0 means 100 ms.
	MarkEvery time.Duration
	// Paranoid syncs the mark at each commit: loss of power together with damage to the last
	// MarkEvery of the log is noticed too, at the price of a second sync.
	Paranoid bool
	// WithoutMark is an operator's decision to believe the log's own end when the mark is lost or
	// damaged. A mark that can be read is still obeyed.
	WithoutMark bool

	// Archive is where Inspect finds segments that Archive moved away; "" means where they were
	// moved to, if that folder is there.
	Archive string

	open opener // a test's seam; nil means real files
}

func (o Options) withDefaults(dir string) (Options, error) {
	if o.SegmentBytes == 0 {
		o.SegmentBytes = defaultSegmentBytes
	}
	if o.QueueBytes == 0 {
		o.QueueBytes = defaultQueueBytes
	}
	if o.WriteAhead == 0 {
		o.WriteAhead = min(defaultWriteAhead, o.QueueBytes)
	}
	if o.SyncWithin == 0 {
		o.SyncWithin = defaultSyncWithin
	}
	if o.MarkEvery == 0 {
		o.MarkEvery = defaultMarkEvery
	}
	if o.Mark == "" {
		o.Mark = filepath.Join(dir, "mark")
	}
	if o.open == nil {
		o.open = newDisk()
	}
	if o.SegmentBytes < 2*headerBytes || o.SegmentBytes > maxSegmentBytes || o.SegmentBytes%8 != 0 {
		return o, fmt.Errorf("journal: SegmentBytes is %d; it must be a multiple of 8 from %d to %d",
			o.SegmentBytes, 2*headerBytes, maxSegmentBytes)
	}
	if o.QueueBytes < 0 || o.WriteAhead < 0 || o.SyncWithin < 0 || o.MarkEvery < 0 {
		return o, fmt.Errorf("journal: QueueBytes %d, WriteAhead %d, SyncWithin %v and MarkEvery %v must"+
			" not be negative", o.QueueBytes, o.WriteAhead, o.SyncWithin, o.MarkEvery)
	}
	return o, nil
}
