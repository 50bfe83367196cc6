package journal

import (
	"errors"
	"syscall"
)

// Datasync is fdatasync(2): unlike fsync it leaves out times that nobody needs after a crash.
func (f diskFile) Datasync() error {
	return uninterrupted(func() error { return syscall.Fdatasync(int(f.Fd())) })
}

// Allocate reserves the room, so that a full disk is noticed before it is needed. A file system
// that cannot reserve gives a hole instead.
func (f diskFile) Allocate(size int64) error {
	err := uninterrupted(func() error { return syscall.Fallocate(int(f.Fd()), 0, 0, size) })
	if !errors.Is(err, errors.ErrUnsupported) {
		return err
	}
	have, err := f.Size()
	if err != nil || have >= size {
		return err
	}
	return f.Truncate(size)
}

func uninterrupted(call func() error) error {
	for {
		if err := call(); !errors.Is(err, syscall.EINTR) {
			return err
		}
	}
}
