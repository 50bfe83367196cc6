package gateway

import (
	"strings"

	"foliogate/gateway/units"
)

func (a *auditor) awarded(e Entry, f *file, award Award) {
	a.check(f.award == nil, "awarded twice at a time")
	a.check(f.live[award.Dealer] == award.Quote, "awarded to a quote that is not live")
	a.check(e.At.Before(f.terms.Deadline) || f.terms.Trigger == BestAtDeadline,
		"accepted after the deadline")
	a.check(!f.outlived(award.Quote, e.At), "awarded to a quote that is no longer good")
	route := f.routes[award.Dealer]
	a.check(f.terms.Single || route.LinePrices != LinesRequired || f.priced[award.Quote] != nil,
		"awarded without line prices")
	a.check(f.twoWay() == (award.Side != 0) && award.Side != TwoWay, "awarded to %s", award.Side)
	look := route.LastLook
	a.check(award.LookUntil.Equal(e.At.Add(look)), "last look of %s until %s", look,
		award.LookUntil)
	f.award = &award
}

func (a *auditor) traded(e Entry, f *file, t Traded) {
	x := t.Execution
	a.check(f.trade == nil, "executed twice")
	if !a.check(f.award != nil, "executed without an award") {
		return
	}
	a.check(x.Quote == f.award.Quote && x.Dealer == f.award.Dealer, "executed on another quote")
	a.check(x.Choice == f.award.Choice, "executed as %+v, awarded as %+v", x.Choice, f.award.Choice)
	firm := f.routes[x.Dealer].LastLook == 0
	a.check(firm || e.At.Before(f.award.LookUntil), "executed after the last look")
	a.fresh(x.Trade, "a trade")
	if !a.check(len(x.Fills) == f.total, "%d fills of %d lines", len(x.Fills), f.total) {
		return
	}
	a.fills(f, x)
	a.tickets(f, t)
	a.cover(e, f, t)
	told := map[Firm]bool{x.Dealer: true}
	for _, loser := range t.Losers {
		a.check(!told[loser.Dealer], "%s loses twice, or won", loser.Dealer)
		told[loser.Dealer] = true
	}
	a.check(len(told) == len(f.routes), "%d of %d dealers are told", len(told), len(f.routes))
	f.trade, f.award = &t, nil
}

// fills works the money out again, in units of a hundredth of a minor unit.
func (a *auditor) fills(f *file, x Execution) {
	var cash, net units.Money
	for i, fill := range x.Fills {
		l, sign := f.lines[i+1], units.Money(1)
		if l.Side == Buy || x.Side == Buy {
			sign = -1
		}
		principal := sign * units.Principal(f.facts[i].Face, fill.Price, f.terms.Currency)
		a.check(fill.Principal == principal, "line %d: %d at %s is not %d", i+1, f.facts[i].Face,
			fill.Price, fill.Principal)
		a.check(fill.Accrued == sign*f.facts[i].Accrued, "line %d: accrued %d", i+1, fill.Accrued)
		a.check(fill.Net == fill.Principal+fill.Accrued, "line %d: net %d", i+1, fill.Net)
		a.check(fill.Price > 0 && fill.Price%100 == 0, "line %d: price %s is no tick", i+1,
			fill.Price)
		a.check(l.Limit == 0 || sign*units.Money(fill.Price-l.Limit) >= 0,
			"line %d trades beyond its limit", i+1)
		cash, net = cash+fill.Principal, net+fill.Net
	}
	a.check(cash == x.Cash && net == x.Net, "fills come to %d and %d, not to %d and %d", cash, net,
		x.Cash, x.Net)
	q := f.onSide(f.quotes[x.Quote], x.Side)
	a.check(x.Price == q.Price && q.Cash-x.Cash == x.Residue,
		"executed at %+v with residue %d, quoted %+v", x, x.Residue, q)
	if own := f.priced[x.Quote]; own != nil {
		for i, fill := range x.Fills {
			a.check(fill.Price == own[i], "line %d is not at the dealer's own price", i+1)
		}
	}
}

// onSide is what a two-way quote says of the side that is taken.
func (f *file) onSide(q Quote, side Side) Quote {
	switch side {
	case Sell:
		q.Price = Aggregate{Kind: PercentPerSide, SellPrice: q.Price.SellPrice}
		q.Cash = units.Principal(f.facts[0].Face, q.Price.SellPrice, f.terms.Currency)
	case Buy:
		q.Price = Aggregate{Kind: PercentPerSide, BuyPrice: q.Price.BuyPrice}
		q.Cash = -units.Principal(f.facts[0].Face, q.Price.BuyPrice, f.terms.Currency)
	}
	return q
}

// cover checks that the one that is told to be cover had the best price but one.
func (a *auditor) cover(e Entry, f *file, t Traded) {
	told := Firm("")
	for _, loser := range t.Losers {
		if loser.Outcome == Cover {
			a.check(told == "", "two covers")
			told = loser.Dealer
		}
	}
	second := f.onSide(f.quotes[f.live[told]], t.Execution.Side).Cash
	for dealer, id := range f.live {
		if told == "" || dealer == t.Execution.Dealer || f.outlived(id, e.At) {
			continue
		}
		a.check(f.onSide(f.quotes[id], t.Execution.Side).Cash <= second, "%s is better than the cover", dealer)
	}
	a.check(told == "" || f.live[told] != "" && !f.outlived(f.live[told], e.At),
		"the cover of %s is gone", told)
}

func (a *auditor) tickets(f *file, t Traded) {
	var cash, net units.Money
	var faces, ordered units.Face
	covered := map[int]bool{}
	for _, s := range t.Tickets {
		a.check(s.Net == s.Principal+s.Accrued, "ticket %s does not add up", s.ID)
		a.check(strings.HasPrefix(s.ID, t.Execution.Trade+"-"), "ticket %s is of another trade",
			s.ID)
		cash, net, faces = cash+s.Principal, net+s.Net, faces+s.Face
		for _, n := range s.Lines {
			covered[n] = true
			a.check(f.facts[n-1].Settle == s.Date, "line %d settles on another date than %s", n,
				s.ID)
		}
		f.answers[s.ID] = map[Firm]Affirmation{f.client: Unanswered, t.Execution.Dealer: Unanswered}
	}
	for _, l := range f.lines {
		ordered += l.Face
	}
	a.check(cash == t.Execution.Cash && net == t.Execution.Net,
		"tickets come to %d and %d, the fills to %d and %d",
		cash, net, t.Execution.Cash, t.Execution.Net)
	a.check(len(covered) == f.total && faces == ordered, "tickets cover %d lines and %s",
		len(covered), faces)
}

func (a *auditor) ticketAnswered(f *file, e TicketAnswered) {
	sides, ok := f.answers[e.Ticket]
	if !a.check(ok, "an answer to no ticket") {
		return
	}
	before, party := sides[e.By]
	a.check(party, "%s answers a ticket of others", e.By)
	a.check(before != Affirmed, "an answer after an affirmation")
	sides[e.By] = e.Answer
	all := true
	for _, sides := range f.answers {
		for _, answer := range sides {
			all = all && answer == Affirmed
		}
	}
	a.check(all == e.Settled, "settled is %t", e.Settled)
}
