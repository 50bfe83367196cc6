package journal

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"sync/atomic"
	"testing"
	"testing/synctest"
)

var errDisk = errors.New("the disk has had enough")

// breaking is a disk that works until it is told to break.
type breaking struct {
	stage
	broken atomic.Bool
}

// Each way in which a commit can fail ends the log before anything is acknowledged, and what was
// acknowledged is there at the next start.
func TestFaultStopsTheLog(t *testing.T) {
	for name, prime := range map[string]func(b *breaking){
		"write": func(b *breaking) {
			b.writing = func(name string, p []byte, _ int64) (int, error) {
				if isSegment(name) && b.broken.Load() {
					return 0, errDisk
				}
				return len(p), nil
			}
		},
		"torn write": func(b *breaking) {
			b.writing = func(name string, p []byte, _ int64) (int, error) {
				if isSegment(name) && b.broken.Load() {
					return len(p) / 2, errDisk
				}
				return len(p), nil
			}
		},
		"sync": func(b *breaking) {
			b.syncing = func(name string) error {
				if isSegment(name) && b.broken.Load() {
					return errDisk
				}
				return nil
			}
		},
		"mark write": func(b *breaking) {
			b.writing = func(name string, p []byte, _ int64) (int, error) {
				if !isSegment(name) && b.broken.Load() {
					return 0, errDisk
				}
				return len(p), nil
			}
		},
		"mark sync": func(b *breaking) {
			b.syncing = func(name string) error {
				if !isSegment(name) && b.broken.Load() {
					return errDisk
				}
				return nil
			}
		},
		"new segment": func(b *breaking) {
			b.opened = func(name string, _ openMode) error {
				if b.broken.Load() {
					return errDisk
				}
				return nil
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			disk := &breaking{}
			prime(disk)
			o := Options{SegmentBytes: headerBytes + 4*int64(frameSize(1000)), Paranoid: true, open: disk.open}
			dir := t.TempDir()
			l := open(t, dir, o)
			full := Record{1, kilobyte[:1000]}
			want := []Record{full, full} // half of the segment: the next is not reserved yet
			appendDurable(t, l, want...)
			disk.broken.Store(true)
			fault := appendUntilFault(t, l, full)
			if !errors.Is(fault, errDisk) {
				t.Fatalf("got %v", fault)
			}
			<-l.Failed()
			acked := l.Durable()
			_, refused := l.Append(full)
			for what, err := range map[string]error{"Append": refused, "Err": l.Err(), "Close": l.Close(),
				"Wait": l.Wait(context.Background(), acked+1)} {
				if !errors.Is(err, errDisk) {
					t.Errorf("%s returned %v", what, err)
				}
			}
			if err := l.Wait(context.Background(), acked); err != nil {
				t.Errorf("what was durable stays so: %v", err)
			}
			o.open = nil
			again := open(t, dir, o)
			if again.Last() < acked {
				t.Fatalf("recovered %d records, acknowledged %d", again.Last(), acked)
			}
			for range again.Last() - uint64(len(want)) {
				want = append(want, full)
			}
			mustHold(t, again, want)
			appendDurable(t, again, full)
		})
	}
}

// appendUntilFault appends one record at a time; at most a segment's worth may still be accepted.
func appendUntilFault(t *testing.T, l *Log, r Record) error {
	t.Helper()
	for range 8 {
		lsn, err := l.Append(r)
		if err == nil {
			err = l.Wait(context.Background(), lsn)
		}
		if err != nil {
			return err
		}
	}
	t.Fatal("the log went on")
	return nil
}

// The mark's sync may fail while a commit is under way: the commit is not acknowledged any more.
func TestMarkFaultDuringACommit(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l, disk := openStalled(t, Options{})
		mustAppend(t, l, "durable")
		disk.release <- nil
		if err := l.Wait(t.Context(), 1); err != nil {
			t.Fatal(err)
		}
		disk.noMark.Store(true)
		lsn := mustAppend(t, l, "under way")
		<-l.Failed()
		disk.release <- nil
		synctest.Wait()
		if err := l.Wait(t.Context(), lsn); !errors.Is(err, errDisk) || l.Durable() != 1 {
			t.Errorf("got %v, durable %d", err, l.Durable())
		}
		if err := l.Close(); !errors.Is(err, errDisk) {
			t.Errorf("Close returned %v", err)
		}
	})
}

// A full disk shows in Stats.Free before it hurts, and is forgiven when there is room in time.
func TestFullDiskIsSeenEarly(t *testing.T) {
	disk := &breaking{}
	disk.opened = func(name string, how openMode) error {
		if name == nextName && disk.broken.Load() {
			return errDisk
		}
		return nil
	}
	l := open(t, t.TempDir(), Options{SegmentBytes: 64 << 10, open: disk.open})
	disk.broken.Store(true)
	for l.Stats().Free > 8<<10 {
		if l.Low() != (l.Stats().Free < 16<<10) {
			t.Errorf("low is %t with %d bytes left", l.Low(), l.Stats().Free)
		}
		before := l.Stats().Free
		appendDurable(t, l, Record{1, kilobyte})
		if now := l.Stats().Free; now >= before {
			t.Fatalf("free went from %d to %d", before, now)
		}
	}
	disk.broken.Store(false)
	for range 20 {
		appendDurable(t, l, Record{1, kilobyte})
	}
	if got := l.Stats(); got.Segments != 2 || l.Err() != nil || l.Low() {
		t.Errorf("%+v, %v", got, l.Err())
	}
}

// After a sync that failed, the page cache may show what the disk does not have: records above the
// mark are written again before anyone may believe in them.
func TestRecordsAboveTheMarkAreWrittenAgain(t *testing.T) {
	dir := t.TempDir()
	disk := &breaking{}
	disk.syncing = func(name string) error {
		if isSegment(name) && disk.broken.Load() {
			return errDisk
		}
		return nil
	}
	o := small
	o.open = disk.open
	l := open(t, dir, o)
	appendDurable(t, l, sample(1), sample(2))
	from := l.writer.at
	disk.broken.Store(true)
	if err := appendUntilFault(t, l, sample(3)); !errors.Is(err, errDisk) {
		t.Fatal(err)
	}
	l.Close()
	var wrote []int64
	synced := 0
	again := &stage{
		writing: func(name string, b []byte, off int64) (int, error) {
			if isSegment(name) {
				wrote = append(wrote, off, int64(len(b)))
			}
			return len(b), nil
		},
		syncing: func(name string) error {
			if isSegment(name) {
				synced++
			}
			return nil
		},
	}
	o.open = again.open
	mustHold(t, open(t, dir, o), []Record{sample(1), sample(2), sample(3)})
	want := []int64{from, int64(frameSize(len(sample(3).Payload)))}
	if len(wrote) != 2 || wrote[0] != want[0] || wrote[1] != want[1] || synced != 1 {
		t.Errorf("wrote %v with %d syncs, want %v with one", wrote, synced, want)
	}
}

// A beginning that failed half way is begun again.
func TestFailedBeginning(t *testing.T) {
	for _, broken := range []string{"mark.tmp", nextName} {
		dir := t.TempDir()
		o := small
		o.open = (&stage{syncing: func(name string) error {
			if name == broken {
				return errDisk
			}
			return nil
		}}).open
		if _, err := Open(dir, o); !errors.Is(err, errDisk) {
			t.Fatalf("%s: %v", broken, err)
		}
		l := open(t, dir, small)
		appendDurable(t, l, sample(1))
		mustHold(t, l, []Record{sample(1)})
	}
}

func TestBitRotAfterOpening(t *testing.T) {
	record := func(n int) Record { return Record{1, fmt.Appendf(nil, "record %d", n)} }
	for name, spoil := range map[string]func(b []byte, first, second uint32){
		"a bit":             func(b []byte, _, second uint32) { b[second+frameBytes] ^= 4 },
		"a misplaced write": func(b []byte, first, second uint32) { copy(b[second:], b[first:second]) },
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			l := open(t, dir, small)
			appendDurable(t, l, record(1), record(2), record(3))
			at := l.history.segments[0].offsets
			edit(t, filepath.Join(dir, segmentName(1)), func(b []byte) []byte {
				spoil(b, at[0], at[1])
				return b
			})
			var damage *DamageError
			if _, err := l.ReadAt(2); !errors.As(err, &damage) || damage.LSN != 2 ||
				damage.Offset != int64(at[1]) {
				t.Errorf("ReadAt: %v", err)
			}
			r := l.From(1)
			if _, got, err := r.Next(); err != nil || !same(got, record(1)) {
				t.Errorf("record 1: %q, %v", got.Payload, err)
			}
			for range 2 {
				if _, _, err := r.Next(); !errors.As(err, &damage) || damage.LSN != 2 {
					t.Errorf("Next: %v", err)
				}
			}
		})
	}
}
