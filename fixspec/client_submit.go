package fixspec

import (
	"fmt"
	"strings"

	"foliogate/gateway"
	"foliogate/gateway/bond"
	"foliogate/gateway/units"
)

// submit translates a NewOrderList. What holds for the whole inquiry stands on every line in FIX,
// so the lines must agree; lines that do not, or that ask for what is not done here, are handed on as
// wrong. Whether the lines can trade is for the domain to say.
func submit(origin gateway.Origin, h Header, list *NewOrderList) (gateway.Command, *BusinessMessageReject) {
	no := func(text string) (gateway.Command, *BusinessMessageReject) {
		return nil, reject(h, list, list.ListID, BusinessOther, text)
	}
	if h.DeliverTo != "" {
		return no("DeliverToCompID(128) belongs on a BidRequest, one for each dealer")
	}
	if len(list.Orders) == 0 {
		return no("NoOrders(73) is 0: a list has lines")
	}
	terms, text := termsOf(list)
	if text != "" {
		return no(text)
	}
	command := gateway.Submit{
		Origin: origin, ListID: list.ListID, BidID: list.ClientBidID, PossResend: h.PossResend,
		Terms: terms, TotalLines: list.TotNoOrders, Last: list.LastFragment,
		Lines: make([]gateway.Line, len(list.Orders)),
	}
	allocations := make([]gateway.Allocation, 0, len(list.allocs))
	for i := range list.Orders {
		order := &list.Orders[i]
		if text := order.unsupported(&list.Orders[0]); text != "" {
			command.Wrong = append(command.Wrong, gateway.LineRefusal{Number: order.ListSeqNo,
				ClOrdID: order.ClOrdID, Fault: gateway.WrongRequest, Text: text})
		}
		order.line(&command.Lines[i], &allocations)
	}
	return command, nil
}

func termsOf(list *NewOrderList) (t gateway.Terms, text string) {
	first := &list.Orders[0]
	t = gateway.Terms{Deadline: first.ExpireTime, Currency: first.settlCurrency()}
	if list.BidType != BidTypeDisclosed {
		return t, fmt.Sprintf("BidType(394) is %d: only 2, a disclosed list, is taken", list.BidType)
	}
	switch list.ListExecInstType {
	case ExecWait, 0:
		t.Trigger = gateway.OnAccept
	case ExecImmediate:
		t.Trigger = gateway.BestAtDeadline
	default:
		return t, fmt.Sprintf("ListExecInstType(433) is %c: 2 waits for a ListExecute, 1 takes"+
			" the best quote at the deadline", list.ListExecInstType)
	}
	switch first.PriceType {
	case PriceFixedAmount:
		t.Kind = gateway.TotalAmount
	case PriceSpread:
		t.Kind = gateway.SpreadConcession
	case PricePercentage:
		t.Kind = gateway.PercentPerSide
	default:
		return t, "NoOrders(73)[1].PriceType(423) must be 3, a total amount, 6, a spread" +
			" concession, or 1, percent of par a side"
	}
	return t, ""
}

// settlCurrency is what the line settles in: its own currency unless it names another.
func (o *ListOrder) settlCurrency() units.Currency {
	if o.SettlCurrency != "" {
		return o.SettlCurrency
	}
	return o.Currency
}

// unsupported says which code of the line asks for something that is not done here, or differs
// from the first line's where a list must be of one mind.
func (o *ListOrder) unsupported(first *ListOrder) string {
	switch {
	case o.Side != SideBuy && o.Side != SideSell:
		return fmt.Sprintf("Side(54) is %c: only 1, buy, and 2, sell, are traded", o.Side)
	case o.PriceType != first.PriceType:
		return fmt.Sprintf("PriceType(423) is %d, the first line's is %d: a list has one kind of price",
			o.PriceType, first.PriceType)
	case !o.ExpireTime.Equal(first.ExpireTime):
		return "ExpireTime(126) differs from the first line's: a list has one deadline"
	case o.settlCurrency() != first.settlCurrency():
		return "SettlCurrency(120) differs from the first line's: a list settles in one currency"
	case o.QtyType != 0:
		return fmt.Sprintf("QtyType(854) is %d: OrderQty(38) must be par, 0", o.QtyType)
	case o.OrdType != OrdTypeMarket && o.OrdType != OrdTypeLimit && o.OrdType != 0:
		return fmt.Sprintf("OrdType(40) is %c: only 1, market, and 2, limit, are taken", o.OrdType)
	case o.OrdType == OrdTypeLimit && o.Price <= 0:
		return "Price(44) must be above 0 when OrdType(40) is 2, limit"
	case strings.IndexByte(o.ExecInst, ExecInstAllOrNone) < 0:
		return "ExecInst(18) must contain G, all or none: a list trades whole or not at all"
	case o.TimeInForce == '3' || o.TimeInForce == '4':
		return "TimeInForce(59) asks for an immediate execution: send 6 with ExpireTime(126)"
	}
	return unsettled(o.SettlType, o.SettlDate)
}

// unsettled says why a settlement cannot be dated.
func unsettled(kind byte, date units.Date) string {
	if date != 0 || kind == 0 || kind == '0' {
		return ""
	}
	return fmt.Sprintf("SettlType(63) is %c: give the date in SettlDate(64) with 6, or send 0"+
		" for the standard one", kind)
}

// line translates a line in place; its allocations are kept in the slice that all lines share.
func (o *ListOrder) line(line *gateway.Line, allocations *[]gateway.Allocation) {
	line.Number, line.ClOrdID, line.Account = o.ListSeqNo, o.ClOrdID, o.Account
	line.Side = gateway.Buy
	if o.Side == SideSell {
		line.Side = gateway.Sell
	}
	line.Security = securityOf(o.Instrument.SecurityIDSource, o.Instrument.SecurityID)
	line.Face, line.Currency, line.SettleOn = o.OrderQty, o.Currency, o.SettlDate
	if o.OrdType == OrdTypeLimit {
		line.Limit = o.Price
	}
	line.Reference.Benchmark = securityOf(o.Benchmark.SecurityIDSource, o.Benchmark.SecurityID)
	line.Reference.Spread, line.Reference.Given = o.Benchmark.Spread, o.Benchmark.SpreadGiven
	from := len(*allocations)
	for _, a := range o.Allocs {
		*allocations = append(*allocations, gateway.Allocation{Account: a.Account, Face: a.Qty})
	}
	if to := len(*allocations); to > from {
		line.Allocations = (*allocations)[from:to:to]
	}
}

func securityOf(source IDSource, id string) gateway.Security {
	if id == "" {
		return gateway.Security{}
	}
	return gateway.Security{Source: bond.IDSource(source), ID: id}
}
