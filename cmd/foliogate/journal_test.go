package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"foliogate/gateway"
	"foliogate/gateway/engine"
	"foliogate/gateway/journal"
	"foliogate/session"
)

// demoRecords plays a demo of ten lines and returns what its journal holds.
var demoRecords = sync.OnceValues(func() (records []journal.Record, err error) {
	data, err := os.MkdirTemp("", "foliogate-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(data)
	r := rehearsal{Lines: 10, Seed: 1, Kind: gateway.TotalAmount, JSON: true, Keep: data}
	if err := r.play(context.Background(), io.Discard); err != nil {
		return nil, err
	}
	v, err := openJournal(data, journal.Options{})
	if err != nil {
		return nil, err
	}
	defer closing(v, &err)
	return records, eachRecord(v, 1, func(_ uint64, r journal.Record) error {
		records = append(records, r)
		return nil
	})
})

// keepDemo makes a data folder with the journal of the demo.
func keepDemo(t *testing.T) (data string) { return rewritten(t, same) }

// journalVerb runs a journal verb and returns what it said.
func journalVerb(t *testing.T, args ...string) (code int, out, fault string) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	code = run(t.Context(), append([]string{"journal"}, args...), &stdout, &stderr)
	return code, stdout.String(), stderr.String()
}

// rewritten is the demo's journal, with a sound chain, as change would have it.
func rewritten(t *testing.T, change func(lsn uint64, r journal.Record) []journal.Record) (data string) {
	t.Helper()
	data = t.TempDir()
	appendAll(t, data, change)
	return data
}

// appendAll opens a journal and appends the demo's records, as change would have them.
func appendAll(t *testing.T, data string, change func(lsn uint64, r journal.Record) []journal.Record) {
	t.Helper()
	records, err := demoRecords()
	if err != nil {
		t.Fatal(err)
	}
	l, err := journal.Open(journalFolder(data), journal.Options{SegmentBytes: 1 << 20})
	if err != nil {
		t.Fatal(err)
	}
	for i, r := range records {
		if _, err := l.Append(change(uint64(i+1), r)...); err != nil {
			t.Fatal(err)
		}
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
}

func same(_ uint64, r journal.Record) []journal.Record { return []journal.Record{r} }

// tampered changes the words of records that hold them.
func tampered(old, fresh string) func(uint64, journal.Record) []journal.Record {
	return func(_ uint64, r journal.Record) []journal.Record {
		r.Payload = bytes.Replace(bytes.Clone(r.Payload), []byte(old), []byte(fresh), 1)
		return []journal.Record{r}
	}
}

// twice appends records that hold the words once more.
func twice(words string) func(uint64, journal.Record) []journal.Record {
	return func(_ uint64, r journal.Record) []journal.Record {
		if bytes.Contains(r.Payload, []byte(words)) {
			return []journal.Record{r, r}
		}
		return []journal.Record{r}
	}
}

func TestJournalVerify(t *testing.T) {
	tests := []struct {
		name   string
		change func(uint64, journal.Record) []journal.Record
		want   []string // in the report
	}{
		{"untouched", same, []string{": good", "1 settled", "10 lines, 1 net tickets"}},
		{"executed twice", twice(`"type":"Traded"`), []string{"is executed twice", "follows entry"}},
		{"an entry lost", func(_ uint64, r journal.Record) []journal.Record {
			if bytes.Contains(r.Payload, []byte(`"type":"QuoteAwarded"`)) {
				return nil
			}
			return []journal.Record{r}
		}, []string{"follows entry", "without an award"}},
		{"a cent more in a ticket", tampered(`"lines":[1,2,3,4,5,6,7,8,9,10],"face":"`,
			`"lines":[1,2,3,4,5,6,7,8,9,10],"face":"1`), []string{"has tickets of"}},
		{"a number used again", twice(" 2 N "), []string{"number 2 is used again"}},
		{"a message changed", tampered("\x0135=N\x01", "\x0135=8\x01"), []string{"fails its CheckSum(10)"}},
		{"a number that runs back", tampered("received FOLIOGATE>BIRCHWOOD-EMS 4",
			"received FOLIOGATE>BIRCHWOOD-EMS 2"), []string{"the expected number runs back from 3 to 2"}},
		{"told before there is an entry", tampered(" N 4.0\n", " N 4000.0\n"), []string{"is told before there is one"}},
		{"a session record nobody can read", tampered("received", "deceived"), []string{`behind verb "deceived"`}},
		{"an entry nobody can read", tampered(`"type":"Traded"`, `"type":"Traced"`), []string{`type "Traced"`}},
		{"another kind", func(lsn uint64, r journal.Record) []journal.Record {
			if lsn == 1 {
				return []journal.Record{{Kind: 'X'}, r}
			}
			return []journal.Record{r}
		}, []string{"segment 00000001.segment, offset 4096, lsn 1: kind 'X' is not known"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			code, out, _ := journalVerb(t, "verify", rewritten(t, test.change))
			for _, words := range test.want {
				if !strings.Contains(out, words) {
					t.Errorf("%q is missing in\n%s", words, out)
				}
			}
			if good := test.name == "untouched"; good != (code == exitDone) || !good && code != exitDamaged {
				t.Errorf("exit code %d", code)
			}
		})
	}
}

// Beside a running owner the verbs read what is durable.
func TestJournalVerbsBesideTheOwner(t *testing.T) {
	data := keepDemo(t)
	owner, err := journal.Open(journalFolder(data), journal.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer owner.Close()
	code, out, fault := journalVerb(t, "verify", "--json", data)
	var report journalReport
	if err := json.Unmarshal([]byte(out), &report); err != nil || code != exitDone {
		t.Fatalf("%d, %v: %s%s", code, err, out, fault)
	}
	end, err := owner.Place(owner.Last())
	if err != nil || !report.Live || report.Records != owner.Last() || report.Chain != hexOf(end.Hash) ||
		report.Inquiries["settled"] != 1 || report.Fills != 10 || len(report.Sessions) != 4 {
		t.Errorf("%v: %+v", err, report)
	}
}

// Damage says segment, offset, lsn and remedy, whichever verb meets it.
func TestJournalVerbsOnDamage(t *testing.T) {
	data := keepDemo(t)
	segment := filepath.Join(journalFolder(data), "00000001.segment")
	image, err := os.ReadFile(segment)
	if err != nil {
		t.Fatal(err)
	}
	image[bytes.Index(image, []byte("QuoteAwarded"))] ^= 1
	if err := os.WriteFile(segment, image, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"verify", data}, {"cat", data}, {"replay", data}, {"diff", data, data}} {
		code, out, fault := journalVerb(t, args...)
		for _, words := range []string{"segment 00000001.segment", "offset ", "lsn ", "remedy: restore"} {
			if code != exitDamaged || !strings.Contains(fault, words) {
				t.Errorf("%s: %d, %s%s lacks %q", args[0], code, out, fault, words)
			}
		}
	}
}

func TestJournalVerbsOnInput(t *testing.T) {
	for _, args := range [][]string{
		{"verify"}, {"verify", t.TempDir()}, {"cat"}, {"cat", "a", "b"}, {"replay", "nowhere"}, {"diff", "a"},
		{"cat", "--from", "x", "."},
	} {
		if code, out, fault := journalVerb(t, args...); code != exitInput || fault == "" {
			t.Errorf("%v: %d, %s%s", args, code, out, fault)
		}
	}
}

func TestJournalCat(t *testing.T) {
	data := keepDemo(t)
	_, all, _ := journalVerb(t, "cat", data)
	tests := []struct {
		args        []string
		some, never []string // words in every output, words in none of its lines
	}{
		{nil, []string{" E 1 ", "Begun", "created", "|35=N|", " S FOLIOGATE>"}, nil},
		{[]string{"--kind", "E"}, []string{"Traded", "Begun"}, []string{" S "}},
		{[]string{"--kind", "S"}, []string{"sent", "received"}, []string{" E 1 "}},
		{[]string{"--kind", "Traded,reserve"}, []string{"Traded", "reserve"}, []string{"Begun", "sent"}},
		{[]string{"--inquiry", "I00000001"}, []string{"Traded", "|35=8|"}, []string{"created", " sent 1 A"}},
		{[]string{"--inquiry", "I00000009"}, nil, []string{"E", "S"}},
		{[]string{"--from", "3", "--to", "5"}, []string{"3 S", "5 S"}, []string{"1 S ", "Begun"}},
	}
	for _, test := range tests {
		code, out, fault := journalVerb(t, append([]string{"cat", data}, test.args...)...)
		if code != exitDone {
			t.Errorf("%v: %d, %s", test.args, code, fault)
		}
		for _, words := range test.some {
			if !strings.Contains(out, words) {
				t.Errorf("%v: %q is missing", test.args, words)
			}
		}
		for _, words := range test.never {
			if strings.Contains(out, words) {
				t.Errorf("%v: %q is there", test.args, words)
			}
		}
	}
	_, lines, _ := journalVerb(t, "cat", "--json", data)
	if strings.Count(lines, "\n") != strings.Count(all, "\n") {
		t.Error("JSON has another number of lines")
	}
	for line := range strings.Lines(lines) {
		var read struct {
			LSN     uint64
			Entry   *gateway.Entry
			Session *sessionRecord
		}
		if err := json.Unmarshal([]byte(line), &read); err != nil || (read.Entry == nil) == (read.Session == nil) {
			t.Errorf("%v: %s", err, line)
		}
	}
}

// A secret that stands in a journal, where it should not be, is not printed.
func TestJournalCatMasks(t *testing.T) {
	raw := "8=FIX.4.4\x019=99\x0135=j\x0134=7\x01554=hunter2\x011554=kept\x01925=new2\x011402=secret2\x0110=000\x01"
	data := t.TempDir()
	l, err := journal.Open(journalFolder(data), journal.Options{})
	if err == nil {
		_, err = l.Append(journal.Record{Kind: session.Kind,
			Payload: fmt.Appendf(nil, "sent F>C 7 j -\n%s", raw)})
	}
	if err == nil {
		err = l.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"cat", data}, {"cat", "--json", data}, {"diff", data, data}} {
		_, out, _ := journalVerb(t, args...)
		for _, secret := range []string{"hunter2", "new2", "secret2"} {
			if strings.Contains(out, secret) {
				t.Errorf("%v prints %s: %s", args, secret, out)
			}
		}
		if args[0] == "cat" && !strings.Contains(out, "1554=kept") {
			t.Errorf("%s", out)
		}
	}
}

// What replay prints is what a start has.
func TestJournalReplay(t *testing.T) {
	data := keepDemo(t)
	code, out, fault := journalVerb(t, "replay", "--json", data)
	var state replayedState
	if err := json.Unmarshal([]byte(out), &state); err != nil || code != exitDone {
		t.Fatalf("%d, %v: %s", code, err, fault)
	}
	l, err := journal.Open(journalFolder(data), journal.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	e := engine.New(engine.Options{Journal: l})
	if err := replay(l, 1, e.Recover, func(uint64, []byte) error { return nil }); err != nil {
		t.Fatal(err)
	}
	q, _ := e.Inquiry("I00000001")
	want, err := json.Marshal(q)
	if err != nil {
		t.Fatal(err)
	}
	got, err := json.Marshal(state.Inquiries[0])
	if err != nil || !bytes.Equal(got, want) || len(state.Inquiries) != 1 || state.LSN != l.Last() {
		t.Errorf("%v: %s\nis not\n%s", err, got, want)
	}
	_, out, _ = journalVerb(t, "replay", data)
	for _, words := range []string{"I00000001", "settled, 10 lines", "quote Q", "executed T", "ticket T", "affirmed"} {
		if !strings.Contains(out, words) {
			t.Errorf("%q is missing in\n%s", words, out)
		}
	}
	if _, out, _ = journalVerb(t, "replay", "--to", "4", data); !strings.HasPrefix(out, "0 entries up to lsn 4\n") {
		t.Error(out)
	}
}

func TestJournalDiff(t *testing.T) {
	data := keepDemo(t)
	cut := func(lsn uint64, r journal.Record) []journal.Record {
		if lsn > 9 {
			return nil
		}
		return []journal.Record{r}
	}
	later := rewritten(t, func(uint64, journal.Record) []journal.Record { return nil })
	appendAll(t, later, same)
	tests := []struct {
		name string
		dirs []string
		code int
		want string
	}{
		{"itself", []string{data, data}, exitDone, "and one chain"},
		{"a copy", []string{data, rewritten(t, same)}, exitDone, "and one chain"},
		{"a copy by a later owner", []string{data, later}, exitDone, "the chains differ"},
		{"a beginning", []string{rewritten(t, cut), data}, exitDamaged, "first difference is lsn 10 "},
		{"the whole of a beginning", []string{data, rewritten(t, cut)}, exitDamaged, "ends before it"},
		{"a change", []string{data, rewritten(t, tampered(`"type":"Traded"`, `"type":"Lapsed"`))},
			exitDamaged, "Lapsed"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			code, out, fault := journalVerb(t, append([]string{"diff"}, test.dirs...)...)
			if code != test.code || !strings.Contains(out, test.want) {
				t.Errorf("%d: %s%s", code, out, fault)
			}
			_, out, _ = journalVerb(t, append([]string{"diff", "--json"}, test.dirs...)...)
			var d journalDifference
			if err := json.Unmarshal([]byte(out), &d); err != nil || d.Same != (test.code == exitDone) {
				t.Errorf("%v: %s", err, out)
			}
		})
	}
}
