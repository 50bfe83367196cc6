package session

import (
	"os"
	"path/filepath"
	"testing"

	"foliogate/gateway/journal"
)

// crash copies what is on disk at this moment into another directory, as if the process had died
// then. The mark comes first: it is never ahead of the log.
func (g *gatewayAt) crash(t testing.TB, dir string) string {
	t.Helper()
	after := t.TempDir()
	segments, err := filepath.Glob(filepath.Join(dir, "*.segment"))
	if err != nil || len(segments) == 0 {
		t.Fatalf("no segments in %s: %v", dir, err)
	}
	for _, name := range append([]string{filepath.Join(dir, "mark")}, segments...) {
		b, err := os.ReadFile(name)
		if err == nil {
			err = os.WriteFile(filepath.Join(after, filepath.Base(name)), b, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return after
}

// prefix copies the log up to the first record that satisfies a condition into another directory, as
// if power had been lost before more of it reached the disk.
func (g *gatewayAt) prefix(t testing.TB, last func(record) bool) string {
	t.Helper()
	dir := t.TempDir()
	l, err := journal.Open(dir, journal.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for from := g.journal.From(1); ; {
		_, r, err := from.Next()
		if err == nil {
			_, err = l.Append(r)
		}
		if err != nil {
			t.Fatal(err)
		}
		if r.Kind != Kind {
			continue
		}
		said, err := readRecord(r.Payload)
		if err != nil {
			t.Fatal(err)
		}
		if last(said) {
			break
		}
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	return dir
}

// history is what a counterparty has seen of our numbers and of its reports.
type history struct {
	content map[int]string // report by number
	reports map[string]int // times by report
	marked  map[string]bool
}

func newHistory() *history {
	return &history{make(map[int]string), make(map[string]int), make(map[string]bool)}
}

// note fails if a number comes back with other content, or a report without a mark for the second
// time.
func (h *history) note(t testing.TB, r received) {
	t.Helper()
	id := value(r.body, "17")
	if was, ok := h.content[r.MsgSeqNum]; ok && was != id {
		t.Errorf("number %d was %s and is %s", r.MsgSeqNum, was, id)
	}
	h.content[r.MsgSeqNum] = id
	h.reports[id]++
	h.marked[id] = r.again || r.PossResend
	if h.reports[id] > 1 && !h.marked[id] {
		t.Errorf("%s came again without a mark: %s", id, r.body)
	}
}
