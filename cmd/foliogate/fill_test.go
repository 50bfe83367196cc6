package main

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"testing"

	"foliogate/gateway"
	"foliogate/gateway/engine"
	"foliogate/gateway/journal"
	"foliogate/gateway/units"
	"foliogate/session"
)

// fillJournal repeats the demo's inquiry until the journal has that many entries, so many inquiries
// a trading day.
func fillJournal(t testing.TB, dir string, entries, aDay int, segment int64) (records, written int) {
	t.Helper()
	return newFiller(t, aDay).fill(t, dir, segment, func(_, written int) bool { return written < entries })
}

// filler appends rounds of the demo's inquiry, each other than all before it.
type filler struct {
	again  *repeater
	rounds int
}

func newFiller(t testing.TB, aDay int) *filler {
	t.Helper()
	demo, err := demoRecords()
	if err != nil {
		t.Fatal(err)
	}
	return &filler{again: newRepeater(demo, aDay)}
}

// fill adds rounds as long as there is to be more.
func (f *filler) fill(t testing.TB, dir string, segment int64, more func(records, written int) bool) (
	records, written int,
) {
	t.Helper()
	l, err := journal.Open(dir, journal.Options{SegmentBytes: segment})
	if err != nil {
		t.Fatal(err)
	}
	for ; more(records, written); f.rounds++ {
		round := f.again.round(f.rounds)
		for i := range round {
			if _, err := l.Append(round[i]); err != nil {
				t.Fatal(err)
			}
		}
		records, written = records+len(round), written+f.again.entries
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
