// Command sample-ems is what the developer of a buy-side EMS would write to trade
// one portfolio through foliogate: plain quickfixgo, typed fix44 messages and exact
// decimals. It shares no code with the gateway, so it is also the independent
// witness that the gateway speaks FIX.
//
//	sample-ems -connect 127.0.0.1:9878 -basket basket.csv
//
// The basket is CSV: identifier (CUSIP), side (buy or sell), face.
package main

import (
	"encoding/csv"
	"errors"
	"flag"
	"fmt"
	"log"
	"net"
	"os"
	"strings"
	"time"

	"github.com/quickfixgo/enum"
	"github.com/quickfixgo/field"
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

type line struct {
	cusip string
	side  enum.Side
	face  decimal.Decimal
}

// ems is a quickfix.Application. What it hears goes through one channel to trade,
// which alone decides: callbacks run on quickfixgo's goroutines and only hand over.
type ems struct {
	*quickfix.MessageRouter
	username, password string
	session            quickfix.SessionID
	logon              chan struct{}
	heard              chan any
}

func (e *ems) OnCreate(id quickfix.SessionID)                    { e.session = id }
func (e *ems) OnLogon(quickfix.SessionID)                        { e.logon <- struct{}{} }
func (e *ems) OnLogout(quickfix.SessionID)                       {}
func (e *ems) ToApp(*quickfix.Message, quickfix.SessionID) error { return nil }
func (e *ems) FromAdmin(*quickfix.Message, quickfix.SessionID) quickfix.MessageRejectError {
	return nil
}

func (e *ems) ToAdmin(m *quickfix.Message, _ quickfix.SessionID) {
	if kind, err := m.MsgType(); err == nil && kind == "A" && e.username != "" {
		m.Body.Set(field.NewUsername(e.username))
		m.Body.Set(field.NewPassword(e.password))
	}
}

func (e *ems) FromApp(m *quickfix.Message, id quickfix.SessionID) quickfix.MessageRejectError {
	return e.Route(m, id)
}

func newEMS(username, password string) *ems {
	e := &ems{
		MessageRouter: quickfix.NewMessageRouter(), username: username, password: password,
		logon: make(chan struct{}, 8), heard: make(chan any, 1<<16),
	}
	e.AddRoute(bidresponse.Route(func(m bidresponse.BidResponse, _ quickfix.SessionID) quickfix.MessageRejectError {
		return e.onBid(m)
	}))
	e.AddRoute(liststatus.Route(func(m liststatus.ListStatus, _ quickfix.SessionID) quickfix.MessageRejectError {
		e.heard <- m
		return nil
	}))
	e.AddRoute(executionreport.Route(func(m executionreport.ExecutionReport, _ quickfix.SessionID) quickfix.MessageRejectError {
		e.heard <- m
		return nil
	}))
	e.AddRoute(confirmation.Route(func(m confirmation.Confirmation, _ quickfix.SessionID) quickfix.MessageRejectError {
		e.heard <- m
		return nil
	}))
	return e
}

// bid is one dealer's price for the whole list: signed clean cash, ours if positive.
type bid struct {
	id, dealer string
	cash       decimal.Decimal
	live       bool
}

func (e *ems) onBid(m bidresponse.BidResponse) quickfix.MessageRejectError {
	dealer, err := m.Header.GetOnBehalfOfCompID()
	if err != nil {
		return err
	}
	id, err := m.GetBidID()
	if err != nil {
		return err
	}
	components, err := m.GetNoBidComponents()
	if err != nil {
		return err
	}
	b := bid{id: id, dealer: dealer}
	if first := components.Get(0); first.HasPrice() { // without a price it is a pass
		if b.cash, err = first.GetPrice(); err != nil {
			return err
		}
		b.live = true
	}
	e.heard <- b
	return nil
}

// inquire builds the NewOrderList: one for up to 250 lines.
func inquire(listID string, lines []line, deadline time.Time) neworderlist.NewOrderList {
	m := neworderlist.New(field.NewListID(listID), field.NewBidType(enum.BidType_DISCLOSED_SYTLE),
		field.NewTotNoOrders(len(lines)))
	m.SetClientBidID(listID)
	m.SetProgRptReqs(enum.ProgRptReqs_REAL_TIME_EXECUTION_REPORTS)
	m.SetListExecInstType(enum.ListExecInstType_WAIT_FOR_EXECUT_INSTRUCTION)
	m.SetListExecInst("AON")
	m.SetLastFragment(true)
	orders := neworderlist.NewNoOrdersRepeatingGroup()
	for i, l := range lines {
		o := orders.Add()
		o.SetClOrdID(fmt.Sprintf("%s-%d", listID, i+1))
		o.SetListSeqNo(i + 1)
		o.SetExecInst(enum.ExecInst_ALL_OR_NONE)
		o.SetSymbol("[N/A]")
		o.SetSecurityID(l.cusip)
		o.SetSecurityIDSource(enum.SecurityIDSource_CUSIP)
		o.SetSecurityType(enum.SecurityType_CORPORATE_BOND)
		o.SetSide(l.side)
		o.SetOrderQty(l.face, 0)
		o.SetOrdType(enum.OrdType_MARKET)
		o.SetPriceType(enum.PriceType_FIXED_AMOUNT)
		o.SetCurrency("USD")
		o.SetTimeInForce(enum.TimeInForce_GOOD_TILL_DATE)
		o.SetExpireTime(deadline)
		o.SetSettlCurrency("USD")
	}
	m.SetNoOrders(orders)
	return m
}

// trade sends the list, waits for prices, takes the best and adds up what follows.
func (e *ems) trade(lines []line, patience time.Duration) error {
	listID := time.Now().UTC().Format("EMS-20060102-150405.000")
	if err := quickfix.SendToTarget(inquire(listID, lines, time.Now().Add(2*time.Minute)), e.session); err != nil {
		return err
	}
	bids := map[string]bid{}
	net, fills := decimal.Zero, 0
	choose := time.After(patience)
	giveUp := time.After(patience + time.Minute)
	for {
		select {
		case <-choose:
			best, ok := bestOf(bids)
			if !ok {
				return errors.New("no dealer has quoted")
			}
			log.Printf("accept %s of %s: %s", best.id, best.dealer, best.cash)
			accept := listexecute.New(field.NewListID(listID), field.NewTransactTime(time.Now()))
			accept.SetClientBidID(listID)
			accept.SetBidID(best.id)
			if err := quickfix.SendToTarget(accept, e.session); err != nil {
				return err
			}
		case <-giveUp:
			return fmt.Errorf("timed out with %d of %d lines executed", fills, len(lines))
		case heard := <-e.heard:
			switch m := heard.(type) {
			case bid:
				log.Printf("%s quotes %s", m.dealer, m.cash)
				bids[m.dealer] = m
			case liststatus.ListStatus:
				if err := refused(m); err != nil {
					return err
				}
			case executionreport.ExecutionReport:
				if kind, _ := m.GetExecType(); kind == enum.ExecType_TRADE {
					fills++
					net = net.Add(signedNet(m))
				}
			case confirmation.Confirmation:
				return e.affirm(m, net, fills, len(lines))
			}
		}
	}
}

func bestOf(bids map[string]bid) (best bid, ok bool) {
	for _, b := range bids {
		if b.live && (!ok || b.cash.GreaterThan(best.cash)) {
			best, ok = b, true
		}
	}
	return best, ok
}

func refused(m liststatus.ListStatus) error {
	if state, _ := m.GetListOrderStatus(); state != enum.ListOrderStatus_REJECT {
		return nil
	}
	text, _ := m.GetListStatusText()
	return fmt.Errorf("the list was refused: %s", text)
}

// signedNet is a fill's cash flow: a sell receives, a buy pays.
func signedNet(m executionreport.ExecutionReport) decimal.Decimal {
	money, _ := m.GetNetMoney()
	if side, _ := m.GetSide(); side == enum.Side_BUY {
		return money.Neg()
	}
	return money
}

// affirm checks the net ticket against our own sum, and says so.
func (e *ems) affirm(m confirmation.Confirmation, net decimal.Decimal, fills, lines int) error {
	id, _ := m.GetConfirmID()
	money, _ := m.GetNetMoney()
	tradeDate, _ := m.GetTradeDate()
	if side, _ := m.GetSide(); side == enum.Side_BUY { // we pay
		money = money.Neg()
	}
	status := enum.AffirmStatus_AFFIRMED
	if !money.Equal(net) || fills != lines {
		status = enum.AffirmStatus_CONFIRM_REJECTED_IE_NOT_AFFIRMED
	}
	answer := confirmationack.New(field.NewConfirmID(id), field.NewTradeDate(tradeDate),
		field.NewTransactTime(time.Now()), field.NewAffirmStatus(status))
	if err := quickfix.SendToTarget(answer, e.session); err != nil {
		return err
	}
	if status != enum.AffirmStatus_AFFIRMED {
		return fmt.Errorf("%d of %d lines net %s, but ticket %s says %s", fills, lines, net, id, money)
	}
	fmt.Printf("executed %d of %d lines, net settlement amount %s USD, ticket %s affirmed\n",
		fills, lines, money.StringFixed(2), id)
	return nil
}

func readBasket(name string) ([]line, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		return nil, err
	}
	sides := map[string]enum.Side{"buy": enum.Side_BUY, "sell": enum.Side_SELL}
	var lines []line
	for i, row := range rows {
		if i == 0 && strings.EqualFold(row[0], "identifier") {
			continue
		}
		face, err := decimal.NewFromString(row[2])
		side, ok := sides[strings.ToLower(row[1])]
		if err != nil || !ok {
			return nil, fmt.Errorf("%s:%d: want identifier, buy or sell, face: %v", name, i+1, row)
		}
		lines = append(lines, line{row[0], side, face})
	}
	return lines, nil
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
	connect := flag.String("connect", "127.0.0.1:9878", "the gateway's host:port")
	sender := flag.String("sender", "SAMPLE-EMS", "our SenderCompID(49)")
	target := flag.String("target", "FOLIOGATE", "the gateway's CompID")
	dictionary := flag.String("dictionary", "testdata/fix/FIX44.xml", "the unmodified FIX44.xml")
	username := flag.String("username", "", "Username(553), if agreed")
	passwordFile := flag.String("password-file", "", "the file that holds Password(554)")
	basket := flag.String("basket", "", "CSV: identifier, side, face")
	patience := flag.Duration("patience", 3*time.Second, "how long to wait for prices")
	flag.Parse()
	lines, err := readBasket(*basket)
	if err != nil {
		return err
	}
	all, err := settings(*connect, *sender, *target, *dictionary)
	if err != nil {
		return err
	}
	password := ""
	if *passwordFile != "" {
		held, err := os.ReadFile(*passwordFile)
		if err != nil {
			return err
		}
		password = strings.TrimSpace(string(held))
	}
	e := newEMS(*username, password)
	initiator, err := quickfix.NewInitiator(e, quickfix.NewMemoryStoreFactory(), all, quickfix.NewNullLogFactory())
	if err != nil {
		return err
	}
	if err := initiator.Start(); err != nil {
		return err
	}
	defer initiator.Stop()
	select {
	case <-e.logon:
	case <-time.After(20 * time.Second):
		return fmt.Errorf("no logon at %s", *connect)
	}
	return e.trade(lines, *patience)
}

func main() {
	if err := run(); err != nil {
		log.Fatal(err)
	}
}
