package main

import (
	"fmt"
	"strings"
	"unicode"

	"foliogate/gateway"
	"foliogate/gateway/units"
)

// words is one line for a person, without the time; "" for news that is no line of its own.
func (e inquiryEvent) words(c units.Currency, lines int) string {
	switch e.Kind {
	case newsConnected:
		return "logged on to " + e.Text
	case newsDisconnected, newsWarning:
		return e.Text
	case newsSent:
		return "sent " + plural(e.Lines, "line") + " as list " + e.Text
	case newsAcknowledged:
		if e.Lines == 0 {
			return "the gateway has the list"
		}
		return "the gateway has the list and asks " + plural(e.Lines, "dealer")
	case newsDealer, newsQuoteGone:
		return e.Dealer + ": " + e.Text
	case newsQuote:
		return e.Dealer + ": " + priceText(e.Quote.Price, c) + e.standing(c)
	case newsAsk:
		return "choose: write the rank or the dealer of a quote, or withdraw"
	case newsAccepting:
		return "taking " + e.Dealer + " at " + priceText(e.Quote.Price, c)
	case newsLastLook:
		return e.Dealer + ": " + strings.ToLower(e.Text)
	case newsNotTaken:
		return "the quote cannot be taken: " + e.Text
	case newsDeclined:
		return e.Dealer + " does not stand by its quote: " + strings.ToLower(e.Text)
	case newsCommitted:
		return withReason("the trade is done", e.Text)
	case newsFill:
		if e.Lines < lines {
			return ""
		}
		return plural(e.Lines, "line") + " executed"
	case newsTicket:
		return e.Ticket.words()
	case newsWithdrawing:
		return withReason("withdrawing", e.Text)
	case newsOver:
		return ""
	}
	return e.Text
}

// visible replaces what would steer a terminal: texts come from counterparties.
func visible(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		return '?'
	}, text)
}

// standing is where a fresh quote stands among the others.
func (e inquiryEvent) standing(c units.Currency) string {
	for _, q := range e.Ranking {
		switch {
		case q.BidID != e.Quote.BidID:
		case q.Rank == 1:
			return ", the best"
		default:
			return ", " + q.behind(c)
		}
	}
	return ""
}

// behind is how far a quote is from the best.
func (q rankedQuote) behind(c units.Currency) string {
	bp := decimals(q.BehindBP, 3) + " bp behind"
	if !q.HasCash {
		return bp
	}
	return grouped(q.Behind.Format(c)) + " " + string(c) + " or " + bp
}

// decimals is a spread with so many decimals.
func decimals(s units.Spread, places int) string {
	unit := units.Spread(1)
	for range 6 - places {
		unit *= 10
	}
	half := unit / 2
	if s < 0 {
		half = -half
	}
	rounded := (s + half) / unit
	sign := ""
	if rounded < 0 {
		sign, rounded = "-", -rounded
	}
	digits := fmt.Sprintf("%0*d", places+1, int64(rounded))
	return sign + digits[:len(digits)-places] + "." + digits[len(digits)-places:]
}

// direction is a net amount in words.
func direction(m units.Money, c units.Currency) string {
	if m < 0 {
		return "pays " + grouped((-m).Format(c)) + " " + string(c)
	}
	return "receives " + grouped(m.Format(c)) + " " + string(c)
}

// basketWords is a basket in one line.
func basketWords(basket []basketLine, c units.Currency) string {
	var face [gateway.Sell + 1]units.Face
	var count [gateway.Sell + 1]int
	for _, l := range basket {
		face[l.Side] += l.Face
		count[l.Side]++
	}
	return fmt.Sprintf("%s: sell %d for %s, buy %d for %s %s par", plural(len(basket), "line"),
		count[gateway.Sell], grouped(face[gateway.Sell].String()),
		count[gateway.Buy], grouped(face[gateway.Buy].String()), c)
}
