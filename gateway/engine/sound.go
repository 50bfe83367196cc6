package engine

import (
	"fmt"

	"foliogate/gateway"
	"foliogate/gateway/units"
)

// Sound returns which invariants of [gateway.Inquiry] an inquiry breaks, and which
// sums of its money do not agree.
func Sound(q gateway.Inquiry) []string {
	s := soundness{id: q.ID}
	s.check(q.Phase.Traded() == (q.Execution != nil), "is %s, with an execution: %t", q.Phase,
		q.Execution != nil)
	s.check((q.Phase == gateway.Awarded) == (q.Award != nil), "is %s, with an award: %t", q.Phase,
		q.Award != nil)
	s.routes(q)
	if !q.OpenedAt.IsZero() {
		s.lines(q)
	}
	if q.Execution != nil && len(s.wrong) == 0 {
		s.money(q)
	}
	return s.wrong
}

type soundness struct {
	id    gateway.InquiryID
	wrong []string
}

func (s *soundness) check(holds bool, format string, args ...any) {
	if !holds {
		s.wrong = append(s.wrong, fmt.Sprintf("inquiry %s ", s.id)+fmt.Sprintf(format, args...))
	}
}

func (s *soundness) routes(q gateway.Inquiry) {
	for _, r := range q.Routes {
		for i, quote := range r.Quotes {
			s.check(quote.State != gateway.Live || i == len(r.Quotes)-1,
				"has quote %s of %s live behind a later one", quote.ID, r.Dealer)
		}
	}
}

func (s *soundness) lines(q gateway.Inquiry) {
	s.check(len(q.Lines) == q.TotalLines, "has %d lines of %d", len(q.Lines), q.TotalLines)
	s.check(len(q.Facts) == len(q.Lines), "has facts of %d of %d lines", len(q.Facts), len(q.Lines))
	for i, line := range q.Lines {
		s.check(line.Number == i+1, "has line %d where line %d belongs", line.Number, i+1)
	}
	if q.Execution != nil {
		s.check(len(q.Execution.Fills) == len(q.Lines), "has %d fills of %d lines",
			len(q.Execution.Fills), len(q.Lines))
	}
}

// money holds fills against the execution's totals and those against the tickets.
func (s *soundness) money(q gateway.Inquiry) {
	var cash, net, ticketCash, ticketNet units.Money
	var ordered, ticketed units.Face
	for i, fill := range q.Execution.Fills {
		s.check(fill.Net == fill.Principal+fill.Accrued, "has fill %d that does not add up", i+1)
		cash, net = cash+fill.Principal, net+fill.Net
		ordered += q.Lines[i].Face
	}
	s.check(cash == q.Execution.Cash && net == q.Execution.Net,
		"has fills of %d and %d, not of %d and %d", cash, net, q.Execution.Cash, q.Execution.Net)
	covered := make(map[int]bool)
	for _, t := range q.Tickets {
		s.check(t.Net == t.Principal+t.Accrued, "has ticket %s that does not add up", t.ID)
		ticketCash, ticketNet, ticketed = ticketCash+t.Principal, ticketNet+t.Net, ticketed+t.Face
		for _, line := range t.Lines {
			covered[line] = true
		}
	}
	s.check(ticketCash == cash && ticketNet == net && ticketed == ordered,
		"has tickets of %d, %d and face %s for fills of %d, %d and face %s",
		ticketCash, ticketNet, ticketed, cash, net, ordered)
	s.check(len(covered) == len(q.Lines), "has tickets for %d of %d lines", len(covered), len(q.Lines))
}
