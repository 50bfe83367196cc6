package journal

import (
	"errors"
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
