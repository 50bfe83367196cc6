package fixspec

import (
	"fmt"
	"strconv"

	"foliogate/gateway"
)

// status is a ListStatus of the inquiry without lines, under the id by which its reader knows it.
func (o *outgoing) status(listID string, why ListStatusType, state ListOrderStatus, text string) *ListStatus {
	return &ListStatus{
		ListID: listID, ListStatusType: why, NoRpts: 1, RptSeq: 1, ListOrderStatus: state,
		ListStatusText: text, TransactTime: o.entry.At, TotNoOrders: o.total(), LastFragment: true,
	}
}

func (o *outgoing) total() int {
	return max(o.inquiry.TotalLines, len(o.inquiry.Lines))
}

// sendStatus sends a status in as many fragments as it takes.
func (o *outgoing) sendStatus(h Header, s *ListStatus) {
	if len(s.Orders) == 0 {
		o.send(h, s)
		return
	}
	for _, fragment := range s.Fragments(o.limit) {
		o.send(h, fragment)
	}
}

// bidding is every line as accepted for bidding.
func bidding(lines []gateway.Line, facts []gateway.Facts) []OrderState {
	orders := states(lines, func(l gateway.Line, s *OrderState) {
		s.OrdStatus, s.LeavesQty = OrdAcceptedForBidding, l.Face
	})
	for i := range min(len(orders), len(facts)) {
		orders[i].Text = facts[i].Note
	}
	return orders
}

// expired is every line as not executed in time.
func expired(lines []gateway.Line) []OrderState {
	return states(lines, func(_ gateway.Line, s *OrderState) { s.OrdStatus = OrdExpired })
}

// canceled is every line as taken back.
func canceled(lines []gateway.Line) []OrderState {
	return states(lines, func(l gateway.Line, s *OrderState) {
		s.OrdStatus, s.CxlQty = OrdCanceled, l.Face
	})
}

// filled is every line as executed.
func filled(lines []gateway.Line, x *gateway.Execution) []OrderState {
	return states(lines, func(l gateway.Line, s *OrderState) {
		s.OrdStatus, s.CumQty, s.AvgPx = OrdFilled, l.Face, x.Fills[l.Number-1].Price
	})
}

func states(lines []gateway.Line, say func(gateway.Line, *OrderState)) []OrderState {
	states := make([]OrderState, len(lines))
	for i, line := range lines {
		states[i].ClOrdID = line.ClOrdID
		say(line, &states[i])
	}
	return states
}

// rejected is the lines that a refusal blames.
func rejected(r gateway.Refusal) []OrderState {
	states := make([]OrderState, 0, len(r.Lines))
	for _, line := range r.Lines {
		if line.ClOrdID == "" {
			continue
		}
		states = append(states, OrderState{ClOrdID: line.ClOrdID, OrdStatus: OrdRejected,
			OrdRejReason: rejectionOf(line.Fault),
			Text:         "line " + strconv.Itoa(line.Number) + ": " + line.Text})
	}
	return states
}

func rejectionOf(f gateway.LineFault) OrdRejReason {
	switch f {
	case gateway.UnknownSecurity:
		return RejUnknownSymbol
	case gateway.UnsupportedSecurity, gateway.WrongRequest, gateway.WrongSide:
		return RejUnsupported
	case gateway.WrongQuantity:
		return RejIncorrectQuantity
	case gateway.WrongAllocation:
		return RejIncorrectAllocated
	case gateway.DuplicateLine:
		return RejDuplicate
	case gateway.WrongDate, gateway.WrongCurrency, gateway.WrongReference:
		return RejOther
	}
	panic(fmt.Sprintf("fixspec: impossible line fault %d", int8(f)))
}

func number(n int) string { return strconv.Itoa(n) }
