package journal

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// archiving is a journal of many segments.
func archiving(t *testing.T) (dir string, l *Log, want []Record) {
	t.Helper()
	dir = t.TempDir()
	l = open(t, dir, Options{SegmentBytes: headerBytes + 4*int64(frameSize(1000))})
	for range 30 {
		r := Record{1, kilobyte[:1000]}
		appendDurable(t, l, r)
		want = append(want, r)
	}
	return dir, l, want
}

// Live and archive together are one chain, and what is left can be read, reopened and written.
func TestArchive(t *testing.T) {
	dir, l, want := archiving(t)
	folder := filepath.Join(t.TempDir(), "archive")
	reader := l.From(1)
	if _, _, err := reader.Next(); err != nil {
		t.Fatal(err)
	}
	if moved, err := l.Archive(folder, 4); len(moved) != 0 || err != nil {
		t.Errorf("a segment that still counts was moved: %v, %v", moved, err)
	}
	moved, err := l.Archive(folder, 13)
	if err != nil || !slices.Equal(moved, []string{segmentName(1), segmentName(2), segmentName(3)}) {
		t.Fatalf("%v, %v", moved, err)
	}
	var gone *ArchivedError
	if _, err := l.ReadAt(12); !errors.As(err, &gone) || gone.First != 13 || l.First() != 13 {
		t.Errorf("%v", err)
	}
	if _, _, err := l.From(1).Next(); !errors.As(err, &gone) {
		t.Errorf("from the beginning: %v", err)
	}
	if got := readAll(t, l.From(13)); len(got) != 18 {
		t.Errorf("%d records are left", len(got))
	}
	if moved, err := l.Archive(folder, 1000); err != nil || len(moved) != 4 || l.Stats().Segments != 1 {
		t.Errorf("the last segment must stay: %v, %v", moved, err)
	}
	appendDurable(t, l, sample(1))
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	v, err := Inspect(dir, small)
	if err != nil {
		t.Fatal(err)
	}
	if got := readAll(t, v.From(1)); v.First != 1 || len(got) != 31 || !same(got[11], want[11]) {
		t.Errorf("%+v: %d records", v, len(got))
	}
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
	again := open(t, dir, small)
	if again.First() != 29 || again.Last() != 31 {
		t.Errorf("reopened from lsn %d to %d", again.First(), again.Last())
	}
	appendDurable(t, again, sample(2))
}

// What is missing without having been archived, or is not what was archived, is damage.
func TestArchiveDamage(t *testing.T) {
	tests := []struct {
		name    string
		harm    func(dir, folder string) error
		open    bool // whether Open must refuse too; it does not look into the archive
		missing bool // a view begins later
	}{
		{name: "a live segment lost", open: true, harm: func(dir, _ string) error {
			return os.Remove(filepath.Join(dir, segmentName(4)))
		}},
		{name: "the note lost", open: true, harm: func(dir, _ string) error {
			return os.Remove(filepath.Join(dir, archivedName))
		}},
		{name: "the note spoilt", open: true, harm: func(dir, _ string) error {
			return os.WriteFile(filepath.Join(dir, archivedName), []byte("{"), 0o600)
		}},
		{name: "the note of another", open: true, harm: func(dir, folder string) error {
			return archived{Segments: 3, Last: 12, Chain: "00", Folder: folder}.write(dir)
		}},
		{name: "an archived segment lost", harm: func(_, folder string) error {
			return os.Remove(filepath.Join(folder, segmentName(2)))
		}},
		{name: "an archived segment changed", harm: func(_, folder string) error {
			name := filepath.Join(folder, segmentName(2))
			b, err := os.ReadFile(name)
			b[headerBytes+100] ^= 1
			return errors.Join(err, os.WriteFile(name, b, 0o600))
		}},
		{name: "the archive away", missing: true, harm: func(_, folder string) error {
			return os.Rename(folder, folder+".away")
		}},
		{name: "the beginning of the archive away", missing: true, harm: func(_, folder string) error {
			return os.Remove(filepath.Join(folder, segmentName(1)))
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir, l, _ := archiving(t)
			folder := filepath.Join(t.TempDir(), "archive")
			if _, err := l.Archive(folder, 13); err != nil {
				t.Fatal(err)
			}
			if err := l.Close(); err != nil {
				t.Fatal(err)
			}
			if err := test.harm(dir, folder); err != nil {
				t.Fatal(err)
			}
			var damage *DamageError
			v, err := Inspect(dir, small)
			if err == nil {
				if !test.missing || v.First == 1 {
					t.Errorf("a view was given from lsn %d", v.First)
				}
				v.Close()
			} else if test.missing || !errors.As(err, &damage) {
				t.Error(err)
			}
			l, err = Open(dir, small)
			if err == nil {
				l.Close()
			}
			if test.open != errors.As(err, &damage) {
				t.Errorf("open: %v", err)
			}
		})
	}
}

// A crash between any two steps of a move leaves a journal that opens and is one chain.
func TestArchiveInterrupted(t *testing.T) {
	for done := range 3 {
		dir, l, _ := archiving(t)
		folder := filepath.Join(t.TempDir(), "archive")
		old, next := l.history.below(13)
		if err := os.Mkdir(folder, 0o700); err != nil {
			t.Fatal(err)
		}
		note := archived{Segments: 3, Last: old[2].last(), Chain: hexOf(next.hash), Folder: folder}
		if err := note.write(dir); err != nil {
			t.Fatal(err)
		}
		for i := range done {
			if err := copyFile(filepath.Join(dir, old[i].name), filepath.Join(folder, old[i].name)); err != nil {
				t.Fatal(err)
			}
			if i < done-1 {
				if err := os.Remove(filepath.Join(dir, old[i].name)); err != nil {
					t.Fatal(err)
				}
			}
		}
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
		v, err := Inspect(dir, small)
		if err != nil {
			t.Fatal(err)
		}
		if got := readAll(t, v.From(1)); len(got) != 30 {
			t.Errorf("%d moved: %d records", done, len(got))
		}
		if err := v.Close(); err != nil {
			t.Fatal(err)
		}
		again := open(t, dir, small)
		if moved, err := again.Archive(folder, 13); err != nil || again.First() != 13 {
			t.Errorf("%d moved: then %v, %v", done, moved, err)
		}
	}
}
