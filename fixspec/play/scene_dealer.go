package play

import (
	"strings"
	"time"

	"foliogate/fixspec"
	"foliogate/gateway"
	"foliogate/gateway/units"
)

// dealer plays a verb of a dealer:
//
//	acknowledges
//	rejects-line: TEXT
//	quotes PRICE as ID [for TIME] [lines PRICE..]
//	prices ID PRICE.. [part N]
//	passes
//	withdraws ID
//	confirms [ID]
//	declines [ID]: TEXT
//
// A price is a total, 549000.00, a spread, 4.25bp, or percent of par for what the client sells and
// buys, 99.1/88.9, of which one may be missing, /88.9. Without an ID the last award is meant. Behind each
// "about LIST" names a list by an id, or by the dealer who has that id.
func (s *step) dealer(d *Dealer) bool {
	now := s.cast.Stage.Now()
	if list, other := s.option("about"); other {
		d = d.mistaken(s.cast.listOf(list))
	}
	switch s.verb {
	case "acknowledges":
		return s.said(d.Acknowledge(now))
	case "rejects-line":
		return s.said(d.RejectLine(0, s.text, now))
	case "quotes":
		return s.quotes(d)
	case "prices":
		return s.prices(d)
	case "passes":
		return s.said(d.Pass(fixspec.TextPass))
	case "withdraws":
		return s.said(d.Withdraw(s.next()))
	case "confirms":
		return s.said(d.Confirm(s.award(d), now))
	case "declines":
		return s.said(d.Decline(s.award(d), s.text, now))
	}
	return false
}

// mistaken is the dealer as it speaks about a list by a wrong id.
func (d *Dealer) mistaken(list string) *Dealer {
	other := *d
	other.List = list
	return &other
}

// award is the quote that a line names, or the one that was taken last.
func (s *step) award(d *Dealer) string {
	if quote := s.next(); quote != "" {
		return quote
	}
	return d.Award
}

func (s *step) quotes(d *Dealer) bool {
	id, named := s.option("as")
	var until time.Time
	if text, limited := s.option("for"); limited {
		var good time.Duration
		good, s.err = time.ParseDuration(text)
		until = s.cast.Stage.Now().Add(good)
	}
	price, ok := s.price(d, s.next())
	if !ok || !named {
		return false
	}
	var lines []units.Price
	if s.next() == "lines" {
		lines = s.linePrices()
	}
	return s.said(d.Quote(id, price, until, lines))
}

func (s *step) price(d *Dealer, text string) (price gateway.Aggregate, ok bool) {
	spread, isSpread := strings.CutSuffix(text, "bp")
	sell, buy, isPercent := strings.Cut(text, "/")
	switch {
	case isSpread:
		price.Kind = gateway.SpreadConcession
		price.Concession, s.err = units.ParseSpread(spread)
	case isPercent:
		price.Kind = gateway.PercentPerSide
		price.SellPrice = s.percent(sell)
		price.BuyPrice = s.percent(buy)
	default:
		price.Kind = gateway.TotalAmount
		price.Total, s.err = units.ParseMoney(text, d.Currency)
	}
	return price, s.err == nil
}

func (s *step) percent(text string) (p units.Price) {
	if text != "" && s.err == nil {
		p, s.err = units.ParsePrice(text)
	}
	return p
}

func (s *step) linePrices() (prices []units.Price) {
	for len(s.words) > 0 {
		prices = append(prices, s.percent(s.next()))
	}
	return prices
}

func (s *step) prices(d *Dealer) bool {
	parts := s.flag("parts")
	quote := s.next()
	said := d.PriceLines(quote, s.linePrices())
	if s.err != nil || !parts {
		return s.said(said)
	}
	whole := said[0].Message.(*fixspec.MassQuote)
	for _, part := range whole.Fragments(fixspec.Limit{Lines: 1, Bytes: 1 << 20}) {
		s.cast.Stage.Say(s.firm, fixspec.Envelope{Message: part})
	}
	return true
}
