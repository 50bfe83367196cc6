package main

import (
	"fmt"
	"time"

	"github.com/quickfixgo/enum"
	"github.com/quickfixgo/field"
	"github.com/quickfixgo/fix44/bidresponse"
	"github.com/quickfixgo/fix44/confirmation"
	"github.com/quickfixgo/fix44/executionreport"
	"github.com/quickfixgo/fix44/listexecute"
	"github.com/quickfixgo/fix44/liststatus"
	"github.com/quickfixgo/quickfix"
	"github.com/shopspring/decimal"
)

// onQuote passes a dealer's price on to the client.
func (g *naive) onQuote(m bidresponse.BidResponse, id quickfix.SessionID) quickfix.MessageRejectError {
	bidID, err := m.GetBidID()
	if err != nil {
		return err
	}
	listID, err := m.GetClientBidID()
	if err != nil {
		return err
	}
	components, err := m.GetNoBidComponents()
	if err != nil {
		return err
	}
	total, err := components.Get(0).GetPrice()
	if err != nil {
		return err
	}
	l, known := g.lists[listID]
	if !known {
		return nil
	}
	l.quotes[bidID] = naiveQuote{id.TargetCompID, total}
	offer := bidresponse.New()
	offer.SetOnBehalfOfCompID(id.TargetCompID)
	offer.SetBidID(bidID)
	offer.SetClientBidID(listID)
	group := bidresponse.NewNoBidComponentsRepeatingGroup()
	c := group.Add()
	c.SetCommission(decimal.Zero, 0)
	c.SetCommType(enum.CommType_ABSOLUTE)
	c.SetListID(listID)
	c.SetPrice(total, 2)
	c.SetPriceType(enum.PriceType_FIXED_AMOUNT)
	offer.SetNoBidComponents(group)
	g.send(offer, l.client)
	return nil
}

// onAccept asks the winner to confirm.
func (g *naive) onAccept(m listexecute.ListExecute, _ quickfix.SessionID) quickfix.MessageRejectError {
	listID, err := m.GetListID()
	if err != nil {
		return err
	}
	bidID, err := m.GetBidID()
	if err != nil {
		return err
	}
	l, known := g.lists[listID]
	if !known {
		return nil
	}
	l.winner = bidID
	award := listexecute.New(field.NewListID(listID), field.NewTransactTime(time.Now()))
	award.SetBidID(bidID)
	g.send(award, l.quotes[bidID].dealer)
	return nil
}

// onConfirm trades: a report a line to both sides, the end of the list, and a ticket to both.
func (g *naive) onConfirm(m liststatus.ListStatus, _ quickfix.SessionID) quickfix.MessageRejectError {
	listID, err := m.GetListID()
	if err != nil {
		return err
	}
	l, known := g.lists[listID]
	if !known {
		return nil
	}
	quote := l.quotes[l.winner]
	face := decimal.Zero
	for _, o := range l.orders {
		face = face.Add(o.qty)
	}
	price := quote.total.Abs().Shift(2).DivRound(face, 6)
	for i, o := range l.orders {
		for _, to := range []string{l.client, quote.dealer} {
			g.send(report(listID, l.winner, i, o, price, to, quote.dealer), to)
		}
	}
	done := liststatus.New(field.NewListID(listID), field.NewListStatusType(enum.ListStatusType_ALL_DONE),
		field.NewNoRpts(1), field.NewListOrderStatus(enum.ListOrderStatus_ALL_DONE), field.NewRptSeq(1),
		field.NewTotNoOrders(len(l.orders)))
	g.send(done, l.client)
	for _, to := range []string{l.client, quote.dealer} {
		g.send(ticket(listID, l.winner, quote.total), to)
	}
	delete(g.lists, listID)
	return nil
}

func report(listID, trade string, i int, o naiveOrder, price decimal.Decimal,
	client, dealer string) quickfix.Messagable {
	id := fmt.Sprintf("%s-%04d", trade, i+1)
	cash := o.qty.Mul(price).Shift(-2).Round(2)
	m := executionreport.New(field.NewOrderID(id), field.NewExecID(id+"-1"),
		field.NewExecType(enum.ExecType_TRADE), field.NewOrdStatus(enum.OrdStatus_FILLED),
		field.NewSide(o.side), field.NewLeavesQty(decimal.Zero, 0), field.NewCumQty(o.qty, 0),
		field.NewAvgPx(price, 6))
	m.SetSecondaryOrderID(trade)
	m.SetClOrdID(o.clOrdID)
	group := executionreport.NewNoPartyIDsRepeatingGroup()
	for _, party := range [][2]string{{dealer, "1"}, {client, "3"}} {
		p := group.Add()
		p.SetPartyID(party[0])
		p.SetPartyIDSource("D")
		p.SetPartyRole(enum.PartyRole(party[1]))
	}
	m.SetNoPartyIDs(group)
	m.SetListID(listID)
	m.SetAccount(o.account)
	m.SetSettlType(o.settlType)
	m.SetSettlDate(o.settlDate)
	m.SetSymbol(o.symbol)
	m.SetSecurityID(o.securityID)
	m.SetSecurityIDSource(o.source)
	m.SetProduct(o.product)
	m.SetSecurityType(o.securityType)
	m.SetMaturityDate("20320413")
	m.SetCouponRate(decimal.New(36, -1), 1)
	m.SetOrderQty(o.qty, 0)
	m.SetOrdType(o.ordType)
	m.SetPriceType(enum.PriceType_PERCENTAGE)
	m.SetPrice(price, 6)
	m.SetCurrency(o.currency)
	m.SetLastQty(o.qty, 0)
	m.SetLastPx(price, 6)
	m.SetTradeDate("20250616")
	m.SetTransactTime(time.Now())
	m.SetGrossTradeAmt(cash, 2)
	m.SetNumDaysInterest(84)
	m.SetAccruedInterestRate(decimal.New(84, -2), 2)
	m.SetAccruedInterestAmt(decimal.New(8_400_00, -2), 2)
	m.SetNetMoney(cash, 2)
	m.SetSettlCurrAmt(cash, 2)
	m.SetSettlCurrency(o.settlCurrency)
	return m
}

func ticket(listID, trade string, total decimal.Decimal) quickfix.Messagable {
	m := quickfix.NewMessage()
	m.Header.Set(field.NewMsgType(enum.MsgType_CONFIRMATION))
	c := confirmation.FromMessage(m)
	c.SetConfirmID(trade + "-N01")
	c.SetTransactTime(time.Now())
	c.SetTradeDate("20250616")
	group := confirmation.NewNoOrdersRepeatingGroup()
	order := group.Add()
	order.SetClOrdID(listID)
	order.SetListID(listID)
	c.SetNoOrders(group)
	c.SetNetMoney(total.Abs(), 2)
	c.SetSettlCurrAmt(total.Abs(), 2)
	c.SetSettlCurrency("USD")
	return m
}
