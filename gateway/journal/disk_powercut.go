//go:build powercut

package journal

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"slices"
	"sync"
	"syscall"
)

// This disk is for the torture only and never in a release: what was not synced is in the memory
// of the process, so that kill -9 is a power cut. As on a true disk, a sector may reach the platter
// at any time before its sync, and in any order, so that a cut can tear a batch.
//
// The variable POWERCUT can order the end, in words: a seed, a way to end, which one of
// the matching writes it takes, and what such a write contains ("*" for anything):
//
//	7 torn 1 "type":"Traded"
//
//	before  ends before the sync of that write
//	torn    ends when a part of it is on the platter
//	after   ends when it is durable, and nobody was told yet
//	eio     has its sync fail
//	full    has the write fail: the disk is full

// defaultSegmentBytes is small, so that segments roll under torture too.
const defaultSegmentBytes = 4 << 20

const sectorBytes = 512

// fate is when and how this process ends.
type fate struct {
	sync.Mutex
	chance *rand.Rand
	way    string
	nth    int
	mark   []byte
}

func newDisk() opener {
	f := &fate{}
	var seed uint64
	var mark string
	order := os.Getenv("POWERCUT")
	if _, err := fmt.Sscan(order, &seed, &f.way, &f.nth, &mark); err == nil && mark != "*" {
		f.mark = []byte(mark)
	}
	f.chance = rand.New(rand.NewPCG(seed, 1))
	return func(path string, how openMode) (file, error) {
		under, err := openFile(path, how)
		if err != nil {
			return nil, err
		}
		return &platter{file: under, fate: f, cache: map[int64][]byte{}}, nil
	}
}

// met tells whether this write is the one.
func (f *fate) met(p []byte) bool {
	if f.way == "" || !bytes.Contains(p, f.mark) {
		return false
	}
	f.nth--
	return f.nth == 0
}

// platter is a file with a cache that a power cut empties.
type platter struct {
	file
	fate   *fate
	cache  map[int64][]byte // by sector
	doomed bool             // the write that was waited for is in the cache
}

func (f *platter) WriteAt(p []byte, off int64) (int, error) {
	f.fate.Lock()
	defer f.fate.Unlock()
	if f.fate.met(p) {
		if f.fate.way == "full" {
			return 0, syscall.ENOSPC
		}
		f.doomed = true
	}
	for done := 0; done < len(p); {
		number, within := (off+int64(done))/sectorBytes, int((off+int64(done))%sectorBytes)
		sector, err := f.sector(number)
		if err != nil {
			return done, err
		}
		done += copy(sector[within:], p[done:])
		if f.fate.chance.IntN(16) == 0 {
			if err := f.settle(number); err != nil {
				return done, err
			}
		}
	}
	return len(p), nil
}

// sector brings one into the cache.
func (f *platter) sector(number int64) ([]byte, error) {
	if held, ok := f.cache[number]; ok {
		return held, nil
	}
	held := make([]byte, sectorBytes)
	if _, err := f.readUnder(held, number*sectorBytes); err != nil {
		return nil, err
	}
	f.cache[number] = held
	return held, nil
}

// readUnder reads zeros behind the end.
func (f *platter) readUnder(p []byte, off int64) (int, error) {
	n, err := f.file.ReadAt(p, off)
	if n < len(p) && errors.Is(err, io.EOF) {
		return len(p), nil
	}
	return n, err
}

// settle puts a sector on the platter.
func (f *platter) settle(number int64) error {
	_, err := f.file.WriteAt(f.cache[number], number*sectorBytes)
	delete(f.cache, number)
	return err
}

func (f *platter) ReadAt(p []byte, off int64) (int, error) {
	f.fate.Lock()
	defer f.fate.Unlock()
	n, err := f.file.ReadAt(p, off)
	if len(f.cache) == 0 {
		return n, err
	}
	for number := off / sectorBytes; number*sectorBytes < off+int64(n); number++ {
		if sector, ok := f.cache[number]; ok {
			from := max(number*sectorBytes, off)
			copy(p[from-off:n], sector[from-number*sectorBytes:])
		}
	}
	return n, err
}

func (f *platter) Datasync() error {
	f.fate.Lock()
	defer f.fate.Unlock()
	if f.doomed && f.fate.way == "before" {
		die()
	}
	if f.doomed && (f.fate.way == "torn" || f.fate.way == "eio") {
		return f.tear()
	}
	if err := f.flush(len(f.cache)); err != nil {
		return err
	}
	if f.doomed && f.fate.way == "after" {
		die()
	}
	return nil
}

// tear puts a part on the platter, and ends the process or the sync.
func (f *platter) tear() error {
	if err := f.flush(f.fate.chance.IntN(len(f.cache) + 1)); err != nil {
		return err
	}
	if f.fate.way == "torn" {
		die()
	}
	return syscall.EIO
}

// flush puts some sectors on the platter, in any order.
func (f *platter) flush(count int) error {
	numbers := make([]int64, 0, len(f.cache))
	for number := range f.cache {
		numbers = append(numbers, number)
	}
	slices.Sort(numbers)
	f.fate.chance.Shuffle(len(numbers), func(i, j int) {
		numbers[i], numbers[j] = numbers[j], numbers[i]
	})
	for _, number := range numbers[:count] {
		if err := f.settle(number); err != nil {
			return err
		}
	}
	return nil
}

// Close is what a file's end is without a cut: the system writes the cache by and by.
func (f *platter) Close() error {
	f.fate.Lock()
	defer f.fate.Unlock()
	if err := f.flush(len(f.cache)); err != nil {
		return err
	}
	return f.file.Close()
}

func die() {
	_ = syscall.Kill(os.Getpid(), syscall.SIGKILL)
	select {}
}
