package fixspec

import (
	"fmt"

	"foliogate/gateway"
)

// respond translates what a client says to a quote: it takes it, or wants no more of the inquiry.
func (f *ClientRFQFace) respond(origin gateway.Origin, h Header, m *QuoteResponse) (gateway.Command, *BusinessMessageReject) {
	list := f.listOf(m.QuoteID, m.Instrument)
	switch m.QuoteRespType {
	case QuoteHit:
		return f.hit(origin, h, m, list)
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

// hit takes a quote as it is: what the client says of it beside its id must be what the quote says.
func (f *ClientRFQFace) hit(origin gateway.Origin, h Header, m *QuoteResponse, list string) (gateway.Command, *BusinessMessageReject) {
	choice := gateway.Choice{ClOrdID: m.ClOrdID, Response: m.QuoteRespID}
	switch m.Side {
	case SideBuy:
		choice.Side = gateway.Buy
	case SideSell:
		choice.Side = gateway.Sell
	case SideAsDefined, SideUndisclosed, 0:
	default:
		return nil, reject(h, m, m.QuoteID, BusinessOther,
			fmt.Sprintf("Side(54) is %c: a quote is taken to buy, 1, or to sell, 2", m.Side))
	}
	if q, known := f.Quoted(m.QuoteID); known {
		if text := m.contradicts(&q, choice.Side); text != "" {
			return nil, reject(h, m, m.QuoteID, BusinessOther, text)
		}
	}
	return gateway.Accept{Origin: origin, ListID: list, Dealer: gateway.Firm(h.DeliverTo),
		Quote: m.QuoteID, Choice: choice}, nil
}

// contradicts says where the answer differs from the quote that it names. No trade may rest on two
// minds: a hit at another price is a counter, one for less is a part.
func (x *QuoteResponse) contradicts(q *gateway.Inquiry, side gateway.Side) string {
	quote, _ := q.Quote(x.QuoteID)
	if par := parOf(q); x.OrderQty != 0 && x.OrderQty != par {
		return "OrderQty(38) is " + x.OrderQty.String() + ": the quote is for " + par.String()
	}
	if !x.Price.Given() {
		return ""
	}
	price, kind := priceTaken(quote.Price, side, q.Terms.Currency)
	switch {
	case x.PriceType != 0 && x.PriceType != kind:
		return fmt.Sprintf("PriceType(423) is %d: the quote is %d", x.PriceType, kind)
	case price.Given() && !price.equal(x.Price):
		return "Price(44) is " + x.Price.String() + ": the quote is " + price.String() +
			", and prices are not negotiated"
	}
	return ""
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
