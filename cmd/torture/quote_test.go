package main

import (
	"strings"
	"testing"
	"time"
)

// What a client of the RFQ profile is told of an inquiry, and what it makes of it.
func TestClientReadsReports(t *testing.T) {
	for _, c := range []struct {
		name, report, outcome string
		acked                 bool
		left                  int // quotes that can be taken
		taken                 string
	}{
		{name: "the trade", report: "117=Q|693=H-Q|297=0|", outcome: "EXECUTED", left: 1, taken: "Q"},
		{name: "open", report: "117=[N/A]|297=0|58=open|", left: 1, taken: "Q"},
		{name: "a dealer is asked", report: "115=D|117=[N/A]|297=10|58=ASKED|", left: 1, taken: "Q"},
		{name: "a last look", report: "115=D|117=Q|693=H-Q|297=10|", left: 1, taken: "Q"},
		{name: "a last look is declined", report: "115=D|117=Q|693=H-Q|297=11|"},
		{name: "a quote is gone", report: "115=D|117=Q|297=6|58=WITHDRAWN|"},
		{name: "a hit is refused", report: "117=Q|693=H-Q|297=7|"},
		{name: "a cancel is refused", report: "117=[N/A]|297=5|58=TOO LATE: awarded|", left: 1, taken: "Q"},
		{name: "cancelled", report: "117=[N/A]|297=4|", outcome: "CANCELLED", left: 1, taken: "Q"},
		{name: "expired", report: "117=[N/A]|297=7|", outcome: "EXPIRED", left: 1, taken: "Q"},
		{name: "refused", report: "117=[N/A]|297=5|", outcome: "REFUSED", left: 1, taken: "Q"},
		{name: "something is refused", report: "117=[N/A]|297=5|", acked: true, left: 1, taken: "Q"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := newTestFloor(t)
			q := &inquiry{id: "L", quotes: map[string]string{"D": "Q"}, accepted: "Q", acked: c.acked}
			f.client.inquiries["L"], f.client.order = q, []*inquiry{q}
			f.client.heard(told("AI", 1, pseudo("L")+c.report))
			if q.outcome != c.outcome || len(q.quotes) != c.left || q.accepted != c.taken {
				t.Errorf("outcome %q, %d quotes, %q is taken", q.outcome, len(q.quotes), q.accepted)
			}
			found(t, f, "")
		})
	}
}

// A dealer that is hit after its quote has ended notices.
func TestDealerFindsALateHit(t *testing.T) {
	until := time.Date(2025, 6, 16, 14, 0, 0, 0, time.UTC)
	for at, words := range map[time.Duration]string{-time.Millisecond: "", 0: "was good until"} {
		f := newTestFloor(t)
		d := f.dealers[0]
		d.quotes = true
		l := d.list("D")
		l.until["B"] = until
		d.heard(told("AJ", 1, "693=X|117=B|694=1|"+pseudo("D")+"60="+stamp(until.Add(at))+"|"))
		found(t, f, words)
		if l.hit != "X" || !strings.Contains(reportText(l, l.taken, l.hit, 0), "|693=X|") {
			t.Errorf("the answer to %q names another", l.hit)
		}
	}
}

// In eight eras each profile meets each, with power cuts and without.
func TestErasMixProfiles(t *testing.T) {
	met := map[[3]bool]bool{}
	for era := range 8 {
		f := newTestFloor(t)
		f.mix(era)
		spoken := map[bool]bool{}
		for _, d := range f.dealers {
			met[[3]bool{era%2 == 1, f.client.quotes, d.quotes}] = true
			spoken[d.quotes] = true
		}
		if len(spoken) != 2 {
			t.Errorf("in era %d all dealers speak alike", era)
		}
	}
	if len(met) != 8 {
		t.Errorf("%d of 8 pairs meet", len(met))
	}
}
