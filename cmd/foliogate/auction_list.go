package main

import (
	"time"

	"foliogate/fixspec"
	"foliogate/gateway"
	"foliogate/gateway/units"
)

// listSpeech is the LIST profile.
type listSpeech struct{}

func (listSpeech) show(a *auction) (list []fixspec.Message) {
	for _, fragment := range a.list.Fragments(fixspec.StandardLimit()) {
		list = append(list, fragment)
	}
	return list
}

func (listSpeech) ask(a *auction) fixspec.Message {
	return &fixspec.BidRequest{
		ClientBidID: a.list.ClientBidID, BidRequestTransType: fixspec.BidNew,
		TotNoRelatedSym: a.list.TotNoOrders, BidType: fixspec.BidTypeDisclosed,
		Currency: a.terms.Currency, ListID: a.list.ListID,
		BidTradeType: fixspec.BidTradeRisk, BasisPxType: fixspec.BasisCurrent,
	}
}

func (listSpeech) enquire(a *auction) fixspec.Message {
	return &fixspec.ListStatusRequest{ListID: a.list.ListID}
}

func (listSpeech) take(a *auction, now time.Time) fixspec.Message {
	return &fixspec.ListExecute{ListID: a.list.ListID, ClientBidID: a.list.ClientBidID,
		BidID: a.taking, TransactTime: now}
}

func (listSpeech) wish(msgType string) wish {
	switch msgType {
	case "E":
		return wishShow
	case "k":
		return wishAsk
	case "L":
		return wishTake
	}
	return wishOther
}

func (listSpeech) hear(a *auction, now time.Time, h fixspec.Header, m fixspec.Message) bool {
	switch m := m.(type) {
	case *fixspec.ListStatus:
		a.status(now, h, m)
	case *fixspec.BidResponse:
		a.bid(now, h, m)
	default:
		return false
	}
	return true
}

// bid hears a BidResponse(l): a quote, or that there is none to take.
func (a *auction) bid(now time.Time, h fixspec.Header, m *fixspec.BidResponse) {
	switch {
	case len(m.Components) == 0 || m.Components[0].ListID != a.list.ListID:
	case m.Priced():
		price, ok := aggregateOf(m, a.terms.Currency)
		a.quoted(now, h.OnBehalfOf, m.BidID, price, ok)
	default:
		a.noQuote(now, h.OnBehalfOf, goneBy(m.Components[0].Text))
	}
}

// aggregateOf reads the price of a quote; false for one that makes no sense.
func aggregateOf(m *fixspec.BidResponse, c units.Currency) (p gateway.Aggregate, ok bool) {
	first := m.Components[0]
	switch first.PriceType {
	case fixspec.PriceFixedAmount:
		p.Kind = gateway.TotalAmount
		p.Total, ok = first.Price.Money(c)
	case fixspec.PriceSpread:
		p.Kind = gateway.SpreadConcession
		p.Concession, ok = first.Price.Spread()
	case fixspec.PricePercentage:
		p.Kind, ok = gateway.PercentPerSide, true
		for _, component := range m.Components {
			percent, good := component.Price.Price()
			ok = ok && good && component.PriceType == fixspec.PricePercentage
			if component.Side == fixspec.SideSell {
				p.SellPrice = percent
			} else {
				p.BuyPrice = percent
			}
		}
	}
	return p, ok
}
