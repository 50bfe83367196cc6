package journal

import (
	"errors"
	"path/filepath"
	"testing"
)

func TestInspect(t *testing.T) {
	dir := t.TempDir()
	if _, err := Inspect(dir, small); err == nil {
		t.Error("there was nothing to inspect")
	}
	l := open(t, dir, small)
	want := []Record{sample(1), sample(2), sample(3)}
	appendDurable(t, l, want...)
	for _, live := range []bool{true, false} {
		if !live {
			if err := l.Close(); err != nil {
				t.Fatal(err)
			}
		}
		v, err := Inspect(dir, small)
		if err != nil {
			t.Fatal(err)
		}
		got := readAll(t, v.From(0))
		last, err := v.ReadAt(3)
		if v.Live != live || v.Last != 3 || v.Epoch != 1 || v.Segments != 1 || len(got) != 3 ||
			!same(got[1], want[1]) || err != nil || !same(last, want[2]) {
			t.Errorf("%+v, %d records, %v", v, len(got), err)
		}
		if _, err := v.ReadAt(4); !errors.Is(err, ErrNotDurable) {
			t.Errorf("lsn 4: %v", err)
		}
		if !live {
			if _, err := Open(dir, small); !errors.Is(err, errOwned) {
				t.Errorf("an owner came in under a view: %v", err)
			}
		}
		if err := v.Close(); err != nil {
			t.Fatal(err)
		}
	}
	open(t, dir, small)
}

// What a torn batch left behind shows in a view, and Open clears it away.
func TestTornTailIsCut(t *testing.T) {
	dir := t.TempDir()
	l := open(t, dir, small)
	appendDurable(t, l, sample(1))
	end := int(l.writer.at)
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	edit(t, filepath.Join(dir, segmentName(1)), func(b []byte) []byte {
		copy(b[end+16:], "torn")
		return b
	})
	for _, want := range []int64{20, 0} {
		v, err := Inspect(dir, small)
		if err != nil {
			t.Fatal(err)
		}
		if v.Torn != want || v.Last != 1 {
			t.Errorf("%d bytes torn after lsn %d, want %d", v.Torn, v.Last, want)
		}
		if err := v.Close(); err != nil {
			t.Fatal(err)
		}
		if err := open(t, dir, small).Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// A view of a live journal may see a later batch and not the one before it, whose write it has just
// missed. In a journal that nobody writes the same bytes are damage.
func TestViewForgivesALiveTail(t *testing.T) {
	dir := t.TempDir()
	l := open(t, dir, small)
	appendDurable(t, l, sample(1))
	appendDurable(t, l, sample(2)) // by now the segment is full of zeros, and left alone
	late := appendFrame(nil, sample(4), 4, 1, 0)
	newChain([32]byte{}).stamp(l.writer.active.id.seed(), late, 3)
	edit(t, filepath.Join(dir, segmentName(1)), func(b []byte) []byte {
		copy(b[l.writer.at+512:], late)
		return b
	})
	v, err := Inspect(dir, small)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(v.Close(), l.Close()); err != nil || v.Last != 2 {
		t.Fatalf("last %d, %v", v.Last, err)
	}
	var damage *DamageError
	if _, err := Inspect(dir, small); !errors.As(err, &damage) || damage.LSN != 3 {
		t.Errorf("got %v", err)
	}
}
