package main

import (
	"time"

	"github.com/quickfixgo/enum"
	"github.com/quickfixgo/field"
	"github.com/quickfixgo/fix44/bidrequest"
	"github.com/quickfixgo/fix44/neworderlist"
	"github.com/quickfixgo/quickfix"
	"github.com/shopspring/decimal"
)

// naiveOrder is one line, field by field.
type naiveOrder struct {
	clOrdID       string
	number        int
	account       string
	settlType     enum.SettlType
	settlDate     string
	execInst      enum.ExecInst
	symbol        string
	securityID    string
	source        enum.SecurityIDSource
	product       enum.Product
	securityType  enum.SecurityType
	side          enum.Side
	qtyType       enum.QtyType
	qty           decimal.Decimal
	ordType       enum.OrdType
	priceType     enum.PriceType
	currency      string
	timeInForce   enum.TimeInForce
	expireTime    time.Time
	settlCurrency string
}

// typed remembers the first error of a run of typed getters.
type typed struct{ err quickfix.MessageRejectError }

func get[T any](t *typed, read func() (T, quickfix.MessageRejectError)) T {
	v, err := read()
	if err != nil && t.err == nil {
		t.err = err
	}
	return v
}

func readOrder(o neworderlist.NoOrders) (naiveOrder, quickfix.MessageRejectError) {
	var t typed
	line := naiveOrder{
		clOrdID: get(&t, o.GetClOrdID), number: get(&t, o.GetListSeqNo), account: get(&t, o.GetAccount),
		settlType: get(&t, o.GetSettlType), settlDate: get(&t, o.GetSettlDate),
		execInst: get(&t, o.GetExecInst), symbol: get(&t, o.GetSymbol),
		securityID: get(&t, o.GetSecurityID), source: get(&t, o.GetSecurityIDSource),
		product: get(&t, o.GetProduct), securityType: get(&t, o.GetSecurityType),
		side: get(&t, o.GetSide), qtyType: get(&t, o.GetQtyType), qty: get(&t, o.GetOrderQty),
		ordType: get(&t, o.GetOrdType), priceType: get(&t, o.GetPriceType),
		currency: get(&t, o.GetCurrency), timeInForce: get(&t, o.GetTimeInForce),
		expireTime: get(&t, o.GetExpireTime), settlCurrency: get(&t, o.GetSettlCurrency),
	}
	return line, t.err
}

func readOrders(m neworderlist.NewOrderList) ([]naiveOrder, quickfix.MessageRejectError) {
	group, err := m.GetNoOrders()
	if err != nil {
		return nil, err
	}
	lines := make([]naiveOrder, group.Len())
	for i := range lines {
		if lines[i], err = readOrder(group.Get(i)); err != nil {
			return nil, err
		}
	}
	return lines, nil
}

func writeOrders(lines []naiveOrder) neworderlist.NoOrdersRepeatingGroup {
	group := neworderlist.NewNoOrdersRepeatingGroup()
	for _, line := range lines {
		o := group.Add()
		o.SetClOrdID(line.clOrdID)
		o.SetListSeqNo(line.number)
		o.SetAccount(line.account)
		o.SetSettlType(line.settlType)
		o.SetSettlDate(line.settlDate)
		o.SetExecInst(line.execInst)
		o.SetSymbol(line.symbol)
		o.SetSecurityID(line.securityID)
		o.SetSecurityIDSource(line.source)
		o.SetProduct(line.product)
		o.SetSecurityType(line.securityType)
		o.SetSide(line.side)
		o.SetQtyType(line.qtyType)
		o.SetOrderQty(line.qty, 0)
		o.SetOrdType(line.ordType)
		o.SetPriceType(line.priceType)
		o.SetCurrency(line.currency)
		o.SetTimeInForce(line.timeInForce)
		o.SetExpireTime(line.expireTime)
		o.SetSettlCurrency(line.settlCurrency)
	}
	return group
}

// onList keeps a fragment, shows it to the dealers, and asks them after the last one.
func (g *naive) onList(m neworderlist.NewOrderList, id quickfix.SessionID) quickfix.MessageRejectError {
	listID, err := m.GetListID()
	if err != nil {
		return err
	}
	lines, err := readOrders(m)
	if err != nil {
		return err
	}
	total, err := m.GetTotNoOrders()
	if err != nil {
		return err
	}
	l, known := g.lists[listID]
	if !known {
		l = &naiveList{client: id.TargetCompID, quotes: map[string]naiveQuote{}}
		g.lists[listID] = l
	}
	l.orders = append(l.orders, lines...)
	last := len(l.orders) == total
	for _, dealer := range g.teams[l.client].dealers {
		show := neworderlist.New(field.NewListID(listID), field.NewBidType(enum.BidType_DISCLOSED_SYTLE),
			field.NewTotNoOrders(total))
		show.SetLastFragment(last)
		show.SetNoOrders(writeOrders(lines))
		g.send(show, dealer)
		if last {
			g.send(askFor(listID, total), dealer)
		}
	}
	return nil
}

func askFor(listID string, lines int) quickfix.Messagable {
	ask := bidrequest.New(field.NewClientBidID(listID),
		field.NewBidRequestTransType(enum.BidRequestTransType_NO), field.NewTotNoRelatedSym(lines),
		field.NewBidType(enum.BidType_DISCLOSED_SYTLE), field.NewBidTradeType("R"),
		field.NewBasisPxType(enum.BasisPxType_CLOSING_PRICE))
	return ask
}
