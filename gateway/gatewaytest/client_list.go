package gatewaytest

import "foliogate/fixspec"

// listClient is a client of the LIST profile.
type listClient struct{}

func (listClient) show(l *clientList, orders []fixspec.ListOrder, cuts int) []fixspec.Message {
	trigger := fixspec.ExecWait
	if l.auto {
		trigger = fixspec.ExecImmediate
	}
	parts, n := make([]fixspec.Message, cuts), len(orders)
	for k := range parts {
		parts[k] = &fixspec.NewOrderList{
			ListID: l.id, ProgRptReqs: 3, BidType: fixspec.BidTypeDisclosed, ListExecInstType: trigger,
			ListExecInst: "AON", TotNoOrders: n, LastFragment: k+1 == cuts,
			Orders: orders[n*k/cuts : n*(k+1)/cuts],
		}
	}
	return parts
}

func (listClient) enquire(_ *client, l *clientList) fixspec.Message {
	return &fixspec.ListStatusRequest{ListID: l.id}
}

func (listClient) cancel(c *client, l *clientList) fixspec.Message {
	return &fixspec.ListCancelRequest{ListID: l.id, TransactTime: c.w.now}
}

func (listClient) take(c *client, l *clientList, quote string) fixspec.Message {
	return &fixspec.ListExecute{ListID: l.id, BidID: quote, TransactTime: c.w.now}
}

func (listClient) hear(c *client, _ fixspec.Header, m fixspec.Message) {
	switch m := m.(type) {
	case *fixspec.ListStatus:
		c.status(m)
	case *fixspec.BidResponse:
		if l := c.list(m.Components[0].ListID); l != nil && m.Priced() {
			l.bids = append(l.bids, m.BidID)
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
	c.ended(l, outcomeOf(m))
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

// ended keeps the outcome, if it is one: there is never another.
func (c *client) ended(l *clientList, outcome string) {
	if outcome == "" {
		return
	}
	if l.outcome != "" && l.outcome != outcome {
		c.w.fail("%s hears that %s is %s, and was told %s", c.firm, l.id, outcome, l.outcome)
	}
	l.outcome = outcome
}
