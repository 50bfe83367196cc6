package gateway

import (
	"foliogate/gateway/units"
)

const (
	tick       = units.PriceUnit / 1_000_000 // line prices have 6 decimals
	worstPrice = 1000 * units.PriceUnit      // no bond trades at ten times par
)

// linePrices derives the price of every line from the one price of the quote, by
// the published rule (analytics.md 5.7): the residue rule for totals and
// percentages, the line's own reference for a spread.
func linePrices(env Env, q Inquiry, price Aggregate) ([]units.Price, Refusal) {
	if price.Kind != q.Terms.Kind {
		return nil, refuse(WrongPriceKind, "the inquiry asks for a %s and nothing else", q.Terms.Kind)
	}
	var prices []units.Price
	var refusal Refusal
	switch price.Kind {
	case TotalAmount:
		prices = allocate(q, allLines(q), price.Total)
	case PercentPerSide:
		prices, refusal = percentPrices(q, price)
	case SpreadConcession:
		prices, refusal = spreadPrices(env, q, price.Concession)
	}
	if refusal.Code != 0 {
		return nil, refusal
	}
	return prices, sensible(q, prices)
}

func absurd(p units.Price) bool { return p <= 0 || p > worstPrice }

func sensible(q Inquiry, prices []units.Price) Refusal {
	for i, p := range prices {
		if absurd(p) {
			return refuse(Unpriceable, "line %d would trade at %s percent of par",
				q.Lines[i].Number, p)
		}
	}
	return Refusal{}
}

// percentPrices spreads each side's average price over its lines.
func percentPrices(q Inquiry, price Aggregate) ([]units.Price, Refusal) {
	prices := make([]units.Price, len(q.Lines))
	for _, side := range []Side{Sell, Buy} {
		lines, _ := sideOf(q, side)
		if (len(lines) == 0) != (price.of(side) == 0) {
			return nil, refuse(WrongPriceKind,
				"the quote needs one percentage for each side that the inquiry has: %s", side)
		}
		if len(lines) == 0 {
			continue
		}
		for i, p := range allocate(q, lines, sideTotal(q, side, price)) {
			prices[lines[i]] = p
		}
	}
	return prices, Refusal{}
}

// sideTotal is the client's clean cash on one side at its average price.
func sideTotal(q Inquiry, side Side, price Aggregate) units.Money {
	_, face := sideOf(q, side)
	return units.Money(side.Cash()) * units.Principal(face, price.of(side), q.Terms.Currency)
}

func sideOf(q Inquiry, side Side) (lines []int, face units.Face) {
	for i, l := range q.Lines {
		if l.Side == side {
			lines, face = append(lines, i), face+q.Facts[i].Face
		}
	}
	return lines, face
}

func allLines(q Inquiry) []int {
	all := make([]int, len(q.Lines))
	for i := range all {
		all[i] = i
	}
	return all
}

// spreadPrices prices each line at its reference spread, moved against the client
// by the concession: a sell at a wider spread, a buy at a tighter one.
func spreadPrices(env Env, q Inquiry, concession units.Spread) ([]units.Price, Refusal) {
	prices := make([]units.Price, len(q.Lines))
	for i, l := range q.Lines {
		f := q.Facts[i]
		b, ok := env.Ref.Universe.Get(f.Bond)
		benchmark, known := env.Ref.Universe.Get(f.Benchmark)
		if !ok || !known {
			return nil, refuse(Unpriceable, "line %d: its bond or benchmark has left the universe",
				l.Number)
		}
		spread := f.ReferenceSpread + units.Spread(l.Side.Cash())*concession
		p, err := env.Ref.Pricer.PriceAtSpread(b, benchmark, f.Settle, spread)
		if err != nil {
			return nil, refuse(Unpriceable, "line %d: %v", l.Number, err)
		}
		prices[i] = p
	}
	return prices, Refusal{}
}

// cashOf is the client's net clean cash at the prices: the sum of the lines'
// rounded principals.
func cashOf(q Inquiry, prices []units.Price) units.Money {
	var cash units.Money
	for i, l := range q.Lines {
		cash += principal(q, l.Side, q.Facts[i], prices[i])
	}
	return cash
}

// principal is a line's clean cash, signed as the client's cash flow and rounded
// half-up to the minor unit.
func principal(q Inquiry, side Side, f Facts, p units.Price) units.Money {
	return units.Money(side.Cash()) * units.Principal(f.Face, p, q.Terms.Currency)
}
