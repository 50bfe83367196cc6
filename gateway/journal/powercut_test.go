package journal

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"sync"
	"testing"
)

// cutter is a disk that remembers what it would show if the power went now: what was synced, and
// of what was only written any subset of sectors.
type cutter struct {
	mu     sync.Mutex
	dice   *rand.Rand // its own: it is thrown by the committer and the marker
	files  []*cutFile
	acked  func() uint64
	images []cutImage
}

type cutFile struct {
	file
	path    string // as it was opened; a file in the making is renamed once it was synced
	making  bool
	disk    *cutter
	synced  []byte
	pending []pendingWrite
}

type pendingWrite struct {
	off int64
	b   []byte
}

type cutImage struct {
	files map[string][]byte
	acked uint64
}

func (c *cutter) open(path string, how openMode) (file, error) {
	f, err := openFile(path, how)
	if err != nil {
		return nil, err
	}
	b, err := os.ReadFile(path)
	cut := &cutFile{file: f, path: path, making: how == openCreate, disk: c, synced: b}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.files = append(c.files, cut)
	return cut, err
}

func (f *cutFile) Allocate(size int64) error {
	f.disk.mu.Lock()
	defer f.disk.mu.Unlock()
	f.synced = append(f.synced, make([]byte, max(0, size-int64(len(f.synced))))...)
	return f.file.Allocate(size)
}

func (f *cutFile) WriteAt(b []byte, off int64) (int, error) {
	f.disk.mu.Lock()
	defer f.disk.mu.Unlock()
	f.pending = append(f.pending, pendingWrite{off, bytes.Clone(b)})
	f.disk.cut()
	return f.file.WriteAt(b, off)
}

// Datasync leaves the real disk alone: here the synced bytes are the disk.
func (f *cutFile) Datasync() error {
	f.disk.mu.Lock()
	defer f.disk.mu.Unlock()
	f.disk.cut()
	for _, w := range f.pending {
		copy(f.synced[w.off:], w.b)
	}
	f.pending = nil
	if f.making {
		f.making, f.path = false, f.finalPath()
	}
	return nil
}

func (f *cutFile) finalPath() string {
	if h, err := decodeHeader(f.synced); err == nil {
		return filepath.Join(filepath.Dir(f.path), segmentName(h.number))
	}
	return filepath.Join(filepath.Dir(f.path), "mark")
}

// cut takes images of this moment: nothing of what is pending, all of it, and some of it.
func (c *cutter) cut() {
	for _, keep := range []float64{0, 1, 0.5, 0.9} {
		im := cutImage{files: map[string][]byte{}, acked: c.acked()}
		for _, f := range c.files {
			if !f.making {
				im.files[filepath.Base(f.path)] = f.torn(c.dice, keep)
			}
		}
		c.images = append(c.images, im)
	}
}

func (f *cutFile) torn(dice *rand.Rand, keep float64) []byte {
	b := bytes.Clone(f.synced)
	for _, w := range f.pending {
		for at := 0; at < len(w.b); {
			sector := 512 - int(w.off+int64(at))%512
			end := min(at+sector, len(w.b))
			if dice.Float64() < keep {
				copy(b[w.off+int64(at):], w.b[at:end])
			}
			at = end
		}
	}
	return b
}

// write makes a directory show the image. It overwrites what is there: making a thousand
// directories and files costs a disk far more than filling them.
func (im cutImage) write(t *testing.T, dir string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if _, ok := im.files[e.Name()]; !ok {
			remove(e.Name())(t, dir)
		}
	}
	for name, b := range im.files {
		f, err := os.OpenFile(filepath.Join(dir, name), os.O_RDWR|os.O_CREATE, 0o600)
		if err != nil {
			t.Fatal(err)
		}
		_, err = f.WriteAt(b, 0)
		if err := errors.Join(err, f.Close()); err != nil {
			t.Fatal(err)
		}
	}
}

// Whenever the power goes, in a first life or while recovering from a cut, the journal starts, holds
// all that was acknowledged, and what more it holds is whole calls.
func TestPowerCut(t *testing.T) {
	dice := rand.New(rand.NewPCG(1, 2))
	var (
		start cutImage
		desk  = t.TempDir()
		calls [][]Record // what was ever appended and is not lost yet
	)
	for life := range 4 {
		dir := t.TempDir()
		start.write(t, dir)
		var images []cutImage
		images, calls = live(t, dir, dice, calls)
		more := 0
		for _, im := range images {
			if recovered(t, desk, im, calls) > im.acked {
				more++
			}
		}
		if t.Logf("life %d: %d images, %d with unacknowledged calls", life, len(images), more); more == 0 {
			t.Error("the test has no teeth")
		}
		start = images[len(images)-1-dice.IntN(len(images)/2)]
		calls = calls[:callsIn(calls, recovered(t, desk, start, calls))]
	}
}

// live opens a journal that holds some calls, appends more, closes it, and returns the images of
// all its moments.
func live(t *testing.T, dir string, dice *rand.Rand, calls [][]Record) ([]cutImage, [][]Record) {
	t.Helper()
	n := recordsIn(calls)
	disk := &cutter{
		dice:  rand.New(rand.NewPCG(dice.Uint64(), 0)),
		acked: func() uint64 { return uint64(recordsIn(calls)) },
	}
	o := small
	o.open, o.WriteAhead = disk.open, 1<<10 // so that some writes lie between two syncs
	l, err := Open(dir, o)
	if err != nil {
		t.Fatal(err)
	}
	disk.mu.Lock()
	disk.acked = l.Durable
	disk.mu.Unlock()
	for range 25 {
		for range dice.IntN(4) + 1 { // calls that may share a batch
			call := make([]Record, dice.IntN(5)+1)
			for i := range call {
				call[i] = sample(n + i)
			}
			n += len(call)
			if _, err := l.Append(call...); err != nil {
				t.Fatal(err)
			}
			calls = append(calls, call)
		}
		if dice.IntN(3) == 0 {
			continue // nobody asks
		}
		if err := l.Wait(t.Context(), uint64(n)); err != nil {
			t.Fatal(err)
		}
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	return disk.images, calls
}

// recovered opens an image in a directory of its own and returns how many records it holds.
func recovered(t *testing.T, dir string, im cutImage, calls [][]Record) uint64 {
	t.Helper()
	im.write(t, dir)
	o := small
	o.open = unsynced().open
	l, err := Open(dir, o)
	if err != nil {
		t.Fatalf("%d acknowledged: %v", im.acked, err)
	}
	defer l.Close()
	if l.Last() < im.acked {
		t.Fatalf("%d of %d acknowledged records are left", l.Last(), im.acked)
	}
	n := callsIn(calls, l.Last())
	if got := recordsIn(calls[:n]); uint64(got) != l.Last() {
		t.Fatalf("%d records are left, which ends inside a call", l.Last())
	}
	var want []Record
	for _, call := range calls[:n] {
		want = append(want, call...)
	}
	mustHold(t, l, want)
	return l.Last()
}

// callsIn is how many calls make up the first n records.
func callsIn(calls [][]Record, n uint64) int {
	for i, call := range calls {
		if n < uint64(len(call)) {
			return i
		}
		n -= uint64(len(call))
	}
	return len(calls)
}

func recordsIn(calls [][]Record) (n int) {
	for _, call := range calls {
		n += len(call)
	}
	return n
}
