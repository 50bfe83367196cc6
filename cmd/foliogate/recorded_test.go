package main

import (
	"bytes"
	"compress/gzip"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"foliogate/config"
	"foliogate/fixspec"
	"foliogate/gateway"
	"foliogate/gateway/engine"
	"foliogate/gateway/journal"
	"foliogate/session"
)

var update = flag.Bool("update", false, "write anew what recorded journals say")

// Journals that earlier builds wrote, under kills and cuts, are taken by this one: the start goes on
// from them, the state is the one that is kept beside them, and each message that was sent then is
// made again byte for byte. A difference blocks an upgrade in the middle of a day, unless it is meant:
// -update keeps it.
func TestRecordedJournals(t *testing.T) {
	folders, err := filepath.Glob("../../testdata/recorded/*/gateway.yaml")
	if err != nil || len(folders) == 0 {
		t.Fatal("no recorded journals", err)
	}
	for _, file := range folders {
		folder := filepath.Dir(file)
		t.Run(filepath.Base(folder), func(t *testing.T) {
			h := openRecorded(t, folder)
			state, err := replayJournal(journalFolder(h.config.DataDir), journal.Options{}, 0, "")
			if err != nil {
				t.Fatal(err)
			}
			compareRecorded(t, filepath.Join(folder, "replayed.txt"), state.text())
			compareRecorded(t, filepath.Join(folder, "differences.txt"), h.retell(t))
		})
	}
}

func compareRecorded(t *testing.T, file, now string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(now), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	was, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	old, lines := strings.Split(string(was), "\n"), strings.Split(now, "\n")
	for i, line := range lines {
		if i >= len(old) || line != old[i] {
			t.Fatalf("%s:%d: now\n%.1000s", file, i+1, strings.Join(lines[i:min(i+2, len(lines))], "\n"))
		}
	}
	if len(old) != len(lines) {
		t.Errorf("%s: %d lines, now %d", file, len(old), len(lines))
	}
}

// openRecorded starts on a copy of a recorded journal.
func openRecorded(t *testing.T, folder string) *house {
	t.Helper()
	g, err := config.LoadGateway(filepath.Join(folder, "gateway.yaml"), nil)
	if err != nil {
		t.Fatal(err)
	}
	g.DataDir = t.TempDir()
	if err := os.Mkdir(journalFolder(g.DataDir), 0o700); err != nil {
		t.Fatal(err)
	}
	packed, err := filepath.Glob(folder + "/*.gz")
	if err != nil || len(packed) == 0 {
		t.Fatal("nothing is recorded", err)
	}
	for _, file := range packed {
		unpack(t, file, filepath.Join(journalFolder(g.DataDir), strings.TrimSuffix(filepath.Base(file), ".gz")))
	}
	market, err := loadMarket("", "")
	if err != nil {
		t.Fatal(err)
	}
	h, err := openHouse(g, market, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatalf("this version does not start on it: %v", err)
	}
	if err := h.journal.Close(); err != nil {
		t.Fatal(err)
	}
	return h
}

func unpack(t *testing.T, from, to string) {
	t.Helper()
	packed, err := os.Open(from)
	if err != nil {
		t.Fatal(err)
	}
	defer packed.Close()
	plain, err := gzip.NewReader(packed)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(plain)
	if err == nil {
		err = os.WriteFile(to, text, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// teller makes the messages of a recorded journal again.
type teller struct {
	faces    map[string]fixspec.Translator // by session
	book     *gateway.Book
	entries  []gateway.Entry
	standing map[gateway.InquiryID][]gateway.Inquiry // as it was after each entry
	after    []int                                   // entries[i] left standing[...][after[i]]
	told     int
	wrong    strings.Builder
}

// retell returns the messages that this version would not send as they were sent.
func (h *house) retell(t *testing.T) string {
	t.Helper()
	policy, err := policyOf(h.config, [32]byte{})
	if err != nil {
		t.Fatal(err)
	}
	market, err := loadMarket("", "")
	if err != nil {
		t.Fatal(err)
	}
	r := &teller{faces: map[string]fixspec.Translator{}, book: gateway.NewBook(),
		standing: map[gateway.InquiryID][]gateway.Inquiry{}}
	for _, s := range h.config.Sessions {
		r.faces[s.OurCompID+">"+s.CompID] = h.face(s, market, policy)
	}
	v, err := journal.Inspect(journalFolder(h.config.DataDir), journal.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	if err := eachRecord(v, 1, r.record); err != nil {
		t.Fatal(err)
	}
	if r.told < 200 {
		t.Errorf("only %d messages were told", r.told)
	}
	return r.wrong.String()
}

func (r *teller) record(_ uint64, record journal.Record) error {
	if record.Kind == session.Kind {
		s, err := readSessionRecord(record.Payload)
		if err == nil && s.Verb == "sent" && s.Entry > 0 {
			r.sent(s)
		}
		return err
	}
	var e gateway.Entry
	if record.Kind != engine.EntryKind {
		return unknownKind(0, record.Kind)
	}
	if err := e.UnmarshalJSON(record.Payload); err != nil {
		return err
	}
	r.book.Apply(e)
	q, _ := r.book.Inquiry(e.Inquiry)
	r.standing[e.Inquiry] = append(r.standing[e.Inquiry], q)
	r.entries, r.after = append(r.entries, e), append(r.after, len(r.standing[e.Inquiry])-1)
	return nil
}

// sent compares one message. It was made of its entry, with the inquiry as that stood then or at any
// time until it was sent.
func (r *teller) sent(s sessionRecord) {
	r.told++
	at, which := s.Entry-1, s.Index // the cursor tells what comes next
	if which == 0 {
		at--
	}
	e := r.entries[at]
	var now []string
	for _, q := range r.standing[e.Inquiry][r.after[at]:] {
		if now = r.made(r.faces[s.Session], e, q, which); slices.Equal(now, essence(s.raw)) {
			return
		}
	}
	fmt.Fprintf(&r.wrong, "%s %d, of entry %d\n  was %s\n  now %s\n", s.Session, s.Number, e.Seq,
		strings.Join(essence(s.raw), "|"), strings.Join(now, "|"))
}

// made is one of the messages of an entry, counted from 1; 0 is the last.
func (r *teller) made(face fixspec.Translator, e gateway.Entry, q gateway.Inquiry, which int) (found []string) {
	number := 0
	for m := range face.Messages(e, q) {
		if number++; which == 0 || number == which {
			found = essence(fixspec.AppendMessage(nil, fixspec.Frame{}, m))
		}
	}
	return found
}

// essence is a message without what differs from one sending to the next, and in the order of its
// body: headers may stand in any.
func essence(raw []byte) []string {
	var head, body []string
	for field := range bytes.SplitSeq(bytes.TrimSuffix(raw, []byte{1}), []byte{1}) {
		tag, _, _ := strings.Cut(string(field), "=")
		switch tag {
		case "8", "9", "10", "34", "43", "49", "52", "56", "97", "122":
		case "35", "115", "128":
			head = append(head, string(field))
		default:
			body = append(body, string(field))
		}
	}
	slices.Sort(head)
	return append(head, body...)
}
