package engine

import (
	"sync"
	"time"

	"foliogate/gateway"
	"foliogate/gateway/units"
)

// ledger is the book twice: as it was decided, which only the writer looks at, and
// as the durable entries left it, which is all that anyone else may see.
type ledger struct {
	book *gateway.Book

	sync.RWMutex
	shown   map[gateway.InquiryID]gateway.Inquiry
	waiting []standing // not yet durable, in order
}

// standing is how an entry left its inquiry.
type standing struct {
	seq     uint64
	inquiry gateway.Inquiry
}

func newLedger() *ledger {
	return &ledger{
		book: gateway.NewBook(), shown: make(map[gateway.InquiryID]gateway.Inquiry),
	}
}

// restore takes over a book, all of which is durable.
func (l *ledger) restore(book *gateway.Book) {
	l.Lock()
	defer l.Unlock()
	l.book = book
	for _, q := range book.Inquiries() {
		l.shown[q.ID] = q
	}
}

// forget drops what ended before a trading day.
func (l *ledger) forget(before units.Date) {
	l.Lock()
	defer l.Unlock()
	l.book.Forget(before)
	for id := range l.shown {
		if _, known := l.book.Inquiry(id); !known {
			delete(l.shown, id)
		}
	}
}

// keep takes what was tried.
func (l *ledger) keep(steps []gateway.Step) {
	l.Lock()
	defer l.Unlock()
	for _, step := range steps {
		l.book.Keep(step)
		if q, ok := l.book.Inquiry(step.Inquiry); ok {
			l.waiting = append(l.waiting, standing{step.Seq, q})
		}
	}
}

// audiences are those of entries that were applied, all of one inquiry.
func (l *ledger) audiences(entries []gateway.Entry) []gateway.Audience {
	q, _ := l.book.Inquiry(entries[0].Inquiry)
	all := make([]gateway.Audience, len(entries))
	for i, e := range entries {
		all[i] = e.Audience(q)
	}
	return all
}

// show lets everyone see what the entries up to the given one left.
func (l *ledger) show(seq uint64) {
	l.Lock()
	defer l.Unlock()
	done := 0
	for ; done < len(l.waiting) && l.waiting[done].seq <= seq; done++ {
		q := l.waiting[done].inquiry
		l.shown[q.ID] = q
	}
	l.waiting = l.waiting[:copy(l.waiting, l.waiting[done:])]
}

func (l *ledger) inquiry(id gateway.InquiryID) (gateway.Inquiry, bool) {
	l.RLock()
	defer l.RUnlock()
	q, ok := l.shown[id]
	return q, ok
}

func (l *ledger) ofDealer(dealer gateway.Firm, list string) (gateway.Inquiry, bool) {
	l.RLock()
	defer l.RUnlock()
	q, ok := l.book.Shown(dealer, list)
	if !ok {
		return gateway.Inquiry{}, false
	}
	q, ok = l.shown[q.ID]
	return q, ok
}

func (l *ledger) quotedTo(client gateway.Firm, quote string) (gateway.Inquiry, bool) {
	l.RLock()
	defer l.RUnlock()
	q, ok := l.book.Quoted(client, quote)
	if !ok {
		return gateway.Inquiry{}, false
	}
	q = l.shown[q.ID]
	_, durable := q.Quote(quote)
	return q, durable
}

func (l *ledger) live() int {
	l.RLock()
	defer l.RUnlock()
	_, live := l.book.Len()
	return live
}

func (l *ledger) counterparties() []gateway.Firm { return l.book.Counterparties() }

func (l *ledger) nextDue() time.Time { return l.book.NextDue() }
