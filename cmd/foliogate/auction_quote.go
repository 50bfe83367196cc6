package main

import (
	"cmp"
	"slices"
	"time"

	"foliogate/fixspec"
	"foliogate/gateway"
	"foliogate/gateway/units"
)

// clientQuote is a dealer's price for the whole list, as the client was shown it.
type clientQuote struct {
	BidID   string // by which it is taken
	Dealer  string
	At      time.Time // when it came
	Version int       // 1 is the dealer's first
	Price   gateway.Aggregate
	Cash    units.Money // the client's net clean cash, where the price says it
	HasCash bool        // a spread does not, without pricing every line
}

// bidder is one dealer in the auction.
type bidder struct {
	Dealer   string
	State    bidderState
	Quote    clientQuote // the last one
	Versions int
}

// bidderState is what has been heard of a dealer.
type bidderState string

const (
	bidderAsked     bidderState = "asked"
	bidderHasList   bidderState = "has the list"
	bidderSilent    bidderState = "no response"
	bidderQuoting   bidderState = "quoting"
	bidderPassed    bidderState = "passed"
	bidderUnable    bidderState = "cannot quote"
	bidderOutlived  bidderState = "expired"
	bidderWithdrawn bidderState = "withdrawn"
	bidderStale     bidderState = "disconnected"
	bidderDeclined  bidderState = "declined"
)

// answered tells whether there is no reason to wait for the dealer.
func (s bidderState) answered() bool { return s != bidderAsked && s != bidderHasList }

// bidder finds a dealer, or enters it as one that was asked.
func (a *auction) bidder(dealer string) *bidder {
	for _, b := range a.bidders {
		if b.Dealer == dealer {
			return b
		}
	}
	b := &bidder{Dealer: dealer, State: bidderAsked}
	a.bidders = append(a.bidders, b)
	return b
}

// quoted hears a dealer's price for all of it; priced is false if it makes no sense.
func (a *auction) quoted(now time.Time, dealer, id string, price gateway.Aggregate, priced bool) {
	b := a.bidder(dealer)
	if b.Quote.BidID == id && b.State == bidderQuoting {
		return // told again
	}
	if !priced || price.Kind != a.terms.Kind {
		a.warn(now, b.Dealer+" has quoted something else than was asked for; it is left aside")
		return
	}
	if b.Quote.BidID != id {
		b.Versions++
	}
	b.State, b.Quote = bidderQuoting, clientQuote{BidID: id, Dealer: b.Dealer, At: now,
		Version: b.Versions, Price: price}
	b.Quote.Cash, b.Quote.HasCash = a.cashOf(price)
	a.movedAt = now
	if a.moments.FirstQuote.IsZero() {
		a.moments.FirstQuote = now
	}
	quote := b.Quote
	a.tell(inquiryEvent{At: now, Kind: newsQuote, Dealer: b.Dealer, Quote: &quote,
		Ranking: a.ranking()})
}

// noQuote hears that there is none of a dealer to take, and why.
func (a *auction) noQuote(now time.Time, dealer string, why bidderState) {
	b := a.bidder(dealer)
	if b.State == bidderDeclined {
		return // what it comes to was told before
	}
	b.State = why
	a.asked = max(a.asked, len(a.bidders))
	a.tell(inquiryEvent{At: now, Kind: newsQuoteGone, Dealer: b.Dealer, Text: string(b.State),
		Ranking: a.ranking()})
}

// goneBy is why a quote is gone, by the word for it.
func goneBy(text string) bidderState {
	switch text {
	case fixspec.TextStale:
		return bidderStale
	case fixspec.TextWithdrawn:
		return bidderWithdrawn
	case fixspec.TextExpired:
		return bidderOutlived
	}
	return bidderPassed
}

// cashOf is the client's net clean cash at a price. That of percentages is on the face as it was
// asked for, which is exact for bonds that do not amortise.
func (a *auction) cashOf(p gateway.Aggregate) (units.Money, bool) {
	switch p.Kind {
	case gateway.TotalAmount:
		return p.Total, true
	case gateway.PercentPerSide:
		return units.Principal(a.sells, p.SellPrice, a.terms.Currency) -
			units.Principal(a.buys, p.BuyPrice, a.terms.Currency), true
	}
	return 0, false
}

// rankedQuote is a live quote among the others.
type rankedQuote struct {
	clientQuote
	Rank     int          // 1 is the best; 2 is the cover
	Behind   units.Money  // cash less than the best
	BehindBP units.Spread // the same in basis points of par; of a spread, its own basis points
}

// ranking is the live quotes, the best for the client first.
func (a *auction) ranking() []rankedQuote {
	var ranked []rankedQuote
	for _, b := range a.bidders {
		if b.State == bidderQuoting && !a.dead[b.Quote.BidID] {
			ranked = append(ranked, rankedQuote{clientQuote: b.Quote})
		}
	}
	slices.SortStableFunc(ranked, func(x, y rankedQuote) int {
		return cmp.Or(cmp.Compare(y.Cash, x.Cash),
			cmp.Compare(x.Price.Concession, y.Price.Concession), x.At.Compare(y.At))
	})
	for i := range ranked {
		ranked[i].Rank = i + 1
		ranked[i].measure(ranked[0].clientQuote, a.sells+a.buys, a.terms.Currency)
	}
	return ranked
}

func (q *rankedQuote) measure(best clientQuote, par units.Face, c units.Currency) {
	if !q.HasCash {
		q.BehindBP = q.Price.Concession - best.Price.Concession
		return
	}
	q.Behind = best.Cash - q.Cash
	whole := int64(units.Principal(par, 100*units.PriceUnit, c))
	bp, _ := units.MulDivRound(int64(q.Behind), 10_000*int64(units.SpreadUnit), whole)
	q.BehindBP = units.Spread(bp)
}
