package gatewaytest

import (
	"fmt"
	"hash/maphash"
	"time"

	"foliogate/fixspec"
	"foliogate/gateway"
	"foliogate/gateway/units"
)

// auditor says what must never be. It reads the durable journal, record by record, and every
// message that leaves or arrives; of the product it uses the form of an entry and nothing else.
type auditor struct {
	w       *world
	read    int // records of the journal that were read
	seq     uint64
	files   map[gateway.InquiryID]*file
	order   []*file
	byList  map[string]*file // client and ListID
	byRoute map[string]*file // dealer and its ListID
	byTrade map[string]*file
	quotes  map[string]*quoted
	given   map[string]*quoted // dealer and its own id
	began   uint64             // last entry before this life of the house

	reserved []int // by firm: numbers that are durably reserved
	numbers  map[numbered]uint64
	seed     maphash.Seed
}

type file struct {
	client gateway.Firm
	list   string
	total  int
	single bool
	lines  []gateway.Line
	routes map[gateway.Firm]gateway.Route
	begun  uint64
	open   bool
	award  *gateway.Award
	trade  *gateway.Traded
	end    string
	acked  bool                  // the client heard of it
	shown  map[gateway.Firm]bool // dealers that did
	told   [2]map[string]fixspec.ExecutionReport
}

type quoted struct {
	file   *file
	id     string
	dealer gateway.Firm
	own    string
	seq    uint64
	until  time.Time // zero: as long as the inquiry
	lost   bool
	taken  bool // had an award
}

// numbered is a number of one session in one of its lives.
type numbered struct{ firm, epoch, number int }

func newAuditor(w *world) *auditor {
	return &auditor{w: w, files: map[gateway.InquiryID]*file{}, byList: map[string]*file{},
		byRoute: map[string]*file{}, byTrade: map[string]*file{}, quotes: map[string]*quoted{}, given: map[string]*quoted{},
		reserved: make([]int, len(w.peers)),
		numbers:  map[numbered]uint64{}, seed: maphash.MakeSeed()}
}

func (a *auditor) check(holds bool, format string, args ...any) {
	if !holds {
		a.w.fail(format, args...)
	}
}

// step reads what became durable.
func (a *auditor) step() {
	for ; a.read < a.w.disk.durable; a.read++ {
		r, n := a.w.disk.records[a.read], a.w.disk.notes[a.read]
		if r.Kind != sessionKind {
			a.entry(r.Payload)
			continue
		}
		switch n.verb {
		case "reserve":
			a.reserved[n.firm] = n.number
		case "reset":
			a.reserved[n.firm] = 0
		}
	}
}

func (a *auditor) entry(payload []byte) {
	var e gateway.Entry
	if err := e.UnmarshalJSON(payload); err != nil {
		a.w.fail("the journal cannot be read: %v", err)
		return
	}
	a.seq++
	a.check(e.Seq == a.seq, "entry %d follows entry %d", e.Seq, a.seq-1)
	a.w.trace("  durable %d %s %T", e.Seq, e.Inquiry, e.Event)
	f := a.files[e.Inquiry]
	if begun, ok := e.Event.(gateway.Begun); ok {
		a.begun(e, f, begun)
		return
	}
	if refusal, ok := e.Event.(gateway.CommandRefused); ok {
		a.refusal(refusal)
		return
	}
	if f == nil {
		a.w.fail("%T about no inquiry", e.Event)
		return
	}
	a.happened(e, f)
}

func (a *auditor) begun(e gateway.Entry, f *file, begun gateway.Begun) {
	key := string(begun.Client) + "|" + begun.ListID
	a.check(f == nil && a.byList[key] == nil, "%s begins twice", begun.ListID)
	f = &file{client: begun.Client, list: begun.ListID, begun: e.Seq,
		routes: map[gateway.Firm]gateway.Route{}, shown: map[gateway.Firm]bool{},
		told: [2]map[string]fixspec.ExecutionReport{{}, {}}}
	a.files[e.Inquiry], a.byList[key] = f, f
	a.order = append(a.order, f)
}

// refusal counts the rows that an answer tells of.
func (a *auditor) refusal(e gateway.CommandRefused) {
	rows := &a.w.rows
	switch {
	case e.Verb == gateway.VerbSubmit && e.Refusal.Code == gateway.DuplicateInquiry:
		rows.hit(6)
	case e.Verb == gateway.VerbBid && e.Refusal.Code == gateway.Closed:
		rows.hit(8)
	case e.Verb == gateway.VerbAccept && e.Refusal.Code == gateway.QuoteWithdrawn:
		rows.hit(9)
	case e.Verb == gateway.VerbAccept && e.Refusal.Code == gateway.QuoteSuperseded:
		rows.hit(11)
	case e.Verb == gateway.VerbConfirm && e.Refusal.Code == gateway.NotAwarded:
		rows.hit(16)
	}
}

func (a *auditor) happened(e gateway.Entry, f *file) {
	switch e.Event.(type) {
	case gateway.StatusTold, gateway.StatePushed, gateway.FillsReplayed:
		return
	case gateway.TicketAnswered, gateway.LineDisputed:
		a.check(f.trade != nil, "%T before the trade", e.Event)
		return
	}
	if q, ok := e.Event.(gateway.Quarantined); ok && f.end != "" {
		a.check(q.Was == q.Phase, "%s: %s, and a panic makes it %s", f.list, f.end, q.Phase)
		return
	}
	a.check(f.end == "", "%s: %T after %s", f.list, e.Event, f.end)
	switch event := e.Event.(type) {
	case gateway.FragmentReceived:
		f.total, f.single = event.TotalLines, event.Terms.Single
		f.lines = append(f.lines, event.Fragment.Lines...)
	case gateway.Opened:
		a.check(!f.open && len(f.lines) == f.total && len(event.Facts) == f.total,
			"%s opens with %d of %d lines", f.list, len(f.lines), f.total)
		f.open = true
		a.routed(f, event.Routes)
	case gateway.DealersAsked:
		a.routed(f, event.Routes)
	case gateway.InquiryRefused:
		f.end = rejected
	case gateway.QuoteReceived:
		a.quoted(e, f, event.Quote)
	case gateway.QuoteLost:
		if q := a.quotes[event.Quote]; q != nil {
			q.lost = true
		}
	case gateway.QuoteAwarded:
		a.awarded(e, f, event.Award)
	case gateway.AwardLost:
		a.check(f.award != nil && f.award.Quote == event.Quote,
			"%s loses an award that it had not", f.list)
		if q := a.quotes[event.Quote]; q != nil {
			q.lost = true
		}
		f.award = nil
	case gateway.Traded:
		a.traded(f, event)
	case gateway.Cancelled:
		f.end = canceled
	case gateway.Lapsed:
		f.end = expired
	case gateway.Quarantined:
		a.quarantined(f, event)
	}
}

func (a *auditor) quarantined(f *file, e gateway.Quarantined) {
	f.award, f.end = nil, canceled
	if e.Phase == gateway.Refused {
		f.end = rejected
	}
	a.check(e.Was.Live() && (e.Phase == gateway.Refused || e.Phase == gateway.Withdrawn),
		"%s: a panic makes of %s %s", f.list, e.Was, e.Phase)
}

func (a *auditor) routed(f *file, routes []gateway.Route) {
	for _, r := range routes {
		key := string(r.Dealer) + "|" + r.ListID
		a.check(a.byRoute[key] == nil, "%s is used twice with %s", r.ListID, r.Dealer)
		f.routes[r.Dealer], a.byRoute[key] = r, f
	}
}

// quoted keeps a quote. The dealer's earlier one is gone with it.
func (a *auditor) quoted(e gateway.Entry, f *file, quote gateway.Quote) {
	a.check(a.quotes[quote.ID] == nil, "quote id %s is used twice", quote.ID)
	for _, q := range a.quotes {
		if q.file == f && q.dealer == quote.Dealer {
			q.lost = true
		}
	}
	q := &quoted{file: f, id: quote.ID, dealer: quote.Dealer, own: quote.DealerID, seq: e.Seq,
		until: a.goodUntil(e, quote)}
	a.quotes[quote.ID], a.given[key(q.dealer, q.own)] = q, q
}

// goodUntil is when the quote ends: as it says, or where it can say nothing as was agreed.
func (a *auditor) goodUntil(e gateway.Entry, quote gateway.Quote) time.Time {
	if quote.Until.IsZero() && a.w.peer(quote.Dealer).profile == list {
		for _, d := range a.w.policy.Dealers {
			if d.Firm == quote.Dealer && d.QuoteFor > 0 {
				return e.At.Add(d.QuoteFor)
			}
		}
	}
	return quote.Until
}

func (a *auditor) awarded(e gateway.Entry, f *file, award gateway.Award) {
	q := a.quotes[award.Quote]
	a.check(f.award == nil, "%s is awarded twice at a time", f.list)
	f.award = &award
	if q == nil {
		a.w.fail("%s is awarded to a quote %s that nobody gave", f.list, award.Quote)
		return
	}
	q.taken = true
	a.check(!q.lost, "%s is awarded to a quote that is gone", f.list)
	a.check(q.until.IsZero() || e.At.Before(q.until),
		"%s is awarded at %s to a quote that was good until %s", f.list, e.At, q.until)
	ended := max(a.began, a.w.peer(q.dealer).ended)
	a.check(e.Seq <= ended || q.seq > ended,
		"%s is awarded to a quote that its dealer's absence ended", f.list)
}

func (a *auditor) traded(f *file, t gateway.Traded) {
	x := t.Execution
	a.check(f.trade == nil, "%s is executed twice", f.list)
	a.check(f.award != nil && f.award.Quote == x.Quote, "%s is executed without an award", f.list)
	a.check(len(x.Fills) == f.total,
		"%s is executed with %d of %d lines", f.list, len(x.Fills), f.total)
	a.took(f, x.Choice)
	a.check(a.byTrade[x.Trade] == nil, "trade %s is used twice", x.Trade)
	var fills, tickets units.Money
	for _, fill := range x.Fills {
		a.check(fill.Net == fill.Principal+fill.Accrued, "%s: a fill does not add up", f.list)
		fills += fill.Net
	}
	for _, s := range t.Tickets {
		a.check(s.Net == s.Principal+s.Accrued, "%s: ticket %s does not add up", f.list, s.ID)
		tickets += s.Net
	}
	a.check(fills == tickets && fills == x.Net,
		"%s: fills come to %d, tickets to %d", f.list, fills, tickets)
	f.trade, f.award, f.end = &t, nil, executed
	a.byTrade[x.Trade] = f
}

// took gives the line of a single bond the side and the name that it was taken under.
func (a *auditor) took(f *file, choice gateway.Choice) {
	if f.award != nil {
		a.check(f.award.Choice == choice, "%s is executed otherwise than it was awarded", f.list)
	}
	line := &f.lines[0]
	twoWay := line.Side == gateway.TwoWay
	a.check(twoWay == (choice.Side != 0) && choice.Side != gateway.TwoWay && (f.single || !twoWay),
		"%s to %s is taken to %s", f.list, line.Side, choice.Side)
	if twoWay {
		line.Side = choice.Side
	}
	if f.single && choice.ClOrdID != "" {
		line.ClOrdID = choice.ClOrdID
	}
}

func key(firm gateway.Firm, list string) string { return fmt.Sprintf("%s|%s", firm, list) }
