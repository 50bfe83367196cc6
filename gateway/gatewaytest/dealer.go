package gatewaytest

import (
	"fmt"
	"time"

	"foliogate/fixspec"
)

// dealer is a dealer's trader with its own records.
type dealer struct {
	*peer
	speech dealerSpeech
	lists  []*dealerList
	bids   int
}

// dealerSpeech is a dealer's profile: the same deeds in other messages.
type dealerSpeech interface {
	acknowledge(d *dealer, l *dealerList) fixspec.Message
	pass(d *dealer, l *dealerList) fixspec.Message
	quote(d *dealer, l *dealerList, b dealerBid) fixspec.Message
	decline(d *dealer, l *dealerList) fixspec.Message
	confirm(d *dealer, l *dealerList, quote string) fixspec.Message
	hear(d *dealer, m fixspec.Message)
}

type dealerList struct {
	id       string
	subject  fixspec.Instrument // as it was asked for
	asked    bool
	sheet    sheet
	acked    bool
	closed   bool
	bids     []dealerBid
	award    string            // our quote that was taken
	hits     map[string]string // of our quotes that were taken: what the answer is to name
	answerAt time.Time
	promised map[string]bool // quotes that we confirmed, and no final answer came
	askAt    time.Time
	fills    map[string]fixspec.ExecutionReport
	booked   bool
	tickets  map[string]fixspec.Confirmation
	affirmed map[string]bool
}

func (d *dealer) list(id string) *dealerList {
	for _, l := range d.lists {
		if l.id == id {
			return l
		}
	}
	return nil
}

func (d *dealer) heard(_ fixspec.Header, m fixspec.Message, _ bool) {
	switch m := m.(type) {
	case *fixspec.NewOrderList:
		d.shown(m)
	case *fixspec.ExecutionReport:
		if l := d.list(m.ListID); l != nil {
			l.fills[m.ExecID], l.booked, l.closed = *m, true, true
			clear(l.promised)
		}
	case *fixspec.Confirmation:
		if l := d.list(m.ListID); l != nil {
			l.tickets[m.ConfirmID] = *m
		}
	default:
		d.speech.hear(d, m)
	}
}

// close ends an inquiry that was not traded with us.
func (l *dealerList) close() {
	l.closed, l.award = true, ""
	clear(l.promised)
}

// quoted finds the list in which we gave a quote.
func (d *dealer) quoted(quote string) *dealerList {
	for _, l := range d.lists {
		for _, b := range l.bids {
			if b.id == quote {
				return l
			}
		}
	}
	return nil
}

func (l *dealerList) final(quote string) {
	delete(l.promised, quote)
	if l.award == quote {
		l.award = ""
	}
}

// known returns the list of that name, a new one if it is.
func (d *dealer) known(id string) *dealerList {
	l := d.list(id)
	if l == nil {
		l = &dealerList{id: id, promised: map[string]bool{}, hits: map[string]string{},
			sheet:    sheet{known: map[string]bool{}},
			fills:    map[string]fixspec.ExecutionReport{},
			tickets:  map[string]fixspec.Confirmation{},
			affirmed: map[string]bool{}}
		d.lists = append(d.lists, l)
	}
	return l
}

func (d *dealer) shown(m *fixspec.NewOrderList) {
	l := d.known(m.ListID)
	l.asked = l.asked || d.profile == list
	for i := range m.Orders {
		l.sheet.add(d.w, &m.Orders[i])
	}
}

// awarded begins our last look.
func (d *dealer) awarded(l *dealerList, quote, hit string) {
	l.award, l.hits[quote] = quote, hit
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
		no := d.speech.decline(d, l)
		l.award = ""
		d.say(no, false)
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
	for _, quote := range sortedKeys(l.promised) {
		d.say(d.speech.confirm(d, l, quote), false)
	}
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
	if !l.asked {
		return false
	}
	if !l.acked {
		l.acked = r.IntN(3) == 0
		if l.acked {
			d.say(d.speech.acknowledge(d, l), false)
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
		d.say(d.speech.pass(d, l), false)
	default:
		d.bids++
		b := l.sheet.priced(r, fmt.Sprintf("%s%d", d.firm[:1], d.bids))
		if d.profile == rfq && r.IntN(3) == 0 {
			b.until = d.w.now.Add(time.Duration(500+r.IntN(8000)) * time.Millisecond).
				Truncate(time.Millisecond)
		}
		l.bids = append(l.bids, b)
		d.bid(l, b)
	}
	return true
}

func (d *dealer) bid(l *dealerList, b dealerBid) { d.say(d.speech.quote(d, l, b), false) }

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
