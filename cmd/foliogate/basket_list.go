package main

import (
	"fmt"
	"time"

	"foliogate/fixspec"
	"foliogate/gateway"
	"foliogate/gateway/units"
)

// listTerms is what holds for every line of a list.
type listTerms struct {
	ListID   string
	Kind     gateway.PriceKind
	Currency units.Currency
	Deadline time.Time
}

// newOrderList is the basket as the client sends it. Each bond settles on its standard date, and a
// spread is measured against its own reference: the gateway knows both.
func newOrderList(basket []basketLine, t listTerms) *fixspec.NewOrderList {
	const realTime = 3
	list := &fixspec.NewOrderList{
		ListID: t.ListID, ClientBidID: t.ListID, ProgRptReqs: realTime,
		BidType: fixspec.BidTypeDisclosed, ListExecInstType: fixspec.ExecWait,
		ListExecInst: "AON", TotNoOrders: len(basket),
		Orders: make([]fixspec.ListOrder, len(basket)),
	}
	for i, line := range basket {
		list.Orders[i] = orderOf(i+1, line, t)
	}
	return list
}

func orderOf(number int, line basketLine, t listTerms) fixspec.ListOrder {
	o := fixspec.ListOrder{
		ClOrdID: fmt.Sprintf("%s-%04d", t.ListID, number), ListSeqNo: number,
		Account: line.Account, SettlType: '0', ExecInst: string(rune(fixspec.ExecInstAllOrNone)),
		Instrument: fixspec.Instrument{
			SecurityID: line.ID, SecurityIDSource: fixspec.IDSource(line.Source)},
		Side: fixspec.SideBuy, OrderQty: line.Face, OrdType: fixspec.OrdTypeMarket,
		PriceType: priceTypeOf(t.Kind), Currency: t.Currency, TimeInForce: fixspec.TIFGoodTillDate,
		ExpireTime: t.Deadline, SettlCurrency: t.Currency,
	}
	if line.Side == gateway.Sell {
		o.Side = fixspec.SideSell
	}
	if line.Limit != 0 {
		o.OrdType, o.Price = fixspec.OrdTypeLimit, line.Limit
	}
	return o
}

func priceTypeOf(k gateway.PriceKind) fixspec.PriceType {
	switch k {
	case gateway.SpreadConcession:
		return fixspec.PriceSpread
	case gateway.PercentPerSide:
		return fixspec.PricePercentage
	}
	return fixspec.PriceFixedAmount
}
