package engine

import (
	"reflect"
	"testing"

	"foliogate/gateway"
)

// An inquiry that comes filed out of a snapshot is decided on, and what was decided is seen when it
// is durable, not before.
func TestFiledInquiryGoesOn(t *testing.T) {
	disk := newGate()
	w := NewWriter(options(t, disk))
	decide := func(w *Writer, c gateway.Command) {
		t.Helper()
		if err := w.Decide(c); err != nil {
			t.Fatal(err)
		}
	}
	settle := func(w *Writer) {
		disk.sync()
		w.Settle(uint64(len(disk.records)))
	}
	decide(w, submission("L1"))
	settle(w)
	q, _ := w.Inquiry(gateway.InquiryIDAt(1))
	decide(w, bid(q, firm, "B1"))
	settle(w)
	q, _ = w.Inquiry(q.ID)
	decide(w, gateway.Accept{Origin: gateway.Origin{Firm: client}, ListID: "L1", Quote: q.Ranked()[0].ID})
	settle(w)
	traded, _ := w.Inquiry(q.ID)
	if traded.Phase != gateway.Executed {
		t.Fatalf("the list is %s", traded.Phase)
	}
	past := NewPast()
	for i, r := range disk.records {
		if err := past.Recover(uint64(i+1), r.Payload); err != nil {
			t.Fatal(err)
		}
	}
	again := NewWriter(options(t, disk))
	again.Restore(thawed(t, past))
	route, _ := traded.Route(firm)
	for name, seen := range map[string]func() (gateway.Inquiry, bool){
		"by its id":           func() (gateway.Inquiry, bool) { return again.Inquiry(q.ID) },
		"by its dealer's id":  func() (gateway.Inquiry, bool) { return again.Shown(firm, route.ListID) },
		"by a client's quote": func() (gateway.Inquiry, bool) { return again.Quoted(client, traded.Execution.Quote) },
	} {
		if got, ok := seen(); !ok || !reflect.DeepEqual(got, traded) {
			t.Errorf("%s: %t, %+v\nis not\n%+v", name, ok, got, traded)
		}
	}
	ticket := traded.Tickets[0].ID
	for _, by := range []gateway.Firm{client, firm} {
		decide(again, gateway.Affirm{Origin: gateway.Origin{Firm: by}, Ticket: ticket})
	}
	if got, ok := again.Inquiry(q.ID); !ok || !reflect.DeepEqual(got, traded) {
		t.Errorf("before it is durable: %t, %+v\nis not\n%+v", ok, got, traded)
	}
	settle(again)
	if got, _ := again.Inquiry(q.ID); got.Phase != gateway.Settled {
		t.Errorf("affirmed by both, the list is %s", got.Phase)
	}
	if len(again.book.behind) > 0 {
		t.Errorf("%d inquiries wait for what is durable", len(again.book.behind))
	}
}

// Of what is decided one entry may be durable and the next not: who looks sees the first alone.
func TestOnlyTheDurableIsSeen(t *testing.T) {
	disk := newGate()
	w := NewWriter(options(t, disk))
	if err := w.Decide(submission("L1")); err != nil {
		t.Fatal(err)
	}
	id := gateway.InquiryIDAt(1)
	if q, ok := w.Inquiry(id); ok {
		t.Errorf("nothing is durable, and there is %+v", q)
	}
	disk.sync()
	for lsn, want := range []gateway.Phase{gateway.Receiving, gateway.Receiving, gateway.Open} {
		w.Settle(uint64(lsn + 1))
		if q, ok := w.Inquiry(id); !ok || q.Phase != want {
			t.Errorf("up to lsn %d the list is %s: %t", lsn+1, q.Phase, ok)
		}
	}
}
