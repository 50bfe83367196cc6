package gatewaytest

import "foliogate/fixspec"

// quoteDealer is a dealer of the RFQ profile.
type quoteDealer struct{ listDealer }

func (s quoteDealer) acknowledge(d *dealer, l *dealerList) fixspec.Message {
	if !l.single() && d.w.chance(2) {
		return s.listDealer.acknowledge(d, l) // the lines of a list, as a list
	}
	return d.report(l, fixspec.NoQuoteID, fixspec.QuoteAccepted)
}

func (quoteDealer) decline(d *dealer, l *dealerList) fixspec.Message {
	m := d.report(l, l.award, fixspec.QuoteDeclined)
	m.QuoteRespID = l.hits[l.award]
	return m
}

func (quoteDealer) confirm(d *dealer, l *dealerList, quote string) fixspec.Message {
	m := d.report(l, quote, fixspec.QuoteAccepted)
	m.QuoteRespID = l.hits[quote]
	return m
}

func (d *dealer) report(l *dealerList, quote string, status fixspec.QuoteStatus) *fixspec.QuoteStatusReport {
	return &fixspec.QuoteStatusReport{QuoteReqID: l.id, QuoteID: quote, Instrument: l.subject,
		TransactTime: d.w.now, QuoteStatus: status}
}

func (quoteDealer) pass(d *dealer, l *dealerList) fixspec.Message {
	return &fixspec.QuoteRequestReject{QuoteReqID: l.id, Reason: fixspec.RequestPass,
		Instrument: l.subject, Text: fixspec.TextPass}
}

func (quoteDealer) quote(d *dealer, l *dealerList, b dealerBid) fixspec.Message {
	m := &fixspec.Quote{QuoteReqID: l.id, QuoteID: b.id, QuoteType: fixspec.QuoteTradeable,
		Instrument: l.subject, Currency: "USD", PriceType: l.sheet.kind, ValidUntilTime: b.until}
	if l.sheet.kind != fixspec.PricePercentage {
		m.OfferPx = fixspec.MoneyAmount(b.total, "USD")
		return m
	}
	if b.sell != 0 {
		m.BidPx = fixspec.PriceAmount(b.sell)
	}
	if b.buy != 0 {
		m.OfferPx = fixspec.PriceAmount(b.buy)
	}
	return m
}

func (l *dealerList) single() bool { return listIn(l.subject) == "" }

func (quoteDealer) hear(d *dealer, m fixspec.Message) {
	switch m := m.(type) {
	case *fixspec.QuoteRequest:
		d.requested(m)
	case *fixspec.QuoteResponse:
		d.answered(m)
	case *fixspec.QuoteStatusReport:
		d.reported(m)
	}
}

// requested hears what is to be quoted: a bond, or a list whose lines were sent before.
func (d *dealer) requested(m *fixspec.QuoteRequest) {
	if listIn(m.Instrument) != "" && d.list(m.QuoteReqID) == nil {
		return // a resend left its lines out; they are pushed, and asked for, again
	}
	l := d.known(m.QuoteReqID)
	l.asked, l.subject = true, m.Instrument
	if l.single() {
		l.sheet.add(d.w, &fixspec.ListOrder{ClOrdID: m.ClOrdID, Side: m.Side, OrderQty: m.OrderQty,
			Instrument: m.Instrument, PriceType: m.PriceType})
	}
}

// answered hears that a quote of ours is taken, or what became of it.
func (d *dealer) answered(m *fixspec.QuoteResponse) {
	l := d.quoted(m.QuoteID)
	switch {
	case l == nil:
		d.w.fail("%s is told of %s, which it never quoted", d.firm, m.QuoteID)
	case m.QuoteRespType == fixspec.QuoteHit:
		d.hit(l, m)
	case m.QuoteRespType == fixspec.QuoteExpired && m.Text == "NOT DONE":
		l.final(m.QuoteID)
	default:
		l.close()
	}
}

// hit begins a last look, if the quote is taken as it was given.
func (d *dealer) hit(l *dealerList, m *fixspec.QuoteResponse) {
	for _, b := range l.bids {
		if b.id != m.QuoteID {
			continue
		}
		if price := l.sheet.taken(b, m.Side); price.Given() && m.Price.String() != price.String() {
			d.w.fail("%s quoted %s at %s and is hit at %s", d.firm, b.id, price, m.Price)
		}
		if !b.until.IsZero() && !m.TransactTime.Before(b.until) {
			d.w.fail("%s is hit on %s at %s, which was good until %s", d.firm, b.id,
				m.TransactTime, b.until)
		}
	}
	d.awarded(l, m.QuoteID, m.QuoteRespID)
}

// taken is the price at which a bid is taken; none where a list has two.
func (s *sheet) taken(b dealerBid, side fixspec.Side) fixspec.Amount {
	switch {
	case s.kind == fixspec.PriceFixedAmount:
		return fixspec.MoneyAmount(b.total, "USD")
	case b.buy == 0, side == fixspec.SideSell:
		return fixspec.PriceAmount(b.sell)
	case b.sell == 0, side == fixspec.SideBuy:
		return fixspec.PriceAmount(b.buy)
	}
	return fixspec.Amount{}
}

// reported hears that an inquiry is over, or the answer to a confirmation.
func (d *dealer) reported(m *fixspec.QuoteStatusReport) {
	l := d.list(m.QuoteReqID)
	switch {
	case l == nil: // it was over before it was shown
	case isOver(m):
		l.close()
	case m.QuoteRespID != "" && m.QuoteStatus == fixspec.QuoteAccepted:
		clear(l.promised) // our confirmation again: it is done, reports tell the rest
	case m.QuoteRespID != "":
		l.final(m.QuoteID)
	}
}

// isOver tells whether a dealer hears that the inquiry is, and not how it ended.
func isOver(m *fixspec.QuoteStatusReport) bool {
	return m.QuoteStatus == fixspec.QuoteClosed ||
		m.QuoteStatus == fixspec.QuoteLapsed && m.Text == "CLOSED"
}
