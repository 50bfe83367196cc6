package journal

import (
	"errors"
	"io"
	"os"
	"path/filepath"
)

// file is the little that the journal asks of a file. It is a test's seam: a fake makes writes and
// syncs fail, stall or tear.
type file interface {
	io.ReaderAt
	io.WriterAt
	io.Closer
	Datasync() error           // the bytes, and what is needed to find them, are on the disk
	Allocate(size int64) error // the file has at least this size, its room reserved if possible
	Size() (int64, error)
}

// opener opens a file; with create set it must not exist yet.
type opener func(path string, how openMode) (file, error)

type openMode int

const (
	openRead   openMode = iota + 1 // it exists and will not be changed
	openWrite                      // it exists
	openCreate                     // it does not exist yet
)

// diskFile is a file of the operating system.
type diskFile struct{ *os.File }

func openFile(path string, how openMode) (file, error) {
	flag := os.O_RDWR
	switch how {
	case openRead:
		flag = os.O_RDONLY
	case openCreate:
		flag |= os.O_CREATE | os.O_EXCL
	}
	f, err := os.OpenFile(path, flag, 0o640)
	if err != nil {
		return nil, err
	}
	return diskFile{f}, nil
}

func (f diskFile) Size() (int64, error) {
	info, err := f.Stat()
	if err != nil {
		return 0, err
	}
	return info.Size(), nil
}

// syncDir makes names created, renamed or removed in a directory durable.
func syncDir(path string) error {
	d, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}

// makeDir creates the directory and makes its name durable.
func makeDir(path string) error {
	if _, err := os.Stat(path); err == nil {
		return nil
	}
	if err := os.MkdirAll(path, 0o750); err != nil {
		return err
	}
	return syncDir(filepath.Dir(path))
}
