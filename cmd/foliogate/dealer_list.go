package main

import (
	"fmt"
	"time"

	"foliogate/fixspec"
	"foliogate/gateway"
	"foliogate/gateway/bond"
	"foliogate/gateway/dealer"
)

// shownList is one list that a dealer was shown.
type shownList struct {
	id       string
	round    string             // ClientBidID(391), of the LIST profile
	subject  fixspec.Instrument // as what it is quoted, in the RFQ profile
	total    int
	orders   []fixspec.ListOrder
	byID     map[string]*fixspec.ListOrder // by ClOrdID(11), once all are here
	deadline time.Time
	basket   dealer.Basket
	trouble  error // why there is no basket

	state   listState
	due     time.Time // when it is quoted next, or answered; zero: not by itself
	version int       // of the next quote
	bid     string    // id of the live quote
	hit     string    // QuoteRespID(693) by which it was taken, in the RFQ profile
	offer   dealer.Offer

	fills    []fill
	filled   map[string]bool // ExecID(17)
	executed bool            // was told
	tickets  []ticket
}

// listState is where a dealer stands with a list.
type listState int

const (
	listReceiving listState = iota + 1
	listShown               // whole; not asked for a price, or asked before a gap in the connection
	listWorking             // asked for a price
	listQuoting
	listAwarded   // in last look
	listConfirmed // the trade is done
	listOver
)

// maxLines is how long a list can be before it is taken for a mistake.
const maxLines = 100_000

// fragment hears a NewOrderList(E), or a part of it. A list that is whole is not read again.
func (b *dealerBook) fragment(now time.Time, m *fixspec.NewOrderList) {
	l := b.list(m.ListID)
	if l.state != listReceiving {
		return
	}
	l.round, l.total = m.ClientBidID, m.TotNoOrders
	if l.total > maxLines || len(l.orders)+len(m.Orders) > maxLines {
		b.pass(now, l, fmt.Sprintf("more than %d lines", maxLines))
		return
	}
	l.orders = append(l.orders, m.Orders...)
	if !m.LastFragment && len(l.orders) < l.total {
		return
	}
	l.complete()
	l.state = listShown
	l.basket, l.trouble = b.basketOf(l)
	if l.trouble == nil {
		mark := l.basket.Fingerprint()
		l.basket.Occurrence = b.shown[mark]
		b.shown[mark]++
	}
	b.tell(dealerEvent{At: now, Kind: dealerShown, List: l.id, Lines: len(l.orders),
		Deadline: l.deadline, Currency: l.basket.Currency})
}

// complete indexes the lines, which are all here.
func (l *shownList) complete() {
	l.byID = make(map[string]*fixspec.ListOrder, len(l.orders))
	for i := range l.orders {
		l.orders[i].Allocs = nil // they share the memory of the message
		l.byID[l.orders[i].ClOrdID] = &l.orders[i]
	}
	if len(l.orders) > 0 {
		l.deadline = l.orders[0].ExpireTime
	}
}

// basketOf turns what was shown into what is priced, or says why that is not possible.
func (b *dealerBook) basketOf(l *shownList) (dealer.Basket, error) {
	if len(l.orders) != l.total || len(l.byID) != l.total || l.total == 0 {
		return dealer.Basket{}, fmt.Errorf("TotNoOrders(68) is %d, but %d lines came", l.total,
			len(l.byID))
	}
	first := l.orders[0]
	kind, ok := kindOfPrice(first.PriceType)
	if !ok {
		return dealer.Basket{}, fmt.Errorf("PriceType(423) %d is no price for a whole list", first.PriceType)
	}
	basket := dealer.Basket{Kind: kind, Currency: first.SettlCurrency,
		Lines: make([]dealer.Line, len(l.orders))}
	for i := range l.orders {
		line, err := b.lineOf(&l.orders[i], basket)
		if err != nil {
			return dealer.Basket{}, fmt.Errorf("line %d: %w", l.orders[i].ListSeqNo, err)
		}
		basket.Lines[i] = line
	}
	return basket, nil
}

func (b *dealerBook) lineOf(o *fixspec.ListOrder, basket dealer.Basket) (dealer.Line, error) {
	source, id := bond.IDSource(o.Instrument.SecurityIDSource), o.Instrument.SecurityID
	held, ok := b.market.Universe.Find(source, id)
	switch {
	case !ok:
		return dealer.Line{}, fmt.Errorf("SecurityID(48) %s is not known here", id)
	case held.Currency != basket.Currency:
		return dealer.Line{}, fmt.Errorf("%s is in %s, the list in %s", id, held.Currency,
			basket.Currency)
	}
	line := dealer.Line{Side: gateway.Buy, Face: held.CurrentFace(o.OrderQty), Bond: held,
		Settle: o.SettlDate, Reference: o.Benchmark.Spread}
	switch o.Side {
	case fixspec.SideSell:
		line.Side = gateway.Sell
	case fixspec.SideUndisclosed:
		line.Side = gateway.TwoWay
	}
	if id := o.Benchmark.SecurityID; id != "" {
		line.Benchmark, _ = b.market.Universe.Get(id)
	}
	return line, nil
}

// asked hears a request to price a list.
func (b *dealerBook) asked(now time.Time, id string) {
	l, ok := b.lists[id]
	switch {
	case !ok:
		b.unknown(now, id)
	case l.state == listReceiving:
		b.pass(now, l, fmt.Sprintf("asked for a price with %d of %d lines", len(l.orders), l.total))
	case l.state == listShown:
		b.think(now, l)
	}
}

func (b *dealerBook) unknown(now time.Time, id string) {
	b.tell(dealerEvent{At: now, Kind: dealerNote, List: id,
		Text: "a request about a list that was not shown; it is left aside"})
}

// think acknowledges the list and thinks about its price.
func (b *dealerBook) think(now time.Time, l *shownList) {
	l.state, l.due = listWorking, now.Add(b.plan.ThinkTime)
	b.send(b.speech.acknowledge(l, now))
	b.tell(dealerEvent{At: now, Kind: dealerAsked, List: l.id, Lines: l.total})
}

// withdrawnByClient is why a list is closed that was cancelled.
const withdrawnByClient = "the client has withdrawn it"

// close hears that no more quotes are wanted. A trade goes on.
func (b *dealerBook) close(now time.Time, l *shownList, text string) {
	if l.state == listConfirmed || l.state == listOver {
		return
	}
	l.state, l.due = listOver, time.Time{}
	b.tell(dealerEvent{At: now, Kind: dealerClosed, List: l.id, Text: text})
}
