package journal

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

const (
	segmentSuffix = ".segment"
	nextName      = "next.tmp" // room for the next segment, not yet part of the journal
)

// segment is one file of the journal and the index of the records in it.
type segment struct {
	header
	name    string
	file    file
	offsets []uint32 // of records first, first+1...
	end     int64    // where the last record ends
}

func segmentName(number uint64) string { return fmt.Sprintf("%08d%s", number, segmentSuffix) }

// last is the LSN of the last record; one below first if there is none.
func (s *segment) last() uint64 { return s.first + uint64(len(s.offsets)) - 1 }

// stop is where record i of the segment ends.
func (s *segment) stop(i int) int64 {
	if i+1 < len(s.offsets) {
		return int64(s.offsets[i+1])
	}
	return s.end
}

// segmentNumbers lists the segments in a directory, in order.
func segmentNumbers(dir string) ([]uint64, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("journal: list segments: %w", err)
	}
	var numbers []uint64
	for _, e := range entries {
		digits, ok := strings.CutSuffix(e.Name(), segmentSuffix)
		if !ok {
			continue
		}
		n, err := strconv.ParseUint(digits, 10, 64)
		if err != nil || segmentName(n) != e.Name() {
			return nil, &DamageError{Segment: e.Name(), Cause: "not the name of a segment",
				Remedy: "move the file out of the directory if it does not belong there"}
		}
		numbers = append(numbers, n)
	}
	slices.Sort(numbers)
	return numbers, nil
}

// openSegments opens the segments of a directory and reads their headers.
func openSegments(dir string, how openMode, open opener) (_ []*segment, err error) {
	numbers, err := segmentNumbers(dir)
	if err != nil {
		return nil, err
	}
	var segments []*segment
	defer func() {
		if err != nil {
			err = errors.Join(err, closeSegments(segments))
		}
	}()
	for _, n := range numbers {
		f, err := open(filepath.Join(dir, segmentName(n)), how)
		if err != nil {
			return segments, fmt.Errorf("journal: open segment: %w", err)
		}
		segments = append(segments, &segment{name: segmentName(n), file: f})
	}
	return segments, nil
}

func closeSegments(segments []*segment) error {
	var err error
	for _, s := range segments {
		err = errors.Join(err, s.file.Close())
	}
	return err
}

// reserve makes a file with the room for a segment, not yet named as one.
func reserve(dir string, size int64, open opener) (file, error) {
	path := filepath.Join(dir, nextName)
	if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, err
	}
	f, err := open(path, openCreate)
	if err != nil {
		return nil, err
	}
	if err := f.Allocate(size); err != nil {
		return nil, errors.Join(err, f.Close(), os.Remove(path))
	}
	return f, nil
}

// baptise makes a reserved file the journal's next segment. The header is durable before the name.
func baptise(dir string, f file, h header) (*segment, error) {
	if _, err := f.WriteAt(h.encode(), 0); err != nil {
		return nil, err
	}
	if err := f.Datasync(); err != nil {
		return nil, err
	}
	name := segmentName(h.number)
	if err := os.Rename(filepath.Join(dir, nextName), filepath.Join(dir, name)); err != nil {
		return nil, err
	}
	if err := syncDir(dir); err != nil {
		return nil, err
	}
	return &segment{header: h, name: name, file: f, end: headerBytes}, nil
}
