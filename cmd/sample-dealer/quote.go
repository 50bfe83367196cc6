package main

import (
	"fmt"
	"log"
	"time"

	"github.com/quickfixgo/enum"
	"github.com/quickfixgo/field"
	"github.com/quickfixgo/fix44/bidrequest"
	"github.com/quickfixgo/fix44/bidresponse"
	"github.com/quickfixgo/fix44/confirmation"
	"github.com/quickfixgo/fix44/confirmationack"
	"github.com/quickfixgo/fix44/executionreport"
	"github.com/quickfixgo/fix44/listexecute"
	"github.com/quickfixgo/fix44/liststatus"
	"github.com/quickfixgo/fix44/neworderlist"
	"github.com/quickfixgo/quickfix"
	"github.com/shopspring/decimal"
)

// dealer is a quickfix.Application of one session. quickfixgo calls it from one goroutine, so its
// state needs no lock.
type dealer struct {
	username, password string
	session            quickfix.SessionID
	marks              map[string]decimal.Decimal // evaluated prices by CUSIP
	edge               decimal.Decimal            // in points
	lists              map[string]*list           // by ListID(66)
	bids               int
	done               chan error // one for each trade
}

// list is one portfolio that was shown to us. Sides and cash are the client's on all messages.
type list struct {
	lines    map[string]bool // by ClOrdID(11): a list may be shown twice
	cash     decimal.Decimal // clean, at our prices
	unpriced string          // why we pass
	fills    map[string]part // by ExecID(17): an execution may be told twice
	tickets  map[string]part // by ConfirmID(664)
}

// part is an execution or a net ticket: how much par, and the client's cash flow.
type part struct{ face, net decimal.Decimal }

// FromApp hears everything. The dictionary has checked that what FIX requires is there, and what
// the rules of engagement add to it would be missed in the sums: getters' errors can be ignored.
func (d *dealer) FromApp(m *quickfix.Message, _ quickfix.SessionID) quickfix.MessageRejectError {
	kind, _ := m.MsgType()
	switch enum.MsgType(kind) {
	case enum.MsgType_ORDER_LIST:
		d.onList(neworderlist.FromMessage(m))
	case enum.MsgType_BID_REQUEST:
		d.onRequest(bidrequest.FromMessage(m))
	case enum.MsgType_LIST_EXECUTE:
		d.onAward(listexecute.FromMessage(m))
	case enum.MsgType_EXECUTION_REPORT:
		d.onExecution(executionreport.FromMessage(m))
	case enum.MsgType_CONFIRMATION:
		d.onTicket(confirmation.FromMessage(m))
	default: // outcomes, cancels and rejects
		log.Printf("heard %s", m)
	}
	return nil
}

// onList values the lines of a fragment: the client sells below our mark and buys above it.
func (d *dealer) onList(m neworderlist.NewOrderList) {
	id, _ := m.GetListID()
	l, known := d.lists[id]
	if !known {
		l = &list{lines: map[string]bool{}, fills: map[string]part{}, tickets: map[string]part{}}
		d.lists[id] = l
	}
	orders, _ := m.GetNoOrders()
	for i := range orders.Len() {
		order := orders.Get(i)
		name, _ := order.GetClOrdID()
		cusip, _ := order.GetSecurityID()
		face, _ := order.GetOrderQty()
		side, _ := order.GetSide()
		mark, known := d.marks[cusip]
		if !known {
			l.unpriced = "no price for " + cusip
		}
		if l.lines[name] {
			continue
		}
		l.lines[name] = true
		if side == enum.Side_SELL {
			l.cash = l.cash.Add(face.Mul(mark.Sub(d.edge)).Shift(-2))
		} else {
			l.cash = l.cash.Sub(face.Mul(mark.Add(d.edge)).Shift(-2))
		}
	}
}

// onRequest acknowledges the list and quotes it, or passes. It comes behind the last fragment, and
// again after a lost connection, which costs us our quote.
func (d *dealer) onRequest(m bidrequest.BidRequest) {
	id, _ := m.GetClientBidID()
	kind, _ := m.GetBidRequestTransType()
	l, known := d.lists[id]
	if !known || kind == enum.BidRequestTransType_CANCEL {
		return
	}
	d.tell(id, enum.ListStatusType_ACK, enum.ListOrderStatus_IN_BIDDING_PROCESS)
	d.bids++
	quote := bidresponse.New()
	quote.SetBidID(fmt.Sprintf("%s-%d", time.Now().UTC().Format("20060102-150405.000"), d.bids))
	quote.SetClientBidID(id)
	components := bidresponse.NewNoBidComponentsRepeatingGroup()
	component := components.Add()
	component.SetCommission(decimal.Zero, 0) // FIX wants it first
	component.SetListID(id)
	if l.unpriced == "" {
		component.SetCommType(enum.CommType_ABSOLUTE)
		component.SetPrice(l.cash, 2)
		component.SetPriceType(enum.PriceType_FIXED_AMOUNT)
	} else {
		component.SetText("PASS: " + l.unpriced)
	}
	quote.SetNoBidComponents(components)
	d.send(quote)
	log.Printf("%s: %d lines, %s %s", id, len(l.lines), l.cash.StringFixed(2), l.unpriced)
}

// onAward confirms the whole list with one message. We do not book on it: the executions do.
func (d *dealer) onAward(m listexecute.ListExecute) {
	id, _ := m.GetListID()
	d.tell(id, enum.ListStatusType_EXEC_STARTED, enum.ListOrderStatus_EXECUTING)
}

// onExecution enters an execution.
func (d *dealer) onExecution(m executionreport.ExecutionReport) {
	list, _ := m.GetListID()
	id, _ := m.GetExecID()
	face, _ := m.GetLastQty()
	money, _ := m.GetNetMoney()
	side, _ := m.GetSide()
	if l := d.lists[list]; l != nil {
		l.fills[id] = part{face, received(money, side)}
	}
}

// onTicket enters a net ticket; there is one for each account, currency and date of the client's.
// When they cover the executions we compare the sums, and affirm all of them or none.
func (d *dealer) onTicket(m confirmation.Confirmation) {
	orders, _ := m.GetNoOrders()
	name, _ := orders.Get(0).GetListID()
	id, _ := m.GetConfirmID()
	tradeDate, _ := m.GetTradeDate()
	face, _ := m.GetAllocQty()
	money, _ := m.GetNetMoney()
	side, _ := m.GetSide()
	l, known := d.lists[name]
	if !known {
		return
	}
	l.tickets[id] = part{face, received(money, side)}
	fills, tickets := sum(l.fills), sum(l.tickets)
	if tickets.face.LessThan(fills.face) {
		return // more are to come
	}
	answer, wrong := enum.AffirmStatus_AFFIRMED, error(nil)
	if !tickets.net.Equal(fills.net) || !tickets.face.Equal(fills.face) {
		answer = enum.AffirmStatus_CONFIRM_REJECTED_IE_NOT_AFFIRMED
		wrong = fmt.Errorf("the tickets come to %s, the executions to %s", tickets.net, fills.net)
	}
	for id := range l.tickets {
		d.send(confirmationack.New(field.NewConfirmID(id), field.NewTradeDate(tradeDate),
			field.NewTransactTime(time.Now()), field.NewAffirmStatus(answer)))
	}
	log.Printf("%s: %d executions, %d tickets, the client's net is %s", name, len(l.fills),
		len(l.tickets), tickets.net.StringFixed(2))
	d.done <- wrong
}

// received is money as the client's cash flow: who buys pays.
func received(money decimal.Decimal, side enum.Side) decimal.Decimal {
	if side == enum.Side_BUY {
		return money.Neg()
	}
	return money
}

func sum(parts map[string]part) (total part) {
	for _, p := range parts {
		total.face, total.net = total.face.Add(p.face), total.net.Add(p.net)
	}
	return total
}

// tell answers with a ListStatus(N) in which no line differs from the list.
func (d *dealer) tell(id string, why enum.ListStatusType, state enum.ListOrderStatus) {
	lines := 0
	if l := d.lists[id]; l != nil {
		lines = len(l.lines)
	}
	m := liststatus.New(field.NewListID(id), field.NewListStatusType(why), field.NewNoRpts(1),
		field.NewListOrderStatus(state), field.NewRptSeq(1), field.NewTotNoOrders(lines))
	m.SetNoOrders(liststatus.NewNoOrdersRepeatingGroup())
	d.send(m)
}

func (d *dealer) send(m quickfix.Messagable) {
	if err := quickfix.SendToTarget(m, d.session); err != nil {
		log.Printf("send: %v", err)
	}
}
