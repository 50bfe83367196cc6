package play

import (
	"foliogate/fixspec"
)

// deed is what a firm holds of a trade.
type deed struct {
	fills   []fixspec.ExecutionReport
	tickets []fixspec.Confirmation
}

func (t *deed) hear(m fixspec.Message) {
	switch m := m.(type) {
	case *fixspec.ExecutionReport:
		t.fills = append(t.fills, *m)
	case *fixspec.Confirmation:
		t.tickets = append(t.tickets, *m)
	}
}

// settles plays what both sides say about a trade:
//
//	affirms            every ticket that it has
//	disputes: TEXT     the last ticket
//	doubts: TEXT       the last execution
//	replays            all executions
func (s *step) settles(t *deed) bool {
	now := s.cast.Stage.Now()
	switch s.verb {
	case "affirms":
		for _, ticket := range t.tickets {
			s.said(say(&fixspec.ConfirmationAck{ConfirmID: ticket.ConfirmID, TradeDate: ticket.TradeDate,
				TransactTime: now, AffirmStatus: fixspec.AffirmAffirmed}))
		}
	case "disputes":
		ticket := t.tickets[len(t.tickets)-1]
		s.said(say(&fixspec.ConfirmationAck{ConfirmID: ticket.ConfirmID, TradeDate: ticket.TradeDate,
			TransactTime: now, AffirmStatus: fixspec.AffirmRejected, ConfirmRejReason: 1, Text: s.text}))
	case "doubts":
		fill := t.fills[len(t.fills)-1]
		s.said(say(&fixspec.DontKnowTrade{OrderID: fill.OrderID, ExecID: fill.ExecID,
			DKReason: fixspec.DKCalculation, Instrument: fill.Instrument, Side: fill.Side,
			OrderQty: fill.OrderQty, LastQty: fill.LastQty, LastPx: fill.LastPx, Text: s.text}))
	case "replays":
		s.said(say(&fixspec.OrderMassStatusRequest{MassStatusReqID: "AF-1",
			MassStatusReqType: fixspec.StatusForAll}))
	default:
		return false
	}
	return true
}
