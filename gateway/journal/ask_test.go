package journal

import (
	"errors"
	"testing"
	"testing/synctest"
	"time"
)

func appendUnasked(t *testing.T, l *Log, n int) (last uint64) {
	t.Helper()
	for range n {
		lsn, err := l.Append(Record{1, kilobyte})
		if err != nil {
			t.Fatal(err)
		}
		last = lsn
	}
	return last
}

// What nobody asks for has no sync of its own: not before somebody asks, and not in that sync's way.
func TestOneSyncForWhatNobodyAskedForAndWhatSomebodyDid(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l, disk := openStalled(t, Options{})
		first := appendUnasked(t, l, 10)
		synctest.Wait()
		if got := l.Stats(); got.Writes != 0 || got.Syncs != 0 {
			t.Errorf("nobody asked: %+v", got)
		}
		l.Ask(first - 5)
		synctest.Wait()
		later := appendUnasked(t, l, 10)
		l.Ask(first) // it is in the sync that is under way
		disk.release <- nil
		synctest.Wait()
		if got := l.Stats(); got.Writes != 1 || got.Syncs != 1 || l.Durable() != first {
			t.Errorf("%+v, durable %d, want one sync up to %d", got, l.Durable(), first)
		}
		l.Ask(later)
		disk.release <- nil
		synctest.Wait()
		if got := l.Stats(); got.Syncs != 2 || l.Durable() != later || got.Unasked != 0 {
			t.Errorf("%+v, durable %d, want %d", got, l.Durable(), later)
		}
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
	})
}

// A stream that nobody asks for is written, and not durable; asking for it takes one sync.
func TestAStreamIsWrittenAheadOfItsSync(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l, disk := openStalled(t, Options{WriteAhead: 8 << 10})
		last := appendUnasked(t, l, 200)
		synctest.Wait()
		got := l.Stats()
		if got.Writes < 1 || got.Syncs != 0 || l.Durable() != 0 {
			t.Errorf("%+v, durable %d", got, l.Durable())
		}
		if _, err := l.ReadAt(1); !errors.Is(err, ErrNotDurable) {
			t.Errorf("what is only written was read: %v", err)
		}
		l.Ask(last)
		disk.release <- nil
		synctest.Wait()
		if got := l.Stats(); got.Syncs != 1 || l.Durable() != last {
			t.Errorf("%+v, durable %d", got, l.Durable())
		}
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
	})
}

// Following does not ask, and hears of what others asked for.
func TestFollowDoesNotAsk(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l, disk := openStalled(t, Options{})
		last := appendUnasked(t, l, 2)
		heard := make(chan uint64, 1)
		go func() {
			durable, err := l.Follow(t.Context(), last-1)
			if err != nil {
				t.Error(err)
			}
			heard <- durable
		}()
		synctest.Wait()
		if got := l.Stats(); got.Writes != 0 {
			t.Errorf("following asked: %+v", got)
		}
		l.Ask(last)
		disk.release <- nil
		if got := <-heard; got != last {
			t.Errorf("heard of %d, want %d", got, last)
		}
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
	})
}

// A lull makes durable what nobody asked for; without a lull, the bound does.
func TestWhatNobodyAsksForIsDurableInTime(t *testing.T) {
	for name, c := range map[string]struct {
		more  int           // appends behind the first
		every time.Duration // between them
		want  time.Duration // until the first is durable
	}{
		"a lull":        {0, 0, time.Second / lullSteps},
		"a later lull":  {5, time.Second / 20, 4 * time.Second / lullSteps},
		"no lull":       {2000, time.Millisecond, time.Second},
		"seldom enough": {3, time.Second, time.Second / lullSteps},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				l, err := Open(t.TempDir(), Options{SyncWithin: time.Second, open: unsynced().open})
				if err != nil {
					t.Fatal(err)
				}
				begin, durable := time.Now(), make(chan time.Duration, 1)
				first := appendUnasked(t, l, 1)
				go func() {
					if _, err := l.Follow(t.Context(), first); err != nil {
						t.Error(err)
					}
					durable <- time.Since(begin)
				}()
				for range c.more {
					time.Sleep(c.every) // of the bubble's own clock
					appendUnasked(t, l, 1)
				}
				if got := <-durable; got != c.want {
					t.Errorf("durable after %v, want %v", got, c.want)
				}
				synctest.Wait()
				if got := l.Stats(); got.Syncs != got.Unasked {
					t.Errorf("somebody asked: %+v", got)
				}
				if err := l.Close(); err != nil {
					t.Fatal(err)
				}
			})
		})
	}
}
