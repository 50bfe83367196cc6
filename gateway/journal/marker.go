package journal

import (
	"fmt"
	"sync/atomic"
	"time"
)

// marker keeps the mark: writes it for the committer, and syncs it in its own time.
type marker struct {
	marks *markFile
	every time.Duration
	each  bool // sync with each write
	dirty chan struct{}
	stop  chan struct{} // closed when the committer has left
	syncs atomic.Uint64
}

func newMarker(o Options, marks *markFile) *marker {
	return &marker{marks: marks, every: o.MarkEvery, each: o.Paranoid,
		dirty: make(chan struct{}, 1), stop: make(chan struct{})}
}

// note writes a new mark.
func (k *marker) note(m mark) error {
	if err := k.marks.write(m); err != nil {
		return err
	}
	if k.each {
		return k.sync()
	}
	select {
	case k.dirty <- struct{}{}:
	default:
	}
	return nil
}

// run syncs a written mark within the time allowed.
func (k *marker) run() error {
	for {
		select {
		case <-k.dirty:
		case <-k.stop:
			return nil
		}
		select {
		case <-time.After(k.every):
		case <-k.stop:
			return nil // Close syncs it
		}
		if err := k.sync(); err != nil {
			return err
		}
	}
}

func (k *marker) sync() error {
	if err := k.marks.file.Datasync(); err != nil {
		return fmt.Errorf("journal: sync mark: %w", err)
	}
	k.syncs.Add(1)
	return nil
}
