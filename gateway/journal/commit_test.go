package journal

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

// stalled is a disk whose syncs of segments wait for a word from the test.
type stalled struct {
	stage
	on      atomic.Bool
	noMark  atomic.Bool // syncs of the mark fail
	release chan error
}

// openStalled opens a new journal and stalls its disk from then on.
func openStalled(t *testing.T, o Options) (*Log, *stalled) {
	t.Helper()
	s := &stalled{release: make(chan error)}
	s.syncing = func(name string) error {
		if s.on.Load() && isSegment(name) {
			return <-s.release
		}
		if s.noMark.Load() && !isSegment(name) {
			return errDisk
		}
		return nil
	}
	o.open = s.open
	l, err := Open(t.TempDir(), o)
	if err != nil {
		t.Fatal(err)
	}
	s.on.Store(true)
	return l, s
}

func TestGroupCommitSharesSyncs(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l, disk := openStalled(t, Options{})
		mustAppend(t, l, "first")
		synctest.Wait() // the committer stands in its sync
		var all sync.WaitGroup
		for w := range 64 {
			all.Go(func() {
				lsn, err := l.Append(Record{1, fmt.Appendf(nil, "writer %d", w)})
				if err == nil {
					err = l.Wait(context.Background(), lsn)
				}
				if err != nil {
					t.Error(err)
				}
			})
		}
		synctest.Wait()
		if got := l.Durable(); got != 0 {
			t.Errorf("durable %d before the sync came back", got)
		}
		disk.release <- nil
		disk.release <- nil
		all.Wait()
		got := l.Stats()
		want := Stats{Appends: 65, Records: 65, Bytes: got.Bytes, Writes: 2, Syncs: 2,
			Segments: 1, Free: got.Free}
		if got != want || l.Durable() != 65 {
			t.Errorf("stats %+v, durable %d, want %+v", got, l.Durable(), want)
		}
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
	})
}

// mustAppend asks for what it appends.
func mustAppend(t *testing.T, l *Log, text string) uint64 {
	t.Helper()
	lsn, err := l.Append(Record{1, []byte(text)})
	if err != nil {
		t.Fatal(err)
	}
	l.Ask(lsn)
	return lsn
}

func TestWaitEndsWithItsContext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l, disk := openStalled(t, Options{})
		lsn := mustAppend(t, l, "slow")
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		if err := l.Wait(ctx, lsn); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("got %v, want the deadline", err)
		}
		disk.release <- nil
		if err := l.Wait(t.Context(), lsn); err != nil {
			t.Error(err)
		}
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
	})
}

// A follower waits for an LSN that nobody has been given yet.
func TestWaitForWhatIsNotYetAppended(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l, disk := openStalled(t, Options{})
		news, never := make(chan error, 1), make(chan error, 1)
		go func() { news <- l.Wait(t.Context(), 1) }()
		go func() { never <- l.Wait(t.Context(), 9) }()
		changed := l.DurableChanged()
		synctest.Wait()
		mustAppend(t, l, "news")
		disk.release <- nil
		if err := <-news; err != nil {
			t.Error(err)
		}
		<-changed
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
		if err := <-never; !errors.Is(err, ErrClosed) {
			t.Errorf("got %v, want ErrClosed", err)
		}
	})
}

// The queue takes exactly its bound; one byte more waits until the committer has taken it.
func TestFullQueueHoldsAppendersBack(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l, disk := openStalled(t, Options{QueueBytes: 3 * frameSize(8)})
		mustAppend(t, l, "in sync!")
		synctest.Wait()
		for range 3 {
			mustAppend(t, l, "8 bytes!")
		}
		if got := l.Stats().Waits; got != 0 {
			t.Fatalf("%d waits below the bound", got)
		}
		through := make(chan uint64, 2)
		for range 2 {
			go func() {
				lsn, err := l.Append(Record{2, nil})
				if err != nil {
					t.Error(err)
				}
				through <- lsn
			}()
		}
		synctest.Wait()
		if got := l.Stats().Waits; got != 2 || len(through) != 0 || l.Last() != 4 {
			t.Fatalf("%d waits, %d through, last %d", got, len(through), l.Last())
		}
		disk.release <- nil // of the first; the queue of three is taken next
		if got := <-through + <-through; got != 5+6 {
			t.Errorf("the waiting appends got lsns that sum to %d", got)
		}
		disk.release <- nil
		disk.release <- nil
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
	})
}

// A call greater than the queue goes through alone; one greater than a segment is refused whole.
func TestLargestAppend(t *testing.T) {
	o := Options{SegmentBytes: 16 << 10, QueueBytes: 1 << 10}
	room := int(o.SegmentBytes - headerBytes)
	l := open(t, t.TempDir(), o)
	half := Record{1, bytes.Repeat([]byte{7}, room/2-frameBytes)}
	appendDurable(t, l, half, half)
	over := Record{1, bytes.Repeat([]byte{7}, room/2-frameBytes+1)}
	if _, err := l.Append(half, over); !errors.Is(err, ErrTooLarge) || l.Last() != 2 {
		t.Errorf("got %v, last %d", err, l.Last())
	}
	appendDurable(t, l, half, half)
	mustHold(t, l, []Record{half, half, half, half})
	if got := l.Stats().Segments; got != 2 {
		t.Errorf("%d segments, want 2 full ones", got)
	}
}

func TestAppendOfNothing(t *testing.T) {
	l := open(t, t.TempDir(), small)
	appendDurable(t, l, sample(1))
	lsn, err := l.Append()
	if lsn != 1 || err != nil || l.Stats().Appends != 1 {
		t.Errorf("got %d, %v, %+v", lsn, err, l.Stats())
	}
}

func TestCloseCommitsWhatWaits(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l, disk := openStalled(t, Options{})
		mustAppend(t, l, "first")
		synctest.Wait()
		last := mustAppend(t, l, "second")
		closed, waited := make(chan error, 1), make(chan error, 1)
		go func() { closed <- l.Close() }()
		go func() { waited <- l.Wait(t.Context(), last) }()
		synctest.Wait()
		if _, err := l.Append(Record{}); !errors.Is(err, ErrClosed) {
			t.Errorf("append while closing: %v", err)
		}
		disk.release <- nil
		disk.release <- nil
		if err := errors.Join(<-closed, <-waited, l.Close()); err != nil || l.Durable() != last {
			t.Errorf("%v, durable %d", err, l.Durable())
		}
	})
}

// The mark is synced once for many commits, within the time allowed.
func TestMarkSyncIsSharedAndBounded(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		o := Options{MarkEvery: 50 * time.Millisecond, open: unsynced().open}
		l, err := Open(t.TempDir(), o)
		if err != nil {
			t.Fatal(err)
		}
		for range 100 {
			appendDurable(t, l, sample(1))
		}
		time.Sleep(o.MarkEvery) // of the bubble's own clock
		synctest.Wait()
		if got := l.Stats(); got.MarkSyncs != 1 || got.Syncs != 100 {
			t.Errorf("%+v, want one sync of the mark", got)
		}
		appendDurable(t, l, sample(2))
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
		if got := l.Stats(); got.MarkSyncs != 2 {
			t.Errorf("%+v, want another at Close", got)
		}
	})
}

func TestParanoidSyncsTheMarkEachTime(t *testing.T) {
	o := small
	o.Paranoid, o.open = true, unsynced().open
	l := open(t, t.TempDir(), o)
	for range 10 {
		appendDurable(t, l, sample(1))
	}
	if got := l.Stats(); got.MarkSyncs != 10 || got.Syncs != 10 {
		t.Errorf("%+v", got)
	}
}

func TestAppendDoesNotAllocate(t *testing.T) {
	l := open(t, t.TempDir(), Options{open: unsynced().open})
	r := Record{1, kilobyte}
	for range 20_000 {
		if _, err := l.Append(r); err != nil {
			t.Fatal(err)
		}
	}
	allocations := testing.AllocsPerRun(1000, func() {
		if _, err := l.Append(r); err != nil {
			t.Fatal(err)
		}
	})
	if allocations >= 1 {
		t.Errorf("%v allocations an append", allocations)
	}
}
