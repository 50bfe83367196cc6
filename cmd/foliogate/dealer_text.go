package main

import (
	"fmt"
	"strings"

	"foliogate/gateway"
	"foliogate/gateway/units"
)

// String is one line for a person, without the time.
func (e dealerEvent) String() string {
	text := e.words()
	if e.List != "" {
		text = e.List + ": " + text
	}
	return text
}

func (e dealerEvent) words() string {
	switch e.Kind {
	case dealerConnected:
		return "logged on to " + e.Text
	case dealerDisconnected:
		return withReason("not connected", e.Text)
	case dealerShown:
		return fmt.Sprintf("shown %s in %s, until %s", plural(e.Lines, "line"), e.Currency,
			e.Deadline.UTC().Format("15:04:05"))
	case dealerAsked:
		return "asked for a price"
	case dealerPassed:
		return withReason("pass", e.Text)
	case dealerQuoted:
		return fmt.Sprintf("quote %s: %s, charge %.2f bp", e.BidID,
			priceText(e.Offer.Price, e.Currency), e.Offer.Charge.Total())
	case dealerWithdrew:
		return withReason("quote "+e.BidID+" withdrawn", e.Text)
	case dealerAwarded:
		return "quote " + e.BidID + " is taken: last look"
	case dealerConfirmed:
		return "quote " + e.BidID + " confirmed"
	case dealerDeclined:
		return "quote " + e.BidID + " declined in last look"
	case dealerSilent:
		return "quote " + e.BidID + " left without an answer in last look"
	case dealerExecuted:
		return e.executed()
	case dealerTicket:
		return e.Ticket.words()
	case dealerOutcome:
		return withReason("quote "+e.BidID, strings.ToLower(e.Text))
	case dealerClosed:
		return strings.ToLower(e.Text)
	case dealerRejected:
		return withReason("the gateway rejects", e.Text)
	}
	return e.Text
}

func (e dealerEvent) executed() string {
	var whole sums
	for _, f := range e.Fills {
		whole.addFill(f)
	}
	return fmt.Sprintf("%s executed in trade %s: the client %s clean", plural(e.Lines, "line"),
		e.Fills[0].Trade, direction(whole.principal, e.Currency))
}

// words is a ticket for a person, from the client's side of it.
func (t ticket) words() string {
	text := fmt.Sprintf("net ticket %s, account %s, %s: the client %s; %s", t.ConfirmID, t.Account,
		t.SettleDate, direction(t.Net, t.Currency), t.Answer)
	return withReason(text, t.Text)
}

func withReason(text, reason string) string {
	if reason == "" {
		return text
	}
	return text + ": " + reason
}

// grouped puts commas between the thousands of a decimal.
func grouped(number string) string {
	sign := ""
	if strings.HasPrefix(number, "-") {
		sign, number = "-", number[1:]
	}
	whole, fraction, hasPoint := strings.Cut(number, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if hasPoint {
		whole += "." + fraction
	}
	return sign + whole
}

// concessionText is a spread with at least 3 decimals, so that quotes stand under each other.
func concessionText(s units.Spread) string {
	if exact := s.String(); s%1000 != 0 {
		return exact
	}
	return decimals(s, 3)
}

// priceText is a quote's price in words.
func priceText(p gateway.Aggregate, c units.Currency) string {
	switch p.Kind {
	case gateway.TotalAmount:
		return grouped(p.Total.Format(c)) + " " + string(c)
	case gateway.SpreadConcession:
		return concessionText(p.Concession) + " bp"
	}
	var text string
	if p.SellPrice != 0 {
		text = "sells at " + p.SellPrice.String()
	}
	if p.BuyPrice != 0 {
		if text != "" {
			text += ", "
		}
		text += "buys at " + p.BuyPrice.String()
	}
	return text
}
