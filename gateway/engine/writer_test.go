package engine

import (
	"testing"
	"time"

	"foliogate/gateway"
)

// A clock that is set back does not set back the journal: not in a life of the writer, not from
// one to the next, and not by way of a snapshot.
func TestTimeNeverRunsBack(t *testing.T) {
	now, disk := time.Date(2025, 6, 16, 13, 30, 0, 0, time.UTC), newGate()
	o := options(t, disk)
	o.Clock = func() time.Time { return now }
	lives := []func(*testing.T, *Writer){
		func(*testing.T, *Writer) {},
		func(t *testing.T, w *Writer) {
			for i, r := range disk.records {
				if err := w.Recover(uint64(i+1), r.Payload); err != nil {
					t.Fatal(err)
				}
			}
		},
		func(t *testing.T, w *Writer) {
			past := NewPast()
			for i, r := range disk.records {
				if err := past.Recover(uint64(i+1), r.Payload); err != nil {
					t.Fatal(err)
				}
			}
			w.Restore(thawed(t, past))
		},
	}
	for life, begin := range lives {
		w := NewWriter(o)
		begin(t, w)
		for _, list := range []string{"A", "B"} {
			c := submission(list + string(rune('0'+life)))
			if err := w.Decide(c); err != nil {
				t.Fatal(err)
			}
			now = now.Add(-time.Minute)
		}
	}
	var latest gateway.Entry
	for i, r := range disk.records {
		var e gateway.Entry
		if err := e.UnmarshalJSON(r.Payload); err != nil {
			t.Fatal(err)
		}
		if sameDecision := e.Inquiry == latest.Inquiry; i > 0 && !sameDecision && !e.At.After(latest.At) {
			t.Errorf("entry %d is of %s, entry %d of %s", e.Seq, e.At, latest.Seq, latest.At)
		}
		latest = e
	}
	if latest.Seq < 12 {
		t.Errorf("only %d entries", latest.Seq)
	}
}
