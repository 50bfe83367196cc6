package journal

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestSecondOwnerIsRefused(t *testing.T) {
	dir := t.TempDir()
	l := open(t, dir, small)
	if _, err := Open(dir, small); !errors.Is(err, errOwned) {
		t.Errorf("got %v", err)
	}
	appendDurable(t, l, sample(1))
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	mustHold(t, open(t, dir, small), []Record{sample(1)})
}

// The test binary runs itself as the second process: it opens the directory named in the
// environment, says what came of it, and keeps it open until its input ends.
const secondProcess = "FOLIOGATE_JOURNAL_SECOND_PROCESS"

func TestSecondProcessIsRefused(t *testing.T) {
	if dir := os.Getenv(secondProcess); dir != "" {
		l, err := Open(dir, small)
		if err == nil {
			_, err = l.Append(sample(1))
		}
		fmt.Println("second process:", err)
		io.Copy(io.Discard, os.Stdin)
		os.Exit(1) // without Close: what kill -9 leaves
	}
	dir := t.TempDir()
	l := open(t, dir, small)
	if said := startSecond(t, dir, func() {}); !strings.Contains(said, errOwned.Error()) {
		t.Errorf("while it is open here, the second process said %q", said)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	said := startSecond(t, dir, func() {
		if _, err := Open(dir, small); !errors.Is(err, errOwned) {
			t.Errorf("while it is open there: %v", err)
		}
	})
	if !strings.Contains(said, "<nil>") {
		t.Errorf("once it was closed here, the second process said %q", said)
	}
	open(t, dir, small)
}

func startSecond(t *testing.T, dir string, meanwhile func()) (said string) {
	t.Helper()
	c := exec.Command(os.Args[0], "-test.run=^TestSecondProcessIsRefused$")
	c.Env = append(os.Environ(), secondProcess+"="+dir)
	in, err := c.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := c.StdoutPipe()
	if err == nil {
		err = c.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	said, _ = bufio.NewReader(out).ReadString('\n')
	meanwhile()
	in.Close()
	c.Wait()
	return said
}

// Every refusal names the place, and leaves the files as they were.
func TestRefusals(t *testing.T) {
	one, two := segmentName(1), segmentName(2)
	for name, c := range map[string]struct {
		spoil func(t *testing.T, dir string)
		want  []string // of the error
		blind bool     // opening without the mark helps
	}{
		"mark deleted":       {remove("mark"), []string{"segment mark", "missing", "without the mark"}, true},
		"both slots spoilt":  {poke("mark", 20, slotDistance+20), []string{"segment mark", "spoilt"}, true},
		"all segments gone":  {remove(one, two), []string{one, "lsn 1:", "no segment exists"}, true},
		"first segment gone": {remove(one), []string{one, "is missing", "restore"}, false},
		"last segment gone":  {remove(two), []string{one, "mark says that lsn 30"}, true},
		"magic":              {poke(two, 0), []string{two, "not that of a journal"}, false},
		"header":             {poke(two, 33), []string{two, "checksum"}, false},
		"emptied":            {truncate(two, 0), []string{two, "not that of a journal"}, false},
		"copied under another name": {copied(one, two), []string{two, "header is that of segment 1"},
			false},
		"first record":     {poke(one, headerBytes+atHash), []string{one, "offset 4096, lsn 1:"}, false},
		"last segment cut": {truncate(two, headerBytes), []string{two, "offset 4096", "lsn 30"}, true},
		"mark of another journal": {another("mark"), []string{one, "mark belongs to another"},
			true},
		"segment of another journal": {another(two), []string{two, "belongs to another journal"}, false},
		"a file called segment": {copied(one, "spare"+segmentSuffix),
			[]string{"spare.segment", "not the name"}, false},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			writeThirty(t, dir, 0)
			c.spoil(t, dir)
			before := contents(t, dir)
			_, err := Open(dir, small)
			var damage *DamageError
			if !errors.As(err, &damage) {
				t.Fatalf("got %v", err)
			}
			for _, want := range c.want {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("%q does not say %q", err, want)
				}
			}
			if _, again := Inspect(dir, small); again == nil ||
				(again.Error() != err.Error() && name != "all segments gone") {
				t.Errorf("Inspect says %v", again)
			}
			if !slices.Equal(before, contents(t, dir)) {
				t.Error("the refusal changed the files")
			}
			os.Remove(filepath.Join(dir, "mark")) // it may be gone already
			o := small
			o.WithoutMark = true
			l, err := Open(dir, o)
			if err == nil {
				defer l.Close()
			}
			if blind := err == nil; blind != c.blind {
				t.Errorf("without the mark: %v", err)
			}
		})
	}
}

// writeThirty makes a journal of two segments; salt tells journals of equal shape apart.
func writeThirty(t *testing.T, dir string, salt int) {
	t.Helper()
	l := open(t, dir, small)
	for n := range 30 {
		appendDurable(t, l, sample(salt+n))
	}
	if got := l.Stats().Segments; got != 2 {
		t.Fatalf("%d segments", got)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
}

func remove(names ...string) func(*testing.T, string) {
	return func(t *testing.T, dir string) {
		for _, name := range names {
			if err := os.Remove(filepath.Join(dir, name)); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func poke(name string, offsets ...int) func(*testing.T, string) {
	return func(t *testing.T, dir string) {
		edit(t, filepath.Join(dir, name), func(b []byte) []byte {
			for _, at := range offsets {
				b[at] ^= 1
			}
			return b
		})
	}
}

func truncate(name string, size int) func(*testing.T, string) {
	return func(t *testing.T, dir string) {
		edit(t, filepath.Join(dir, name), func(b []byte) []byte { return b[:size] })
	}
}

func copied(from, to string) func(*testing.T, string) {
	return func(t *testing.T, dir string) {
		b, err := os.ReadFile(filepath.Join(dir, from))
		if err == nil {
			err = os.WriteFile(filepath.Join(dir, to), b, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

func another(name string) func(*testing.T, string) {
	return func(t *testing.T, dir string) {
		other := t.TempDir()
		writeThirty(t, other, 0)
		b, err := os.ReadFile(filepath.Join(other, name))
		if err != nil {
			t.Fatal(err)
		}
		edit(t, filepath.Join(dir, name), func([]byte) []byte { return b })
	}
}

func edit(t *testing.T, path string, change func([]byte) []byte) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err == nil {
		err = os.WriteFile(path, change(b), 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// contents are the names and bytes of a directory.
func contents(t *testing.T, dir string) (all []string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		b, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, e.Name(), string(b))
	}
	return all
}

// One damaged slot leaves the other, which is at most one commit older and still right.
func TestOneSpoiltSlot(t *testing.T) {
	for _, slot := range []int{0, slotDistance} {
		dir := t.TempDir()
		writeThirty(t, dir, 0)
		b, err := os.ReadFile(filepath.Join(dir, "mark"))
		if err != nil {
			t.Fatal(err)
		}
		for bit := range markBytes * 8 {
			b[slot+bit/8] ^= 1 << (bit % 8)
			if m, ok := decodeSlots(b); !ok || m.lsn < 29 {
				t.Fatalf("slot at %d, bit %d: lsn %d, %t", slot, bit, m.lsn, ok)
			}
			b[slot+bit/8] ^= 1 << (bit % 8)
		}
		poke("mark", slot+24)(t, dir)
		if got := open(t, dir, small).Last(); got != 30 {
			t.Errorf("slot at %d: last %d", slot, got)
		}
	}
}

// A log put back from a backup does not fit a newer mark, nor a mark of another past.
func TestOldLogUnderANewMark(t *testing.T) {
	dir := t.TempDir()
	o := small
	o.Mark = filepath.Join(t.TempDir(), "elsewhere", "mark")
	l := open(t, dir, o)
	appendDurable(t, l, sample(1))
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, segmentName(1))
	backup, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	l = open(t, dir, o)
	appendDurable(t, l, sample(2))
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	edit(t, path, func([]byte) []byte { return backup })
	var damage *DamageError
	if _, err := Open(dir, o); !errors.As(err, &damage) || damage.LSN != 2 {
		t.Fatalf("log older than mark: %v", err)
	}
	blind := o
	blind.Mark, blind.WithoutMark = filepath.Join(t.TempDir(), "mark"), true
	l = open(t, dir, blind)
	appendDurable(t, l, sample(3)) // another lsn 2
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(dir, o); !errors.As(err, &damage) || damage.LSN != 2 ||
		!strings.Contains(err.Error(), "not the one that the mark saw") {
		t.Fatalf("log of another past: %v", err)
	}
}

func TestOptionsAreChecked(t *testing.T) {
	for _, o := range []Options{{SegmentBytes: 4096}, {SegmentBytes: 8193}, {SegmentBytes: 2 << 30},
		{QueueBytes: -1}, {MarkEvery: -1}} {
		if l, err := Open(t.TempDir(), o); err == nil {
			l.Close()
			t.Errorf("%+v was taken", o)
		}
	}
}
