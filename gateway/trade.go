package gateway

import (
	"foliogate/gateway/units"
)

// executed ends an award: with the trade, or without it where a line cannot trade.
func executed(env Env, q Inquiry, award Award) Event {
	traded, refusal := trade(env, q, award)
	if refusal.Code != 0 {
		return award.lost(Declined, refusal.Text)
	}
	return traded
}

// trade executes every line at the quote, in one event with the net tickets and
// with what the losers may learn.
func trade(env Env, q Inquiry, award Award) (Traded, Refusal) {
	q = q.Taken(award.Choice)
	quote, _ := q.Quote(award.Quote)
	prices, refusal := executionPrices(env, q, quote)
	if refusal.Code == 0 {
		refusal = withinLimits(q, prices)
	}
	if refusal.Code != 0 {
		return Traded{}, refusal
	}
	x := Execution{
		Trade: env.tradeID(), Dealer: quote.Dealer, Quote: quote.ID, At: env.Now,
		Price: quote.Price, Fills: make([]Fill, len(q.Lines)), Choice: award.Choice,
	}
	for i, l := range q.Lines {
		fill := fillOf(q, l, q.Facts[i], prices[i])
		x.Fills[i] = fill
		x.Cash += fill.Principal
		x.Net += fill.Net
	}
	x.Residue = quote.Cash - x.Cash
	return Traded{
		Execution: x,
		Tickets:   Net(q.Lines, q.Facts, x, q.Terms.Currency),
		Losers:    losers(env, q, quote),
	}, Refusal{}
}

func fillOf(q Inquiry, l Line, f Facts, price units.Price) Fill {
	fill := Fill{
		Price: price, Principal: principal(q, l.Side, f, price),
		Accrued: units.Money(l.Side.Cash()) * f.Accrued,
	}
	fill.Net = fill.Principal + fill.Accrued
	return fill
}

// executionPrices are the dealer's own line prices where it sent them, else those
// that follow from its quote.
func executionPrices(env Env, q Inquiry, quote Quote) ([]units.Price, Refusal) {
	if quote.Lines != nil {
		return quote.Lines, Refusal{}
	}
	return linePrices(env, q, quote.Price)
}

// losers tells each other dealer as much as the client allows. Without a word
// from the client the answer is the same for all.
func losers(env Env, q Inquiry, winner Quote) []Loser {
	client := env.Policy.Client(q.Client)
	var cover string
	for _, quote := range q.Ranked() {
		if quote.Dealer != winner.Dealer {
			cover = quote.ID
			break
		}
	}
	var losers []Loser
	for _, r := range q.Routes {
		if r.Dealer == winner.Dealer {
			continue
		}
		loser := Loser{Dealer: r.Dealer, Quote: r.lastID(), Outcome: NotExecuted}
		quote, live := r.Live()
		switch {
		case live && quote.ID == cover && client.ShowCover:
			loser.Outcome = Cover
		case live && client.ShowDoneAway:
			loser.Outcome = DoneAway
		}
		losers = append(losers, loser)
	}
	return losers
}
