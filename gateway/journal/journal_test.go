package journal

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"sync"
	"testing"
)

// small keeps segments small enough that a few records fill one.
var small = Options{SegmentBytes: 8 << 10}

func open(t testing.TB, dir string, o Options) *Log {
	t.Helper()
	l, err := Open(dir, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	return l
}

func appendDurable(t testing.TB, l *Log, records ...Record) uint64 {
	t.Helper()
	lsn, err := l.Append(records...)
	if err == nil {
		err = l.Wait(context.Background(), lsn)
	}
	if err != nil {
		t.Fatal(err)
	}
	return lsn
}

// sample is a record whose content and length depend on n.
func sample(n int) Record {
	return Record{Kind: byte(n), Payload: bytes.Repeat([]byte(fmt.Sprintf("line %d,", n)), n%40)}
}

func readAll(t testing.TB, r *Reader) []Record {
	t.Helper()
	var all []Record
	for {
		_, record, err := r.Next()
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, record)
	}
}

func same(a, b Record) bool { return a.Kind == b.Kind && bytes.Equal(a.Payload, b.Payload) }

// mustHold checks that a log holds these records and no others, by both roads.
func mustHold(t testing.TB, l *Log, want []Record) {
	t.Helper()
	got := readAll(t, l.From(1))
	if len(got) != len(want) || l.Durable() != uint64(len(want)) {
		t.Fatalf("%d records, durable %d, want %d", len(got), l.Durable(), len(want))
	}
	for i := range want {
		at, err := l.ReadAt(uint64(i + 1))
		if !same(got[i], want[i]) || err != nil || !same(at, want[i]) {
			t.Fatalf("record %d is %q and %q (%v), want %q",
				i+1, got[i].Payload, at.Payload, err, want[i].Payload)
		}
	}
}

func TestReopenReplaysIdenticalRecords(t *testing.T) {
	dir := t.TempDir()
	var want []Record
	for life := range 4 {
		l := open(t, dir, small)
		mustHold(t, l, want)
		if epoch := uint64(life + 1); l.Epoch() != epoch {
			t.Fatalf("epoch %d, want %d", l.Epoch(), epoch)
		}
		for n := 0; n < 100; {
			call := make([]Record, n%3+1)
			for i := range call {
				call[i] = sample(life*100 + n)
				n++
			}
			want = append(want, call...)
			if lsn := appendDurable(t, l, call...); lsn != uint64(len(want)) {
				t.Fatalf("lsn %d, want %d", lsn, len(want))
			}
		}
		mustHold(t, l, want)
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestManyAppendersKeepTheirOrder(t *testing.T) {
	dir := t.TempDir()
	l := open(t, dir, Options{SegmentBytes: 64 << 10, QueueBytes: 4 << 10})
	const writers, calls = 16, 100
	var all sync.WaitGroup
	for w := range writers {
		all.Go(func() {
			for n := range calls {
				if _, err := l.Append(Record{byte(w), fmt.Appendf(nil, "%d/%d", w, n)}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	next := make([]int, writers)
	for _, r := range readAll(t, open(t, dir, small).From(1)) {
		if want := fmt.Sprintf("%d/%d", r.Kind, next[r.Kind]); string(r.Payload) != want {
			t.Fatalf("got %s, want %s", r.Payload, want)
		}
		next[r.Kind]++
	}
	for w, n := range next {
		if n != calls {
			t.Errorf("writer %d has %d records, want %d", w, n, calls)
		}
	}
}
