package fixspec

import (
	"fmt"

	"foliogate/gateway"
)

// request translates a QuoteRequest: for a list that is here or on its way, or for a single bond.
func request(origin gateway.Origin, h Header, m *QuoteRequest) (gateway.Command, *BusinessMessageReject) {
	dealers := named(h, m)
	if !m.Instrument.isList() {
		return single(origin, h, m, dealers)
	}
	if len(dealers) > 1 {
		return nil, reject(h, m, m.QuoteReqID, BusinessOther,
			"one QuoteRequest of a list names one dealer: send one for each")
	}
	ask := gateway.Ask{Origin: origin, ListID: m.Instrument.SecurityID, BidID: m.QuoteReqID}
	if len(dealers) == 1 {
		ask.Dealer = dealers[0]
	}
	return ask, nil
}

// named are the dealers that the client names, in the header or as parties; none is its panel.
func named(h Header, m *QuoteRequest) (dealers []gateway.Firm) {
	if h.DeliverTo != "" {
		return []gateway.Firm{gateway.Firm(h.DeliverTo)}
	}
	for _, dealer := range m.Parties.Dealers {
		dealers = append(dealers, gateway.Firm(dealer))
	}
	return dealers
}

// single is an inquiry for one bond, which needs no list. The bond's order has the request's id until
// a quote is taken for another.
func single(origin gateway.Origin, h Header, m *QuoteRequest, dealers []gateway.Firm) (gateway.Command, *BusinessMessageReject) {
	if text := m.unsupported(); text != "" {
		return nil, reject(h, m, m.QuoteReqID, BusinessOther, "NoRelatedSym(146)[1]."+text)
	}
	return gateway.Submit{Origin: origin, ListID: m.QuoteReqID, PossResend: h.PossResend,
		Terms: gateway.Terms{Single: true, Trigger: gateway.OnAccept, Deadline: m.ExpireTime,
			Currency: m.Currency, Kind: m.kind()},
		TotalLines: 1, Lines: []gateway.Line{m.line()}, Last: true,
		Asking: gateway.AskNow, Dealers: dealers}, nil
}

func (x *QuoteRequest) kind() gateway.PriceKind {
	switch x.PriceType {
	case PriceFixedAmount:
		return gateway.TotalAmount
	case PriceSpread:
		return gateway.SpreadConcession
	}
	return gateway.PercentPerSide
}

func (x *QuoteRequest) line() gateway.Line {
	line := gateway.Line{
		Number: 1, ClOrdID: x.ClOrdID, Side: gateway.TwoWay,
		Security: securityOf(x.Instrument.SecurityIDSource, x.Instrument.SecurityID),
		Face:     x.OrderQty, Currency: x.Currency, Account: x.Account, SettleOn: x.SettlDate,
		Reference: gateway.Reference{
			Benchmark: securityOf(x.Benchmark.SecurityIDSource, x.Benchmark.SecurityID),
			Spread:    x.Benchmark.Spread, Given: x.Benchmark.SpreadGiven,
		},
	}
	switch x.Side {
	case SideBuy:
		line.Side = gateway.Buy
	case SideSell:
		line.Side = gateway.Sell
	}
	if x.OrdType != OrdTypeMarket {
		line.Limit = x.Price
	}
	if line.ClOrdID == "" {
		line.ClOrdID = x.QuoteReqID
	}
	return line
}

// unsupported says which field of a request for a bond asks for what is not done here.
func (x *QuoteRequest) unsupported() string {
	switch {
	case x.Side != 0 && x.Side != SideBuy && x.Side != SideSell && x.Side != SideUndisclosed:
		return fmt.Sprintf("Side(54) is %c: only 1, buy, 2, sell, and 7, undisclosed for a two-way"+
			" price, are asked for", x.Side)
	case x.PriceType != 0 && x.PriceType != PricePercentage && x.PriceType != PriceFixedAmount &&
		x.PriceType != PriceSpread:
		return "PriceType(423) must be 1, percent of par, 3, a total amount, or 6, a spread concession"
	case x.Price != 0 && x.PriceType != 0 && x.PriceType != PricePercentage:
		return "Price(44) is a limit in percent of par: it goes with PriceType(423)=1 only"
	case x.OrdType != 0 && x.OrdType != OrdTypeMarket && x.OrdType != OrdTypeLimit:
		return fmt.Sprintf("OrdType(40) is %c: only 1, market, and 2, limit, are taken", x.OrdType)
	case x.OrdType == OrdTypeLimit && x.Price <= 0, x.Price < 0:
		return "Price(44) must be above 0"
	case x.QtyType != 0:
		return fmt.Sprintf("QtyType(854) is %d: OrderQty(38) must be par, 0", x.QtyType)
	}
	return unsettled(x.SettlType, x.SettlDate)
}
