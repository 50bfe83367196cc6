package main

import (
	"slices"

	"foliogate/gateway"
	"foliogate/gateway/units"
)

// audit holds what everybody knows against the journal of a dead gateway. What was told must be
// there; at the end of an era what is there must have been told too.
func (f *floor) audit(l *ledger, end bool) {
	f.auditNumbers(l, end)
	for _, q := range f.client.order {
		f.auditClient(l, q)
	}
	for _, d := range f.dealers {
		for _, list := range d.lists {
			f.auditDealer(l, d, list)
		}
	}
	if end {
		for _, q := range l.book.Inquiries() {
			f.auditEnd(q)
		}
	}
}

// auditNumbers looks for each message that was on the wire. Its record may be lost in a death, for
// what it says is in the journal as a fact and is said again; its number may not. What is lost is
// the end of what was said in that life, and stays lost; a clean end loses nothing. Where there is a
// record, it is the same.
func (f *floor) auditNumbers(l *ledger, end bool) {
	for _, s := range f.sessions() {
		if s.reset {
			continue // numbers begin anew, and the gateway may not know yet
		}
		if l.next[s.us] > s.out {
			f.violation("%s: the gateway expects number %d, and %d was never sent", s.us, l.next[s.us],
				s.out)
		}
		hole := -1 // the life of which a record is lost
		for _, n := range s.numbers() {
			x := s.seen[n]
			if n > l.used[s.us] {
				f.violation("%s: number %d was told, and the journal knows of %d: %s", s.us, n, l.used[s.us],
					x.sample)
			}
			told, known := l.sent[s.us][n]
			if !known && end && x.life == f.life {
				f.violation("%s: number %d was told before a clean end, and is not in the journal: %s", s.us,
					n, x.sample)
			}
			if known && (x.lost || hole == x.life) {
				f.violation("%s: number %d is in the journal, and what was lost stands before it: %s", s.us, n,
					x.sample)
			}
			switch {
			case !known && !x.lost:
				x.lost = true
				s.seen[n] = x
				hole = x.life
				f.hit("a number was told, its record lost")
			case known && !told.admin() && told.substance() != x.substance:
				f.violation("%s: number %d is other content in the journal:\n%s\n%s", s.us, n, x.sample,
					told)
			case known && told.kind != x.kind:
				f.violation("%s: number %d was told as %s and is %s in the journal", s.us, n, x.kind, told.kind)
			}
		}
	}
}

// auditClient holds the client's knowledge of an inquiry against the journal.
func (f *floor) auditClient(l *ledger, q *inquiry) {
	held, known := l.byID[q.id]
	if !known {
		if q.acked || len(q.heard) > 0 || len(q.fills) > 0 {
			f.violation("client: %s was acknowledged and is not in the journal", q.id)
		}
		return
	}
	if q.acked && held.Phase < gateway.Open {
		f.violation("client: %s was acknowledged and is %s in the journal", q.id, held.Phase)
	}
	for id := range q.heard {
		if _, ok := held.Quote(id); !ok {
			f.violation("client: quote %s of %s is not in the journal", id, q.id)
		}
	}
	executed := held.Phase.Traded()
	switch {
	case q.outcome == "EXECUTED" && !executed,
		q.outcome == "EXPIRED" && held.Phase != gateway.Expired,
		q.outcome == "CANCELLED" && held.Phase != gateway.Withdrawn:
		f.violation("client: %s is %s, in the journal %s", q.id, q.outcome, held.Phase)
	}
	f.auditBooks("client", held, q.books, true, func(i int) string { return held.Lines[i].ClOrdID })
}

// auditDealer holds a dealer's books against the journal.
func (f *floor) auditDealer(l *ledger, d *dealer, list *shown) {
	held, known := l.book.Inquiry(l.book.Shown(gateway.Firm(d.us), list.id))
	if !known {
		if list.total > 0 {
			f.violation("%s: list %s was shown and is not in the journal", d.us, list.id)
		}
		return
	}
	if len(list.fills) > 0 && (held.Execution == nil || string(held.Execution.Dealer) != d.us) {
		f.violation("%s: has executions of %s, which it did not win", d.us, list.id)
		return
	}
	route, _ := held.Route(gateway.Firm(d.us))
	f.auditBooks(d.us, held, list.books, false, func(i int) string {
		return route.LineID(held.Lines[i].Number)
	})
}

// auditBooks: each report is a line of the execution, with its money.
func (f *floor) auditBooks(
	who string, q gateway.Inquiry, b books, accounts bool, id func(int) string,
) {
	if len(b.fills)+len(b.tickets) == 0 {
		return
	}
	if q.Execution == nil {
		f.violation("%s: has executions of %s, which did not trade", who, q.ListID)
		return
	}
	for i, fill := range q.Execution.Fills {
		m, told := b.fills[q.Execution.ExecID(q.Lines[i].Number)]
		if !told {
			continue
		}
		if accounts && m.get("693") != q.Execution.Response {
			f.violation("%s: line %d of %s was taken by %q, in the journal by %q", who, i+1, q.ListID,
				m.get("693"), q.Execution.Response)
		}
		net, err := flow(m)
		price, fault := units.ParsePrice(m.get("31"))
		if err != nil || fault != nil || net != fill.Net || price != fill.Price || m.get("11") != id(i) ||
			m.get("32") != q.Lines[i].Face.String() {
			f.violation("%s: line %d of %s differs from the journal: %s", who, i+1, q.ListID, m)
		}
	}
	for id := range b.fills {
		if !slices.ContainsFunc(q.Lines, func(x gateway.Line) bool {
			return q.Execution.ExecID(x.Number) == id
		}) {
			f.violation("%s: execution %s of %s is not in the journal", who, id, q.ListID)
		}
	}
	if len(b.fills) > len(q.Lines) {
		f.violation("%s: %d executions of %d lines of %s", who, len(b.fills), len(q.Lines), q.ListID)
	}
	for name, m := range b.tickets {
		at := slices.IndexFunc(q.Tickets, func(t gateway.Settlement) bool { return t.ID == name })
		if net, err := flow(m); at < 0 || err != nil || q.Tickets[at].Net != net {
			f.violation("%s: ticket %s differs from the journal: %s", who, name, m)
		}
	}
	if len(b.fills) == len(q.Lines) && len(b.tickets) == len(q.Tickets) {
		f.auditSums(who, q, b, accounts)
	}
}

func (f *floor) auditSums(who string, q gateway.Inquiry, b books, accounts bool) {
	fills, tickets, err := b.sums(accounts)
	if err != nil {
		f.violation("%s: %v", who, err)
	}
	for key, sum := range tickets {
		if fills[key] != sum {
			f.violation("%s: %s: the lines come to %d on %s, the tickets to %d", who, q.ListID, fills[key],
				key, sum)
		}
	}
	if len(fills) != len(tickets) {
		f.violation("%s: %s: %d sums of lines, %d of tickets", who, q.ListID, len(fills), len(tickets))
	}
}

// auditEnd: an inquiry that traded has every line on both sides, and all is over.
func (f *floor) auditEnd(q gateway.Inquiry) {
	if q.Phase.Live() {
		f.violation("%s is still %s at the end", q.ListID, q.Phase)
		return
	}
	mine, ours := f.client.inquiries[q.ListID]
	if q.Execution == nil {
		return // that nobody has executions of it is looked at with the books
	}
	f.count.traded++
	f.count.lines += len(q.Lines)
	if !ours || mine.outcome != "EXECUTED" || len(mine.fills) != len(q.Lines) ||
		len(mine.tickets) != len(q.Tickets) {
		f.violation("client: %s traded, and the client does not have all of it", q.ListID)
	}
	for _, d := range f.dealers {
		if d.us != string(q.Execution.Dealer) {
			continue
		}
		route, _ := q.Route(q.Execution.Dealer)
		f.count.pairs["client "+f.client.profile()+", dealer "+d.profile()]++
		list := d.list(route.ListID)
		if len(list.fills) != len(q.Lines) || len(list.tickets) != len(q.Tickets) {
			f.violation("%s: %s traded, and it has %d of %d executions, %d of %d tickets", d.us, q.ListID,
				len(list.fills), len(q.Lines), len(list.tickets), len(q.Tickets))
		}
	}
	if q.Phase == gateway.Settled {
		f.count.settled++
	}
}
