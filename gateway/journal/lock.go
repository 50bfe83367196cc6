//go:build unix

package journal

import (
	"errors"
	"fmt"
	"os"
	"syscall"
)

// lock takes the directory for one owner, until the returned file is closed or the process ends.
// It is the directory itself that is locked: a lock file could be deleted by a helpful hand.
func lock(dir string) (*os.File, error) {
	d, err := os.Open(dir)
	if err != nil {
		return nil, fmt.Errorf("journal: open directory: %w", err)
	}
	err = syscall.Flock(int(d.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		err = fmt.Errorf("journal: %s is already open, here or in another process; stop that one first", dir)
	} else if err != nil {
		err = fmt.Errorf("journal: lock %s: %w", dir, err)
	}
	if err != nil {
		return nil, errors.Join(err, d.Close())
	}
	return d, nil
}
