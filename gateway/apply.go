package gateway

import (
	"cmp"
	"fmt"
	"slices"
)

// Apply folds an entry into the inquiry that it is about. It is total: whatever
// Decide said once is applied as it stands, without a calendar, a price or a
// clock. The given inquiry and everything it holds stay as they were.
func Apply(q Inquiry, entry Entry) Inquiry {
	switch e := entry.Event.(type) {
	case Begun:
		return begin(entry, e)
	case FragmentReceived:
		return q.receive(e)
	case DealerChosen:
		q.BidID = cmp.Or(q.BidID, e.BidID)
		q.Chosen = append(slices.Clip(q.Chosen), e.Dealer)
	case Opened:
		return q.open(entry, e)
	case DealersAsked:
		q.Routes = append(slices.Clip(q.Routes), e.Routes...)
		q.BidID = cmp.Or(e.BidID, q.BidID)
	case InquiryRefused:
		q.Phase, q.Outcome = Refused, e.Refusal
		q.Lines, q.Fragments = assemble(q.Fragments), nil
	case DealerAcknowledged:
		return q.routed(e.Dealer, func(r *Route) { r.State = Acknowledged })
	case DealerPassed:
		return q.routed(e.Dealer, func(r *Route) { r.State = Passed })
	case DealerUnresponsive:
		return q.routed(e.Dealer, func(r *Route) { r.State = Unresponsive })
	case QuoteReceived:
		return q.routed(e.Quote.Dealer, func(r *Route) { r.quote(e.Quote) })
	case LinesPriced:
		return q.routed(e.Dealer, func(r *Route) { r.last().Lines = e.Prices })
	case QuoteLost:
		return q.routed(e.Dealer, func(r *Route) { r.last().State = e.State })
	case QuoteAwarded:
		award := e.Award
		q.Phase, q.Award = Awarded, &award
	case AwardLost:
		q.Phase, q.Award = Open, nil
		return q.routed(e.Dealer, func(r *Route) { r.last().State = lostState(e.Cause) })
	case Traded:
		q.Phase, q.Award = Executed, nil
		execution := e.Execution
		q.Execution, q.Tickets = &execution, e.Tickets
		q.Lines = takenLines(q.Lines, execution.Choice)
	case Cancelled:
		q.Phase = Withdrawn
		if len(q.Lines) == 0 {
			q.Lines, q.Fragments = assemble(q.Fragments), nil
		}
	case Lapsed:
		q.Phase = Expired
	case Quarantined:
		q.Phase, q.Outcome, q.Award, q.Fragments = e.Phase, e.Refusal, nil, nil
	case TicketAnswered:
		return q.answered(e)
	case LineDisputed, CommandRefused, StatusTold, StatePushed, FillsReplayed:
		// Answers and alarms change nothing.
	default:
		panic(fmt.Sprintf("gateway: cannot apply %T", e))
	}
	return q
}

func begin(entry Entry, e Begun) Inquiry {
	return Inquiry{
		ID: entry.Inquiry, Client: e.Client, ListID: e.ListID, BidID: e.BidID,
		Phase: Receiving, CompleteBy: e.CompleteBy,
	}
}

func (q Inquiry) receive(e FragmentReceived) Inquiry {
	q.BidID, q.Terms, q.TotalLines = e.BidID, e.Terms, e.TotalLines
	q.Fragments = append(slices.Clip(q.Fragments), e.Fragment)
	return q
}

func (q Inquiry) open(entry Entry, e Opened) Inquiry {
	q.Phase, q.OpenedAt, q.TradeDate, q.Snapshot = Open, entry.At, e.TradeDate, e.Snapshot
	q.Terms, q.Routes, q.Facts = e.Terms, e.Routes, e.Facts
	q.Lines, q.Fragments = assemble(q.Fragments), nil
	return q
}

// assemble puts the lines of all fragments in line order.
func assemble(fragments []Fragment) []Line {
	lines := slices.Grow([]Line(nil), lineCount(fragments))
	for _, f := range fragments {
		lines = append(lines, f.Lines...)
	}
	slices.SortStableFunc(lines, func(a, b Line) int { return cmp.Compare(a.Number, b.Number) })
	return lines
}

// routed returns the inquiry with one route, and its quotes, copied and changed.
func (q Inquiry) routed(dealer Firm, change func(*Route)) Inquiry {
	q.Routes = slices.Clone(q.Routes)
	for i := range q.Routes {
		if q.Routes[i].Dealer == dealer {
			q.Routes[i].Quotes = slices.Clone(q.Routes[i].Quotes)
			change(&q.Routes[i])
		}
	}
	return q
}

func (r *Route) quote(q Quote) {
	if n := len(r.Quotes); n > 0 && r.Quotes[n-1].State == Live {
		r.Quotes[n-1].State = Superseded
	}
	r.State, r.Quotes = Quoting, append(r.Quotes, q)
}

func (r *Route) last() *Quote { return &r.Quotes[len(r.Quotes)-1] }

func lostState(c Cause) QuoteState {
	if c == Disconnected {
		return Stale
	}
	return Spent
}

func (q Inquiry) answered(e TicketAnswered) Inquiry {
	q.Tickets = slices.Clone(q.Tickets)
	for i := range q.Tickets {
		if q.Tickets[i].ID != e.Ticket {
			continue
		}
		if e.By == q.Client {
			q.Tickets[i].Client = e.Answer
		} else {
			q.Tickets[i].Dealer = e.Answer
		}
	}
	if e.Settled {
		q.Phase = Settled
	}
	return q
}
