package journal

import (
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
)

const archivedName = "archived"

// archived says which segments may stand elsewhere. It is written before they are moved, so that a
// segment that is missing without having been archived is still damage.
type archived struct {
	Segments uint64 `json:"segments"` // 1 to this one
	Last     uint64 `json:"last"`     // LSN of the last record in them
	Chain    string `json:"chain"`    // its hash
	Folder   string `json:"folder"`
}

// precede tells whether the segment begins where the archive ends.
func (a archived) precede(h header) bool {
	return a.Segments == 0 || h.first == a.Last+1 && hexOf(h.hash) == a.Chain
}

func readArchived(dir string) (a archived, err error) {
	b, err := os.ReadFile(filepath.Join(dir, archivedName))
	if errors.Is(err, os.ErrNotExist) {
		return a, nil
	}
	if err == nil {
		err = json.Unmarshal(b, &a)
	}
	if err != nil {
		return a, &DamageError{Segment: archivedName, Cause: "it cannot be read: " + err.Error(),
			Remedy: "restore it from a backup; or bring the archived segments back and remove it"}
	}
	return a, nil
}

// write is whole or absent after a crash.
func (a archived) write(dir string) error {
	b, err := json.Marshal(a)
	if err != nil {
		return err
	}
	return writeWhole(filepath.Join(dir, archivedName), append(b, '\n'))
}

// writeWhole makes a file that is whole or as it was before, whatever happens.
func writeWhole(path string, b []byte) error {
	f, err := os.OpenFile(path+".tmp", os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o640)
	if err != nil {
		return err
	}
	_, err = f.Write(b)
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return err
	}
	if err := os.Rename(path+".tmp", path); err != nil {
		return err
	}
	return syncDir(filepath.Dir(path))
}

// Archive moves segments all of whose records are below an LSN into a folder, which may be on
// another disk. Nothing is ever deleted: together with the archive the journal is one chain, and
// Inspect proves it. The caller must be able to start without what was moved. The last segment
// stays. It returns the names of what was moved.
func (l *Log) Archive(folder string, below uint64) (moved []string, err error) {
	old, next := l.history.below(below)
	if len(old) == 0 {
		return nil, nil
	}
	if err := makeDir(folder); err != nil {
		return nil, fmt.Errorf("journal: make the archive: %w", err)
	}
	last := old[len(old)-1]
	a := archived{Segments: last.number, Last: last.last(), Chain: hexOf(next.hash), Folder: folder}
	if err := a.write(l.writer.dir); err != nil {
		return nil, fmt.Errorf("journal: note what is archived: %w", err)
	}
	for _, s := range old {
		if err := move(filepath.Join(l.writer.dir, s.name), filepath.Join(folder, s.name)); err != nil {
			return moved, errors.Join(fmt.Errorf("journal: archive %s: %w", s.name, err), l.history.drop(len(moved)))
		}
		moved = append(moved, s.name)
	}
	return moved, l.history.drop(len(moved))
}

// below lists the segments that end below an LSN, and the one behind them.
func (h *history) below(lsn uint64) (old []*segment, next *segment) {
	h.mu.RLock()
	defer h.mu.RUnlock()
	n := 0
	for n < len(h.segments)-1 && h.segments[n].last() < lsn {
		n++
	}
	return slices.Clone(h.segments[:n]), h.segments[n]
}

// drop forgets the first n segments. Their files are closed by the next call: a reader that found
// one a moment ago reads it at once.
func (h *history) drop(n int) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	err := closeSegments(h.archived)
	h.archived = slices.Clone(h.segments[:n])
	h.segments = slices.Clone(h.segments[n:])
	return err
}

func (h *history) count() int {
	h.mu.RLock()
	defer h.mu.RUnlock()
	return len(h.segments)
}

// move renames a file, or copies it to another disk. It is at one of the two places, or at both.
func move(from, to string) error {
	err := os.Rename(from, to)
	if err != nil {
		if err := copyFile(from, to); err != nil {
			return err
		}
		err = os.Remove(from)
	}
	return errors.Join(err, syncDir(filepath.Dir(to)), syncDir(filepath.Dir(from)))
}

func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to+".tmp", os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o440)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	if err == nil {
		err = out.Sync()
	}
	if err = errors.Join(err, out.Close()); err != nil {
		return errors.Join(err, os.Remove(to+".tmp"))
	}
	if err := os.Rename(to+".tmp", to); err != nil {
		return err
	}
	return syncDir(filepath.Dir(to))
}

// withArchive puts the archive's segments before those of the journal. One that stands at both
// places, because it was just being moved, counts once.
func withArchive(live []*segment, gone archived, o Options) ([]*segment, error) {
	folder := o.Archive
	if folder == "" {
		folder = gone.Folder
	}
	if folder == "" {
		return live, nil
	}
	if _, err := os.Stat(folder); errors.Is(err, os.ErrNotExist) && o.Archive == "" {
		return live, nil
	}
	old, err := openSegments(folder, openRead, o.open)
	if err != nil {
		return live, err
	}
	n := slices.IndexFunc(old, func(s *segment) bool { return s.name >= live[0].name })
	if n >= 0 {
		err = closeSegments(old[n:])
		old = old[:n]
	}
	return append(old, live...), err
}

func hexOf(hash [32]byte) string { return hex.EncodeToString(hash[:]) }
