package main

import (
	"strings"
	"time"

	"foliogate/fixspec"
	"foliogate/gateway"
)

// quoteSpeech is the RFQ profile: lists and quotes, or quotes alone for a single bond.
type quoteSpeech struct{}

func (quoteSpeech) show(a *auction) []fixspec.Message {
	if a.terms.Single {
		return []fixspec.Message{requestBond(a)}
	}
	return listSpeech{}.show(a)
}

// requestBond asks for one bond, of the dealers that are named, or the panel.
func requestBond(a *auction) *fixspec.QuoteRequest {
	o := a.list.Orders[0]
	r := &fixspec.QuoteRequest{
		QuoteReqID: a.list.ListID, ClOrdID: o.ClOrdID, Instrument: o.Instrument,
		QuoteRequestType: fixspec.RequestManual, QuoteType: fixspec.QuoteTradeable,
		Side: o.Side, OrderQty: o.OrderQty, Currency: o.Currency, Account: o.Account,
		QuotePriceType: int(o.PriceType), ExpireTime: o.ExpireTime, PriceType: o.PriceType,
		Price: o.Price, Parties: fixspec.QuoteParties{Dealers: a.terms.Dealers},
	}
	if a.terms.TwoWay {
		r.Side = fixspec.SideUndisclosed
	}
	return r
}

func (quoteSpeech) ask(a *auction) fixspec.Message {
	return &fixspec.QuoteRequest{
		QuoteReqID: a.list.ListID, Instrument: a.asInstrument(),
		QuoteRequestType: fixspec.RequestManual, QuoteType: fixspec.QuoteTradeable,
		Side: fixspec.SideAsDefined, OrderQty: a.sells + a.buys, Currency: a.terms.Currency,
		QuotePriceType: int(priceTypeOf(a.terms.Kind)), ExpireTime: a.deadline,
		PriceType: priceTypeOf(a.terms.Kind),
	}
}

// asInstrument is the inquiry in the place of a bond.
func (a *auction) asInstrument() fixspec.Instrument {
	return fixspec.Instrument{SecurityID: a.list.ListID, SecurityIDSource: fixspec.IDExchange,
		Product: fixspec.ProductOther, SecurityType: fixspec.SecurityMultileg}
}

func (quoteSpeech) enquire(a *auction) fixspec.Message {
	return &fixspec.QuoteStatusRequest{QuoteStatusReqID: a.list.ListID, Instrument: a.asInstrument()}
}

// take hits a quote. The same quote is hit under the same id, however often it is sent.
func (quoteSpeech) take(a *auction, now time.Time) fixspec.Message {
	m := &fixspec.QuoteResponse{QuoteRespID: "HIT-" + a.taking, QuoteID: a.taking,
		QuoteRespType: fixspec.QuoteHit, Instrument: a.asInstrument(), OrderQty: a.sells + a.buys,
		Side: fixspec.SideAsDefined, TransactTime: now}
	if a.terms.Single {
		o := a.list.Orders[0]
		m.ClOrdID, m.Instrument, m.Side = o.ClOrdID, o.Instrument, o.Side
	}
	return m
}

func (quoteSpeech) wish(msgType string) wish {
	switch msgType {
	case "E":
		return wishShow
	case "R":
		return wishAsk
	case "AJ":
		return wishTake
	}
	return wishOther
}

func (quoteSpeech) hear(a *auction, now time.Time, h fixspec.Header, m fixspec.Message) bool {
	switch m := m.(type) {
	case *fixspec.ListStatus: // the answer to the lines
		a.status(now, h, m)
	case *fixspec.Quote:
		a.quote(now, h, m)
	case *fixspec.QuoteRequestReject:
		a.requestRejected(now, h, m)
	case *fixspec.QuoteStatusReport:
		a.reported(now, h, m)
	default:
		return false
	}
	return true
}

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
