package gateway

import (
	"cmp"
	"time"

	"foliogate/gateway/units"
)

// decideAccept takes a quote. Only the dealer's latest, live one can be taken; a
// firm dealer trades at once, another gets its last look first. Taking the same
// quote again is told where that stands.
func decideAccept(env Env, q Inquiry, c Accept) []Event {
	c.ListID = cmp.Or(c.ListID, q.ListID)
	if q.Phase == Unknown {
		return refused(c, c.unknown())
	}
	quote, known := q.Quote(c.Quote)
	if refusal := c.contradicts(q, quote); refusal.Code != 0 {
		return refused(c, refusal)
	}
	if taken, choice := taken(q); taken != "" {
		return c.again(q, taken, choice)
	}
	choice, refusal := c.choice(q)
	if refusal.Code == 0 {
		refusal = takeable(env, q, c.Quote, quote, known, choice)
	}
	if refusal.Code != 0 {
		return refused(c, refusal)
	}
	return award(env, q, quote, choice)
}

func (c Accept) unknown() Refusal {
	if c.ListID == "" {
		return refuse(UnknownQuote, "quote %s is not known here", c.Quote)
	}
	return unknownList(c.ListID)
}

// contradicts tells whether the client means another round, or another dealer's quote:
// no trade may rest on an accept that is not of one mind. The quote is the zero Quote
// when nobody knows it.
func (c Accept) contradicts(q Inquiry, quote Quote) Refusal {
	switch {
	case c.BidID != "" && c.BidID != q.Round():
		return otherRound(q, c.BidID)
	case c.Dealer != "" && quote.Dealer != "" && c.Dealer != quote.Dealer:
		return refuse(UnknownQuote, "quote %s is not a quote of %s", c.Quote, c.Dealer)
	}
	return Refusal{}
}

// taken is the quote that has been accepted, if one has, and how.
func taken(q Inquiry) (string, Choice) {
	switch {
	case q.Award != nil:
		return q.Award.Quote, q.Award.Choice
	case q.Execution != nil:
		return q.Execution.Quote, q.Execution.Choice
	}
	return "", Choice{}
}

// again answers an accept that comes after one that was heard.
func (c Accept) again(q Inquiry, taken string, how Choice) []Event {
	switch {
	case taken != c.Quote:
		return refused(c, refuse(AlreadyAwarded, "ALREADY AWARDED to quote %s", taken))
	case how.Side != 0 && c.Side != 0 && c.Side != how.Side:
		return refused(c, refuse(AlreadyAwarded, "ALREADY AWARDED: you %s on this quote", how.Side))
	}
	told := q.told(c.Firm)
	told.Resend = true
	return []Event{told}
}

func takeable(env Env, q Inquiry, id string, quote Quote, known bool, how Choice) Refusal {
	switch {
	case q.Phase == Expired || (q.Phase == Open && !env.Now.Before(q.Terms.Deadline)):
		return refuse(Closed, "BID EXPIRED: the inquiry ended at %s", clockOf(q.Terms.Deadline))
	case q.Phase != Open:
		return refuse(Closed, "the inquiry is %s", q.Phase)
	case !known:
		return refuse(UnknownQuote, "quote %s is not a quote of this inquiry", id)
	case quote.State != Live:
		return quote.gone()
	}
	return tradeable(env, q, quote, how)
}

// tradeable tells whether every line would trade, within its limit.
func tradeable(env Env, q Inquiry, quote Quote, how Choice) Refusal {
	if route, _ := q.Route(quote.Dealer); route.owesLines(q, quote) {
		return refuse(LinesMissing, "quote %s has no line prices yet: it can be taken when %s has"+
			" sent them", quote.ID, quote.Dealer)
	}
	q = q.Taken(how)
	quote, _ = q.Quote(quote.ID)
	prices, refusal := executionPrices(env, q, quote)
	if refusal.Code != 0 {
		return refusal
	}
	return withinLimits(q, prices)
}

func withinLimits(q Inquiry, prices []units.Price) Refusal {
	for i, l := range q.Lines {
		if l.Limit == 0 {
			continue
		}
		if worse := int64(l.Limit-prices[i]) * l.Side.Cash(); worse > 0 {
			return refuse(LimitBroken, "line %d would %s at %s, its limit is %s",
				l.Number, l.Side, prices[i], l.Limit)
		}
	}
	return Refusal{}
}

// award gives the quote's dealer its last look; without one it trades.
func award(env Env, q Inquiry, quote Quote, how Choice) []Event {
	route, _ := q.Route(quote.Dealer)
	awarded := Award{
		Quote: quote.ID, Dealer: quote.Dealer, At: env.Now, LookUntil: env.Now.Add(route.LastLook),
		Choice: how,
	}
	if route.LastLook > time.Duration(0) {
		return []Event{QuoteAwarded{awarded}}
	}
	return []Event{QuoteAwarded{awarded}, executed(env, q, awarded)}
}
