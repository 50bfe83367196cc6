package engine

import (
	"context"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"foliogate/gateway"
	"foliogate/gateway/journal"
)

func typeOf(e gateway.Event) string { return reflect.TypeOf(e).Name() }

// Nothing is seen of what the disk does not hold yet: no entry, no inquiry, nobody
// woken. When the disk has it, all of it is there.
func TestOnlyWhatIsDurableIsSeen(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		disk := newGate()
		r := run(t, New(options(t, disk)))
		woken := make(chan error, 1)
		go func() { woken <- r.Wait(t.Context(), 0) }()
		r.submit(submission("L1"))
		r.submit(submission("L2"))
		synctest.Wait()
		_, known := r.Inquiry("I00000001")
		if all := entries(t, r); len(all) > 0 || r.Last() > 0 || known || len(woken) > 0 {
			t.Fatalf("seen before it is durable: %v, %d, %t", names(all), r.Last(), known)
		}
		if r.Live() != 2 {
			t.Errorf("%d inquiries live", r.Live())
		}
		disk.sync()
		synctest.Wait()
		q, _ := r.Inquiry("I00000001")
		if all := entries(t, r); len(all) != 6 || r.Last() != 6 || q.Phase != gateway.Open ||
			len(woken) != 1 {
			t.Fatalf("after the sync: %v, %d, %+v", names(all), r.Last(), q)
		}
		r.submit(gateway.Cancel{Origin: gateway.Origin{Firm: client}, ListID: "L1"})
		synctest.Wait()
		if q, _ := r.Inquiry("I00000001"); q.Phase != gateway.Open {
			t.Errorf("the inquiry is shown as %s before that is durable", q.Phase)
		}
		route, _ := q.Route(firm)
		if q, ok := r.Shown(firm, route.ListID); !ok || q.Phase != gateway.Open {
			t.Errorf("the dealer's list is shown as %s before that is durable", q.Phase)
		}
		disk.sync()
		synctest.Wait()
		if q, _ := r.Inquiry("I00000001"); q.Phase != gateway.Withdrawn {
			t.Errorf("the inquiry is still shown as %s", q.Phase)
		}
	})
}

// A quote leads its client, and nobody else, to the inquiry, once it is durable.
func TestQuoted(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		disk := newGate()
		r := run(t, New(options(t, disk)))
		r.submit(submission("L1"))
		disk.sync()
		synctest.Wait()
		q, _ := r.Inquiry("I00000001")
		r.submit(bid(q, firm, "B1"))
		synctest.Wait()
		decided, _ := r.writer.book.book.Inquiry(q.ID)
		quote := decided.Ranked()[0].ID
		if _, ok := r.Quoted(client, quote); ok {
			t.Error("the quote is known before it is durable")
		}
		disk.sync()
		synctest.Wait()
		if got, ok := r.Quoted(client, quote); !ok || got.ID != q.ID {
			t.Errorf("the quote leads to %q", got.ID)
		}
		for _, other := range [][2]string{{string(firm), quote}, {string(client), "B1"}} {
			if _, ok := r.Quoted(gateway.Firm(other[0]), other[1]); ok {
				t.Errorf("%s is led by %s", other[0], other[1])
			}
		}
	})
}

// Ticks come when they are due by the clock, in the order in which they are due, and
// what the clock decided is an entry like any other.
func TestTheClockDecides(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := run(t, New(options(t, openLog(t, t.TempDir()))))
		began := time.Now()
		r.submit(submission("L1"))
		q := r.inquiry("I00000001", 3)
		r.submit(bid(q, looker, "B1"))
		r.await(4)
		q, _ = r.Inquiry(q.ID)
		r.submit(gateway.Accept{Origin: gateway.Origin{Firm: client}, ListID: "L1",
			Quote: q.Ranked()[0].ID})
		all := r.await(7) // awarded; 10 s later the look is over, at 60 s the inquiry
		want := []string{"Begun", "FragmentReceived", "Opened", "QuoteReceived", "QuoteAwarded",
			"AwardLost", "Lapsed"}
		if !slices.Equal(names(all), want) {
			t.Fatalf("%v, not %v", names(all), want)
		}
		for entry, after := range map[int]time.Duration{5: 10 * time.Second, 6: time.Minute} {
			if got := all[entry].At.Sub(began); got.Truncate(time.Microsecond) != after {
				t.Errorf("%s came after %s, not %s", typeOf(all[entry].Event), got, after)
			}
		}
		if r.Live() != 0 {
			t.Errorf("%d inquiries live", r.Live())
		}
	})
}

// inquiry returns an inquiry once n entries are durable.
func (r *running) inquiry(id gateway.InquiryID, n uint64) gateway.Inquiry {
	r.t.Helper()
	r.await(n)
	q, ok := r.Inquiry(id)
	if !ok {
		r.t.Fatalf("no inquiry %s", id)
	}
	return q
}

// Many submit at once: every entry has its number, the journal's order is that of
// the numbers, each one's commands stand in the order in which they were submitted,
// and syncs are shared.
func TestManySubmit(t *testing.T) {
	const firms, each = 16, 50
	log := openLog(t, t.TempDir())
	r := run(t, New(options(t, log)))
	var all sync.WaitGroup
	for n := range firms {
		all.Go(func() {
			for i := range each {
				o := gateway.Origin{Firm: client, Ref: n*each + i + 1}
				if err := r.Submit(gateway.Enquire{Origin: o, ListID: "NONE"}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	last := make([]int, firms)
	for i, entry := range r.await(firms * each) {
		if entry.Seq != uint64(i+1) {
			t.Fatalf("entry %d stands where entry %d belongs", entry.Seq, i+1)
		}
		n := (entry.Cause.Ref - 1) / each
		if entry.Cause.Ref <= last[n] {
			t.Fatalf("command %d stands after %d", entry.Cause.Ref, last[n])
		}
		last[n] = entry.Cause.Ref
	}
	if err := r.stop(); err != nil {
		t.Fatal(err)
	}
	stats := log.Stats()
	if stats.Records != firms*each || stats.Syncs > stats.Appends {
		t.Errorf("%+v", stats)
	}
	t.Logf("%d commands, %d writes, %d syncs", stats.Appends, stats.Writes, stats.Syncs)
	recovered(t, log, func(uint64, gateway.Entry) {})
}

// recovered reads the journal as a restart does and hands on its entries.
func recovered(t testing.TB, log *journal.Log, see func(lsn uint64, e gateway.Entry)) *Engine {
	t.Helper()
	e := New(options(t, log))
	for reader := log.From(1); ; {
		lsn, record, err := reader.Next()
		if errors.Is(err, io.EOF) {
			return e
		}
		if err == nil {
			err = e.Recover(lsn, record.Payload)
		}
		if err != nil {
			t.Fatal(err)
		}
		var entry gateway.Entry
		if err := entry.UnmarshalJSON(record.Payload); err != nil {
			t.Fatal(err)
		}
		see(lsn, entry)
	}
}

// A restart replays to the same inquiries. Then nobody is there: quotes of before
// cannot be taken, a last look is lost, whether or not the dealer is still known.
func TestRestart(t *testing.T) {
	dir := t.TempDir()
	log := openLog(t, dir)
	r := run(t, New(options(t, log)))
	n := uint64(0)
	for i, list := range []string{"L1", "L2", "L3", "L4"} {
		id := gateway.InquiryIDAt(n + 1)
		r.submit(submission(list))
		n += 3
		q := r.inquiry(id, n)
		dealer := []gateway.Firm{firm, looker, looker, firm}[i]
		r.submit(bid(q, dealer, "B1"))
		n++
		if q = r.inquiry(id, n); i == 2 || i == 3 {
			r.submit(gateway.Accept{Origin: gateway.Origin{Firm: client}, ListID: list,
				Quote: q.Ranked()[0].ID})
			n += uint64(i - 1) // the firm dealer trades as well
		}
	}
	before := r.await(n)
	if err := r.stop(); err != nil {
		t.Fatal(err)
	}
	if err := log.Close(); err != nil {
		t.Fatal(err)
	}

	log = openLog(t, dir)
	e := recovered(t, log, func(uint64, gateway.Entry) {})
	for _, id := range []gateway.InquiryID{"I00000001", "I00000005", "I00000009", "I00000014"} {
		was, _ := r.Inquiry(id)
		if is, ok := e.Inquiry(id); !ok || !reflect.DeepEqual(is, was) {
			t.Errorf("%s was\n%+v\nand is\n%+v", id, was, is)
		}
	}
	e.writer.options.Policy.Dealers = nil // both were taken out of the configuration meanwhile
	r = run(t, e)
	all := r.await(n + 3)
	if !reflect.DeepEqual(all[:n], before) {
		t.Error("the past reads differently after the restart")
	}
	lost := map[string]bool{}
	for _, entry := range all[n:] {
		lost[fmt.Sprint(entry.Inquiry, " ", typeOf(entry.Event))] = true
	}
	for _, want := range []string{"I00000001 QuoteLost", "I00000005 QuoteLost",
		"I00000009 AwardLost"} {
		if !lost[want] {
			t.Errorf("after the restart there is no %s: %v", want, lost)
		}
	}
	if q, _ := r.Inquiry("I00000014"); q.Phase != gateway.Executed {
		t.Errorf("the trade is %s", q.Phase)
	}
}

// Entries that memory no longer holds come from the disk, and are the same.
func TestOldEntriesComeFromTheDisk(t *testing.T) {
	const n = 2*keepRecent + 200
	r := run(t, New(options(t, openLog(t, t.TempDir()))))
	for i := range n {
		r.submit(gateway.Enquire{Origin: gateway.Origin{Firm: client, Ref: i + 1}, ListID: "NONE"})
	}
	for i, entry := range r.await(n) {
		refused, ok := entry.Event.(gateway.CommandRefused)
		if entry.Seq != uint64(i+1) || entry.Cause.Ref != i+1 || !ok || refused.Ref != i+1 {
			t.Fatalf("entry %d is %+v", i+1, entry)
		}
	}
	if some, err := r.Entries(n-3, 100); len(some) != 3 || err != nil {
		t.Errorf("%d entries after %d, %v", len(some), n-3, err)
	}
	if some, err := r.Entries(n, 100); len(some) != 0 || err != nil {
		t.Errorf("%d entries after the last, %v", len(some), err)
	}
	if some, err := r.Entries(n+5, 100); len(some) != 0 || err != nil {
		t.Errorf("%d entries from the future, %v", len(some), err)
	}
}

func TestDrain(t *testing.T) {
	r := run(t, New(options(t, openLog(t, t.TempDir()))))
	r.submit(submission("L1"))
	if err := r.Drain(); err != nil {
		t.Fatal(err)
	}
	r.submit(submission("L2"))
	all := r.await(4)
	refused, ok := all[3].Event.(gateway.CommandRefused)
	if !ok || refused.Refusal.Code != gateway.ShuttingDown {
		t.Fatalf("a list after the drain gave %+v", all[3].Event)
	}
	q := r.inquiry("I00000001", 4)
	r.submit(bid(q, firm, "B1"))
	q = r.inquiry("I00000001", 5)
	r.submit(gateway.Accept{Origin: gateway.Origin{Firm: client}, ListID: "L1",
		Quote: q.Ranked()[0].ID})
	if q = r.inquiry("I00000001", 7); q.Phase != gateway.Executed || r.Live() != 0 {
		t.Errorf("what lived is %s, %d live", q.Phase, r.Live())
	}
}

// Each inquiry's entries are one append: what a tick or a disconnect decides on many
// inquiries need not fit into one record group.
func TestAnAppendIsAnInquirys(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		disk := newGate()
		r := run(t, New(options(t, disk)))
		for _, list := range []string{"L1", "L2", "L3"} {
			r.submit(submission(list))
		}
		disk.sync()
		synctest.Wait()
		for _, id := range []gateway.InquiryID{"I00000001", "I00000004", "I00000007"} {
			q, _ := r.Inquiry(id)
			r.submit(bid(q, firm, "B1"))
		}
		r.submit(gateway.Disconnect{Origin: gateway.Origin{Firm: firm}})
		if want := []int{3, 3, 3, 1, 1, 1, 1, 1, 1}; !slices.Equal(disk.appends, want) {
			t.Errorf("appends of %v records, not %v", disk.appends, want)
		}
	})
}

// When the journal fails, the engine ends with the fault, whoever meets it first, and
// says so to everyone; what was not durable is never shown.
func TestAFaultEndsIt(t *testing.T) {
	broken := errors.New("the disk is gone")
	enquiry := gateway.Enquire{Origin: gateway.Origin{Firm: client}, ListID: "NONE"}
	tests := map[string]func(t *testing.T, r *running, disk *gate){
		"at an append": func(t *testing.T, r *running, disk *gate) {
			disk.Lock()
			disk.fault = broken // the waiters do not notice
			disk.Unlock()
			if err := r.Submit(enquiry); !errors.Is(err, broken) {
				t.Errorf("Submit says %v", err)
			}
		},
		"at a sync": func(t *testing.T, r *running, disk *gate) {
			r.submit(enquiry)
			synctest.Wait()
			disk.fail(broken)
		},
	}
	for name, happen := range tests {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				disk := newGate()
				r := run(t, New(options(t, disk)))
				waiting := make(chan error, 1)
				go func() { waiting <- r.Wait(context.Background(), 0) }()
				synctest.Wait()
				happen(t, r, disk)
				if err := <-r.ended; !errors.Is(err, broken) {
					t.Errorf("Run says %v", err)
				} else {
					r.ended <- err
				}
				if err := r.Submit(enquiry); !errors.Is(err, broken) {
					t.Errorf("Submit afterwards says %v", err)
				}
				if err := r.Drain(); !errors.Is(err, broken) {
					t.Errorf("Drain afterwards says %v", err)
				}
				if err := <-waiting; !errors.Is(err, ErrStopped) {
					t.Errorf("Wait says %v", err)
				}
				if r.Last() != 0 {
					t.Errorf("%d entries are shown", r.Last())
				}
			})
		})
	}
}

func TestStop(t *testing.T) {
	r := run(t, New(options(t, openLog(t, t.TempDir()))))
	r.submit(submission("L1"))
	r.await(3)
	short, cancel := context.WithCancel(context.Background())
	cancel()
	if err := r.Wait(short, 3); !errors.Is(err, context.Canceled) {
		t.Errorf("Wait with an ended context says %v", err)
	}
	if err := r.stop(); err != nil {
		t.Errorf("Run says %v", err)
	}
	if err := r.Submit(submission("L2")); !errors.Is(err, ErrStopped) {
		t.Errorf("Submit says %v", err)
	}
	if err := r.Wait(context.Background(), 3); !errors.Is(err, ErrStopped) {
		t.Errorf("Wait says %v", err)
	}
	if err := r.Wait(context.Background(), 2); err != nil {
		t.Errorf("Wait for what is there says %v", err)
	}
}

func TestRecoverRefusesAWrongPast(t *testing.T) {
	line := func(seq int) []byte {
		return fmt.Appendf(nil,
			`{"seq":%d,"at":"2025-06-16T13:30:00Z","type":"StatusTold","event":{"to":"X","phase":"open"}}`, seq)
	}
	e := New(options(t, newGate()))
	if err := e.Recover(7, line(1)); err != nil {
		t.Fatal(err)
	}
	tests := map[string][]byte{
		"record 9 holds entry 3 where entry 2 belongs": line(3),
		"record 9 holds entry 1 where entry 2 belongs": line(1),
		"record 9: unexpected end":                     []byte(`{"seq":2`),
		`"Novated" is not known`:                       []byte(`{"seq":2,"at":"2025-06-16T13:30:00Z","type":"Novated","event":{}}`),
	}
	for want, payload := range tests {
		if err := e.Recover(9, payload); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want it to say %q", payload, err, want)
		}
	}
}

// A writer shows what its journal holds, and no more, when the disk is behind.
func TestSettleShowsWhatIsDurable(t *testing.T) {
	w := NewWriter(options(t, newGate()))
	for _, c := range []gateway.Command{submission("L1"),
		gateway.Cancel{Origin: gateway.Origin{Firm: client}, ListID: "L1"}} {
		if err := w.Decide(c); err != nil {
			t.Fatal(err)
		}
	}
	for lsn, want := range []gateway.Phase{gateway.Unknown, gateway.Receiving, gateway.Receiving,
		gateway.Open, gateway.Withdrawn} {
		w.Settle(uint64(lsn))
		if q, _ := w.Inquiry("I00000001"); q.Phase != want || w.Last() != uint64(lsn) {
			t.Errorf("durable up to %d, entry %d is the last and the inquiry is %s", lsn, w.Last(),
				q.Phase)
		}
	}
}
