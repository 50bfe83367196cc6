package fixspec

import (
	"foliogate/gateway"
	"foliogate/gateway/units"
)

// asked shows the list to the dealer and asks for its price.
func (f *DealerFace) asked(o *outgoing, h Header, route gateway.Route, panel int) {
	for _, fragment := range f.list(o, route).Fragments(o.limit) {
		o.send(h, fragment)
	}
	o.send(h, f.request(o, route, panel))
}

// list is the inquiry as a dealer may see it: bonds, sides, faces, dates and, where a spread is
// asked for, references. There are no accounts, allocations or limits in it, no text, none of the
// client's ids, and its name only where the client shows it.
func (f *DealerFace) list(o *outgoing, route gateway.Route) *NewOrderList {
	q := &o.inquiry
	list := &NewOrderList{
		ListID: route.ListID, ClientBidID: route.ListID, ProgRptReqs: progressOnRequest,
		BidType: BidTypeDisclosed, ListExecInstType: ExecWait, ListExecInst: "AON",
		TotNoOrders: len(q.Lines), Orders: make([]ListOrder, len(q.Lines)),
	}
	name := f.clientName(q.Client)
	for i := range q.Lines {
		line, facts := &q.Lines[i], &q.Facts[i]
		list.Orders[i] = ListOrder{
			ClOrdID: route.LineID(line.Number), ListSeqNo: line.Number,
			Parties: Parties{Client: name}, SettlType: SettlFuture, SettlDate: facts.Settle,
			ExecInst: "G", Instrument: o.instrument(*line, *facts), Side: sideAsked(q, line),
			OrderQty: line.Face, OrdType: OrdTypeMarket, PriceType: priceTypeOf(q.Terms.Kind),
			Benchmark: benchmarkOf(q.Terms, *facts), Currency: q.Terms.Currency,
			TimeInForce: TIFGoodTillDate, ExpireTime: q.Terms.Deadline,
			SettlCurrency: q.Terms.Currency,
		}
	}
	return list
}

// progressOnRequest is the ProgRptReqs(414) of every list: progress is reported as it happens.
const progressOnRequest = 3

func (f *DealerFace) clientName(client gateway.Firm) string {
	if f.Policy.Client(client).ShowName {
		return string(client)
	}
	return ""
}

func (f *DealerFace) request(o *outgoing, route gateway.Route, panel int) *BidRequest {
	q := &o.inquiry
	request := &BidRequest{
		ClientBidID: route.ListID, BidRequestTransType: BidNew, TotNoRelatedSym: len(q.Lines),
		BidType: BidTypeDisclosed, Currency: q.Terms.Currency, ListID: route.ListID,
		TradeDate: q.TradeDate, BidTradeType: BidTradeRisk, BasisPxType: BasisCurrent,
	}
	for i := range q.Lines {
		par := units.Principal(q.Lines[i].Face, 100*units.PriceUnit, q.Terms.Currency)
		switch sideAsked(q, &q.Lines[i]) {
		case SideBuy:
			request.SideValue1 += par
		case SideSell:
			request.SideValue2 += par
		}
	}
	if f.Policy.Client(q.Client).ShowPanelSize {
		request.NumBidders = panel
	}
	return request
}

// closed ends the asking.
func (f *DealerFace) closed(o *outgoing, route gateway.Route, quote, text string) *BidRequest {
	return &BidRequest{
		BidID: quote, ClientBidID: route.ListID, BidRequestTransType: BidCancel,
		TotNoRelatedSym: len(o.inquiry.Lines), BidType: BidTypeDisclosed, ListID: route.ListID,
		BidTradeType: BidTradeRisk, BasisPxType: BasisCurrent, Text: text,
	}
}

// cancelled takes the list back. Why is not for a dealer.
func (f *DealerFace) cancelled(o *outgoing, route gateway.Route) {
	o.send(Header{}, &ListCancelRequest{ListID: route.ListID, TransactTime: o.entry.At})
	o.send(Header{}, f.closed(o, route, "", "CANCELED"))
}

// stood tells the dealer that traded where that stands.
func (f *DealerFace) stood(o *outgoing, h Header, route gateway.Route, phase gateway.Phase) {
	o.send(h, o.status(route.ListID, StatusResponse, stateOf(phase), ""))
}

// over tells any other that the inquiry is, and not how it ended.
func (f *DealerFace) over(o *outgoing, h Header, route gateway.Route) {
	o.send(h, f.closed(o, route, lastOwnQuote(route), "CLOSED"))
}
