package journal

import (
	"crypto/rand"
	"errors"
	"fmt"
	"path/filepath"
)

// Open opens the journal in a directory, or begins one, and recovers it by the rule of the package
// comment. A [DamageError] means that the process must not start; nothing was changed then.
func Open(dir string, o Options) (*Log, error) {
	o, err := o.withDefaults(dir)
	if err != nil {
		return nil, err
	}
	if err := errors.Join(makeDir(dir), makeDir(filepath.Dir(o.Mark))); err != nil {
		return nil, fmt.Errorf("journal: make directory: %w", err)
	}
	owned, err := lock(dir, lockOwner)
	if err != nil {
		return nil, err
	}
	st, marks, err := load(dir, o)
	if err != nil {
		return nil, errors.Join(err, owned.Close())
	}
	return start(dir, o, owned, st, marks), nil
}

// load brings the files into the state from which appending goes on.
func load(dir string, o Options) (state, *markFile, error) {
	segments, err := openSegments(dir, openWrite, o.open)
	if err != nil {
		return state{}, nil, err
	}
	st := state{segments: segments}
	marks, err := trustedMark(o, openWrite, len(segments) == 0)
	switch {
	case err != nil:
	case len(segments) == 0:
		st, marks, err = begin(dir, o, marks)
	default:
		st, marks, err = resume(dir, o, segments, marks)
	}
	if err != nil {
		return state{}, nil, errors.Join(err, closeSegments(st.segments), marks.close())
	}
	return st, marks, nil
}

// trustedMark opens the mark. There may be none if the journal is about to begin, or if an operator
// says so.
func trustedMark(o Options, how openMode, fresh bool) (*markFile, error) {
	marks, err := readMark(o.Mark, how, o.open)
	missing, spoilt := errors.Is(err, errNoMark), errors.Is(err, errSpoiltMark)
	switch {
	case missing && fresh, (missing || spoilt) && o.WithoutMark:
		return nil, nil
	case missing || spoilt:
		return nil, &DamageError{Segment: "mark", Cause: err.Error() + ": " + o.Mark,
			Remedy: "restore it; or, once an operator is sure that the log lost nothing, " +
				"open without the mark; nothing was changed"}
	}
	return marks, err
}

// begin makes the first segment. The mark is made before it, so that segments without a mark are
// never an accident of timing.
func begin(dir string, o Options, marks *markFile) (state, *markFile, error) {
	if marks == nil {
		m := mark{epoch: 1}
		rand.Read(m.id[:])
		created, err := createMark(o.Mark, m, o.open)
		if err != nil {
			return state{}, nil, err
		}
		marks = created
	}
	if marks.last.lsn > 0 {
		return state{}, marks, &DamageError{Segment: segmentName(1), LSN: 1, Remedy: remedyRestore,
			Cause: fmt.Sprintf("no segment exists, but the mark says that lsn %d was durable",
				marks.last.lsn)}
	}
	h := header{number: 1, size: o.SegmentBytes, first: 1, epoch: marks.last.epoch, id: marks.last.id}
	f, err := reserve(dir, h.size, o.open)
	if err != nil {
		return state{}, marks, fmt.Errorf("journal: reserve the first segment: %w", err)
	}
	s, err := baptise(dir, f, h)
	if err != nil {
		return state{}, marks, errors.Join(fmt.Errorf("journal: begin segment 1: %w", err), f.Close())
	}
	return state{segments: []*segment{s}, epoch: h.epoch, dirty: s.end}, marks, nil
}

// resume recovers an existing journal and takes it over under a new epoch.
func resume(dir string, o Options, segments []*segment, marks *markFile) (state, *markFile, error) {
	opened := state{segments: segments}
	gone, err := readArchived(dir)
	if err != nil {
		return opened, marks, err
	}
	var seen *mark
	proven := uint64(0)
	if marks != nil {
		seen, proven = &marks.last, marks.last.lsn
	}
	st, err := examine(segments, seen, gone, false)
	if err != nil {
		return opened, marks, err
	}
	if err := st.repair(proven); err != nil {
		return opened, marks, err
	}
	st.epoch++
	now := mark{lsn: st.last, epoch: st.epoch, hash: st.hash, id: segments[0].id}
	if marks == nil {
		marks, err = createMark(o.Mark, now, o.open)
		return st, marks, err
	}
	// Both slots, so that losing one to damage does not bring an old epoch back.
	err = errors.Join(marks.write(now), marks.write(now), marks.file.Datasync())
	if err != nil {
		err = fmt.Errorf("journal: take over: %w", err)
	}
	return st, marks, err
}
