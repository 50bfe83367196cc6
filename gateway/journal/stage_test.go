package journal

import (
	"path/filepath"
	"strings"
)

// stage opens real files and asks the test before each write and sync. It is how a disk fails,
// stalls and loses power on cue.
type stage struct {
	opened  func(name string, how openMode) error // an error fails the opening
	writing func(name string, b []byte, off int64) (int, error)
	syncing func(name string) error // an error fails the sync
}

func (s *stage) open(path string, how openMode) (file, error) {
	name := filepath.Base(path)
	if s.opened != nil {
		if err := s.opened(name, how); err != nil {
			return nil, err
		}
	}
	f, err := openFile(path, how)
	return &staged{file: f, name: name, stage: s}, err
}

type staged struct {
	file
	name  string
	stage *stage
}

// WriteAt asks the test how many of the bytes to write.
func (f *staged) WriteAt(b []byte, off int64) (int, error) {
	n, failure := len(b), error(nil)
	if f.stage.writing != nil {
		n, failure = f.stage.writing(f.name, b, off)
	}
	if n, err := f.file.WriteAt(b[:n], off); err != nil {
		return n, err
	}
	return n, failure
}

func (f *staged) Datasync() error {
	if f.stage.syncing != nil {
		return f.stage.syncing(f.name)
	}
	return f.file.Datasync()
}

// unsynced is for tests that end without a loss of power: the page cache is their disk.
func unsynced() *stage { return &stage{syncing: func(string) error { return nil }} }

// isSegment tells a segment, or the room for the next one, from the mark.
func isSegment(name string) bool { return !strings.HasPrefix(name, "mark") }
