package main

import (
	"bytes"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"foliogate/config"
	"foliogate/gateway"
	"foliogate/gateway/engine"
	"foliogate/gateway/journal"
	"foliogate/gateway/units"
	"foliogate/session"
)

// BenchmarkStart opens the house on a journal of so many entries, which the demo's inquiry of ten
// lines makes again and again, a thousand a trading day, each with its own ids and its own session
// records: about seven a line. It reports the whole of openHouse, with nothing but the journal, from
// a snapshot, and with what is older than ten days in the archive; what proving the journal takes of
// that, which alone grows with it for ever; and what a snapshot takes, which nobody waits for.
//
// FOLIOGATE_START_ENTRIES sets the number of entries; 1000000 needs 5 GB of disk.
func BenchmarkStart(b *testing.B) {
	entries, err := strconv.Atoi(os.Getenv("FOLIOGATE_START_ENTRIES"))
	if err != nil {
		entries = 10_000
	}
	g, market := startConfig(b)
	records, written := fillJournal(b, journalFolder(g.DataDir), entries, 1000, 0)
	open := func(b *testing.B) *house {
		h, err := openHouse(g, market, slog.New(slog.DiscardHandler))
		if err != nil {
			b.Fatal(err)
		}
		if h.engine.Last() < uint64(written) {
			b.Fatalf("%d entries of %d", h.engine.Last(), written)
		}
		h.keeper.forget = func(units.Date) error { return nil } // the engine does not run
		return h
	}
	start := func(b *testing.B) {
		for b.Loop() {
			h := open(b)
			b.StopTimer()
			if err := h.journal.Close(); err != nil {
				b.Fatal(err)
			}
			b.StartTimer()
		}
		b.ReportMetric(float64(records), "records")
	}
	b.Run(fmt.Sprintf("entries=%d/replay", written), start)
	take := func(b *testing.B) {
		h := open(b)
		b.ResetTimer()
		for b.Loop() {
			b.StopTimer()
			lsn, err := h.journal.Append(journal.Record{Kind: session.Kind, Payload: []byte("told F>C\n")})
			if err == nil {
				err = h.journal.Wait(b.Context(), lsn)
			}
			b.StartTimer()
			if err = errors.Join(err, h.keeper.take(b.Context())); err != nil {
				b.Fatal(err)
			}
		}
		b.StopTimer()
		if err := h.journal.Close(); err != nil {
			b.Fatal(err)
		}
	}
	b.Run(fmt.Sprintf("entries=%d/first snapshot", written), take)
	b.Run(fmt.Sprintf("entries=%d/start from it", written), start)
	b.Run(fmt.Sprintf("entries=%d/proving the journal", written), func(b *testing.B) {
		for b.Loop() {
			l, err := journal.Open(journalFolder(g.DataDir), journal.Options{})
			if err != nil {
				b.Fatal(err)
			}
			b.StopTimer()
			if err := l.Close(); err != nil {
				b.Fatal(err)
			}
			b.StartTimer()
		}
	})
	b.Run(fmt.Sprintf("entries=%d/next snapshot and archive", written), take)
	b.Run(fmt.Sprintf("entries=%d/start with archive", written), start)
}

func startConfig(t testing.TB) (config.Gateway, gateway.Market) {
	t.Helper()
	market, err := loadMarket("", "")
	if err != nil {
		t.Fatal(err)
	}
	g, err := config.LoadGateway(writeStartConfig(t), nil)
	if err != nil {
		t.Fatal(err)
	}
	return g, market
}

// writeStartConfig writes a configuration whose counterparties are those of the demo.
func writeStartConfig(t testing.TB) string {
	t.Helper()
	text := "comp_id: FOLIOGATE\nmode: rehearsal\nbusiness_date: 2025-06-16\ndata_dir: data\nsessions:\n"
	for _, name := range []string{"NORTHGATE", "HALYARD", "COPPERLINE", "BIRCHWOOD-EMS"} {
		role := "role: dealer"
		if name == "BIRCHWOOD-EMS" {
			role = "role: client, panel: [NORTHGATE, HALYARD, COPPERLINE]"
		}
		text += fmt.Sprintf("  - {name: %s, %s, comp_id: %s, connection: accept, address: \"127.0.0.1:0\","+
			" insecure: true}\n", strings.ToLower(name), role, name)
	}
	file := filepath.Join(t.TempDir(), "gateway.yaml")
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// fillJournal repeats the demo's inquiry until the journal has that many entries, so many inquiries
// a trading day.
func fillJournal(t testing.TB, dir string, entries, aDay int, segment int64) (records, written int) {
	t.Helper()
	demo, err := demoRecords()
	if err != nil {
		t.Fatal(err)
	}
	l, err := journal.Open(dir, journal.Options{SegmentBytes: segment})
	if err != nil {
		t.Fatal(err)
	}
	again := newRepeater(demo, aDay)
	for k := 0; written < entries; k++ {
		round := again.round(k)
		for i := range round {
			if _, err := l.Append(round[i]); err != nil {
				t.Fatal(err)
			}
		}
		records, written = records+len(round), written+again.entries
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	return records, written
}

// repeater makes other inquiries out of the demo's: what must be unique is changed in its bytes.
type repeater struct {
	records []journal.Record
	entries int
	aDay    int
	numbers map[string]int // messages a session sends in one round
	inward  map[string]int
	unique  []string // ids that each round has of its own
}

func newRepeater(records []journal.Record, aDay int) *repeater {
	r := &repeater{aDay: aDay, numbers: map[string]int{}, inward: map[string]int{}}
	ids := regexp.MustCompile(`"(list|trade)":"([^"]+)"`)
	for _, record := range records {
		if record.Kind == engine.EntryKind {
			r.entries++
			for _, found := range ids.FindAllSubmatch(record.Payload, -1) {
				if id := string(found[2]); !slices.Contains(r.unique, id) {
					r.unique = append(r.unique, id)
				}
			}
		} else {
			s, err := readSessionRecord(record.Payload)
			if err != nil || s.Verb != "sent" && s.Verb != "received" && s.Verb != "created" {
				continue
			}
			switch s.Verb {
			case "sent":
				r.numbers[s.Session] = max(r.numbers[s.Session], s.Number)
			case "received":
				r.inward[s.Session] = max(r.inward[s.Session], s.Number-1)
			}
		}
		r.records = append(r.records, record)
	}
	return r
}

func (r *repeater) round(k int) []journal.Record {
	var round []journal.Record
	for _, record := range r.records {
		if record.Kind == engine.EntryKind {
			round = append(round, r.entry(record, k))
		} else if s, ok := r.session(record, k); ok {
			round = append(round, s)
		}
	}
	return round
}

func (r *repeater) entry(record journal.Record, k int) journal.Record {
	rest := record.Payload[bytes.IndexByte(record.Payload, ','):]
	var e gateway.Entry
	if err := e.UnmarshalJSON(record.Payload); err != nil {
		panic(err)
	}
	payload := append(fmt.Appendf(nil, `{"seq":%d`, e.Seq+uint64(k*r.entries)), rest...)
	payload = bytes.ReplaceAll(payload, []byte("I00000001"),
		[]byte(gateway.InquiryIDAt(uint64(k*r.entries)+1)))
	for _, id := range r.unique {
		payload = bytes.ReplaceAll(payload, []byte(id), fmt.Appendf(nil, "%s%d", id, k))
	}
	day := units.DateOf(2025, 6, 16).AddDays(k / r.aDay)
	payload = bytes.ReplaceAll(payload, []byte(`"trade_date":"2025-06-16"`),
		fmt.Appendf(nil, `"trade_date":"%s"`, day))
	return journal.Record{Kind: record.Kind, Payload: payload}
}

func (r *repeater) session(record journal.Record, k int) (journal.Record, bool) {
	s, err := readSessionRecord(record.Payload)
	if err != nil {
		panic(err)
	}
	b := fmt.Appendf(nil, "%s %s ", s.Verb, s.Session)
	switch {
	case s.Verb == "sent" && s.Entry > 0:
		b = fmt.Appendf(b, "%d %s %d.%d\n", s.Number+k*r.numbers[s.Session], s.Type,
			s.Entry+uint64(k*r.entries), s.Index)
	case s.Verb == "sent":
		b = fmt.Appendf(b, "%d %s -\n", s.Number+k*r.numbers[s.Session], s.Type)
	case s.Verb == "received":
		b = fmt.Appendf(b, "%d\n", s.Number+k*r.inward[s.Session])
	case k > 0 || s.Verb != "created":
		return journal.Record{}, false
	default:
		return record, true
	}
	return journal.Record{Kind: session.Kind, Payload: append(b, renumbered(s, k*r.numbers[s.Session])...)}, true
}

// renumbered is the message under another number. Its BodyLength(9) is left as it was.
func renumbered(s sessionRecord, by int) []byte {
	body, _, ok := cutTrailer(s.raw)
	if !ok {
		return s.raw
	}
	body = bytes.Replace(body, fmt.Appendf(nil, "\x0134=%d\x01", s.Number),
		fmt.Appendf(nil, "\x0134=%d\x01", s.Number+by), 1)
	return fmt.Appendf(body, "10=%s\x01", checksum(body))
}
