package gatewaytest

import (
	"fmt"
	"time"

	"foliogate/fixspec"
	"foliogate/gateway/bond"
	"foliogate/gateway/units"
)

// dealer is a dealer's trader with its own records.
type dealer struct {
	*peer
	lists []*dealerList
	bids  int
}

type dealerList struct {
	id       string
	fair     units.Money     // what the list is worth, from the client's side
	known    map[string]bool // lines that are in it
	acked    bool
	closed   bool
	bids     []dealerBid
	award    string // our quote that was taken
	answerAt time.Time
	promised map[string]bool // quotes that we confirmed, and no final answer came
	askAt    time.Time
	fills    map[string]fixspec.ExecutionReport
	booked   bool
	tickets  map[string]fixspec.Confirmation
	affirmed map[string]bool
}

type dealerBid struct {
	id    string
	total units.Money
}

func (d *dealer) list(id string) *dealerList {
	for _, l := range d.lists {
		if l.id == id {
			return l
		}
	}
	return nil
}

func (d *dealer) heard(m fixspec.Message, again bool) {
	switch m := m.(type) {
	case *fixspec.NewOrderList:
		d.shown(m)
	case *fixspec.BidRequest:
		if l := d.list(m.ListID); l != nil && m.BidRequestTransType == fixspec.BidCancel {
			l.closed, l.award = true, ""
			clear(l.promised)
		}
	case *fixspec.ListExecute:
		d.awarded(m)
	case *fixspec.QuoteResponse:
		for _, l := range d.lists {
			if m.Instrument.SecurityID == l.id {
				l.final(m.QuoteID)
			}
		}
	case *fixspec.BusinessMessageReject:
		d.rejected(m)
	case *fixspec.ExecutionReport:
		if l := d.list(m.ListID); l != nil {
			l.fills[m.ExecID], l.booked, l.closed = *m, true, true
			clear(l.promised)
		}
	case *fixspec.Confirmation:
		if l := d.list(m.ListID); l != nil {
			l.tickets[m.ConfirmID] = *m
		}
	case *fixspec.ListStatus:
		if l := d.list(m.ListID); l != nil && m.ListOrderStatus == fixspec.ListAllDone {
			clear(l.promised) // our confirmation again: it is done, reports tell the rest
		}
	}
}

func (l *dealerList) final(quote string) {
	delete(l.promised, quote)
	if l.award == quote {
		l.award = ""
	}
}

// rejected: the house refuses a confirmation by the quote that it last knew, or by the list.
func (d *dealer) rejected(m *fixspec.BusinessMessageReject) {
	if m.RefMsgType != "N" {
		return
	}
	for _, l := range d.lists {
		for _, b := range l.bids {
			if b.id == m.BusinessRejectRefID || l.id == m.BusinessRejectRefID {
				clear(l.promised)
			}
		}
	}
}

func (d *dealer) shown(m *fixspec.NewOrderList) {
	l := d.list(m.ListID)
	if l == nil {
		l = &dealerList{id: m.ListID, promised: map[string]bool{}, known: map[string]bool{},
			fills:    map[string]fixspec.ExecutionReport{},
			tickets:  map[string]fixspec.Confirmation{},
			affirmed: map[string]bool{}}
		d.lists = append(d.lists, l)
	}
	for i := range m.Orders {
		o := &m.Orders[i]
		if l.known[o.ClOrdID] {
			continue
		}
		l.known[o.ClOrdID] = true
		b, _ := d.w.market.Universe.Find(bond.CUSIP, o.Instrument.SecurityID)
		cash := units.Principal(o.OrderQty, b.Evaluated, "USD")
		if o.Side == fixspec.SideBuy {
			cash = -cash
		}
		l.fair += cash
	}
}

func (d *dealer) awarded(m *fixspec.ListExecute) {
	l := d.list(m.ListID)
	if l == nil {
		d.w.fail("%s is awarded a list %s that it never saw", d.firm, m.ListID)
		return
	}
	l.award = m.BidID
	l.answerAt = d.w.now.Add(within(d.w.rng, 0, d.w.look*3/2))
}

func (d *dealer) act(eager bool) {
	r := d.w.rng
	for _, l := range d.lists {
		switch {
		case l.award != "":
			if !d.w.now.Before(l.answerAt) || r.IntN(40) == 0 {
				d.answer(l, eager)
				return
			}
		case len(l.promised) > 0 && !d.w.now.Before(l.askAt):
			d.promise(l) // no answer: ask by saying it again
			return
		case l.booked && len(l.tickets) > len(l.affirmed) && (eager || r.IntN(8) == 0):
			d.affirm(l)
			return
		case !eager && d.price(l):
			return
		}
	}
}

// answer ends the last look: mostly by a yes, now and then not at all.
func (d *dealer) answer(l *dealerList, eager bool) {
	switch r := d.w.rng.IntN(8); {
	case r == 0 && !eager:
		l.award = ""
		d.say(&fixspec.ListStatus{ListID: l.id, ListStatusType: fixspec.StatusResponse,
			ListOrderStatus: fixspec.ListRejected, TransactTime: d.w.now, TotNoOrders: 1}, false)
	case r == 1 && !eager:
		l.award = ""
	default:
		l.promised[l.award] = true
		l.award = ""
		d.promise(l)
	}
}

func (d *dealer) promise(l *dealerList) {
	l.askAt = d.w.now.Add(patience)
	if d.w.mutant == BookOnConfirm {
		l.booked = true
	}
	d.say(&fixspec.ListStatus{ListID: l.id, ListStatusType: fixspec.StatusExecStarted,
		ListOrderStatus: fixspec.ListExecuting, TransactTime: d.w.now, TotNoOrders: 1}, false)
}

func (d *dealer) affirm(l *dealerList) {
	for _, id := range sortedKeys(l.tickets) {
		if !l.affirmed[id] {
			l.affirmed[id] = true
			d.say(&fixspec.ConfirmationAck{ConfirmID: id, TradeDate: l.tickets[id].TradeDate,
				TransactTime: d.w.now, AffirmStatus: fixspec.AffirmAffirmed}, false)
			return
		}
	}
}

// price quotes, quotes again, says a quote twice, or takes it back.
func (d *dealer) price(l *dealerList) bool {
	r := d.w.rng
	if !l.acked {
		l.acked = r.IntN(3) == 0
		if l.acked {
			d.say(&fixspec.ListStatus{ListID: l.id, ListStatusType: fixspec.StatusAck,
				ListOrderStatus: fixspec.ListInBidding, TransactTime: d.w.now, TotNoOrders: 1}, false)
		}
		return l.acked
	}
	odds := 4
	if len(l.bids) > 0 {
		odds = 24
	}
	if l.closed {
		odds = 80
	}
	if r.IntN(odds) > 0 {
		return false
	}
	switch n := len(l.bids); {
	case n > 0 && r.IntN(4) == 0:
		d.bid(l, l.bids[r.IntN(n)])
	case n > 0 && r.IntN(6) == 0:
		d.say(&fixspec.QuoteCancel{QuoteReqID: l.id, QuoteID: l.bids[n-1].id,
			QuoteCancelType: fixspec.CancelAllQuotes}, false)
	case n == 0 && r.IntN(10) == 0:
		d.say(&fixspec.BidResponse{BidID: "P", ClientBidID: l.id,
			Components: []fixspec.BidComponent{{ListID: l.id, Text: fixspec.TextPass}}}, false)
	default:
		d.bids++
		worth := max(l.fair, -l.fair) / 200
		b := dealerBid{id: fmt.Sprintf("%s%d", d.firm[:1], d.bids),
			total: l.fair - units.Money(r.Int64N(int64(worth)+100))}
		l.bids = append(l.bids, b)
		d.bid(l, b)
	}
	return true
}

func (d *dealer) bid(l *dealerList, b dealerBid) {
	d.say(&fixspec.BidResponse{BidID: b.id, ClientBidID: l.id, Components: []fixspec.BidComponent{{
		ListID: l.id, Price: fixspec.MoneyAmount(b.total, "USD"),
		PriceType: fixspec.PriceFixedAmount}}}, false)
}

func (d *dealer) due() time.Time {
	var next time.Time
	sooner := func(t time.Time) {
		if next.IsZero() || t.Before(next) {
			next = t
		}
	}
	for _, l := range d.lists {
		if l.award != "" {
			sooner(l.answerAt)
		} else if len(l.promised) > 0 {
			sooner(l.askAt)
		}
	}
	return next
}

func (d *dealer) promises() (n int) {
	for _, l := range d.lists {
		n += len(l.promised)
	}
	return n
}
