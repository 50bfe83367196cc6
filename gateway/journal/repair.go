package journal

import (
	"fmt"
	"sort"
)

// repair makes the last segment what the state says: the torn tail zeroed, and what lies above the
// mark durable. The latter is written again, not only synced: after a sync that failed the pages
// may count as clean without ever having reached the disk.
func (st state) repair(proven uint64) error {
	s := st.segments[len(st.segments)-1]
	size, err := s.file.Size()
	if err == nil && size < s.size {
		err = s.file.Allocate(s.size)
	}
	unproven := sort.Search(len(s.offsets), func(i int) bool { return s.first+uint64(i) > proven })
	if err == nil && unproven < len(s.offsets) {
		err = rewrite(s.file, int64(s.offsets[unproven]), s.end)
	}
	if err == nil {
		err = zero(s.file, s.end, st.dirty)
	}
	if err == nil && (size < s.size || unproven < len(s.offsets) || st.dirty > s.end) {
		err = s.file.Datasync()
	}
	if err != nil {
		return fmt.Errorf("journal: repair the end of %s at %d: %w", s.name, s.end, err)
	}
	return nil
}

func rewrite(f file, from, to int64) error {
	b := make([]byte, min(to-from, scanBlock))
	for ; from < to; from += int64(len(b)) {
		b = b[:min(to-from, int64(len(b)))]
		if _, err := f.ReadAt(b, from); err != nil {
			return err
		}
		if _, err := f.WriteAt(b, from); err != nil {
			return err
		}
	}
	return nil
}

func zero(f file, from, to int64) error {
	b := make([]byte, max(0, min(to-from, scanBlock)))
	for ; from < to; from += int64(len(b)) {
		b = b[:min(to-from, int64(len(b)))]
		if _, err := f.WriteAt(b, from); err != nil {
			return err
		}
	}
	return nil
}
