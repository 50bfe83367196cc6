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
	if q.Phase == Unknown {
		return refused(c.Origin, VerbAccept, c.ListID, c.Quote, unknownList(c.ListID))
	}
	quote, known := q.Quote(c.Quote)
	if refusal := c.contradicts(q, quote); refusal.Code != 0 {
		return refused(c.Origin, VerbAccept, c.ListID, c.Quote, refusal)
	}
	if taken := taken(q); known && taken == c.Quote {
		return []Event{StatusTold{To: c.Firm, Phase: q.Phase, Resend: true}}
	} else if taken != "" {
		return refused(c.Origin, VerbAccept, c.ListID, c.Quote, refuse(AlreadyAwarded,
			"ALREADY AWARDED to quote %s", taken))
	}
	if refusal := takeable(env, q, c.Quote, quote, known); refusal.Code != 0 {
		return refused(c.Origin, VerbAccept, c.ListID, c.Quote, refusal)
	}
	return award(env, q, quote)
}

// contradicts tells whether the client means another round, or another dealer's quote:
// no trade may rest on an accept that is not of one mind. The quote is the zero Quote
// when nobody knows it.
func (c Accept) contradicts(q Inquiry, quote Quote) Refusal {
	switch {
	case c.BidID != "" && c.BidID != cmp.Or(q.BidID, q.ListID):
		return refuse(UnknownQuote, "ClientBidID(391) %s is not that of ListID(66) %s", c.BidID, q.ListID)
	case c.Dealer != "" && quote.Dealer != "" && c.Dealer != quote.Dealer:
		return refuse(UnknownQuote, "BidID(390) %s is not a quote of %s", c.Quote, c.Dealer)
	}
	return Refusal{}
}

// taken is the quote that has been accepted, if one has.
func taken(q Inquiry) string {
	switch {
	case q.Award != nil:
		return q.Award.Quote
	case q.Execution != nil:
		return q.Execution.Quote
	}
	return ""
}

func takeable(env Env, q Inquiry, id string, quote Quote, known bool) Refusal {
	switch {
	case q.Phase == Expired || (q.Phase == Open && !env.Now.Before(q.Terms.Deadline)):
		return refuse(Closed, "BID EXPIRED: the inquiry ended at %s",
			q.Terms.Deadline.UTC().Format("15:04:05.000"))
	case q.Phase != Open:
		return refuse(Closed, "the inquiry is %s", q.Phase)
	case !known:
		return refuse(UnknownQuote, "BidID(390) %s is not a quote of this inquiry", id)
	case quote.State != Live:
		return quote.gone()
	}
	return tradeable(env, q, quote)
}

// tradeable tells whether every line would trade, within its limit.
func tradeable(env Env, q Inquiry, quote Quote) Refusal {
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
func award(env Env, q Inquiry, quote Quote) []Event {
	route, _ := q.Route(quote.Dealer)
	awarded := QuoteAwarded{Award{
		Quote: quote.ID, Dealer: quote.Dealer, At: env.Now, LookUntil: env.Now.Add(route.LastLook),
	}}
	if route.LastLook > time.Duration(0) {
		return []Event{awarded}
	}
	traded, refusal := trade(env, q, quote)
	if refusal.Code != 0 {
		return []Event{awarded, AwardLost{Dealer: quote.Dealer, Quote: quote.ID, Cause: Declined, Text: refusal.Text}}
	}
	return []Event{awarded, traded}
}
