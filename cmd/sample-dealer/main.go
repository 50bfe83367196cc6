// Command sample-dealer is what the developer of a dealer's pricing engine would
// write to quote portfolios through foliogate: plain quickfixgo, typed fix44
// messages and exact decimals. It shares no code with the gateway.
//
//	sample-dealer -connect 127.0.0.1:9879 -sender NORTHGATE -prices prices.csv
//
// The prices are CSV with a header; the columns id (CUSIP) and evaluated_price are
// used. It buys -bp basis points below and sells as much above, and answers in
// total amounts only. It runs until the gateway has confirmed one trade, or for
// ever with -stay.
package main

import (
	"encoding/csv"
	"errors"
	"flag"
	"fmt"
	"log"
	"net"
	"os"
	"slices"
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
	"github.com/quickfixgo/quickfix/config"
	"github.com/shopspring/decimal"
)

// list is one portfolio that was shown to us. Sides are the client's.
type list struct {
	cash  decimal.Decimal // the client's clean cash at our prices
	lines int
	err   error           // why we pass
	net   decimal.Decimal // of the executions so far, the client's cash flow
}

// dealer is a quickfix.Application. quickfixgo calls it from one goroutine a
// session, so its state needs no lock.
type dealer struct {
	*quickfix.MessageRouter
	prices  map[string]decimal.Decimal
	bp      decimal.Decimal
	session quickfix.SessionID
	lists   map[string]*list
	bids    int
	done    chan error
}

func (d *dealer) OnCreate(id quickfix.SessionID)                    { d.session = id }
func (d *dealer) OnLogon(quickfix.SessionID)                        { log.Print("logged on") }
func (d *dealer) OnLogout(quickfix.SessionID)                       { log.Print("logged out") }
func (d *dealer) ToApp(*quickfix.Message, quickfix.SessionID) error { return nil }
func (d *dealer) ToAdmin(*quickfix.Message, quickfix.SessionID)     {}
func (d *dealer) FromAdmin(*quickfix.Message, quickfix.SessionID) quickfix.MessageRejectError {
	return nil
}

func (d *dealer) FromApp(m *quickfix.Message, id quickfix.SessionID) quickfix.MessageRejectError {
	err := d.Route(m, id)
	if kind, _ := m.MsgType(); err != nil && slices.Contains([]string{"AJ", "K", "j", "Q"}, kind) {
		log.Printf("heard %s", m) // outcomes and notices: nothing to do
		return nil
	}
	return err
}

func newDealer(prices map[string]decimal.Decimal, bp decimal.Decimal) *dealer {
	d := &dealer{
		MessageRouter: quickfix.NewMessageRouter(), prices: prices, bp: bp,
		lists: map[string]*list{}, done: make(chan error, 1),
	}
	d.AddRoute(neworderlist.Route(d.onList))
	d.AddRoute(bidrequest.Route(d.onRequest))
	d.AddRoute(listexecute.Route(d.onAward))
	d.AddRoute(executionreport.Route(d.onExecution))
	d.AddRoute(liststatus.Route(func(liststatus.ListStatus, quickfix.SessionID) quickfix.MessageRejectError {
		return nil
	}))
	d.AddRoute(confirmation.Route(d.onTicket))
	return d
}

// onList values the lines of a fragment: the client sells below our price and buys
// above it.
func (d *dealer) onList(m neworderlist.NewOrderList, _ quickfix.SessionID) quickfix.MessageRejectError {
	id, err := m.GetListID()
	if err != nil {
		return err
	}
	orders, err := m.GetNoOrders()
	if err != nil {
		return err
	}
	l, known := d.lists[id]
	if !known {
		l = &list{}
		d.lists[id] = l
	}
	for i := range orders.Len() {
		order := orders.Get(i)
		cusip, err := order.GetSecurityID()
		if err != nil {
			return err
		}
		face, err := order.GetOrderQty()
		if err != nil {
			return err
		}
		side, err := order.GetSide()
		if err != nil {
			return err
		}
		l.add(d, cusip, face, side)
	}
	return nil
}

func (l *list) add(d *dealer, cusip string, face decimal.Decimal, side enum.Side) {
	price, known := d.prices[cusip]
	if !known {
		l.err = fmt.Errorf("no price for %s", cusip)
		return
	}
	edge := d.bp.Shift(-2)
	l.lines++
	if side == enum.Side_SELL {
		l.cash = l.cash.Add(face.Mul(price.Sub(edge)).Shift(-2))
	} else {
		l.cash = l.cash.Sub(face.Mul(price.Add(edge)).Shift(-2))
	}
}

// onRequest acknowledges the list and quotes it, or passes.
func (d *dealer) onRequest(m bidrequest.BidRequest, _ quickfix.SessionID) quickfix.MessageRejectError {
	if kind, _ := m.GetBidRequestTransType(); kind == enum.BidRequestTransType_CANCEL {
		return nil
	}
	id, err := m.GetClientBidID()
	if err != nil {
		return err
	}
	l, known := d.lists[id]
	if !known {
		return nil
	}
	d.send(status(id, l.lines, enum.ListStatusType_ACK, enum.ListOrderStatus_IN_BIDDING_PROCESS))
	d.bids++
	quote := bidresponse.New()
	quote.SetBidID(fmt.Sprintf("%s-%d", time.Now().UTC().Format("20060102-150405.000"), d.bids))
	quote.SetClientBidID(id)
	components := bidresponse.NewNoBidComponentsRepeatingGroup()
	component := components.Add()
	component.SetCommission(decimal.Zero, 0)
	component.SetCommType(enum.CommType_ABSOLUTE)
	component.SetListID(id)
	if l.err == nil {
		component.SetPrice(l.cash.Round(2), 2)
		component.SetPriceType(enum.PriceType_FIXED_AMOUNT)
	} else {
		component.SetText("PASS: " + l.err.Error())
	}
	quote.SetNoBidComponents(components)
	d.send(quote)
	log.Printf("%s: %d lines, quoted %s (pass: %v)", id, l.lines, l.cash.Round(2), l.err)
	return nil
}

// onAward confirms the whole list with one message.
func (d *dealer) onAward(m listexecute.ListExecute, _ quickfix.SessionID) quickfix.MessageRejectError {
	id, err := m.GetListID()
	if err != nil {
		return err
	}
	if l, known := d.lists[id]; known {
		d.send(status(id, l.lines, enum.ListStatusType_EXEC_STARTED, enum.ListOrderStatus_EXECUTING))
	}
	return nil
}

// onExecution adds up the executions: this, not our own confirmation, is the trade.
func (d *dealer) onExecution(m executionreport.ExecutionReport, _ quickfix.SessionID) quickfix.MessageRejectError {
	id, err := m.GetListID()
	if err != nil {
		return err
	}
	money, err := m.GetNetMoney()
	if err != nil {
		return err
	}
	side, err := m.GetSide()
	if err != nil {
		return err
	}
	if side == enum.Side_BUY {
		money = money.Neg()
	}
	if l, known := d.lists[id]; known {
		l.net = l.net.Add(money)
	}
	return nil
}

// onTicket checks the net ticket against the executions and answers it.
func (d *dealer) onTicket(m confirmation.Confirmation, _ quickfix.SessionID) quickfix.MessageRejectError {
	id, _ := m.GetConfirmID()
	tradeDate, _ := m.GetTradeDate()
	money, err := m.GetNetMoney()
	if err != nil {
		return err
	}
	orders, err := m.GetNoOrders()
	if err != nil {
		return err
	}
	listID, err := orders.Get(0).GetListID()
	if err != nil {
		return err
	}
	if side, _ := m.GetSide(); side == enum.Side_BUY {
		money = money.Neg()
	}
	answer, wrong := enum.AffirmStatus_AFFIRMED, error(nil)
	if l, known := d.lists[listID]; !known || !l.net.Equal(money) {
		answer = enum.AffirmStatus_CONFIRM_REJECTED_IE_NOT_AFFIRMED
		wrong = fmt.Errorf("ticket %s does not agree with the executions", id)
	}
	d.send(confirmationack.New(field.NewConfirmID(id), field.NewTradeDate(tradeDate),
		field.NewTransactTime(time.Now()), field.NewAffirmStatus(answer)))
	log.Printf("ticket %s: the client's net is %s", id, money)
	d.done <- wrong
	return nil
}

func (d *dealer) send(m quickfix.Messagable) {
	if err := quickfix.SendToTarget(m, d.session); err != nil {
		log.Printf("send: %v", err)
	}
}

func status(list string, lines int, why enum.ListStatusType, state enum.ListOrderStatus) liststatus.ListStatus {
	m := liststatus.New(field.NewListID(list), field.NewListStatusType(why), field.NewNoRpts(1),
		field.NewListOrderStatus(state), field.NewRptSeq(1), field.NewTotNoOrders(lines))
	m.SetNoOrders(liststatus.NewNoOrdersRepeatingGroup()) // no line differs from the list
	return m
}

func readPrices(name string) (map[string]decimal.Decimal, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	reader := csv.NewReader(file)
	reader.Comment = '#'
	rows, err := reader.ReadAll()
	if err != nil {
		return nil, err
	}
	id, price := slices.Index(rows[0], "id"), slices.Index(rows[0], "evaluated_price")
	if id < 0 || price < 0 {
		return nil, errors.New(name + ": want the columns id and evaluated_price")
	}
	prices := map[string]decimal.Decimal{}
	for _, row := range rows[1:] {
		if p, err := decimal.NewFromString(row[price]); err == nil {
			prices[row[id]] = p
		}
	}
	return prices, nil
}

func settings(connect, sender, target, dictionary string) (*quickfix.Settings, error) {
	host, port, err := net.SplitHostPort(connect)
	if err != nil {
		return nil, err
	}
	s := quickfix.NewSessionSettings()
	for key, value := range map[string]string{
		config.BeginString: quickfix.BeginStringFIX44, config.SenderCompID: sender,
		config.TargetCompID: target, config.SocketConnectHost: host, config.SocketConnectPort: port,
		config.HeartBtInt: "30", config.ReconnectInterval: "1", config.ResetOnLogon: "Y",
		config.DataDictionary: dictionary,
	} {
		s.Set(key, value)
	}
	all := quickfix.NewSettings()
	_, err = all.AddSession(s)
	return all, err
}

func run() error {
	connect := flag.String("connect", "127.0.0.1:9879", "the gateway's host:port")
	sender := flag.String("sender", "SAMPLE-DEALER", "our SenderCompID(49)")
	target := flag.String("target", "FOLIOGATE", "the gateway's CompID")
	dictionary := flag.String("dictionary", "testdata/fix/FIX44.xml", "the unmodified FIX44.xml")
	prices := flag.String("prices", "testdata/universe/universe.csv", "CSV with id, evaluated_price")
	bp := flag.String("bp", "10", "our edge, basis points of face")
	stay := flag.Bool("stay", false, "go on after the first trade")
	flag.Parse()
	edge, err := decimal.NewFromString(*bp)
	if err != nil {
		return fmt.Errorf("-bp: %w", err)
	}
	marks, err := readPrices(*prices)
	if err != nil {
		return err
	}
	all, err := settings(*connect, *sender, *target, *dictionary)
	if err != nil {
		return err
	}
	d := newDealer(marks, edge)
	initiator, err := quickfix.NewInitiator(d, quickfix.NewMemoryStoreFactory(), all, quickfix.NewNullLogFactory())
	if err != nil {
		return err
	}
	if err := initiator.Start(); err != nil {
		return err
	}
	defer initiator.Stop()
	for {
		if err := <-d.done; err != nil || !*stay {
			return err
		}
	}
}

func main() {
	if err := run(); err != nil {
		log.Fatal(err)
	}
}
