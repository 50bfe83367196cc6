package gateway

import "slices"

// A two-way inquiry is two inquiries until the client takes a quote: one that sells and
// one that buys. Whoever prices or trades works on one of them, made by Taken, and finds
// there an inquiry like any other.

// Choice is what a client says beside the quote that it takes.
type Choice struct {
	Side     Side   `json:"side,omitempty"`     // which way a two-way quote is taken; else zero
	ClOrdID  string `json:"line_id,omitempty"`  // names the line of a single bond from the trade on
	Response string `json:"response,omitempty"` // the client's own id of its answer
}

// TwoWay tells whether the client has not said yet on which side it trades.
func (q Inquiry) TwoWay() bool { return len(q.Lines) == 1 && q.Lines[0].Side == TwoWay }

// Taken returns the inquiry as it is once a quote is taken that way: a two-way line has
// the side, and every quote has the price and the rank that it has on that side.
func (q Inquiry) Taken(c Choice) Inquiry {
	q.Lines = takenLines(q.Lines, c)
	if c.Side == 0 {
		return q
	}
	q.Routes = slices.Clone(q.Routes)
	for i := range q.Routes {
		quotes := slices.Clone(q.Routes[i].Quotes)
		for j, quote := range quotes {
			quotes[j].Price = quote.Price.on(c.Side)
			quotes[j].Cash = sideTotal(q, c.Side, quote.Price)
		}
		q.Routes[i].Quotes = quotes
	}
	return q
}

// takenLines are the lines as they trade. Only the line of a single bond changes.
func takenLines(lines []Line, c Choice) []Line {
	if c.Side == 0 && c.ClOrdID == "" {
		return lines
	}
	lines = slices.Clone(lines)
	for i := range lines {
		lines[i] = lines[i].taken(c)
	}
	return lines
}

func (l Line) taken(c Choice) Line {
	if l.Side == TwoWay && c.Side != 0 {
		l.Side = c.Side
	}
	if c.ClOrdID != "" {
		l.ClOrdID = c.ClOrdID
	}
	return l
}

// on is what the price says of one side; all of it where no side is chosen.
func (a Aggregate) on(side Side) Aggregate {
	switch side {
	case Sell:
		a.BuyPrice = 0
	case Buy:
		a.SellPrice = 0
	}
	return a
}

// bothWays tells whether the quote of a two-way inquiry can be taken either way, by
// someone who does not lose on taking it both ways.
func bothWays(q Inquiry, price Aggregate) Refusal {
	switch {
	case !q.TwoWay() || price.Kind != PercentPerSide:
		return Refusal{}
	case price.SellPrice == 0 || price.BuyPrice == 0:
		return refuse(WrongPriceKind, "the inquiry is two-way: quote the price at which the client"+
			" sells and the one at which it buys, both in percent of par")
	case price.SellPrice > price.BuyPrice:
		return refuse(Unpriceable, "the prices are crossed: the client would sell at %s and buy"+
			" back at %s", price.SellPrice, price.BuyPrice)
	}
	return Refusal{}
}

// ways are the choices that a client has with a quote.
func (q Inquiry) ways() []Choice {
	if q.TwoWay() {
		return []Choice{{Side: Sell}, {Side: Buy}}
	}
	return []Choice{{}}
}

// choice is what the accept chooses, if the inquiry leaves it that choice.
func (c Accept) choice(q Inquiry) (Choice, Refusal) {
	made := c.Choice
	if !q.Terms.Single {
		made.ClOrdID = "" // a list has named its lines
	}
	if q.TwoWay() {
		if made.Side != Buy && made.Side != Sell {
			return made, refuse(SideUnclear,
				"the inquiry is two-way: say in Side(54) whether you buy, 1, or sell, 2")
		}
		return made, Refusal{}
	}
	if made.Side != 0 && slices.ContainsFunc(q.Lines, func(l Line) bool { return l.Side != made.Side }) {
		return made, refuse(SideUnclear, "the inquiry is not to %s", made.Side)
	}
	made.Side = 0
	return made, Refusal{}
}
