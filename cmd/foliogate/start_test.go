package main

import (
	"bytes"
	"compress/flate"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"foliogate/gateway/journal"
	"foliogate/gateway/units"
)

// A snapshot stands for what is behind it, and yet damage there stops the start: in the first
// segment, in the middle and in the last one before the snapshot.
func TestDamageBehindASnapshotStopsTheStart(t *testing.T) {
	g, market := startConfig(t)
	dir := journalFolder(g.DataDir)
	fillJournal(t, dir, 600, aDay, 128<<10)
	start := func() (from uint64, err error) {
		h, err := openHouse(g, market, slog.New(slog.DiscardHandler))
		if err != nil {
			return 0, err
		}
		defer h.journal.Close()
		h.keeper.forget = func(units.Date) error { return nil }
		from = h.keeper.last
		return from, h.keeper.take(t.Context())
	}
	if _, err := start(); err != nil {
		t.Fatal(err)
	}
	segments, err := filepath.Glob(filepath.Join(dir, "*.segment"))
	if err != nil || len(segments) < 5 {
		t.Fatalf("%d segments: %v", len(segments), err)
	}
	flip := func(at int) func(b []byte) []byte {
		return func(b []byte) []byte { b[at] ^= 1; return b }
	}
	for name, spoil := range map[string]func(b []byte) []byte{
		"a bit in the header":        flip(33),
		"a bit in the first record":  flip(4096 + 100),
		"a bit of its chain":         flip(4096 + 40),
		"a bit in the middle":        flip(60 << 10),
		"a sector of zeros":          func(b []byte) []byte { clear(b[80<<10 : 80<<10+512]); return b },
		"a sector that stands twice": func(b []byte) []byte { copy(b[64<<10:], b[32<<10:32<<10+4096]); return b },
		"half of it cut":             func(b []byte) []byte { return b[:len(b)/2] },
		"all of it":                  func([]byte) []byte { return nil },
	} {
		for _, n := range []int{0, len(segments) / 2, len(segments) - 2} {
			whole, err := os.ReadFile(segments[n])
			if err == nil {
				err = os.WriteFile(segments[n], spoil(bytes.Clone(whole)), 0o600)
			}
			if err != nil {
				t.Fatal(err)
			}
			_, err = start()
			var damage *journal.DamageError
			if !errors.As(err, &damage) || damage.Segment != filepath.Base(segments[n]) || damage.Remedy == "" {
				t.Errorf("%s of %s: %v", name, segments[n], err)
			}
			if err := os.WriteFile(segments[n], whole, 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := os.Rename(segments[1], segments[1]+".away"); err != nil {
		t.Fatal(err)
	}
	if _, err := start(); err == nil || !strings.Contains(err.Error(), "missing") {
		t.Errorf("without its second segment: %v", err)
	}
	if err := os.Rename(segments[1]+".away", segments[1]); err != nil {
		t.Fatal(err)
	}
	if from, err := start(); err != nil || from == 0 {
		t.Errorf("whole again, the start is from lsn %d: %v", from, err)
	}
}

// A snapshot of the first version has nothing packed, and is read as ever.
func TestSnapshotOfTheFirstVersion(t *testing.T) {
	k, _ := keeping(t, 100)
	s := snapshotAt(t, k, emptySnapshot(), k.journal.Last())
	var b bytes.Buffer
	lines := newLineEncoder(&b)
	inquiries := s.Entries.Inquiries()
	err := errors.Join(lines.Encode(snapshotHead{Version: 1, LSN: s.LSN, Chain: s.Chain, Inquiries: len(inquiries),
		Engine: s.Entries.State()}), lines.Encode(s.Sessions))
	for _, q := range inquiries {
		err = errors.Join(err, lines.Encode(&q))
	}
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprintf(&b, "{\"sha256\":\"%x\"}\n", sha256.Sum256(b.Bytes()))
	old, err := decodeSnapshot(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if other, err := old.difference(s); err != nil || other != "" {
		t.Errorf("%v: it says otherwise of %s", err, other)
	}
	if got, want := encoded(t, old), encoded(t, s); !bytes.Equal(got, want) {
		t.Errorf("%s\nis not\n%s", got, want)
	}
}

// What is packed belongs to the inquiry before whose name it stands. A snapshot in which it does not
// is whole by its checksum, so it takes verify to say that the replay gives another.
func TestVerifyUnpacks(t *testing.T) {
	k, _ := keeping(t, 100)
	if err := k.take(t.Context()); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(k.dir, snapshotName(k.journal.Last()))
	s, err := readSnapshot(file, k.journal)
	if err != nil {
		t.Fatal(err)
	}
	filed := s.Entries.Kept()[2].Filed
	said := func() []string {
		if err := s.write(k.dir); err != nil {
			t.Fatal(err)
		}
		return verified(t, k.dir).Faults
	}
	if faults := said(); len(faults) > 0 {
		t.Fatalf("before anything is wrong: %q", faults)
	}
	list, packed := filed.ListID, filed.Packed
	for name, spoil := range map[string]func(){
		"a name":         func() { filed.ListID += "X" },
		"what is packed": func() { filed.Packed = repacked(t, packed, `"settled"`, `"expired"`) },
	} {
		spoil()
		if faults := said(); len(faults) != 1 || !strings.Contains(faults[0], "inquiry "+string(filed.ID)) {
			t.Errorf("%s: %q", name, faults)
		}
		filed.ListID, filed.Packed = list, packed
	}
}

// repacked is what is packed with some of its text replaced.
func repacked(t *testing.T, packed []byte, from, to string) []byte {
	t.Helper()
	text, err := io.ReadAll(flate.NewReader(bytes.NewReader(packed)))
	if err != nil || !bytes.Contains(text, []byte(from)) {
		t.Fatalf("%v: %s", err, text)
	}
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.BestSpeed)
	if err == nil {
		_, err = w.Write(bytes.Replace(text, []byte(from), []byte(to), 1))
	}
	if err = errors.Join(err, w.Close()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
