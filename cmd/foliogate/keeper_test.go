package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"foliogate/gateway"
	"foliogate/gateway/journal"
	"foliogate/gateway/units"
)

// snapshotAt takes a snapshot of a journal at an lsn, on from another.
func snapshotAt(t *testing.T, k *keeper, s *snapshot, lsn uint64) *snapshot {
	t.Helper()
	if err := k.advance(t.Context(), s, lsn); err != nil {
		t.Fatal(err)
	}
	if s.LSN != lsn {
		t.Fatalf("the snapshot is at lsn %d, not at %d", s.LSN, lsn)
	}
	return s
}

func encoded(t *testing.T, s *snapshot) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := s.encode(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// aDay is how many inquiries of a test's journal share a trading day.
const aDay = 10

// keeping opens a journal of some inquiries and a keeper of it.
func keeping(t *testing.T, entries int) (*keeper, *bytes.Buffer) {
	t.Helper()
	dir := t.TempDir()
	fillJournal(t, dir, entries, aDay, 128<<10)
	l, err := journal.Open(dir, journal.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	said := new(bytes.Buffer)
	return &keeper{dir: dir, archive: filepath.Join(dir, "archive"), journal: l, log: slog.New(slog.NewTextHandler(said, nil)), days: 10,
		every: 1, forget: func(units.Date) error { return nil }}, said
}

// However often a snapshot was written, read and moved forward, it is what a replay gives.
func TestSnapshotEqualsReplay(t *testing.T) {
	k, _ := keeping(t, 100)
	last := k.journal.Last()
	want := encoded(t, snapshotAt(t, k, emptySnapshot(), last))
	for _, step := range []uint64{1, 7, 100, last} {
		s := emptySnapshot()
		for at := step; ; at += step {
			s = snapshotAt(t, k, s, min(at, last))
			read, err := decodeSnapshot(encoded(t, s))
			if err != nil {
				t.Fatal(err)
			}
			if s = read; s.LSN == last {
				break
			}
		}
		if got := encoded(t, s); !bytes.Equal(got, want) {
			t.Errorf("in steps of %d:\n%s\nis not\n%s", step, got, want)
		}
	}
}

// Whatever happens to the bytes of a snapshot, it is not believed.
func TestSnapshotIsBelievedOnlyWhole(t *testing.T) {
	k, _ := keeping(t, 20)
	whole := encoded(t, snapshotAt(t, k, emptySnapshot(), k.journal.Last()))
	for at := 0; at < len(whole); at += 97 {
		flipped := bytes.Clone(whole)
		flipped[at] ^= 4
		if _, err := decodeSnapshot(flipped); err == nil {
			t.Fatalf("byte %d was changed, and nobody saw", at)
		}
		if _, err := decodeSnapshot(whole[:at]); err == nil {
			t.Fatalf("it was cut at byte %d, and nobody saw", at)
		}
	}
}

// A start uses the newest snapshot that is whole and of this journal.
func TestNewestSnapshot(t *testing.T) {
	k, said := keeping(t, 100)
	for range 3 {
		if _, err := k.journal.Append(journal.Record{Kind: 'S', Payload: []byte("told F>C\n")}); err != nil {
			t.Fatal(err)
		}
		if err := k.journal.Wait(t.Context(), k.journal.Last()); err != nil {
			t.Fatal(err)
		}
		if err := k.take(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	files, err := snapshotFiles(k.dir)
	if err != nil || len(files) != keptSnapshots || snapshotLSN(files[0]) != k.journal.Last() {
		t.Fatalf("%v: %v", err, files)
	}
	newest := func() uint64 {
		said.Reset()
		s, err := newestSnapshot(k.dir, k.journal, k.warn)
		if err != nil {
			t.Fatal(err)
		}
		return s.LSN
	}
	if lsn := newest(); lsn != k.journal.Last() || said.Len() > 0 {
		t.Errorf("the newest is at %d: %s", lsn, said)
	}
	damageFile(t, files[0])
	if lsn := newest(); lsn != k.journal.Last()-1 || !strings.Contains(said.String(), "checksum is wrong") {
		t.Errorf("the newest is at %d: %s", lsn, said)
	}
	s, err := readSnapshot(files[1], k.journal)
	if err != nil {
		t.Fatal(err)
	}
	s.Chain = strings.Repeat("0", 64)
	if err := s.write(k.dir); err != nil {
		t.Fatal(err)
	}
	if lsn := newest(); lsn != 0 || !strings.Contains(said.String(), "of another journal") {
		t.Errorf("the newest is at %d: %s", lsn, said)
	}
}

func damageFile(t *testing.T, file string) {
	t.Helper()
	b, err := os.ReadFile(file)
	if err == nil {
		b[len(b)/2] ^= 1
		err = os.WriteFile(file, b, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// A house that starts from a snapshot is the house that replays.
func TestStartFromSnapshot(t *testing.T) {
	g, market := startConfig(t)
	dir := journalFolder(g.DataDir)
	fillJournal(t, dir, 200, aDay, 0)
	state := func() (text string, from uint64) {
		h, err := openHouse(g, market, slog.New(slog.DiscardHandler))
		if err != nil {
			t.Fatal(err)
		}
		defer h.journal.Close()
		from = h.keeper.last
		if err := h.keeper.take(t.Context()); err != nil {
			t.Fatal(err)
		}
		entries, err := h.engine.Entries(0, 1000)
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		for _, e := range entries {
			q, _ := h.engine.Inquiry(e.Inquiry)
			line, err := json.Marshal([]any{e, q})
			if err != nil {
				t.Fatal(err)
			}
			b.Write(line)
		}
		return b.String(), from
	}
	replayed, from := state()
	if from != 0 {
		t.Errorf("the first start was from lsn %d", from)
	}
	restored, from := state()
	if from == 0 || restored != replayed {
		t.Errorf("the start from lsn %d is another", from)
	}
}

// The keeper takes a snapshot when enough was written since the last, and rests longer after one that
// it could not write.
func TestKeeperRests(t *testing.T) {
	k, said := keeping(t, 20)
	k.every = k.journal.Last() + 1
	if rest := k.due(t.Context()); rest != keeperWakes || k.last != 0 {
		t.Errorf("before it is time it rests %s, and has one of lsn %d", rest, k.last)
	}
	k.every--
	blocked := filepath.Join(k.dir, "snapshot.tmp")
	if err := os.Mkdir(blocked, 0o700); err != nil {
		t.Fatal(err)
	}
	if rest := k.due(t.Context()); rest != keeperRetries || k.last != 0 || !strings.Contains(said.String(), "WARN") {
		t.Errorf("after a failure it rests %s, has one of lsn %d and says %s", rest, k.last, said)
	}
	if err := os.Remove(blocked); err != nil {
		t.Fatal(err)
	}
	if rest := k.due(t.Context()); rest < keeperWakes || k.last != k.journal.Last() {
		t.Errorf("after a snapshot it rests %s, and has one of lsn %d", rest, k.last)
	}
}

// A snapshot that cannot be written harms nobody.
func TestKeeperWithoutRoom(t *testing.T) {
	k, _ := keeping(t, 20)
	blocked := filepath.Join(k.dir, "snapshot.tmp")
	if err := os.Mkdir(blocked, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := k.take(t.Context()); err == nil {
		t.Error("a snapshot was written through a folder")
	}
	if files, err := snapshotFiles(k.dir); err != nil || len(files) != 0 {
		t.Errorf("%v: %v", err, files)
	}
	if _, _, err := k.journal.From(1).Next(); errors.Is(err, io.EOF) {
		t.Error("the journal is gone")
	}
}

// verify proves that a snapshot is what the replay gives, forgotten inquiries left aside.
func TestVerifySnapshots(t *testing.T) {
	k, _ := keeping(t, 13*2*aDay+20) // of three trading days
	half := snapshotAt(t, k, emptySnapshot(), k.journal.Last()/2)
	half.Entries.Forget(1)
	if err := half.write(k.dir); err != nil {
		t.Fatal(err)
	}
	k.days = 2
	if err := k.take(t.Context()); err != nil {
		t.Fatal(err)
	}
	report := verified(t, k.dir)
	want := []uint64{half.LSN, k.journal.Last()}
	if !slices.Equal(report.Snapshots, want) || len(report.Faults) > 0 {
		t.Errorf("snapshots %v hold, not %v; %q %q", report.Snapshots, want, report.Ignored, report.Faults)
	}
	last, err := readSnapshot(filepath.Join(k.dir, snapshotName(k.journal.Last())), k.journal)
	if err != nil {
		t.Fatal(err)
	}
	if n := len(last.Entries.Kept()); n <= aDay || n > 2*aDay {
		t.Errorf("%d inquiries are kept", n)
	}
	last.Entries.Forget(1) // not what its file name's replay gives: it pretends to have forgotten less
	b := encoded(t, last)
	b = bytes.Replace(b, []byte(`"before":"2025-06-18"`), []byte(`"before":"2025-06-17"`), 1)
	end := bytes.LastIndex(b, []byte(`{"sha256"`))
	b = append(b[:end], fmt.Sprintf("{\"sha256\":\"%x\"}\n", sha256.Sum256(b[:end]))...)
	if err := os.WriteFile(filepath.Join(k.dir, snapshotName(last.LSN)), b, 0o600); err != nil {
		t.Fatal(err)
	}
	damageFile(t, filepath.Join(k.dir, snapshotName(half.LSN)))
	report = verified(t, k.dir)
	if len(report.Ignored) != 1 || !strings.Contains(report.Ignored[0], "checksum") ||
		!slices.ContainsFunc(report.Faults, func(s string) bool { return strings.Contains(s, "is not what the replay gives") }) {
		t.Errorf("%q %q", report.Ignored, report.Faults)
	}
}

func verified(t *testing.T, dir string) *journalReport {
	t.Helper()
	r, err := verifyJournal(dir, verifyOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// Segments that no start needs go to the archive. The house starts without them, and archive and
// journal are proven as one.
func TestRetention(t *testing.T) {
	g, market := startConfig(t)
	dir := journalFolder(g.DataDir)
	const days = 40
	fillJournal(t, dir, 13*days*aDay, aDay, 128<<10)
	g.Journal.KeepDays = 10
	start := func() *house {
		h, err := openHouse(g, market, slog.New(slog.DiscardHandler))
		if err != nil {
			t.Fatal(err)
		}
		h.keeper.forget = func(units.Date) error { return nil } // the engine does not run
		return h
	}
	h := start()
	last := h.journal.Last()
	for range 2 {
		if h.journal.First() != 1 {
			t.Error("segments were archived behind one snapshot only")
		}
		if err := h.keeper.take(t.Context()); err != nil {
			t.Fatal(err)
		}
		if _, err := h.journal.Append(journal.Record{Kind: 'S', Payload: []byte("told F>C\n")}); err != nil {
			t.Fatal(err)
		}
		if err := h.journal.Wait(t.Context(), h.journal.Last()); err != nil {
			t.Fatal(err)
		}
	}
	if err := h.journal.Close(); err != nil {
		t.Fatal(err)
	}
	h = start()
	first := h.journal.First()
	if first == 1 || first > last || h.engine.Last() != 13*days*aDay {
		t.Errorf("the journal begins at lsn %d of %d; %d entries", first, last, h.engine.Last())
	}
	told, err := h.engine.Entries(0, 1)
	if err != nil || len(told) != 1 || told[0].Seq > 13*(days-10)*aDay {
		t.Errorf("%v: the first entry at hand is %+v", err, told)
	}
	if _, known := h.engine.Inquiry(gateway.InquiryIDAt(13*(days-10)*aDay + 1)); !known {
		t.Error("an inquiry of the last ten days is forgotten")
	}
	if _, known := h.engine.Inquiry(gateway.InquiryIDAt(13*(days-11)*aDay + 1)); known {
		t.Error("an inquiry of the eleventh day is known")
	}
	if err := h.journal.Close(); err != nil {
		t.Fatal(err)
	}
	code, out, fault := journalVerb(t, "verify", g.DataDir)
	if code != exitDone || !strings.Contains(out, fmt.Sprintf("  entries    %d\n", 13*days*aDay)) ||
		strings.Count(out, "what the replay gives") != 2 {
		t.Errorf("%d: %s%s", code, out, fault)
	}
	away := filepath.Join(t.TempDir(), "tape")
	if err := os.Rename(filepath.Join(g.DataDir, "archive"), away); err != nil {
		t.Fatal(err)
	}
	if code, _, fault := journalVerb(t, "verify", g.DataDir); code != exitInput || !strings.Contains(fault, "--archive") {
		t.Errorf("%d: %s", code, fault)
	}
	if code, _, fault := journalVerb(t, "verify", "--archive", away, g.DataDir); code != exitDone {
		t.Errorf("%d: %s", code, fault)
	}
	files, err := snapshotFiles(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		damageFile(t, file)
	}
	if _, err := openHouse(g, market, slog.New(slog.DiscardHandler)); err == nil ||
		!strings.Contains(err.Error(), "no snapshot stands for it") {
		t.Errorf("a start without its past: %v", err)
	}
}
