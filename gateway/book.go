package gateway

import (
	"cmp"
	"slices"
	"time"
)

// Book holds every inquiry. It is the only thing in the domain that changes, and
// it changes only through Apply. It is not safe for use from several goroutines;
// the inquiries that it hands out are.
type Book struct {
	inquiries map[InquiryID]Inquiry
	filed     map[InquiryID]*Filed  // those that have ended and were put away
	byClient  map[listKey]InquiryID // a client and its ListID
	byDealer  map[listKey]InquiryID // a dealer and the ListID of its route
	byQuote   map[listKey]InquiryID // a client and a quote that it was shown
	byTrade   map[string]InquiryID
	live      map[InquiryID]time.Time // when those are due that can still change by themselves
}

type listKey struct {
	firm Firm
	list string
}

// NewBook returns an empty book.
func NewBook() *Book {
	return &Book{
		inquiries: make(map[InquiryID]Inquiry),
		filed:     make(map[InquiryID]*Filed),
		byClient:  make(map[listKey]InquiryID),
		byDealer:  make(map[listKey]InquiryID),
		byQuote:   make(map[listKey]InquiryID),
		byTrade:   make(map[string]InquiryID),
		live:      make(map[InquiryID]time.Time),
	}
}

// Inquiry returns an inquiry by its house id.
func (b *Book) Inquiry(id InquiryID) (Inquiry, bool) {
	k, ok := b.Find(id)
	return k.Inquiry(), ok
}

// Shown returns the id of the inquiry that a dealer knows by a ListID of its route;
// "" if there is none.
func (b *Book) Shown(dealer Firm, list string) InquiryID {
	return b.byDealer[listKey{dealer, list}]
}

// Quoted returns the id of the inquiry in which a client was shown a quote; "" if
// there is none.
func (b *Book) Quoted(client Firm, quote string) InquiryID {
	return b.byQuote[listKey{client, quote}]
}

// Len returns how many inquiries the book holds, and how many are live.
func (b *Book) Len() (all, live int) { return len(b.inquiries) + len(b.filed), len(b.live) }

// Decide finds the inquiries that a command is about and decides on each, in the
// order of their ids. The entries are numbered from env.Seq.
func (b *Book) Decide(env Env, c Command) []Entry {
	var entries []Entry
	for _, id := range b.Concerns(env, c) {
		decided := b.DecideOn(env, id, c, Decide)
		entries = append(entries, decided...)
		env.Seq += uint64(len(decided))
	}
	return entries
}

// Concerns returns the inquiries that a command is about, in the order of their ids.
// An empty id stands for none that exists, and for a Replay, which spans inquiries.
func (b *Book) Concerns(env Env, c Command) []InquiryID {
	switch c := c.(type) {
	case Tick:
		return b.due(env.Now)
	case Disconnect:
		return b.touching(c.Firm)
	case Connect:
		return b.connecting(env, c)
	case Replay:
		return []InquiryID{""}
	case Quarantine:
		return b.Concerns(env, c.Failed)
	}
	return []InquiryID{b.named(c)}
}

// DecideOn decides a command on one of the inquiries that it is about, by Decide or
// what stands for it in a test.
func (b *Book) DecideOn(
	env Env, id InquiryID, c Command, decide func(Env, Inquiry, Command) []Event,
) []Entry {
	if c, ok := c.(Replay); ok {
		return b.replay(env, c)
	}
	q, _ := b.Inquiry(id)
	if q.Phase == Unknown {
		env.Live = b.liveOf(c.From().Firm)
	}
	return entriesOf(env, id, c, decide(env, q, c))
}

func (b *Book) liveOf(client Firm) int {
	return len(b.liveWhere(func(id InquiryID) bool { return b.inquiries[id].Client == client }))
}

func entriesOf(env Env, id InquiryID, c Command, events []Event) []Entry {
	if id == "" && len(events) > 0 {
		if _, begins := events[0].(Begun); begins {
			id = InquiryIDAt(env.Seq)
		}
	}
	entries := make([]Entry, len(events))
	for i, event := range events {
		entries[i] = Entry{
			Seq: env.Seq + uint64(i), At: env.Now, Cause: c.From(), Inquiry: id, Event: event,
		}
	}
	return entries
}

// Apply folds an entry into the book.
func (b *Book) Apply(entry Entry) {
	q, _ := b.Inquiry(entry.Inquiry)
	b.Keep(b.try(entry, q))
}

// keep holds an inquiry as it now stands, and when something is due of it.
func (b *Book) keep(q Inquiry, due time.Time) {
	b.inquiries[q.ID] = q
	delete(b.filed, q.ID)
	if q.Phase.Live() {
		b.live[q.ID] = due
	} else {
		delete(b.live, q.ID)
	}
}

func (b *Book) index(q Inquiry, e Event) {
	switch e := e.(type) {
	case Begun:
		b.byClient[listKey{q.Client, q.ListID}] = q.ID
	case Opened:
		b.indexRoutes(q.ID, e.Routes)
	case DealersAsked:
		b.indexRoutes(q.ID, e.Routes)
	case QuoteReceived:
		b.byQuote[listKey{q.Client, e.Quote.ID}] = q.ID
	case Traded:
		b.byTrade[e.Execution.Trade] = q.ID
	}
}

func (b *Book) indexRoutes(id InquiryID, routes []Route) {
	for _, r := range routes {
		b.byDealer[listKey{r.Dealer, r.ListID}] = id
	}
}

// due returns the live inquiries for which a Tick at the time decides something.
func (b *Book) due(now time.Time) []InquiryID {
	return b.liveWhere(func(id InquiryID) bool { return !b.live[id].After(now) })
}

// NextDue returns the earliest time at which a Tick decides something; zero if
// nothing is live.
func (b *Book) NextDue() time.Time {
	var next time.Time
	for _, due := range b.live {
		if next.IsZero() || due.Before(next) {
			next = due
		}
	}
	return next
}

func (b *Book) liveWhere(keep func(InquiryID) bool) []InquiryID {
	var ids []InquiryID
	for id := range b.live {
		if keep(id) {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids
}

// Counterparties returns the firms that live inquiries depend on, in order.
func (b *Book) Counterparties() []Firm {
	var firms []Firm
	for id := range b.live {
		q := b.inquiries[id]
		firms = append(firms, q.Client)
		for _, r := range q.Routes {
			firms = append(firms, r.Dealer)
		}
	}
	slices.Sort(firms)
	return slices.Compact(firms)
}

// touching returns the inquiries that a firm's coming and going may change, or
// that it may have to be told of again, but those that are filed.
func (b *Book) touching(firm Firm) []InquiryID {
	var ids []InquiryID
	for id, q := range b.inquiries {
		if _, dealer := q.Route(firm); dealer || q.Client == firm {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids
}

// connecting returns those that a firm may have to be told of.
func (b *Book) connecting(env Env, c Connect) []InquiryID {
	ids := b.touching(c.Firm)
	if c.Reset {
		ids = append(ids, b.filedOn(env.Today, func(f *Filed) bool { return f.concerns(c.Firm) })...)
		slices.Sort(ids)
	}
	return ids
}

// replay answers a client's wish for its executions again: one event an inquiry,
// and a refusal if there is none.
func (b *Book) replay(env Env, c Replay) []Entry {
	var traded []Inquiry
	total := 0
	ids := b.filedOn(env.Today, func(f *Filed) bool { return f.Client == c.Firm && f.Phase.Traded() })
	for _, q := range b.inquiries {
		if q.Client == c.Firm && q.Phase.Traded() && q.TradeDate == env.Today {
			ids = append(ids, q.ID)
		}
	}
	for _, id := range ids {
		q, _ := b.Inquiry(id)
		traded = append(traded, q)
		total += len(q.Lines)
	}
	slices.SortFunc(traded, func(x, y Inquiry) int { return cmp.Compare(x.ID, y.ID) })
	if len(traded) == 0 {
		event := refused(c, refuse(UnknownTicket,
			"nothing was executed today"))[0]
		return []Entry{{Seq: env.Seq, At: env.Now, Cause: c.Origin, Event: event}}
	}
	entries := make([]Entry, len(traded))
	for i, q := range traded {
		entries[i] = Entry{Seq: env.Seq + uint64(i), At: env.Now, Cause: c.Origin, Inquiry: q.ID,
			Event: FillsReplayed{c.Firm, c.RequestID, total, i == len(traded)-1}}
	}
	return entries
}
