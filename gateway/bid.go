package gateway

import (
	"slices"
	"time"

	"foliogate/gateway/units"
)

// decideBid takes a dealer's price for the whole portfolio. The price must be of
// the inquiry's kind and must lead to a sensible price for every line; its rank
// is the client's net clean cash.
func decideBid(env Env, q Inquiry, c Bid) []Event {
	route, ok := q.Route(c.Firm)
	if !ok {
		return refused(c, unknownList(c.List))
	}
	if known, ok := route.Quote(c.Quote); ok {
		return c.repeats(q, route, known)
	}
	if refusal := quotable(env, q, route); refusal.Code != 0 {
		return refused(c, refusal)
	}
	quote, refusal := c.quote(env, q, route)
	if refusal.Code != 0 {
		return refused(c, refusal)
	}
	best, cover := leaders(q, quote)
	return []Event{QuoteReceived{Quote: quote, Best: best, Cover: cover}}
}

// quote is the bid as a quote.
func (c Bid) quote(env Env, q Inquiry, route Route) (Quote, Refusal) {
	quote := Quote{
		ID: env.quoteID(c.Firm), DealerID: c.Quote, Dealer: c.Firm, At: env.Now,
		Price: c.Price, State: Live, Until: c.until(env, route),
	}
	if quote.outlived(env.Now) {
		return quote, refuse(QuoteExpired, "quote %s was good until %s only: quote again",
			c.Quote, clockOf(quote.Until))
	}
	var refusal Refusal
	if quote.Cash, refusal = worth(env, q, c.Price); refusal.Code != 0 || len(c.Lines) == 0 {
		return quote, refusal
	}
	quote.Lines, refusal = ownPrices(env, q, route, quote, c.Lines)
	return quote, refusal
}

// until is when the quote ends, zero if with the inquiry. It may be behind the deadline: where the
// best quote is taken then, and we are late, it holds too.
func (c Bid) until(env Env, route Route) time.Time {
	if c.Until.IsZero() && route.QuoteFor > 0 {
		return env.Now.Add(route.QuoteFor)
	}
	return c.Until
}

// maxQuotes bounds what one dealer can make an inquiry remember.
const maxQuotes = 1000

// quotable tells whether the dealer may quote now. While another dealer has its
// last look the others quote on as if there were none: they must not notice, and
// if it comes to nothing the client has their latest.
func quotable(env Env, q Inquiry, route Route) Refusal {
	switch {
	case q.Phase == Awarded && q.Award.Dealer == route.Dealer:
		return refuse(Closed, "your quote is taken: confirm or decline it")
	case !q.Phase.quoted() || !env.Now.Before(q.Terms.Deadline):
		return closed()
	case len(route.Quotes) >= maxQuotes:
		return refuse(TooManyQuotes, "you have quoted this inquiry %d times, the most there may be;"+
			" the last quote stands", maxQuotes)
	}
	return Refusal{}
}

// closed is all that a dealer is told about an inquiry that it did not win: not
// whether it traded with another, was cancelled or ran out.
func closed() Refusal { return refuse(Closed, "the inquiry is closed") }

// repeats answers a quote id that was used before. A dealer that may not know what
// became of its quote is told.
func (c Bid) repeats(q Inquiry, route Route, known Quote) []Event {
	switch {
	case !c.same(q, route, known):
		return refused(c, refuse(DuplicateQuote,
			"quote %s was used before and said something else", c.Quote))
	case known.State == Stale:
		return refused(c, refuse(QuoteStale,
			"your session ended after quote %s: quote again under a new id", c.Quote))
	case known.State == Outlived:
		return refused(c, refuse(QuoteExpired, "quote %s was good until %s only: quote again under"+
			" a new id", c.Quote, clockOf(known.Until)))
	}
	return nil
}

// same tells whether the bid says nothing else than the quote that it made. What it
// leaves out it says nothing about.
func (c Bid) same(q Inquiry, route Route, known Quote) bool {
	if c.Price != known.Price {
		return false
	}
	if !c.Until.IsZero() && !c.Until.Equal(known.Until) {
		return false
	}
	if len(c.Lines) == 0 {
		return true
	}
	lines, refusal := inLineOrder(q, route, c.Lines)
	return refusal.Code == 0 && slices.Equal(lines, known.Lines)
}

// worth checks a price, each way that it can be taken, and is the client's cash that
// it stands for: of a two-way price what the client gains, or rather loses, by selling
// and buying at once.
func worth(env Env, q Inquiry, price Aggregate) (units.Money, Refusal) {
	if refusal := bothWays(q, price); refusal.Code != 0 {
		return 0, refusal
	}
	var cash units.Money
	for _, way := range q.ways() {
		one, on := q, price.on(way.Side)
		one.Lines = takenLines(q.Lines, way) // Taken, without what others have quoted
		prices, refusal := linePrices(env, one, on)
		if refusal.Code != 0 {
			return 0, refusal
		}
		cash += agreed(one, on, prices)
	}
	return cash, Refusal{}
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

// leaders names the best quote and the cover once the new one is in. It is Ranked
// for two, which does not copy a thousand earlier quotes of the dealer.
func leaders(q Inquiry, quote Quote) (best, cover string) {
	var first, second Quote
	for _, r := range q.Routes {
		one, live := r.Live()
		if r.Dealer == quote.Dealer {
			one, live = quote, true
		}
		switch {
		case !live:
		case first.ID == "" || one.better(first):
			first, second = one, first
		case second.ID == "" || one.better(second):
			second = one
		}
	}
	return first.ID, second.ID
}
