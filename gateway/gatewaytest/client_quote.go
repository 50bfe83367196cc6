package gatewaytest

import (
	"fmt"

	"foliogate/fixspec"
	"foliogate/gateway/units"
)

// quoteClient is a client of the RFQ profile: of a list it sends the lines and asks for quotes, one
// bond it asks for alone.
type quoteClient struct{ listClient }

func (s quoteClient) show(l *clientList, orders []fixspec.ListOrder, cuts int) []fixspec.Message {
	if l.single {
		return []fixspec.Message{requestBond(l, orders[0])}
	}
	parts := s.listClient.show(l, orders, cuts)
	if len(l.dealers) == 0 {
		return append(parts, requestList(l))
	}
	for _, dealer := range l.dealers {
		parts = append(parts, requestList(l, dealer))
	}
	return parts
}

func requestBond(l *clientList, o fixspec.ListOrder) fixspec.Message {
	return &fixspec.QuoteRequest{
		QuoteReqID: l.id, ClOrdID: o.ClOrdID, Instrument: o.Instrument,
		QuoteRequestType: fixspec.RequestManual, QuoteType: fixspec.QuoteTradeable, Side: o.Side,
		OrderQty: o.OrderQty, Currency: o.Currency, Account: o.Account, ExpireTime: o.ExpireTime,
		PriceType: l.kind, Parties: fixspec.QuoteParties{Dealers: l.dealers},
	}
}

func requestList(l *clientList, dealers ...string) fixspec.Message {
	return &fixspec.QuoteRequest{
		QuoteReqID: l.round, Instrument: l.subject(), QuoteRequestType: fixspec.RequestManual,
		QuoteType: fixspec.QuoteTradeable, Side: fixspec.SideAsDefined, OrderQty: l.par(),
		Currency: "USD", PriceType: l.kind, Parties: fixspec.QuoteParties{Dealers: dealers},
	}
}

// subject is what is asked for: the bond, or the list in the place of one.
func (l *clientList) subject() fixspec.Instrument {
	if l.single {
		return l.orders[0].Instrument
	}
	return fixspec.Instrument{SecurityID: l.id, SecurityIDSource: fixspec.IDExchange,
		Product: fixspec.ProductOther, SecurityType: fixspec.SecurityMultileg}
}

func (l *clientList) par() (sum units.Face) {
	for i := range l.orders {
		sum += l.orders[i].OrderQty
	}
	return sum
}

func (l *clientList) twoWay() bool { return l.orders[0].Side == fixspec.SideUndisclosed }

// enquire asks by a quote or the list where there is one to name, else as a client of lists does.
func (s quoteClient) enquire(c *client, l *clientList) fixspec.Message {
	ask := &fixspec.QuoteStatusRequest{QuoteStatusReqID: "Q-" + l.id, Instrument: l.subject()}
	switch {
	case c.w.chance(2), l.single && len(l.bids) == 0:
		return s.listClient.enquire(c, l)
	case l.single:
		ask.QuoteID = l.bids[0]
	}
	return ask
}

func (s quoteClient) cancel(c *client, l *clientList) fixspec.Message {
	if len(l.bids) == 0 || c.w.chance(2) {
		return s.listClient.cancel(c, l)
	}
	return &fixspec.QuoteResponse{QuoteRespID: "P-" + l.id, QuoteID: l.bids[0],
		QuoteRespType: fixspec.QuotePassed, Instrument: l.subject(), TransactTime: c.w.now}
}

// take hits a quote; a two-way one on either side, and again perhaps on the other.
func (quoteClient) take(c *client, l *clientList, quote string) fixspec.Message {
	m := &fixspec.QuoteResponse{QuoteID: quote, QuoteRespType: fixspec.QuoteHit,
		Instrument: l.subject(), OrderQty: l.par(), Side: fixspec.SideAsDefined, TransactTime: c.w.now}
	if l.single {
		m.Side, m.ClOrdID = l.orders[0].Side, l.id+"-T"
	}
	if l.twoWay() {
		m.Side = fixspec.SideBuy
		if c.w.chance(2) {
			m.Side = fixspec.SideSell
		}
	}
	m.QuoteRespID = fmt.Sprintf("H-%s-%c", quote, m.Side)
	l.hits[m.QuoteRespID] = m.Side
	return m
}

// chose holds an execution against what the client itself has taken.
func (c *client) chose(l *clientList, m *fixspec.ExecutionReport) {
	if c.profile != rfq {
		return
	}
	side, hit := l.hits[m.QuoteRespID]
	if !hit && !(l.auto && m.QuoteRespID == "") {
		c.w.fail("%s is told that it traded %s by %q, which it never said", c.firm, l.id, m.QuoteRespID)
	}
	if l.single && m.Side != side {
		c.w.fail("%s took %s on side %c and is told %c", c.firm, l.id, side, m.Side)
	}
}

func (s quoteClient) hear(c *client, h fixspec.Header, m fixspec.Message) {
	switch m := m.(type) {
	case *fixspec.Quote:
		l := c.about(m.QuoteReqID, m.Instrument)
		if l == nil || m.QuoteReqID != l.round {
			c.w.fail("%s is shown a quote under the name of %s", c.firm, m.QuoteReqID)
			return
		}
		l.answered, l.last = true, c.w.now
		l.bids = append(l.bids, m.QuoteID)
	case *fixspec.QuoteRequestReject:
		if l := c.about(m.QuoteReqID, m.Instrument); l != nil && h.OnBehalfOf == "" && l.single {
			l.answered = true
			c.ended(l, outcomeOfRequest(h, m))
		}
	case *fixspec.QuoteStatusReport:
		c.reported(h, m)
	default:
		s.listClient.hear(c, h, m)
	}
}

// about finds the inquiry that a message is about.
func (c *client) about(request string, about fixspec.Instrument) *clientList {
	if id := listIn(about); id != "" {
		return c.list(id)
	}
	return c.list(request)
}

// listIn is the list that stands as an instrument; nothing if it is a bond.
func listIn(x fixspec.Instrument) string {
	if x.SecurityIDSource != fixspec.IDExchange {
		return ""
	}
	return x.SecurityID
}

func (c *client) reported(h fixspec.Header, m *fixspec.QuoteStatusReport) {
	l := c.about(m.QuoteReqID, m.Instrument)
	if l == nil {
		if m.QuoteStatus != fixspec.QuoteNotFound {
			c.w.fail("%s is told of %s, for which it never asked", c.firm, m.QuoteReqID)
		}
		return
	}
	l.last = c.w.now
	l.answered = m.QuoteStatus != fixspec.QuoteNotFound && !hasPrefix(m.Text, "list ")
	c.ended(l, outcomeOfReport(h, m))
}

// outcomeOfRequest is what the reject of a request for a bond says for good.
func outcomeOfRequest(h fixspec.Header, m *fixspec.QuoteRequestReject) string {
	if h.OnBehalfOf != "" || hasPrefix(m.Text, "DUPLICATE") {
		return ""
	}
	return rejected
}

// outcomeOfReport is what a report says for good about an inquiry; nothing if it is no end, or the
// refusal of something else.
func outcomeOfReport(h fixspec.Header, m *fixspec.QuoteStatusReport) string {
	quoted := m.QuoteID != fixspec.NoQuoteID
	switch {
	case quoted && m.QuoteStatus == fixspec.QuoteAccepted:
		return executed
	case quoted, h.OnBehalfOf != "", m.QuoteRespID != "", hasPrefix(m.Text, "list "),
		hasPrefix(m.Text, "TOO LATE"), hasPrefix(m.Text, "the inquiry is executed"):
		return ""
	case m.QuoteStatus == fixspec.QuoteClosed:
		return canceled
	case m.QuoteStatus == fixspec.QuoteLapsed:
		return expired
	case m.QuoteStatus == fixspec.QuoteRejected:
		return rejected
	}
	return ""
}
