package main

import (
	"errors"
	"fmt"
	"log"
	"time"

	"github.com/quickfixgo/enum"
	"github.com/quickfixgo/field"
	"github.com/quickfixgo/fix44/bidresponse"
	"github.com/quickfixgo/fix44/businessmessagereject"
	"github.com/quickfixgo/fix44/confirmation"
	"github.com/quickfixgo/fix44/confirmationack"
	"github.com/quickfixgo/fix44/executionreport"
	"github.com/quickfixgo/fix44/listexecute"
	"github.com/quickfixgo/fix44/liststatus"
	"github.com/quickfixgo/fix44/neworderlist"
	"github.com/quickfixgo/quickfix"
	"github.com/shopspring/decimal"
)

type line struct {
	cusip   string
	side    enum.Side
	face    decimal.Decimal
	account string // may be empty
}

// bid is a dealer's latest price for the whole list: clean cash, positive when we receive it.
type bid struct {
	id   string
	cash decimal.Decimal
}

// inquiry is one portfolio on its way from the list to the affirmed tickets.
type inquiry struct {
	session  quickfix.SessionID
	listID   string
	lines    []line
	bids     map[string]bid  // by dealer
	taken    string          // the dealer whose bid we accepted
	fills    map[string]part // by ExecID(17): an execution may be told twice
	tickets  map[string]part // by ConfirmID(664)
	affirmed bool
}

// part is an execution or a net ticket: how much par, and our cash flow.
type part struct{ face, net decimal.Decimal }

// maxLines is how many lines the rules of engagement allow in one message.
const maxLines = 250

// deadline is how long the dealers may take.
const deadline = 2 * time.Minute

// trade sends the list, takes the best price a while after the first, and checks what follows.
func (e *ems) trade(id quickfix.SessionID, lines []line, patience time.Duration) error {
	q := &inquiry{session: id, listID: time.Now().UTC().Format("EMS-20060102-150405.000"),
		lines: lines, bids: map[string]bid{}, fills: map[string]part{}, tickets: map[string]part{}}
	if err := q.ask(time.Now().Add(deadline)); err != nil {
		return err
	}
	var choose <-chan time.Time
	giveUp := time.After(deadline + time.Minute)
	for !q.affirmed {
		var err error
		select {
		case <-choose:
			err = q.accept()
		case m := <-e.heard:
			if err = q.hear(m); choose == nil && len(q.bids) > 0 {
				choose = time.After(patience)
			}
		case err = <-e.failed:
		case <-giveUp:
			err = fmt.Errorf("timed out with %d of %d lines executed", len(q.fills), len(lines))
		}
		if err != nil {
			return err
		}
	}
	fmt.Printf("executed %d of %d lines with %s, net settlement amount %s USD, tickets affirmed: %d\n",
		len(q.fills), len(lines), q.taken, sum(q.tickets).net.StringFixed(2), len(q.tickets))
	return nil
}

// ask sends the NewOrderList(E), in fragments if it must.
func (q *inquiry) ask(until time.Time) error {
	for from := 0; from < len(q.lines); from += maxLines {
		to := min(from+maxLines, len(q.lines))
		m := neworderlist.New(field.NewListID(q.listID), field.NewBidType(enum.BidType_DISCLOSED_SYTLE),
			field.NewTotNoOrders(len(q.lines)))
		m.SetClientBidID(q.listID)
		m.SetProgRptReqs(enum.ProgRptReqs_REAL_TIME_EXECUTION_REPORTS)
		m.SetListExecInstType(enum.ListExecInstType_WAIT_FOR_EXECUT_INSTRUCTION)
		m.SetListExecInst("AON")
		m.SetLastFragment(to == len(q.lines))
		orders := neworderlist.NewNoOrdersRepeatingGroup()
		for i := from; i < to; i++ {
			q.order(orders.Add(), i, until)
		}
		m.SetNoOrders(orders)
		if err := quickfix.SendToTarget(m, q.session); err != nil {
			return err
		}
	}
	return nil
}

func (q *inquiry) order(o neworderlist.NoOrders, i int, until time.Time) {
	o.SetClOrdID(fmt.Sprintf("%s-%d", q.listID, i+1))
	o.SetListSeqNo(i + 1)
	if q.lines[i].account != "" {
		o.SetAccount(q.lines[i].account)
	}
	o.SetExecInst(enum.ExecInst_ALL_OR_NONE)
	o.SetSymbol("[N/A]")
	o.SetSecurityID(q.lines[i].cusip)
	o.SetSecurityIDSource(enum.SecurityIDSource_CUSIP)
	o.SetSide(q.lines[i].side)
	o.SetOrderQty(q.lines[i].face, 0)
	o.SetOrdType(enum.OrdType_MARKET)
	o.SetPriceType(enum.PriceType_FIXED_AMOUNT) // one total for all lines
	o.SetCurrency("USD")
	o.SetTimeInForce(enum.TimeInForce_GOOD_TILL_DATE)
	o.SetExpireTime(until)
	o.SetSettlCurrency("USD")
}

// hear takes one message. The dictionary has checked that what FIX requires is there, and what the
// rules of engagement add to it would be missed in the sums: getters' errors can be ignored here.
func (q *inquiry) hear(m *quickfix.Message) error {
	kind, _ := m.MsgType()
	switch enum.MsgType(kind) {
	case enum.MsgType_BID_RESPONSE:
		q.onBid(bidresponse.FromMessage(m))
	case enum.MsgType_LIST_STATUS:
		return q.onStatus(liststatus.FromMessage(m))
	case enum.MsgType_EXECUTION_REPORT:
		q.onExecution(executionreport.FromMessage(m))
	case enum.MsgType_CONFIRMATION:
		return q.onTicket(confirmation.FromMessage(m))
	case enum.MsgType_BUSINESS_MESSAGE_REJECT:
		text, _ := businessmessagereject.FromMessage(m).GetText()
		return fmt.Errorf("rejected: %s", text)
	}
	return nil // MassQuote(i): a dealer's line prices
}

// onBid keeps a dealer's latest price. A BidResponse(l) without one is a pass, or takes it back.
func (q *inquiry) onBid(m bidresponse.BidResponse) {
	dealer, _ := m.Header.GetOnBehalfOfCompID()
	id, _ := m.GetBidID()
	components, _ := m.GetNoBidComponents()
	cash, err := components.Get(0).GetPrice()
	if err != nil {
		log.Printf("%s has no price", dealer)
		delete(q.bids, dealer)
		return
	}
	log.Printf("%s quotes %s", dealer, cash)
	q.bids[dealer] = bid{id, cash}
}

// accept takes the best price with a ListExecute(L).
func (q *inquiry) accept() error {
	best := ""
	for dealer, b := range q.bids {
		if best == "" || b.cash.GreaterThan(q.bids[best].cash) {
			best = dealer
		}
	}
	if best == "" {
		return errors.New("no dealer has a price for us")
	}
	log.Printf("accept %s of %s", q.bids[best].cash, best)
	q.taken = best
	m := listexecute.New(field.NewListID(q.listID), field.NewTransactTime(time.Now()))
	m.SetClientBidID(q.listID)
	m.SetBidID(q.bids[best].id)
	return quickfix.SendToTarget(m, q.session)
}

// onStatus hears how the list stands.
func (q *inquiry) onStatus(m liststatus.ListStatus) error {
	state, _ := m.GetListOrderStatus()
	text, _ := m.GetListStatusText()
	switch {
	case state == enum.ListOrderStatus_REJECT:
		return fmt.Errorf("the list was refused: %s", text)
	case state == enum.ListOrderStatus_ALERT: // its dealer does not stand by the price: take the next
		log.Printf("%s: %s", q.taken, text)
		delete(q.bids, q.taken)
		return q.accept()
	case state == enum.ListOrderStatus_ALL_DONE && len(q.fills) == 0:
		return fmt.Errorf("nothing was executed: %s", text)
	}
	return nil
}

// onExecution enters an execution.
func (q *inquiry) onExecution(m executionreport.ExecutionReport) {
	id, _ := m.GetExecID()
	face, _ := m.GetLastQty()
	money, _ := m.GetNetMoney()
	side, _ := m.GetSide()
	q.fills[id] = part{face, received(money, side)}
}

// onTicket enters a net ticket; there is one for each account, currency and settlement date. When
// they cover the executions we compare the sums, and affirm all of them or none.
func (q *inquiry) onTicket(m confirmation.Confirmation) error {
	id, _ := m.GetConfirmID()
	tradeDate, _ := m.GetTradeDate()
	face, _ := m.GetAllocQty()
	money, _ := m.GetNetMoney()
	side, _ := m.GetSide()
	q.tickets[id] = part{face, received(money, side)}
	fills, tickets := sum(q.fills), sum(q.tickets)
	if tickets.face.LessThan(fills.face) {
		return nil // more are to come
	}
	answer := enum.AffirmStatus_AFFIRMED
	q.affirmed = tickets.net.Equal(fills.net) && tickets.face.Equal(fills.face) && len(q.fills) == len(q.lines)
	if !q.affirmed {
		answer = enum.AffirmStatus_CONFIRM_REJECTED_IE_NOT_AFFIRMED
	}
	for id := range q.tickets {
		if err := quickfix.SendToTarget(confirmationack.New(field.NewConfirmID(id), field.NewTradeDate(tradeDate),
			field.NewTransactTime(time.Now()), field.NewAffirmStatus(answer)), q.session); err != nil {
			return err
		}
	}
	if !q.affirmed {
		return fmt.Errorf("the tickets come to %s, our %d executions to %s", tickets.net, len(q.fills), fills.net)
	}
	return nil
}

// received is money as our cash flow: who buys pays.
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
