package main

import (
	"time"

	"foliogate/fixspec"
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
