package journal

import (
	"errors"
	"fmt"
	"os"
)

// View is a journal opened for reading only: what check and cat need. It changes nothing.
type View struct {
	Live     bool   // a process has the journal open, so the end is the end of a moment
	First    uint64 // LSN at which it begins: 1, unless the archive with the rest is not at hand
	Last     uint64 // LSN of the last sound record
	Epoch    uint64
	Segments int
	Torn     int64 // bytes of a torn batch behind the last record, which Open would cut

	history history
	lock    *os.File // nil if live
}

const inspectAgain = 3

// Inspect proves a journal by the same rule as [Open] and opens it for reading. A journal that is
// in use is proven up to where its owner has come.
func Inspect(dir string, o Options) (*View, error) {
	o, err := o.withDefaults(dir)
	if err != nil {
		return nil, err
	}
	owned, err := lock(dir, lockReader)
	live := errors.Is(err, errOwned)
	if err != nil && !live {
		return nil, err
	}
	v, err := inspect(dir, o, live)
	for range inspectAgain {
		if !live || !errors.Is(err, os.ErrNotExist) {
			break
		}
		v, err = inspect(dir, o, live) // the owner was archiving what was about to be opened
	}
	if err != nil {
		if owned != nil {
			err = errors.Join(err, owned.Close())
		}
		return nil, err
	}
	v.lock = owned
	return v, nil
}

func inspect(dir string, o Options, live bool) (*View, error) {
	numbers, err := segmentNumbers(dir)
	if err != nil {
		return nil, err
	}
	if len(numbers) == 0 {
		return nil, fmt.Errorf("journal: there is no segment in %s", dir)
	}
	// The mark is read before the segments: of a live journal it may lag, but not lead.
	marks, err := trustedMark(o, openRead, false)
	if err != nil {
		return nil, err
	}
	var seen *mark
	if marks != nil {
		seen = &marks.last
	}
	if err := marks.close(); err != nil {
		return nil, fmt.Errorf("journal: close mark: %w", err)
	}
	segments, err := openSegments(dir, openRead, o.open)
	if err != nil {
		return nil, err
	}
	gone, err := readArchived(dir)
	if err != nil {
		return nil, errors.Join(err, closeSegments(segments))
	}
	segments, err = withArchive(segments, gone, o)
	if err != nil {
		return nil, errors.Join(err, closeSegments(segments))
	}
	st, err := examine(segments, seen, gone, live)
	if err != nil {
		return nil, errors.Join(err, closeSegments(segments))
	}
	tail := segments[len(segments)-1]
	return &View{Live: live, First: segments[0].first, Last: st.last, Epoch: st.epoch, Segments: len(segments),
		Torn: st.dirty - tail.end, history: history{segments: segments}}, nil
}

// ReadAt returns one record.
func (v *View) ReadAt(lsn uint64) (Record, error) {
	f, _, _, err := v.history.frame(lsn)
	return f.record, err
}

// From reads records in order, beginning with lsn (0 is taken as 1).
func (v *View) From(lsn uint64) *Reader { return &Reader{history: &v.history, next: max(lsn, 1)} }

// Close lets an owner in.
func (v *View) Close() error {
	err := v.history.close()
	if v.lock != nil {
		err = errors.Join(err, v.lock.Close())
	}
	return err
}
