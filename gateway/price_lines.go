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
		return refused(c.Origin, VerbPriceLines, c.List, c.Quote, unknownList(c.List))
	}
	quote, refusal := priceable(q, route, c)
	if refusal.Code != 0 {
		return refused(c.Origin, VerbPriceLines, c.List, c.Quote, refusal)
	}
	prices, refusal := inLineOrder(q, route, c.Prices)
	if refusal.Code == 0 && slices.Equal(quote.Lines, prices) {
		return nil // a repeat
	}
	if refusal.Code == 0 {
		refusal = acceptable(env, q, quote, prices)
	}
	if refusal.Code != 0 {
		return refused(c.Origin, VerbPriceLines, c.List, c.Quote, refusal)
	}
	return []Event{LinesPriced{Dealer: c.Firm, Quote: quote.ID, Prices: prices}}
}

// acceptable tells whether the quote may have these line prices. The client took
// it as it was: what was priced then stays, what was not can still be.
func acceptable(env Env, q Inquiry, quote Quote, prices []units.Price) Refusal {
	if q.Award != nil && q.Award.Quote == quote.ID && quote.Lines != nil {
		return refuse(TooLate, "the client took the quote with the line prices it had")
	}
	if refusal := sensible(q, prices); refusal.Code != 0 {
		return refusal
	}
	return addsUp(env, q, quote, prices)
}

func priceable(q Inquiry, route Route, c PriceLines) (Quote, Refusal) {
	quote, ok := route.Quote(c.Quote)
	switch {
	case !ok:
		return quote, refuse(UnknownQuote, "QuoteID(117) %s is not a quote of this inquiry", c.Quote)
	case !q.Phase.quoted():
		return quote, closed()
	case quote.State != Live:
		return quote, quote.gone()
	}
	return quote, Refusal{}
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
