package engine

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"testing"
	"time"

	"foliogate/gateway"
	"foliogate/gateway/journal"
	"foliogate/gateway/units"
)

// pastOf is the past of a log's records after one lsn and up to another.
func pastOf(t *testing.T, p *Past, l *journal.Log, after, to uint64) *Past {
	t.Helper()
	for reader := l.From(after + 1); ; {
		lsn, record, err := reader.Next()
		if errors.Is(err, io.EOF) || err == nil && lsn > to {
			return p
		}
		if err == nil && record.Kind == EntryKind {
			err = p.Recover(lsn, record.Payload)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

// thawed is a past that went through its stable form.
func thawed(t *testing.T, p *Past) *Past {
	t.Helper()
	frozen, err := json.Marshal(p.State())
	if err != nil {
		t.Fatal(err)
	}
	var state PastState
	if err := json.Unmarshal(frozen, &state); err != nil {
		t.Fatal(err)
	}
	before := p.Inquiries()
	if err := p.File(); err != nil {
		t.Fatal(err)
	}
	kept := p.Kept()
	for i, q := range before {
		if filed := kept[i].Filed != nil; filed == q.Phase.Live() {
			t.Fatalf("inquiry %s is %s, and filed: %t", q.ID, q.Phase, filed)
		}
		if kept[i].Filed == nil {
			kept[i].Whole = reread(t, q)
		}
		if again := kept[i].Inquiry(); !reflect.DeepEqual(q, again) {
			t.Fatalf("%+v\nis not\n%+v", again, q)
		}
	}
	fresh, err := RestorePast(state, kept)
	if err != nil {
		t.Fatal(err)
	}
	return fresh
}

// reread is an inquiry that was written and read.
func reread(t *testing.T, q gateway.Inquiry) (again gateway.Inquiry) {
	t.Helper()
	line, err := json.Marshal(q)
	if err == nil {
		err = json.Unmarshal(line, &again)
	}
	if err != nil {
		t.Fatal(err)
	}
	return again
}

// An engine that goes on from a past, wherever it was taken, says and decides what one does that
// has replayed everything.
func TestPast(t *testing.T) {
	log := openLog(t, t.TempDir())
	e := run(t, New(options(t, log)))
	for i := range 500 {
		e.submit(submission(fmt.Sprintf("L%d", i)))
		if i%3 == 0 {
			e.submit(gateway.Cancel{Origin: gateway.Origin{Firm: client}, ListID: fmt.Sprintf("L%d", i)})
		}
		other := journal.Record{Kind: 'S', Payload: []byte("of a session")}
		if _, err := log.Append(other); err != nil {
			t.Fatal(err)
		}
	}
	want := e.await(1667)
	e.stop()
	last := log.Last()
	for _, cut := range []uint64{0, 1, 777, 1025 * 4 / 3, last} {
		first := thawed(t, pastOf(t, NewPast(), log, 0, cut/2))
		past := thawed(t, pastOf(t, first, log, cut/2, cut))
		fresh := New(options(t, log))
		fresh.Restore(past)
		for reader := log.From(cut + 1); ; {
			lsn, record, err := reader.Next()
			if errors.Is(err, io.EOF) {
				break
			}
			if err == nil && record.Kind == EntryKind {
				err = fresh.Recover(lsn, record.Payload)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		again := &running{Engine: fresh, t: t}
		if got := entries(t, again); !reflect.DeepEqual(got, want) {
			t.Errorf("cut at %d: %d entries of %d", cut, len(got), len(want))
		}
		for _, after := range []uint64{3, 1022, 1023, 1024, 1499} {
			got, err := again.Entries(after, 1)
			if err != nil || len(got) != 1 || got[0].Seq != after+1 {
				t.Errorf("cut at %d: after %d stands %v, %v", cut, after, got, err)
			}
		}
		for _, entry := range want {
			before, _ := e.Inquiry(entry.Inquiry)
			after, ok := again.Inquiry(entry.Inquiry)
			if !ok || !reflect.DeepEqual(before, after) {
				t.Fatalf("cut at %d: inquiry %s is %+v, not %+v", cut, entry.Inquiry, after, before)
			}
			for _, r := range before.Routes {
				if q, ok := again.Shown(r.Dealer, r.ListID); !ok || q.ID != before.ID {
					t.Fatalf("cut at %d: %s of %s is not found", cut, r.ListID, r.Dealer)
				}
			}
		}
		if _, live := fresh.writer.book.book.Len(); live != e.Live() || fresh.writer.NextDue() != e.writer.NextDue() {
			t.Errorf("cut at %d: %d are live, next due %s", cut, live, fresh.writer.NextDue())
		}
	}
}

func TestPastRefusesAnotherIndex(t *testing.T) {
	for _, s := range []PastState{{Last: 1}, {Last: 1024, LSNs: []uint64{1, 2}}, {Last: 1025, LSNs: []uint64{1}}} {
		if _, err := RestorePast(s, nil); err == nil {
			t.Errorf("%+v was taken", s)
		}
	}
}

// What ended before the last days is forgotten, what can still trade never.
func TestPastForgets(t *testing.T) {
	p := NewPast()
	day := units.DateOf(2025, 6, 16)
	for i := range 5 {
		for j, phase := range []gateway.Phase{gateway.Settled, gateway.Open, gateway.Refused} {
			p.book.Restore(gateway.Inquiry{ID: gateway.InquiryIDAt(uint64(10*i + j)), Client: client,
				ListID: fmt.Sprint(i, phase), Phase: phase, TradeDate: day.AddDays(i)})
		}
	}
	for _, test := range []struct{ days, left int }{{5, 15}, {9, 15}, {4, 13}, {2, 9}, {4, 9}, {1, 7}} {
		p.Forget(test.days)
		if got := len(p.Inquiries()); got != test.left {
			t.Errorf("%d days: %d inquiries are left, not %d", test.days, got, test.left)
		}
	}
	late := gateway.Entry{Seq: 1, At: time.Unix(0, 0).UTC(), Inquiry: gateway.InquiryIDAt(0),
		Event: gateway.TicketAnswered{By: client, Ticket: "T-N01", Answer: gateway.Affirmed}}
	if err := p.Recover(1, late.AppendJSON(nil)); err != nil || len(p.Inquiries()) != 7 {
		t.Errorf("%v: %d inquiries after news of a forgotten one", err, len(p.Inquiries()))
	}
}

// A running engine forgets as a past does: the id is free again.
func TestForget(t *testing.T) {
	r := run(t, New(options(t, openLog(t, t.TempDir()))))
	r.submit(submission("L1"))
	r.submit(gateway.Cancel{Origin: gateway.Origin{Firm: client}, ListID: "L1"})
	r.submit(submission("L2"))
	all := r.await(7)
	day := units.DateOf(2025, 6, 16)
	for _, before := range []units.Date{day, day.AddDays(1)} {
		if err := r.Forget(before); err != nil {
			t.Fatal(err)
		}
		_, ended := r.Inquiry(all[0].Inquiry)
		_, lives := r.Inquiry(all[6].Inquiry)
		if ended != (before == day) || !lives {
			t.Errorf("before %s is forgotten: the one that ended is known: %t, the other: %t", before, ended, lives)
		}
	}
	r.submit(submission("L1"))
	if again := r.await(10); again[7].Inquiry == all[0].Inquiry {
		t.Errorf("a list of a free id gave %+v", again[7])
	}
}

// What was archived is passed over, by a reader from the past as by one of this process; what is
// needed of it is kept.
func TestEntriesBehindAnArchive(t *testing.T) {
	dir := t.TempDir()
	log, err := journal.Open(dir, journal.Options{SegmentBytes: 64 << 10})
	if err != nil {
		t.Fatal(err)
	}
	defer log.Close()
	e := run(t, New(options(t, log)))
	for i := range 500 {
		e.submit(submission(fmt.Sprintf("L%d", i)))
	}
	want := e.await(1500)
	e.stop()
	past := pastOf(t, NewPast(), log, 0, log.Last())
	if needs := past.Needs(); needs != 1 {
		t.Errorf("all is needed, but only from lsn %d", needs)
	}
	fresh, replayed := New(options(t, log)), New(options(t, log))
	fresh.Restore(thawed(t, past))
	for lsn := uint64(1); lsn <= log.Last(); lsn++ {
		record, err := log.ReadAt(lsn)
		if err == nil {
			err = replayed.Recover(lsn, record.Payload)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, below := range []uint64{log.Last() / 2, log.Last() - 10} {
		if _, err := log.Archive(t.TempDir(), below); err != nil {
			t.Fatal(err)
		}
		for name, r := range map[string]*Engine{"restored": fresh, "replayed": replayed} {
			for _, after := range []uint64{0, 5, 600, 1400} {
				got, err := r.Entries(after, 100)
				first := max(after+1, log.First())
				if err != nil || len(got) == 0 || !reflect.DeepEqual(got[0], want[first-1]) {
					t.Errorf("%s: after %d, from lsn %d: %d entries, %v", name, after, log.First(), len(got), err)
				}
			}
		}
	}
	late := NewPast()
	late.lsns, late.last = past.lsns, past.last
	if needs := late.Needs(); needs != past.lsns[1] {
		t.Errorf("nothing is needed, but from lsn %d", needs)
	}
	late.book.Restore(gateway.Inquiry{ID: gateway.InquiryIDAt(1030), Phase: gateway.Open})
	if needs := late.Needs(); needs != past.lsns[1] {
		t.Errorf("inquiry of entry 1030 is needed, from lsn %d", needs)
	}
}
