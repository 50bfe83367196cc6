package main

import (
	"cmp"
	"time"

	"foliogate/fixspec"
	"foliogate/gateway"
)

// dealerQuoteSpeech is the RFQ profile: lists and quotes, or quotes alone for a single bond.
type dealerQuoteSpeech struct{}

func (s dealerQuoteSpeech) acknowledge(l *shownList, now time.Time) fixspec.Message {
	return l.report(now, fixspec.NoQuoteID, fixspec.QuoteAccepted, "")
}

func (s dealerQuoteSpeech) confirm(l *shownList, now time.Time) fixspec.Message {
	x := l.report(now, l.bid, fixspec.QuoteAccepted, "")
	x.QuoteRespID = l.hit
	return x
}

func (s dealerQuoteSpeech) decline(l *shownList, why string, now time.Time) fixspec.Message {
	x := l.report(now, cmp.Or(l.bid, fixspec.NoQuoteID), fixspec.QuoteDeclined, why)
	x.QuoteRespID = l.hit
	return x
}

func (dealerQuoteSpeech) pass(l *shownList, _, why string, _ time.Time) fixspec.Message {
	x := &fixspec.QuoteRequestReject{QuoteReqID: l.id, Reason: fixspec.RequestPass,
		Instrument: l.subject, Text: fixspec.TextPass}
	if why != "" {
		x.Reason, x.Text = fixspec.RequestOther, why
	}
	return x
}

// report is a QuoteStatusReport(AI).
func (l *shownList) report(now time.Time, quote string, status fixspec.QuoteStatus, text string) *fixspec.QuoteStatusReport {
	return &fixspec.QuoteStatusReport{QuoteReqID: l.id, QuoteID: quote, Instrument: l.subject,
		TransactTime: now, QuoteStatus: status, Text: text}
}

// quote is a Quote(S). What there is one of stands in OfferPx(133); percent of par has a side.
func (dealerQuoteSpeech) quote(l *shownList, price gateway.Aggregate, lines []fixspec.QuoteEntry) []fixspec.Message {
	x := &fixspec.Quote{QuoteReqID: l.id, QuoteID: l.bid, QuoteType: fixspec.QuoteTradeable,
		Instrument: l.subject, Currency: l.basket.Currency, PriceType: priceTypeOf(price.Kind)}
	switch price.Kind {
	case gateway.TotalAmount:
		x.OfferPx = fixspec.MoneyAmount(price.Total, l.basket.Currency)
	case gateway.SpreadConcession:
		x.OfferPx = fixspec.SpreadAmount(price.Concession)
	case gateway.PercentPerSide:
		if price.SellPrice != 0 {
			x.BidPx = fixspec.PriceAmount(price.SellPrice)
		}
		if price.BuyPrice != 0 {
			x.OfferPx = fixspec.PriceAmount(price.BuyPrice)
		}
	}
	for _, line := range lines {
		x.Legs = append(x.Legs, fixspec.QuoteLeg{SecurityID: line.Instrument.SecurityID,
			SecurityIDSource: line.Instrument.SecurityIDSource, BidPx: line.BidPx, OfferPx: line.OfferPx})
	}
	return []fixspec.Message{x}
}

func (dealerQuoteSpeech) hear(b *dealerBook, now time.Time, m fixspec.Message) bool {
	switch m := m.(type) {
	case *fixspec.QuoteRequest:
		b.quoteRequest(now, m)
	case *fixspec.QuoteResponse:
		if m.QuoteRespType != fixspec.QuoteHit {
			b.lost(now, m)
			break
		}
		l := b.hitOn(m)
		l.hit = m.QuoteRespID
		b.award(now, l.id, m.QuoteID)
	case *fixspec.QuoteStatusReport:
		b.reported(now, m)
	default:
		return false
	}
	return true
}

// quoteRequest hears a QuoteRequest(R): to price a list whose lines have come, or a single bond.
func (b *dealerBook) quoteRequest(now time.Time, m *fixspec.QuoteRequest) {
	if m.Side != fixspec.SideAsDefined {
		b.bond(now, m)
	}
	if l, ok := b.lists[m.QuoteReqID]; ok {
		l.subject = m.Instrument
	}
	b.asked(now, m.QuoteReqID)
}

// bond hears of a single bond: a list of one line, which is all here.
func (b *dealerBook) bond(now time.Time, m *fixspec.QuoteRequest) {
	b.fragment(now, &fixspec.NewOrderList{ListID: m.QuoteReqID, TotNoOrders: 1, LastFragment: true,
		Orders: []fixspec.ListOrder{{
			ClOrdID: m.ClOrdID, ListSeqNo: 1, Instrument: m.Instrument, Side: m.Side,
			OrderQty: m.OrderQty, PriceType: m.PriceType, Currency: m.Currency, SettlDate: m.SettlDate,
			SettlCurrency: m.Currency, ExpireTime: m.ExpireTime, Benchmark: m.Benchmark,
		}}})
}

// hitOn finds what a hit is about: FIX has no QuoteReqID(131) in it.
func (b *dealerBook) hitOn(m *fixspec.QuoteResponse) *shownList {
	for _, l := range b.lists {
		if l.bid == m.QuoteID && l.bid != "" {
			return l
		}
	}
	if m.Instrument.SecurityType == fixspec.SecurityMultileg {
		return b.list(m.Instrument.SecurityID)
	}
	return b.list(m.ClOrdID)
}

// reported hears a QuoteStatusReport(AI): that an inquiry is over, that something of ours was refused,
// or how a trade stands.
func (b *dealerBook) reported(now time.Time, m *fixspec.QuoteStatusReport) {
	l, known := b.lists[m.QuoteReqID]
	switch {
	case m.QuoteStatus == fixspec.QuoteAccepted:
		b.tell(dealerEvent{At: now, Kind: dealerNote, List: m.QuoteReqID,
			Text: "the gateway says again how the trade stands: " + m.Text})
	case known && m.QuoteStatus == fixspec.QuoteClosed:
		b.close(now, l, withdrawnByClient)
	case known && m.QuoteStatus == fixspec.QuoteLapsed && m.Text == "CLOSED":
		b.close(now, l, m.Text)
	default:
		b.rejected(now, "AI", m.QuoteID, m.Text)
	}
}
