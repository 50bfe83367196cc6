package fixspec

import (
	"foliogate/gateway"
	"foliogate/gateway/units"
)

// awarded gives the dealer its last look: it has been hit, at the price that it quoted.
func (f *DealerRFQFace) awarded(o *outgoing, route gateway.Route, a gateway.Award) {
	quote, _ := o.inquiry.Quote(a.Quote)
	hit := outcome(route, o.subject(route.ListID), quote.DealerID, QuoteHit, "")
	hit.ClOrdID, hit.Side, hit.OrderQty, hit.TransactTime = route.ListID, sideOfAll(&o.inquiry), parOf(&o.inquiry), a.At
	if o.inquiry.Terms.Single {
		hit.ClOrdID = route.LineID(1)
	}
	if a.Side != 0 {
		hit.Side = sideOf(a.Side)
	}
	if price, kind := priceTaken(quote.Price, a.Side, o.inquiry.Terms.Currency); price.Given() {
		hit.Price, hit.PriceType = price, kind
	}
	o.send(Header{}, hit)
}

// priceTaken is the price at which a quote is taken on a side, where there is a choice. There is none
// of a list that is quoted in percent of par on both sides: it has two prices, and FIX one Price(44).
func priceTaken(price gateway.Aggregate, side gateway.Side, c units.Currency) (Amount, PriceType) {
	kind := priceTypeOf(price.Kind)
	switch price.Kind {
	case gateway.TotalAmount:
		return MoneyAmount(price.Total, c), kind
	case gateway.SpreadConcession:
		return SpreadAmount(price.Concession), kind
	}
	switch {
	case side == gateway.Sell, side == 0 && price.BuyPrice == 0:
		return PriceAmount(price.SellPrice), kind
	case side == gateway.Buy, side == 0 && price.SellPrice == 0:
		return PriceAmount(price.BuyPrice), kind
	}
	return Amount{}, kind
}

// notDone tells the dealer that its award is over without a trade.
func (f *DealerRFQFace) notDone(o *outgoing, route gateway.Route, quote string) {
	o.send(Header{}, outcome(route, o.subject(route.ListID), quote, QuoteExpired, notDone))
}

// won tells the winner of its executions, by the answer that it confirmed, and tickets.
func (f *DealerRFQFace) won(o *outgoing, h Header, route gateway.Route, x *gateway.Execution, tickets []gateway.Settlement) {
	own, response := f.ownFill(o, route), responseID(route, ownQuote(route, x.Quote))
	o.fills(h, x, func(i int, r *ExecutionReport) {
		own(i, r)
		r.QuoteRespID = response
	})
	f.tickets(o, h, route, x, tickets)
}

// lost closes the inquiry for a dealer that did not get it. One that never quoted is told no more than
// that; the uniform answer to one that did is the same whether the inquiry traded or expired.
func (f *DealerRFQFace) lost(o *outgoing, route gateway.Route, quote string, result gateway.Outcome) {
	if quote == "" {
		f.report(o, Header{}, route, "", QuoteLapsed, "CLOSED")
		return
	}
	became, text := outcomeOf(result)
	o.send(Header{}, outcome(route, o.subject(route.ListID), quote, became, text))
}
