package fixspec

import "foliogate/gateway"

// dealerVoice is all that a dealer can be told, in the words of one profile; tellDealer knows when.
// The route is the dealer's own.
type dealerVoice interface {
	asked(o *outgoing, h Header, route gateway.Route, panel int)
	linesAccepted(*outgoing, gateway.Route, gateway.LinesPriced)
	awarded(*outgoing, gateway.Route, gateway.Award)
	notDone(o *outgoing, route gateway.Route, quote string)
	won(o *outgoing, h Header, route gateway.Route, x *gateway.Execution, tickets []gateway.Settlement)
	lost(o *outgoing, route gateway.Route, quote string, result gateway.Outcome)
	cancelled(*outgoing, gateway.Route)
	stood(o *outgoing, h Header, route gateway.Route, phase gateway.Phase)
	over(*outgoing, Header, gateway.Route)
	refused(*outgoing, gateway.Route, gateway.CommandRefused)
}

// tellDealer says what an entry means for a dealer: nothing, if it is another's business.
func tellDealer(o *outgoing, dealer gateway.Firm, voice dealerVoice) {
	route, known := o.inquiry.Route(dealer)
	if to, answer := addressee(o.entry.Event); answer {
		if to == dealer {
			answerDealer(o, route, voice)
		}
		return
	}
	if !known {
		return
	}
	switch e := o.entry.Event.(type) {
	case gateway.Opened:
		if among(e.Routes, dealer) {
			voice.asked(o, Header{}, route, len(e.Routes))
		}
	case gateway.DealersAsked:
		if among(e.Routes, dealer) {
			voice.asked(o, Header{}, route, panelAfter(o.inquiry.Routes, e.Routes))
		}
	case gateway.LinesPriced:
		if e.Dealer == dealer {
			voice.linesAccepted(o, route, e)
		}
	case gateway.QuoteAwarded:
		if e.Award.Dealer == dealer {
			voice.awarded(o, route, e.Award)
		}
	case gateway.AwardLost:
		if e.Dealer == dealer && e.Cause != gateway.Disconnected {
			voice.notDone(o, route, ownQuote(route, e.Quote))
		}
	case gateway.Traded:
		tellTrade(o, route, voice, &e)
	case gateway.Cancelled:
		voice.cancelled(o, route)
	case gateway.Quarantined:
		if e.Was.Live() {
			voice.cancelled(o, route)
		}
	case gateway.Lapsed:
		voice.lost(o, route, lastOwnQuote(route), gateway.NotExecuted)
	}
}

// tellTrade tells the winner of its executions and tickets, and every other dealer no more than the
// client allows.
func tellTrade(o *outgoing, route gateway.Route, voice dealerVoice, e *gateway.Traded) {
	if e.Execution.Dealer == route.Dealer {
		voice.won(o, Header{}, route, &e.Execution, e.Tickets)
		return
	}
	for _, loser := range e.Losers {
		if loser.Dealer == route.Dealer {
			voice.lost(o, route, loser.Quote, loser.Outcome)
		}
	}
}

// answerDealer tells what was addressed to this dealer alone. Of an inquiry that is over, the dealer
// that traded is told so, any other that it is over, and not how.
func answerDealer(o *outgoing, route gateway.Route, voice dealerVoice) {
	x := o.inquiry.Execution
	winner := x != nil && x.Dealer == route.Dealer
	switch e := o.entry.Event.(type) {
	case gateway.CommandRefused:
		voice.refused(o, route, e)
	case gateway.StatusTold:
		again := Header{PossResend: e.Resend}
		if winner {
			voice.stood(o, again, route, e.Phase)
		} else {
			voice.over(o, again, route)
		}
	case gateway.StatePushed:
		again := Header{PossResend: true}
		if !phaseAt(o.entry, o.inquiry).Traded() {
			voice.asked(o, again, route, len(o.inquiry.Routes))
		} else if e.Reset && winner {
			voice.won(o, again, route, x, o.inquiry.Tickets)
		}
	}
}

func among(routes []gateway.Route, dealer gateway.Firm) bool {
	for i := range routes {
		if routes[i].Dealer == dealer {
			return true
		}
	}
	return false
}

// panelAfter is how many dealers had been asked once these were.
func panelAfter(all, these []gateway.Route) int {
	for i := range all {
		if len(these) > 0 && all[i].Dealer == these[len(these)-1].Dealer {
			return i + 1
		}
	}
	return len(all)
}

// ownQuote is the dealer's own id of the quote that the gateway knows by another.
func ownQuote(route gateway.Route, id string) string {
	for _, quote := range route.Quotes {
		if quote.ID == id {
			return quote.DealerID
		}
	}
	return ""
}

// lastOwnQuote is the dealer's own id of its last quote; nothing if it never quoted.
func lastOwnQuote(route gateway.Route) string {
	if n := len(route.Quotes); n > 0 {
		return route.Quotes[n-1].DealerID
	}
	return ""
}
