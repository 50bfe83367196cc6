package main

import (
	"strings"
	"time"

	"foliogate/fixspec"
	"foliogate/gateway"
)

// quote hears a Quote(S).
func (a *auction) quote(now time.Time, h fixspec.Header, m *fixspec.Quote) {
	if a.foreign(now, m.QuoteReqID) {
		return
	}
	price, ok := gateway.Aggregate{}, false
	switch m.PriceType {
	case fixspec.PriceFixedAmount:
		price.Kind = gateway.TotalAmount
		price.Total, ok = m.OfferPx.Money(a.terms.Currency)
	case fixspec.PriceSpread:
		price.Kind = gateway.SpreadConcession
		price.Concession, ok = m.OfferPx.Spread()
	case fixspec.PricePercentage:
		var bid, offer bool
		price.Kind = gateway.PercentPerSide
		price.SellPrice, bid = m.BidPx.Price()
		price.BuyPrice, offer = m.OfferPx.Price()
		ok = (bid || !m.BidPx.Given()) && (offer || !m.OfferPx.Given()) && (bid || offer)
	}
	a.quoted(now, h.OnBehalfOf, m.QuoteID, price, ok)
}

// foreign tells whether a message is about another inquiry.
func (a *auction) foreign(now time.Time, id string) bool {
	if id == a.list.ListID {
		return false
	}
	a.warn(now, "the gateway tells of an inquiry that is not this one: "+id)
	return true
}

// requestRejected hears that a dealer will not quote, or that what was asked cannot be.
func (a *auction) requestRejected(now time.Time, h fixspec.Header, m *fixspec.QuoteRequestReject) {
	switch {
	case a.foreign(now, m.QuoteReqID):
	case h.OnBehalfOf != "" && m.Reason == fixspec.RequestNoMatch:
		a.noQuote(now, h.OnBehalfOf, bidderUnable)
	case h.OnBehalfOf != "":
		a.noQuote(now, h.OnBehalfOf, bidderPassed)
	case a.terms.Single:
		a.end(now, refused, m.Text)
	default:
		a.notAsked(now, m.Text)
	}
}

// reported hears a QuoteStatusReport(AI): about what was taken, about a quote that is gone, where the
// inquiry stands, about a dealer, or about the inquiry.
func (a *auction) reported(now time.Time, h fixspec.Header, m *fixspec.QuoteStatusReport) {
	switch {
	case a.foreign(now, m.QuoteReqID):
	case m.QuoteRespID != "", m.QuoteID != fixspec.NoQuoteID && m.QuoteStatus == fixspec.QuoteAccepted:
		a.hitReported(now, h.OnBehalfOf, m)
	case m.QuoteID != fixspec.NoQuoteID:
		a.noQuote(now, h.OnBehalfOf, goneBy(m.Text))
	case m.QuoteStatusReqID != "" || h.PossResend:
		a.standing(now, m)
	case h.OnBehalfOf != "":
		a.dealerNews(now, h.OnBehalfOf, m.Text)
	default:
		a.inquiryReported(now, m)
	}
}

// hitReported hears what comes of the quote that was taken.
func (a *auction) hitReported(now time.Time, dealer string, m *fixspec.QuoteStatusReport) {
	switch m.QuoteStatus {
	case fixspec.QuoteAccepted:
		a.executedWhole(now, dealer, m.Text)
	case fixspec.QuotePending:
		a.looking(now, dealer, m.Text)
	case fixspec.QuoteDeclined:
		a.notStood(now, dealer, m.Text)
	default:
		a.notTaken(now, m.Text)
	}
}

// standing hears where the inquiry stands: because it was asked, or after a gap in the connection.
func (a *auction) standing(now time.Time, m *fixspec.QuoteStatusReport) {
	if a.phase == auctionNaming {
		a.sendList(now) // every dealer was taken as named
		return
	}
	switch m.QuoteStatus {
	case fixspec.QuoteAccepted:
		if len(a.terms.Dealers) == 0 && !a.terms.Single {
			a.ask("") // which changes nothing if it arrived before
		}
		a.stillOpen(now)
	case fixspec.QuotePending:
		a.phase = auctionLastLook
	case fixspec.QuoteRejected, fixspec.QuoteNotFound:
		a.end(now, refused, m.Text)
	default:
		a.inquiryReported(now, m)
	}
}

// inquiryReported hears what becomes of the inquiry as a whole.
func (a *auction) inquiryReported(now time.Time, m *fixspec.QuoteStatusReport) {
	switch m.QuoteStatus {
	case fixspec.QuoteAccepted:
		if strings.HasPrefix(m.Text, "DEALERS=") {
			a.acknowledged(now, m.Text)
		}
	case fixspec.QuoteClosed:
		a.ended(now, withdrawn, m.Text)
	case fixspec.QuoteLapsed:
		a.ended(now, expired, m.Text)
	default:
		if a.cancelling() {
			a.cancelRefused(now, m.Text)
			return
		}
		a.note(now, m.Text)
	}
}
