package gateway

import "foliogate/gateway/units"

// decideBid takes a dealer's price for the whole portfolio. The price must be of
// the inquiry's kind and must lead to a sensible price for every line; its rank
// is the client's net clean cash.
func decideBid(env Env, q Inquiry, c Bid) []Event {
	route, ok := q.Route(c.Firm)
	if !ok {
		return refused(c.Origin, VerbBid, c.List, c.Quote, unknownList(c.List))
	}
	if known, ok := route.Quote(c.Quote); ok {
		return repeatedBid(known, c)
	}
	if refusal := quotable(env, q, c.Firm); refusal.Code != 0 {
		return refused(c.Origin, VerbBid, c.List, c.Quote, refusal)
	}
	if len(route.Quotes) >= maxQuotes {
		return refused(c.Origin, VerbBid, c.List, c.Quote, refuse(TooManyQuotes,
			"you have quoted this inquiry %d times, the most there may be; the last quote stands",
			maxQuotes))
	}
	prices, refusal := linePrices(env, q, c.Price)
	if refusal.Code != 0 {
		return refused(c.Origin, VerbBid, c.List, c.Quote, refusal)
	}
	quote := Quote{
		ID: env.quoteID(c.Firm), DealerID: c.Quote, Dealer: c.Firm, At: env.Now,
		Price: c.Price, Cash: agreed(q, c.Price, prices), State: Live,
	}
	best, cover := leaders(q, quote)
	return []Event{QuoteReceived{Quote: quote, Best: best, Cover: cover}}
}

// maxQuotes bounds what one dealer can make an inquiry remember.
const maxQuotes = 1000

// quotable tells whether the dealer may quote now. While another dealer has its
// last look the others quote on as if there were none: they must not notice, and
// if it comes to nothing the client has their latest.
func quotable(env Env, q Inquiry, dealer Firm) Refusal {
	switch {
	case q.Phase == Awarded && q.Award.Dealer == dealer:
		return refuse(Closed, "your quote is taken: confirm or decline it")
	case !q.Phase.quoted() || !env.Now.Before(q.Terms.Deadline):
		return closed()
	}
	return Refusal{}
}

// closed is all that a dealer is told about an inquiry that it did not win: not
// whether it traded with another, was cancelled or ran out.
func closed() Refusal { return refuse(Closed, "the inquiry is closed") }

// repeatedBid answers a quote id that was used before. A dealer whose session ended
// may not know what became of its quote, so it is told.
func repeatedBid(known Quote, c Bid) []Event {
	if known.Price == c.Price && known.State == Stale {
		return refused(c.Origin, VerbBid, c.List, c.Quote, refuse(QuoteStale,
			"your session ended after BidID(390) %s: quote again under a new one", c.Quote))
	}
	if known.Price == c.Price {
		return nil
	}
	return refused(c.Origin, VerbBid, c.List, c.Quote, refuse(DuplicateQuote,
		"BidID(390) %s was used before for another price", c.Quote))
}

// agreed is the cash that a quote stands for: the total, the sides' totals, or
// where a spread is quoted what its line prices come to.
func agreed(q Inquiry, price Aggregate, prices []units.Price) units.Money {
	switch price.Kind {
	case TotalAmount:
		return price.Total
	case PercentPerSide:
		return sideTotal(q, Sell, price) + sideTotal(q, Buy, price)
	}
	return cashOf(q, prices)
}

// leaders names the best quote and the cover once the new one is in.
func leaders(q Inquiry, quote Quote) (best, cover string) {
	q = q.routed(quote.Dealer, func(r *Route) { r.quote(quote) })
	ranked := q.Ranked()
	best = ranked[0].ID
	if len(ranked) > 1 {
		cover = ranked[1].ID
	}
	return best, cover
}
