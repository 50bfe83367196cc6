package fixspec

import (
	"fmt"

	"foliogate/gateway"
)

// requested translates a QuoteRequest: for a list that is here or on its way, or for a single bond.
func requested(origin gateway.Origin, h Header, m *QuoteRequest) (gateway.Command, *BusinessMessageReject) {
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

// single is an inquiry for one bond, which needs no list.
func single(origin gateway.Origin, h Header, m *QuoteRequest, dealers []gateway.Firm) (gateway.Command, *BusinessMessageReject) {
	no := func(text string) (gateway.Command, *BusinessMessageReject) {
		return nil, reject(h, m, m.QuoteReqID, BusinessOther, text)
	}
	line := gateway.Line{
		Number: 1, ClOrdID: m.ClOrdID, Security: securityOf(m.Instrument.SecurityIDSource,
			m.Instrument.SecurityID),
		Face: m.OrderQty, Currency: m.Currency, Account: m.Account, SettleOn: m.SettlDate,
		Limit: m.Price,
		Reference: gateway.Reference{
			Benchmark: securityOf(m.Benchmark.SecurityIDSource, m.Benchmark.SecurityID),
			Spread:    m.Benchmark.Spread, Given: m.Benchmark.SpreadGiven,
		},
	}
	if line.ClOrdID == "" {
		line.ClOrdID = m.QuoteReqID
	}
	switch m.Side {
	case SideBuy:
		line.Side = gateway.Buy
	case SideSell:
		line.Side = gateway.Sell
	case SideUndisclosed, 0:
		line.Side = gateway.TwoWay
	default:
		return no(fmt.Sprintf("NoRelatedSym(146)[1].Side(54) is %c: only 1, buy, 2, sell, and 7,"+
			" undisclosed for a two-way price, are asked for", m.Side))
	}
	terms := gateway.Terms{Single: true, Trigger: gateway.OnAccept, Deadline: m.ExpireTime,
		Currency: m.Currency, Kind: gateway.PercentPerSide}
	switch m.PriceType {
	case PricePercentage, 0:
	case PriceFixedAmount:
		terms.Kind = gateway.TotalAmount
	case PriceSpread:
		terms.Kind = gateway.SpreadConcession
	default:
		return no("NoRelatedSym(146)[1].PriceType(423) must be 1, percent of par, 3, a total amount," +
			" or 6, a spread concession")
	}
	return gateway.Submit{Origin: origin, ListID: m.QuoteReqID, PossResend: h.PossResend, Terms: terms,
		TotalLines: 1, Lines: []gateway.Line{line}, Last: true,
		Asking: gateway.AskNow, Dealers: dealers}, nil
}

// answered translates what a client says to a quote: it takes it, or wants no more of the inquiry.
func (f *ClientRFQFace) answered(origin gateway.Origin, h Header, m *QuoteResponse) (gateway.Command, *BusinessMessageReject) {
	list := f.listOf(m.QuoteID, m.Instrument)
	switch m.QuoteRespType {
	case QuoteHit:
		choice := gateway.Choice{ClOrdID: m.ClOrdID, Response: m.QuoteRespID}
		switch m.Side {
		case SideBuy:
			choice.Side = gateway.Buy
		case SideSell:
			choice.Side = gateway.Sell
		}
		return gateway.Accept{Origin: origin, ListID: list, Dealer: gateway.Firm(h.DeliverTo),
			Quote: m.QuoteID, Choice: choice}, nil
	case QuotePassed:
		if list == "" {
			return nil, reject(h, m, m.QuoteID, BusinessUnknownID, "no inquiry has that quote")
		}
		return gateway.Cancel{Origin: origin, ListID: list, Response: m.QuoteRespID}, nil
	}
	return nil, reject(h, m, m.QuoteID, BusinessOther,
		"QuoteRespType(694) must be 1, which takes the quote, or 6, which ends the inquiry:"+
			" prices are not negotiated")
}

// listOf is the inquiry that a client's message is about: the list that stands as its instrument, or
// else the one that has the quote.
func (f *ClientRFQFace) listOf(quote string, instrument Instrument) string {
	if instrument.isList() {
		return instrument.SecurityID
	}
	q, _ := f.Quoted(quote)
	return q.ListID
}
