package gatewaytest

import (
	"fmt"
	"slices"
	"time"

	"foliogate/fixspec"
	"foliogate/gateway/units"
)

// client is a client's trader with its own records.
type client struct {
	*peer
	lists   []*clientList
	patient bool // trusts the session to deliver: never sends a list again by itself
	most    int
}

type clientList struct {
	id       string
	orders   []fixspec.ListOrder
	auto     bool
	cuts     int // fragments
	sent     int
	deadline time.Time
	last     time.Time // when something was sent or heard about it
	bids     []string
	taken    string
	answered bool // the house has said anything
	outcome  string
	fills    map[string]fixspec.ExecutionReport
	tickets  map[string]fixspec.Confirmation
	affirmed map[string]bool
}

// Outcomes of a list.
const (
	executed = "executed"
	expired  = "expired"
	canceled = "canceled"
	rejected = "rejected"
)

func (c *client) list(id string) *clientList {
	for _, l := range c.lists {
		if l.id == id {
			return l
		}
	}
	return nil
}

func (c *client) heard(m fixspec.Message, again bool) {
	switch m := m.(type) {
	case *fixspec.ListStatus:
		c.status(m)
	case *fixspec.BidResponse:
		if l := c.list(m.Components[0].ListID); l != nil && m.Priced() {
			l.bids = append(l.bids, m.BidID)
		}
	case *fixspec.ExecutionReport:
		if l := c.list(m.ListID); l != nil && m.ExecType == fixspec.ExecTrade {
			kept := *m
			l.fills[m.ExecID] = kept
		}
	case *fixspec.Confirmation:
		if l := c.list(m.ListID); l != nil {
			l.tickets[m.ConfirmID] = *m
		}
	}
}

func (c *client) status(m *fixspec.ListStatus) {
	l := c.list(m.ListID)
	if l == nil {
		c.w.fail("%s is told of a list %s that it never sent", c.firm, m.ListID)
		return
	}
	l.answered, l.last = !hasPrefix(m.ListStatusText,
		"list "), c.w.now // the house may not know it
	if outcome := outcomeOf(m); outcome != "" {
		if l.outcome != "" && l.outcome != outcome {
			c.w.fail("%s hears that %s is %s, and was told %s", c.firm, l.id, outcome, l.outcome)
		}
		l.outcome = outcome
	}
}

// outcomeOf is what a status says for good; nothing if it is no end, or the refusal of something
// else under the list's name.
func outcomeOf(m *fixspec.ListStatus) string {
	switch {
	case m.ListOrderStatus == fixspec.ListRejected && m.ListStatusType == fixspec.StatusResponse:
		if hasPrefix(m.ListStatusText, "DUPLICATE") || hasPrefix(m.ListStatusText, "list ") ||
			hasPrefix(m.ListStatusText, "the inquiry is") {
			return ""
		}
		return rejected
	case m.ListOrderStatus == fixspec.ListAllDone && m.ListStatusType != fixspec.StatusAlert &&
		len(m.Orders) > 0:
		switch m.Orders[0].OrdStatus {
		case fixspec.OrdFilled:
			return executed
		case fixspec.OrdExpired:
			return expired
		case fixspec.OrdCanceled:
			return canceled
		}
	}
	return ""
}

func hasPrefix(s, prefix string) bool { return len(s) >= len(prefix) && s[:len(prefix)] == prefix }

func (c *client) act(eager bool) {
	r := c.w.rng
	for _, l := range c.lists {
		if l.sent < l.cuts {
			if eager || r.IntN(3) == 0 {
				c.fragment(l, false)
				return
			}
			continue
		}
		if c.follow(l, eager) {
			return
		}
	}
	if !eager && len(c.lists) < c.most && (len(c.lists) == 0 || r.IntN(6) == 0) {
		c.lists = append(c.lists, c.w.newList(c))
		c.fragment(c.lists[len(c.lists)-1], false)
	}
}

// patience is how long a counterparty waits before it asks again.
const patience = 8 * time.Second

func (l *clientList) waited(now time.Time) bool { return now.Sub(l.last) >= patience }

// follow does something about a list that was sent, perhaps.
func (c *client) follow(l *clientList, eager bool) bool {
	r := c.w.rng
	switch {
	case l.outcome == "" && !l.answered && !c.patient && l.waited(c.w.now):
		c.submitAgain(l)
		return true
	case l.outcome == "" && l.answered && l.waited(c.w.now):
		l.last = c.w.now
		c.say(&fixspec.ListStatusRequest{ListID: l.id}, false)
		return true
	case l.outcome == executed && len(l.tickets) > len(l.affirmed) && (eager || r.IntN(8) == 0):
		c.affirm(l)
		return true
	case eager:
		return false
	}
	switch r.IntN(100) {
	case 0:
		if l.outcome == "" || r.IntN(4) == 0 {
			c.submitAgain(l)
		}
	case 1:
		c.alter(l)
	case 2:
		if len(c.lists) < c.most && r.IntN(3) > 0 {
			return false
		}
		c.say(&fixspec.ListCancelRequest{ListID: l.id, TransactTime: c.w.now}, false)
	case 3, 4, 5, 6, 7, 8, 9, 10, 12, 13, 14, 15, 16, 17, 18, 19:
		if len(l.bids) == 0 || l.outcome != "" && r.IntN(20) > 0 {
			return false
		}
		c.accept(l)
	case 11:
		c.say(&fixspec.OrderMassStatusRequest{MassStatusReqID: "R",
			MassStatusReqType: fixspec.StatusForAll}, false)
	default:
		return false
	}
	return true
}

// accept takes a bid, mostly the last one; one that was taken is taken again.
func (c *client) accept(l *clientList) {
	bid := l.bids[len(l.bids)-1]
	if l.taken != "" && c.w.chance(2) {
		bid = l.taken
	} else if c.w.chance(4) {
		bid = l.bids[c.w.rng.IntN(len(l.bids))]
	}
	l.taken = bid
	c.say(&fixspec.ListExecute{ListID: l.id, BidID: bid, TransactTime: c.w.now}, false)
}

func (c *client) affirm(l *clientList) {
	for _, id := range sortedKeys(l.tickets) {
		if !l.affirmed[id] {
			l.affirmed[id] = true
			c.say(&fixspec.ConfirmationAck{ConfirmID: id, TradeDate: l.tickets[id].TradeDate,
				TransactTime: c.w.now, AffirmStatus: fixspec.AffirmAffirmed}, false)
			return
		}
	}
}

// fragment sends the next part of a list.
func (c *client) fragment(l *clientList, again bool) {
	l.sent++
	c.say(l.part(l.sent), again)
	l.last = c.w.now
}

func (l *clientList) part(k int) *fixspec.NewOrderList {
	n := len(l.orders)
	trigger := fixspec.ExecWait
	if l.auto {
		trigger = fixspec.ExecImmediate
	}
	return &fixspec.NewOrderList{
		ListID: l.id, ProgRptReqs: 3, BidType: fixspec.BidTypeDisclosed, ListExecInstType: trigger,
		ListExecInst: "AON", TotNoOrders: n, LastFragment: k == l.cuts,
		Orders: l.orders[n*(k-1)/l.cuts : n*k/l.cuts],
	}
}

// submitAgain sends the whole list with PossResend(97)=Y.
func (c *client) submitAgain(l *clientList) {
	l.last = c.w.now
	for k := 1; k <= l.cuts; k++ {
		c.say(l.part(k), true)
	}
}

// alter sends other content under the list's name.
func (c *client) alter(l *clientList) {
	other := *l
	other.orders = slices.Clone(l.orders)
	other.orders[0].OrderQty += 1000 * units.FaceUnit
	other.cuts = 1
	if l.answered {
		c.say(other.part(1), c.w.chance(2))
	}
}

func (c *client) due() time.Time {
	var next time.Time
	for _, l := range c.lists {
		if l.outcome == "" && (l.answered || !c.patient) {
			if due := l.last.Add(patience); next.IsZero() || due.Before(next) {
				next = due
			}
		}
	}
	return next
}

func (c *client) promises() int { return 0 }

func (w *world) newList(c *client) *clientList {
	l := &clientList{
		id: fmt.Sprintf("L%d%02d", c.index, len(c.lists)+1), cuts: 1, last: w.now,
		fills: map[string]fixspec.ExecutionReport{}, tickets: map[string]fixspec.Confirmation{},
		affirmed: map[string]bool{},
		auto:     w.chance(5),
	}
	if w.chance(2) {
		l.deadline = w.now.Add(time.Duration(20+w.rng.IntN(30)) * time.Second).Truncate(time.Millisecond)
	}
	n := 1 + w.rng.IntN(4)
	first := w.rng.IntN(len(bonds))
	for i := range n {
		side := fixspec.SideBuy
		if w.chance(2) {
			side = fixspec.SideSell
		}
		l.orders = append(l.orders, fixspec.ListOrder{
			ClOrdID: fmt.Sprintf("%s-%d", l.id, i+1), ListSeqNo: i + 1, ExecInst: "G",
			Account: fmt.Sprintf("FUND%d", 1+w.rng.IntN(2)), Side: side, OrdType: '1',
			Instrument: fixspec.Instrument{Symbol: fixspec.NoSymbol,
				SecurityID: bonds[(first+i)%len(bonds)], SecurityIDSource: fixspec.IDCUSIP},
			OrderQty:  units.Face(1+w.rng.IntN(40)) * 100_000 * units.FaceUnit,
			PriceType: fixspec.PriceFixedAmount, Currency: "USD", SettlCurrency: "USD",
			TimeInForce: '6', ExpireTime: l.deadline,
		})
	}
	if n > 1 && w.chance(3) {
		l.cuts = 2
	}
	return l
}
