package engine

import (
	"testing"

	"foliogate/gateway"
)

// The journal is asked for what somebody is told of, and for what ends an inquiry; the parts of a
// list and the affirmations before the last become durable with it.
func TestOnlyWhatIsToldAsksForASync(t *testing.T) {
	disk := newGate()
	w := NewWriter(options(t, disk))
	asks := func(what string, c gateway.Command, want bool) {
		t.Helper()
		before := disk.asked
		if err := w.Decide(c); err != nil {
			t.Fatal(err)
		}
		last := uint64(len(disk.records))
		disk.sync()
		w.Settle(last)
		if got := disk.asked == last; got != want || !want && disk.asked != before {
			t.Errorf("%s: asked for %d of %d, want %v", what, disk.asked, last, want)
		}
	}
	inquiry := func() gateway.Inquiry {
		q, _ := w.Inquiry("I00000001")
		return q
	}
	whole := submission("L1")
	whole.TotalLines = 2
	part := whole
	part.Last = false
	asks("the first part", part, false)
	part.Origin.Ref++
	asks("a status", gateway.Enquire{Origin: gateway.Origin{Firm: client, Ref: 3}, ListID: "L1"}, true)
	whole.Lines = []gateway.Line{whole.Lines[0]}
	whole.Lines[0].Number, whole.Lines[0].ClOrdID = 2, "C2"
	whole.Lines[0].Side = gateway.Buy
	asks("the last part", whole, true)
	asks("a quote", bid(inquiry(), firm, "B1"), true)
	asks("an accept", gateway.Accept{Origin: gateway.Origin{Firm: client}, ListID: "L1",
		Quote: inquiry().Ranked()[0].ID}, true)
	ticket := inquiry().Tickets[0].ID
	affirm := func(by gateway.Firm) gateway.Affirm {
		return gateway.Affirm{Origin: gateway.Origin{Firm: by}, Ticket: ticket}
	}
	dispute := affirm(firm)
	dispute.Dispute = true
	asks("an affirmation", affirm(client), false)
	asks("a dispute", dispute, true)
	asks("the last affirmation", affirm(firm), true)
}
