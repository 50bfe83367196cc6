package play

import (
	"cmp"
	"time"

	"foliogate/fixspec"
	"foliogate/gateway"
	"foliogate/gateway/units"
)

// Dealer is a dealer in one inquiry, which it knows as it was shown it.
type Dealer struct {
	Profile  Profile
	List     string // ListID(66), QuoteReqID(131)
	Bond     fixspec.Instrument
	Side     fixspec.Side // of a single bond
	Par      units.Face
	Currency units.Currency
	Orders   []fixspec.ListOrder
	Last     string            // its last quote
	Award    string            // the quote that was taken last
	answers  map[string]string // QuoteRespID(693) of the awards, by quote
}

// Acknowledge says that the inquiry has come.
func (d *Dealer) Acknowledge(at time.Time) []fixspec.Envelope {
	if d.Profile == LIST {
		return say(d.status(fixspec.StatusAck, fixspec.ListInBidding, "", at))
	}
	return say(d.report(fixspec.NoQuoteID, fixspec.QuoteAccepted, "", at))
}

// Pass says that there will be no quote. A LIST dealer that has quoted takes its quote back by it.
func (d *Dealer) Pass(text string) []fixspec.Envelope {
	if d.Profile == LIST {
		return say(&fixspec.BidResponse{BidID: "NONE", ClientBidID: d.List,
			Components: []fixspec.BidComponent{{ListID: d.List, Text: text}}})
	}
	return say(&fixspec.QuoteRequestReject{QuoteReqID: d.List, Reason: fixspec.RequestPass,
		Instrument: d.about(), Text: text})
}

// Quote gives one price for the whole, with the line prices behind it if there are some: a LIST dealer
// sends them in a message of their own. LIST quotes are good as long as was agreed; until is for RFQ.
func (d *Dealer) Quote(id string, price gateway.Aggregate, until time.Time, lines []units.Price) []fixspec.Envelope {
	d.Last = id
	if d.Profile == LIST {
		said := say(d.bid(id, price))
		if len(lines) > 0 {
			said = append(said, d.PriceLines(id, lines)...)
		}
		return said
	}
	m := &fixspec.Quote{QuoteReqID: d.List, QuoteID: id, QuoteType: fixspec.QuoteTradeable,
		Instrument: d.about(), ValidUntilTime: until}
	m.OfferPx, m.PriceType = d.prices(m, price)
	for i, px := range lines {
		m.Legs = append(m.Legs, d.leg(i, px))
	}
	return say(m)
}

func (d *Dealer) prices(m *fixspec.Quote, price gateway.Aggregate) (fixspec.Amount, fixspec.PriceType) {
	one, sells, buys, kind := amounts(price, d.Currency)
	m.BidPx = sells
	if kind == fixspec.PricePercentage {
		return buys, kind
	}
	return one, kind
}

func (d *Dealer) leg(line int, px units.Price) fixspec.QuoteLeg {
	o := d.Orders[line]
	leg := fixspec.QuoteLeg{SecurityID: o.Instrument.SecurityID, Side: o.Side,
		SecurityIDSource: o.Instrument.SecurityIDSource}
	if o.Side == fixspec.SideSell {
		leg.BidPx = px
	} else {
		leg.OfferPx = px
	}
	return leg
}

func (d *Dealer) bid(id string, price gateway.Aggregate) *fixspec.BidResponse {
	m := &fixspec.BidResponse{BidID: id, ClientBidID: d.List}
	add := func(side fixspec.Side, amount fixspec.Amount, kind fixspec.PriceType) {
		if amount.Given() {
			m.Components = append(m.Components, fixspec.BidComponent{ListID: d.List, Side: side,
				Price: amount, PriceType: kind})
		}
	}
	one, sells, buys, kind := amounts(price, d.Currency)
	add(0, one, kind)
	add(fixspec.SideSell, sells, kind)
	add(fixspec.SideBuy, buys, kind)
	return m
}

// PriceLines gives the line prices of a quote, in the order of the lines.
func (d *Dealer) PriceLines(id string, prices []units.Price) []fixspec.Envelope {
	m := &fixspec.MassQuote{QuoteReqID: d.List, QuoteID: id, QuoteType: fixspec.QuoteTradeable,
		QuoteResponseLevel: fixspec.AnswerNegative, QuoteSetID: d.List,
		TotNoQuoteEntries: len(d.Orders), LastFragment: true}
	for i, px := range prices {
		o := d.Orders[i]
		entry := fixspec.QuoteEntry{QuoteEntryID: o.ClOrdID, Instrument: fixspec.Instrument{
			Symbol: fixspec.NoSymbol, SecurityID: o.Instrument.SecurityID,
			SecurityIDSource: o.Instrument.SecurityIDSource}}
		if o.Side == fixspec.SideSell {
			entry.BidPx = px
		} else {
			entry.OfferPx = px
		}
		m.Entries = append(m.Entries, entry)
	}
	return say(m)
}

// Withdraw takes a quote back.
func (d *Dealer) Withdraw(id string) []fixspec.Envelope {
	return say(&fixspec.QuoteCancel{QuoteReqID: d.List, QuoteID: id,
		QuoteCancelType: fixspec.CancelAllQuotes})
}

// Confirm says yes to an award, which the LIST profile cannot name: it is the last.
func (d *Dealer) Confirm(quote string, at time.Time) []fixspec.Envelope {
	if d.Profile == LIST {
		return say(d.status(fixspec.StatusExecStarted, fixspec.ListExecuting, "", at))
	}
	yes := d.report(quote, fixspec.QuoteAccepted, "", at)
	if yes.QuoteRespID == "" { // it was never asked
		yes.QuoteRespID = d.List + "-" + quote
	}
	return say(yes)
}

// Decline says no to an award.
func (d *Dealer) Decline(quote, text string, at time.Time) []fixspec.Envelope {
	if d.Profile == LIST {
		return say(d.status(fixspec.StatusResponse, fixspec.ListRejected, text, at))
	}
	return say(d.report(quote, fixspec.QuoteDeclined, text, at))
}

// RejectLine answers the lines: the inquiry cannot be priced for one of them.
func (d *Dealer) RejectLine(line int, text string, at time.Time) []fixspec.Envelope {
	m := d.status(fixspec.StatusAck, fixspec.ListInBidding, "", at)
	m.Orders = []fixspec.OrderState{{ClOrdID: d.Orders[line].ClOrdID, OrdStatus: fixspec.OrdRejected,
		OrdRejReason: fixspec.RejOther, Text: text}}
	return say(m)
}

func (d *Dealer) status(why fixspec.ListStatusType, state fixspec.ListOrderStatus, text string, at time.Time) *fixspec.ListStatus {
	return &fixspec.ListStatus{ListID: d.List, ListStatusType: why, ListOrderStatus: state,
		ListStatusText: text, TransactTime: at, TotNoOrders: len(d.Orders), LastFragment: true}
}

func (d *Dealer) report(quote string, status fixspec.QuoteStatus, text string, at time.Time) *fixspec.QuoteStatusReport {
	return &fixspec.QuoteStatusReport{QuoteReqID: d.List, QuoteID: cmp.Or(quote, fixspec.NoQuoteID), QuoteRespID: d.answers[quote],
		Instrument: d.about(), TransactTime: at, QuoteStatus: status, Text: text}
}

// about is what was asked for, as an instrument.
func (d *Dealer) about() fixspec.Instrument {
	if d.Bond.SecurityID != "" {
		return d.Bond
	}
	return listed(d.List)
}

// Hear keeps what it is shown and what is taken of it.
func (d *Dealer) Hear(m fixspec.Message) {
	switch m := m.(type) {
	case *fixspec.NewOrderList:
		d.shown(m)
	case *fixspec.QuoteRequest:
		d.asked(m)
	case *fixspec.ListExecute:
		d.Award = m.BidID
	case *fixspec.QuoteResponse:
		if m.QuoteRespType == fixspec.QuoteHit {
			d.awarded(m)
		}
	}
}

func (d *Dealer) shown(m *fixspec.NewOrderList) {
	if d.List != m.ListID {
		d.List, d.Orders, d.Bond, d.Par = m.ListID, nil, fixspec.Instrument{}, 0
	}
	for _, o := range m.Orders {
		if o.ListSeqNo == len(d.Orders)+1 { // else it is shown again
			d.Orders, d.Par, d.Currency = append(d.Orders, o), d.Par+o.OrderQty, o.Currency
		}
	}
}

func (d *Dealer) asked(m *fixspec.QuoteRequest) {
	if m.Side == fixspec.SideAsDefined {
		return // its lines have been shown
	}
	d.List, d.Bond, d.Side, d.Par, d.Currency = m.QuoteReqID, m.Instrument, m.Side, m.OrderQty, m.Currency
	d.Orders = []fixspec.ListOrder{{ClOrdID: m.ClOrdID, ListSeqNo: 1, Instrument: m.Instrument,
		Side: m.Side, OrderQty: m.OrderQty, Currency: m.Currency}}
}

func (d *Dealer) awarded(m *fixspec.QuoteResponse) {
	if d.answers == nil {
		d.answers = map[string]string{}
	}
	d.Award, d.answers[m.QuoteID] = m.QuoteID, m.QuoteRespID
}
