package fixspec

import (
	"fmt"
	"slices"

	"foliogate/gateway"
)

// clientVoice is all that a client can be told, in the words of one profile; tellClient knows when.
type clientVoice interface {
	opened(*outgoing, gateway.Opened)
	dealersAsked(*outgoing, gateway.DealersAsked)
	inquiryRefused(*outgoing, gateway.Refusal)
	notice(o *outgoing, dealer gateway.Firm, text string)
	passed(*outgoing, gateway.DealerPassed)
	quoted(*outgoing, gateway.QuoteReceived)
	linesPriced(*outgoing, gateway.LinesPriced)
	quote(*outgoing, Header, gateway.Quote)
	gone(o *outgoing, h Header, dealer gateway.Firm, quote string, state gateway.QuoteState)
	awarded(*outgoing, gateway.Award)
	awardLost(*outgoing, gateway.AwardLost)
	traded(*outgoing, *gateway.Traded)
	tradedAgain(*outgoing, Header)
	cancelled(o *outgoing, text, response string)
	lapsed(*outgoing)
	refused(*outgoing, gateway.CommandRefused)
	standing(*outgoing, Header, gateway.StatusTold)
	replayed(*outgoing, gateway.FillsReplayed)
}

// tellClient says what an entry means for a client: nothing, if it is another's business.
func tellClient(o *outgoing, client gateway.Firm, voice clientVoice) {
	if to, answer := addressee(o.entry.Event); answer {
		if to == client {
			answerClient(o, voice)
		}
		return
	}
	if o.inquiry.Client != client {
		return
	}
	switch e := o.entry.Event.(type) {
	case gateway.Begun, gateway.FragmentReceived, gateway.DealerChosen,
		gateway.TicketAnswered, gateway.LineDisputed:
		// Known to who did it; the others need not know.
	case gateway.Opened:
		voice.opened(o, e)
	case gateway.DealersAsked:
		voice.dealersAsked(o, e)
	case gateway.InquiryRefused:
		voice.inquiryRefused(o, e.Refusal)
	case gateway.DealerAcknowledged:
		voice.notice(o, e.Dealer, "ACK")
	case gateway.DealerUnresponsive:
		voice.notice(o, e.Dealer, "NO RESPONSE")
	case gateway.DealerPassed:
		voice.passed(o, e)
	case gateway.QuoteReceived:
		voice.quoted(o, e)
	case gateway.LinesPriced:
		voice.linesPriced(o, e)
	case gateway.QuoteLost:
		voice.gone(o, Header{}, e.Dealer, e.Quote, e.State)
	case gateway.QuoteAwarded:
		if e.Award.LookUntil.After(e.Award.At) { // a firm dealer has no last look
			voice.awarded(o, e.Award)
		}
	case gateway.AwardLost:
		voice.awardLost(o, e)
	case gateway.Traded:
		voice.traded(o, &e)
	case gateway.Cancelled:
		voice.cancelled(o, e.Text, e.Response)
	case gateway.Quarantined:
		quarantined(o, voice, e)
	case gateway.Lapsed:
		voice.lapsed(o)
	default:
		panic(fmt.Sprintf("fixspec: a client cannot be told of %T", e))
	}
}

// quarantined tells how an inquiry ended over which the gateway failed. Where it had ended before,
// there is nothing new to tell.
func quarantined(o *outgoing, voice clientVoice, e gateway.Quarantined) {
	switch e.Was {
	case gateway.Receiving:
		voice.inquiryRefused(o, e.Refusal)
	case gateway.Open, gateway.Awarded:
		voice.cancelled(o, e.Refusal.Text, "")
	}
}

// answerClient tells what was addressed to this client alone.
func answerClient(o *outgoing, voice clientVoice) {
	switch e := o.entry.Event.(type) {
	case gateway.CommandRefused:
		voice.refused(o, e)
	case gateway.StatusTold:
		voice.standing(o, Header{PossResend: e.Resend}, e)
	case gateway.StatePushed:
		pushed(o, voice, e)
	case gateway.FillsReplayed:
		voice.replayed(o, e)
	}
}

// pushed tells all that is current again. Which messages it takes follows from the entry alone, so
// that a session can go on in the middle of them; a quote that stood then and is gone now is told to
// be gone.
func pushed(o *outgoing, voice clientVoice, e gateway.StatePushed) {
	again := Header{PossResend: true}
	phase := phaseAt(o.entry, o.inquiry)
	voice.standing(o, again, gateway.StatusTold{Phase: phase})
	switch {
	case !phase.Traded():
		for _, route := range o.inquiry.Routes {
			pushQuote(o, voice, again, route)
		}
	case e.Reset:
		voice.tradedAgain(o, again)
	}
}

// pushQuote repeats the last quote that a dealer had given when the entry was made.
func pushQuote(o *outgoing, voice clientVoice, h Header, route gateway.Route) {
	for _, quote := range slices.Backward(route.Quotes) {
		if quote.At.After(o.entry.At) {
			continue
		}
		if quote.State == gateway.Live {
			voice.quote(o, h, quote)
		} else {
			voice.gone(o, h, quote.Dealer, quote.ID, quote.State)
		}
		return
	}
}

// addressee returns the one firm that an answer is for; false for what is no answer.
func addressee(e gateway.Event) (gateway.Firm, bool) {
	switch e := e.(type) {
	case gateway.CommandRefused:
		return e.To, true
	case gateway.StatusTold:
		return e.To, true
	case gateway.StatePushed:
		return e.To, true
	case gateway.FillsReplayed:
		return e.To, true
	}
	return "", false
}

// phaseAt is where an inquiry that was open, awarded or executed stood at an entry.
func phaseAt(e gateway.Entry, q gateway.Inquiry) gateway.Phase {
	switch {
	case q.Execution != nil && !q.Execution.At.After(e.At):
		return gateway.Executed
	case q.Award != nil && !q.Award.At.After(e.At):
		return gateway.Awarded
	}
	return gateway.Open
}
