package journal

// Stats are counts since Open. Syncs counts syncs of segments; those of the mark stand apart.
type Stats struct {
	Appends   uint64 // calls of Append that were accepted
	Records   uint64
	Bytes     uint64 // of frames: payloads, headers and padding
	Writes    uint64 // batches written
	Syncs     uint64 // batches and new segments made durable
	Unasked   uint64 // of those: for what nobody waited for
	MarkSyncs uint64
	Waits     uint64 // calls of Append that met a full queue
	Segments  int    // now on disk
	// Free is how many bytes are already reserved for records still to come. The room of the next
	// segment is reserved when half of the present one is used; if the disk is full Free runs down,
	// and at zero the log fails: refuse new business while the old can still end.
	Free int64
}

// Low tells that the room of the next segment could not be reserved and that less than a quarter
// of a segment is left: the disk is full. Take nothing new, so that what was begun can end.
func (l *Log) Low() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.stats.Free < l.options.SegmentBytes/4
}

// Stats returns the counts at this moment.
func (l *Log) Stats() Stats {
	l.mu.Lock()
	defer l.mu.Unlock()
	s := l.stats
	s.Segments = l.history.count()
	s.Writes, s.Syncs = l.writer.writes.Load(), l.writer.syncs.Load()
	s.MarkSyncs = l.marker.syncs.Load()
	return s
}
