//go:build unix

package journal

import (
	"errors"
	"fmt"
	"os"
	"syscall"
)

// errOwned says that someone has the directory open.
var errOwned = errors.New("already open, here or in another process; stop that one first")

// lock takes the directory, until the returned file is closed or the process ends. It is the
// directory itself that is locked: a lock file could be deleted by a helpful hand.
func lock(dir string, how lockMode) (*os.File, error) {
	d, err := os.Open(dir)
	if err != nil {
		return nil, fmt.Errorf("journal: open directory: %w", err)
	}
	err = syscall.Flock(int(d.Fd()), int(how)|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		err = errOwned
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("journal: lock %s: %w", dir, err), d.Close())
	}
	return d, nil
}

type lockMode int

const (
	lockOwner  lockMode = syscall.LOCK_EX
	lockReader lockMode = syscall.LOCK_SH
)
