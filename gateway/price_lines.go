package gateway

import (
	"slices"

	"foliogate/gateway/units"
)

// decidePriceLines takes the dealer's own line prices for its live quote. They
// must cover every line once and come to the quoted price within the tolerance.
func decidePriceLines(env Env, q Inquiry, c PriceLines) []Event {
	route, ok := q.Route(c.Firm)
	if !ok {
		return refused(c, unknownList(c.List))
	}
	quote, refusal := priceable(q, route, c)
	if refusal.Code != 0 {
		return refused(c, refusal)
	}
	prices, refusal := ownPrices(env, q, route, quote, c.Prices)
	if refusal.Code != 0 {
		return refused(c, refusal)
	}
	if slices.Equal(quote.Lines, prices) {
		return nil // a repeat
	}
	return []Event{LinesPriced{Dealer: c.Firm, Quote: quote.ID, Prices: prices}}
}

func priceable(q Inquiry, route Route, c PriceLines) (Quote, Refusal) {
	quote, ok := route.Quote(c.Quote)
	switch {
	case !ok:
		return quote, refuse(UnknownQuote, "quote %s is not a quote of this inquiry", c.Quote)
	case !q.Phase.quoted():
		return quote, closed()
	case quote.State != Live:
		return quote, quote.gone()
	}
	return quote, Refusal{}
}

// ownPrices are the dealer's line prices in line order, if the quote may have them.
// The client took it as it was: what was priced then stays, what was not can still be.
func ownPrices(env Env, q Inquiry, route Route, quote Quote, given []LinePrice) ([]units.Price, Refusal) {
	if refusal := mayPriceLines(q, route); refusal.Code != 0 {
		return nil, refusal
	}
	prices, refusal := inLineOrder(q, route, given)
	if refusal.Code != 0 || slices.Equal(quote.Lines, prices) {
		return prices, refusal
	}
	if q.Award != nil && q.Award.Quote == quote.ID && quote.Lines != nil {
		return nil, refuse(TooLate, "the client took the quote with the line prices it had")
	}
	if refusal := sensible(q, prices); refusal.Code != 0 {
		return nil, refusal
	}
	return prices, addsUp(env, q, quote, prices)
}

func mayPriceLines(q Inquiry, route Route) Refusal {
	switch {
	case route.LinePrices == LinesNever:
		return refuse(NotEntitled, "line prices are not agreed with you: quote without them")
	case q.TwoWay():
		return refuse(WrongPriceKind, "a two-way quote has both prices of its one line")
	}
	return Refusal{}
}

// owesLines tells whether the quote cannot be taken before its line prices are here. A
// single bond has no other price than its quote's.
func (r Route) owesLines(q Inquiry, quote Quote) bool {
	return r.LinePrices == LinesRequired && quote.Lines == nil && !q.Terms.Single
}

// inLineOrder puts the dealer's prices, which name lines by the ids it was shown,
// in line order.
func inLineOrder(q Inquiry, route Route, given []LinePrice) ([]units.Price, Refusal) {
	byID := make(map[string]units.Price, len(given))
	for _, g := range given {
		if _, twice := byID[g.Line]; twice {
			return nil, refuse(Unpriceable, "line %s is priced twice", g.Line)
		}
		byID[g.Line] = g.Price
	}
	prices := make([]units.Price, len(q.Lines))
	for i, l := range q.Lines {
		p, ok := byID[route.LineID(l.Number)]
		if !ok {
			return nil, refuse(Unpriceable, "line %s has no price: all %d lines need one",
				route.LineID(l.Number), len(q.Lines))
		}
		if p != p.Round(6) {
			return nil, refuse(Unpriceable, "line %s: %s has more than 6 decimals",
				route.LineID(l.Number), p)
		}
		prices[i] = p
	}
	if len(byID) != len(prices) {
		return nil, refuse(Unpriceable, "%d prices were sent for %d lines", len(byID), len(prices))
	}
	return prices, Refusal{}
}

func addsUp(env Env, q Inquiry, quote Quote, prices []units.Price) Refusal {
	ccy := q.Terms.Currency
	sum := cashOf(q, prices)
	if gap := abs(sum - quote.Cash); gap > env.Policy.Tolerance {
		return refuse(TotalMismatch,
			"the line prices come to %s, the quote to %s: off by %s, at most %s is allowed",
			sum.Format(ccy), quote.Cash.Format(ccy), gap.Format(ccy),
			env.Policy.Tolerance.Format(ccy))
	}
	return Refusal{}
}
