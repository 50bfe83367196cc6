package main

import (
	"time"

	"foliogate/fixspec"
	"foliogate/gateway"
)

// dealerListSpeech is the LIST profile.
type dealerListSpeech struct{}

func (dealerListSpeech) acknowledge(l *shownList, now time.Time) fixspec.Message {
	return l.status(now, fixspec.StatusAck, fixspec.ListInBidding, "")
}

func (dealerListSpeech) confirm(l *shownList, now time.Time) fixspec.Message {
	return l.status(now, fixspec.StatusExecStarted, fixspec.ListExecuting, "")
}

func (dealerListSpeech) decline(l *shownList, why string, now time.Time) fixspec.Message {
	return l.status(now, fixspec.StatusResponse, fixspec.ListRejected, why)
}

func (s dealerListSpeech) pass(l *shownList, id, why string, now time.Time) fixspec.Message {
	if why != "" {
		return s.decline(l, why, now)
	}
	return &fixspec.BidResponse{BidID: id, ClientBidID: l.round,
		Components: []fixspec.BidComponent{{ListID: l.id, Text: fixspec.TextPass}}}
}

func (dealerListSpeech) quote(l *shownList, price gateway.Aggregate, lines []fixspec.QuoteEntry) []fixspec.Message {
	said := []fixspec.Message{l.response(price)}
	if len(lines) > 0 {
		for _, fragment := range l.massQuote(lines).Fragments(fixspec.StandardLimit()) {
			said = append(said, fragment)
		}
	}
	return said
}

// response is the quote as a BidResponse(l).
func (l *shownList) response(price gateway.Aggregate) *fixspec.BidResponse {
	component := fixspec.BidComponent{ListID: l.id, PriceType: priceTypeOf(price.Kind)}
	x := &fixspec.BidResponse{BidID: l.bid, ClientBidID: l.round}
	add := func(side fixspec.Side, amount fixspec.Amount) {
		component.Side, component.Price = side, amount
		x.Components = append(x.Components, component)
	}
	switch price.Kind {
	case gateway.TotalAmount:
		add(0, fixspec.MoneyAmount(price.Total, l.basket.Currency))
	case gateway.SpreadConcession:
		add(0, fixspec.SpreadAmount(price.Concession))
	case gateway.PercentPerSide:
		if price.BuyPrice != 0 {
			add(fixspec.SideBuy, fixspec.PriceAmount(price.BuyPrice))
		}
		if price.SellPrice != 0 {
			add(fixspec.SideSell, fixspec.PriceAmount(price.SellPrice))
		}
	}
	return x
}

// massQuote is the quote's line prices as a MassQuote(i).
func (l *shownList) massQuote(lines []fixspec.QuoteEntry) *fixspec.MassQuote {
	return &fixspec.MassQuote{QuoteReqID: l.round, QuoteID: l.bid,
		QuoteType: fixspec.QuoteTradeable, QuoteResponseLevel: fixspec.AnswerNegative,
		QuoteSetID: l.id, TotNoQuoteEntries: l.total, Entries: lines}
}

func (dealerListSpeech) hear(b *dealerBook, now time.Time, m fixspec.Message) bool {
	switch m := m.(type) {
	case *fixspec.BidRequest:
		b.request(now, m)
	case *fixspec.ListExecute:
		b.award(now, m.ListID, m.BidID)
	case *fixspec.QuoteResponse:
		b.lost(now, m)
	case *fixspec.ListCancelRequest:
		b.cancelled(now, m)
	case *fixspec.ListStatus:
		b.tell(dealerEvent{At: now, Kind: dealerNote, List: m.ListID,
			Text: "the gateway says again how the list stands: " + statusWords(m.ListOrderStatus)})
	default:
		return false
	}
	return true
}

// request hears a BidRequest(k): to price a list, or that it is closed.
func (b *dealerBook) request(now time.Time, m *fixspec.BidRequest) {
	id := m.ListID
	if id == "" {
		id = m.ClientBidID
	}
	if m.BidRequestTransType != fixspec.BidCancel {
		b.asked(now, id)
	} else if l, ok := b.lists[id]; ok {
		b.close(now, l, m.Text)
	} else {
		b.unknown(now, id)
	}
}

// cancelled hears a ListCancelRequest(K): the client takes the inquiry back.
func (b *dealerBook) cancelled(now time.Time, m *fixspec.ListCancelRequest) {
	l, ok := b.lists[m.ListID]
	if !ok {
		return
	}
	b.send(l.status(now, fixspec.StatusAllDone, fixspec.ListAllDone, ""))
	b.close(now, l, withdrawnByClient)
}

// status is a ListStatus(N) about the list as a whole.
func (l *shownList) status(
	now time.Time, why fixspec.ListStatusType, state fixspec.ListOrderStatus, text string,
) *fixspec.ListStatus {
	return &fixspec.ListStatus{ListID: l.id, ListStatusType: why, NoRpts: 1, RptSeq: 1,
		ListOrderStatus: state, ListStatusText: text, TransactTime: now, TotNoOrders: l.total,
		LastFragment: true}
}
