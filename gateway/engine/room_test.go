package engine

import (
	"sync/atomic"
	"testing"

	"foliogate/gateway"
)

// Without room on the disk nothing begins, and what has begun ends as ever.
func TestNoRoom(t *testing.T) {
	var full atomic.Bool
	o := options(t, openLog(t, t.TempDir()))
	o.Room = func() bool { return !full.Load() }
	r := run(t, New(o))
	r.submit(submission("L1"))
	full.Store(true)
	r.submit(submission("L2"))
	all := r.await(4)
	refused, ok := all[3].Event.(gateway.CommandRefused)
	if !ok || refused.Refusal.Code != gateway.NoRoom || refused.Refusal.Text == "" {
		t.Fatalf("a list without room gave %+v", all[3].Event)
	}
	q := r.inquiry("I00000001", 4)
	r.submit(bid(q, firm, "B1"))
	q = r.inquiry("I00000001", 5)
	r.submit(gateway.Accept{Origin: gateway.Origin{Firm: client}, ListID: "L1", Quote: q.Ranked()[0].ID})
	if q = r.inquiry("I00000001", 7); q.Phase != gateway.Executed {
		t.Errorf("what lived is %s", q.Phase)
	}
	full.Store(false)
	r.submit(submission("L2"))
	if all := r.await(8); len(all) < 8 {
		t.Fatal("nothing was decided")
	} else if _, ok := all[7].Event.(gateway.Begun); !ok {
		t.Errorf("with room again the list gave %+v", all[7].Event)
	}
}
