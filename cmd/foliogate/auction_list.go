package main

import (
	"strconv"
	"strings"
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

// status hears a ListStatus(N), or one fragment of it.
func (a *auction) status(now time.Time, h fixspec.Header, m *fixspec.ListStatus) {
	if m.ListID != a.list.ListID {
		a.warn(now, "the gateway tells of a list that is not this one: "+m.ListID)
		return
	}
	a.parts = append(a.parts, m.Orders...)
	if m.RptSeq < m.NoRpts {
		return
	}
	orders := a.parts
	a.parts = nil
	switch m.ListOrderStatus {
	case fixspec.ListInBidding:
		a.bidding(now, h, m)
	case fixspec.ListReceived:
		a.lastLook(now, h, m)
	case fixspec.ListAlert:
		a.alert(now, h, m)
	case fixspec.ListExecuting:
		a.executing(now, h, m)
	case fixspec.ListAllDone:
		a.done(now, m, orders)
	case fixspec.ListRejected:
		a.refused(now, m, orders)
	}
}

// bidding hears that the list is being priced, and whatever is told on that occasion.
func (a *auction) bidding(now time.Time, h fixspec.Header, m *fixspec.ListStatus) {
	switch {
	case a.phase == auctionNaming:
		a.sendList(now) // every dealer was taken as named
	case m.ListStatusType == fixspec.StatusAck:
		a.acknowledged(now, m.ListStatusText)
	case h.OnBehalfOf != "":
		a.dealerNews(now, h.OnBehalfOf, m.ListStatusText)
	case m.ListStatusType == fixspec.StatusResponse:
		a.stillOpen(now)
	}
}

// lastLook hears that the dealer looks; or, in that state, which quotes lead now or that a cancel
// comes too late.
func (a *auction) lastLook(now time.Time, h fixspec.Header, m *fixspec.ListStatus) {
	switch {
	case a.phase == auctionExecuting || m.ListStatusType == fixspec.StatusTimed:
	case a.cancelling():
		a.cancelRefused(now, m.ListStatusText)
	case h.OnBehalfOf == "":
		a.phase = auctionLastLook // where the list stands, after a gap in the connection
	default:
		a.looking(now, h.OnBehalfOf, m.ListStatusText)
	}
}

// alert hears that what was taken is not to be had: because the quote was gone before it was
// taken, or because its dealer did not stand by it.
func (a *auction) alert(now time.Time, h fixspec.Header, m *fixspec.ListStatus) {
	if h.OnBehalfOf == "" {
		a.notTaken(now, m.ListStatusText)
		return
	}
	a.notStood(now, h.OnBehalfOf, m.ListStatusText)
}

// executing hears that the point of no return is passed. The same state in answer to a cancel says
// that the cancel came after it.
func (a *auction) executing(now time.Time, h fixspec.Header, m *fixspec.ListStatus) {
	if m.ListStatusType != fixspec.StatusExecStarted {
		a.cancelRefused(now, m.ListStatusText)
		return
	}
	a.commit(now, h.OnBehalfOf, m.ListStatusText)
}

// done hears that nothing more will happen to the list; the lines say why.
func (a *auction) done(now time.Time, m *fixspec.ListStatus, orders []fixspec.OrderState) {
	if len(orders) == 0 {
		a.note(now, m.ListStatusText)
		return
	}
	switch orders[0].OrdStatus {
	case fixspec.OrdFilled:
		a.executedWhole(now, "", m.ListStatusText)
	case fixspec.OrdCanceled:
		a.ended(now, withdrawn, m.ListStatusText)
	case fixspec.OrdExpired:
		a.ended(now, expired, m.ListStatusText)
	}
}

func (a *auction) refused(now time.Time, m *fixspec.ListStatus, orders []fixspec.OrderState) {
	for _, state := range orders {
		a.blamed = append(a.blamed, a.blame(state))
	}
	a.end(now, refused, m.ListStatusText)
}

func (a *auction) blame(state fixspec.OrderState) lineFault {
	f := lineFault{Text: state.Text, ID: state.ClOrdID}
	if o, ok := a.lines[state.ClOrdID]; ok {
		f.Line, f.ID = o.ListSeqNo, o.Instrument.SecurityID
		f.Text = strings.TrimPrefix(f.Text, "line "+strconv.Itoa(f.Line)+": ")
	}
	return f
}
