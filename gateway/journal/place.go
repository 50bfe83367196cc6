package journal

// Place is where a record stands, and what the chain says there.
type Place struct {
	LSN     uint64
	Segment string // file name
	Offset  int64  // byte offset in the segment
	Epoch   uint64 // of the owner that wrote it
	Hash    [32]byte
}

func (h *history) place(lsn uint64) (Place, error) {
	f, s, off, err := h.frame(lsn)
	if err != nil {
		return Place{}, err
	}
	return Place{LSN: lsn, Segment: s.name, Offset: off, Epoch: f.epoch, Hash: f.hash}, nil
}

// Place finds a durable record.
func (l *Log) Place(lsn uint64) (Place, error) { return l.history.place(lsn) }

// Place finds a record.
func (v *View) Place(lsn uint64) (Place, error) { return v.history.place(lsn) }
