package engine

import (
	"sync"
	"time"

	"foliogate/gateway"
	"foliogate/gateway/units"
)

// ledger is the book, as it was decided, which only the writer looks at, and beside it
// what the durable entries left where that differs: no more may anyone else see.
type ledger struct {
	book *gateway.Book

	sync.RWMutex
	behind  map[gateway.InquiryID]durable // of the inquiries that wait
	waiting []standing                    // not yet durable, in order
}

// durable is an inquiry as the durable entries left it.
type durable struct {
	inquiry gateway.Inquiry
	known   bool
	waiting int // entries that are not durable
}

// standing is how an entry left its inquiry.
type standing struct {
	seq     uint64
	inquiry gateway.Inquiry
}

func newLedger() *ledger {
	return &ledger{book: gateway.NewBook(), behind: make(map[gateway.InquiryID]durable)}
}

// restore takes over a book, all of which is durable.
func (l *ledger) restore(book *gateway.Book) {
	l.Lock()
	defer l.Unlock()
	l.book = book
}

// forget drops what ended before a trading day.
func (l *ledger) forget(before units.Date) {
	l.Lock()
	defer l.Unlock()
	l.book.Forget(before)
}

// fetch makes whole what is to be decided on.
func (l *ledger) fetch(id gateway.InquiryID) {
	if k, _ := l.book.Find(id); k.Filed != nil {
		l.Lock()
		defer l.Unlock()
		l.book.Fetch(id)
	}
}

// keep takes what was tried.
func (l *ledger) keep(steps []gateway.Step) {
	l.Lock()
	defer l.Unlock()
	for _, step := range steps {
		was, waits := l.behind[step.Inquiry]
		if !waits {
			was.inquiry, was.known = l.book.Inquiry(step.Inquiry)
		}
		l.book.Keep(step)
		if q, ok := l.book.Inquiry(step.Inquiry); ok {
			was.waiting++
			l.behind[step.Inquiry] = was
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
		if left := l.behind[q.ID].waiting - 1; left > 0 {
			l.behind[q.ID] = durable{q, true, left}
		} else {
			delete(l.behind, q.ID)
		}
	}
	l.waiting = l.waiting[:copy(l.waiting, l.waiting[done:])]
}

func (l *ledger) inquiry(id gateway.InquiryID) (gateway.Inquiry, bool) {
	l.RLock()
	was, waits := l.behind[id]
	kept, known := l.book.Find(id)
	l.RUnlock()
	if waits {
		return was.inquiry, was.known
	}
	return kept.Inquiry(), known
}

func (l *ledger) ofDealer(dealer gateway.Firm, list string) (gateway.Inquiry, bool) {
	l.RLock()
	id := l.book.Shown(dealer, list)
	l.RUnlock()
	return l.inquiry(id)
}

func (l *ledger) quotedTo(client gateway.Firm, quote string) (gateway.Inquiry, bool) {
	l.RLock()
	id := l.book.Quoted(client, quote)
	l.RUnlock()
	q, _ := l.inquiry(id)
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
