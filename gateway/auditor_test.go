package gateway

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"foliogate/gateway/units"
)

// auditor reads entries one by one, knows nothing else of the domain's workings,
// and says what must never be. It shares no code with Decide or Apply.
type auditor struct {
	policy *Policy
	seq    uint64
	files  map[InquiryID]*file
	seen   map[string]string // ids that counterparties see, and what they were for
	wrong  []string
}

// file is what the auditor knows of one inquiry.
type file struct {
	client  Firm
	list    string
	terms   Terms
	lines   map[int]Line
	total   int
	facts   []Facts
	routes  map[Firm]Route
	quotes  map[string]Quote
	live    map[Firm]string // the quote of each dealer that can be taken
	priced  map[string][]units.Price
	award   *Award
	trade   *Traded
	answers map[string]map[Firm]Affirmation
	end     string // the event that ended it, but for answers
	open    bool
}

func newAuditor(p *Policy) *auditor {
	return &auditor{policy: p, files: map[InquiryID]*file{}, seen: map[string]string{}}
}

func (a *auditor) fail(format string, args ...any) {
	a.wrong = append(a.wrong, fmt.Sprintf(format, args...))
}

func (a *auditor) check(holds bool, format string, args ...any) bool {
	if !holds {
		a.fail(format, args...)
	}
	return holds
}

// see takes the next entry and returns what is wrong with it.
func (a *auditor) see(e Entry) []string {
	a.wrong = nil
	a.seq++
	a.check(e.Seq == a.seq, "entry %d follows entry %d", e.Seq, a.seq-1)
	f := a.files[e.Inquiry]
	if begun, ok := e.Event.(Begun); ok {
		a.check(f == nil, "an inquiry begins twice")
		a.files[e.Inquiry] = newFile(begun)
		return a.wrong
	}
	if f == nil {
		_, answer := e.Event.(CommandRefused)
		a.check(answer && e.Inquiry == "", "%T about no inquiry", e.Event)
		return a.wrong
	}
	if q, ok := e.Event.(Quarantined); ok && (f.end != "" || f.trade != nil) {
		a.check(q.Phase == q.Was, "%s, it goes from %s to %s", f.end, q.Was, q.Phase)
		return a.wrong
	}
	if !answers(e.Event) {
		a.check(f.end == "", "%T after %s", e.Event, f.end)
		a.happened(e, f)
	}
	return a.wrong
}

func newFile(e Begun) *file {
	return &file{
		client: e.Client, list: e.ListID, lines: map[int]Line{}, routes: map[Firm]Route{},
		quotes: map[string]Quote{}, live: map[Firm]string{}, priced: map[string][]units.Price{},
		answers: map[string]map[Firm]Affirmation{},
	}
}

// answers tells whether an event can follow the end of an inquiry.
func answers(e Event) bool {
	switch e.(type) {
	case CommandRefused, StatusTold, StatePushed, FillsReplayed:
		return true
	}
	return false
}

func (a *auditor) happened(e Entry, f *file) {
	switch event := e.Event.(type) {
	case FragmentReceived:
		a.check(!f.open, "a fragment of an open inquiry")
		f.total = event.TotalLines
		for _, l := range event.Fragment.Lines {
			f.lines[l.Number] = l
		}
	case DealerChosen:
		a.check(!f.open, "a dealer is remembered for an open inquiry")
	case Opened:
		a.opened(f, event)
	case DealersAsked:
		a.check(f.open, "dealers asked before the list was complete")
		a.asked(f, event.Routes, event.Unable)
	case InquiryRefused:
		a.check(!f.open && event.Refusal.Code != 0 && event.Refusal.Text != "", "refused: %+v",
			event)
		f.end = "InquiryRefused"
	case DealerAcknowledged:
		a.routed(f, event.Dealer)
	case DealerPassed:
		a.routed(f, event.Dealer)
		a.check(f.live[event.Dealer] == "", "%s passes with a live quote", event.Dealer)
		a.fresh(event.Quote, "a pass of "+string(event.Dealer))
	case DealerUnresponsive:
		a.routed(f, event.Dealer)
	case QuoteReceived:
		a.quoted(e, f, event)
	case LinesPriced:
		a.check(f.live[event.Dealer] == event.Quote, "lines of a quote that is not live")
		a.check(len(event.Prices) == len(f.lines), "%d line prices for %d lines", len(event.Prices),
			len(f.lines))
		f.priced[event.Quote] = event.Prices
	case QuoteLost:
		a.check(f.live[event.Dealer] == event.Quote, "a quote is lost that is not live")
		a.check(f.award == nil || f.award.Quote != event.Quote,
			"a quote in last look is lost beside it")
		a.check((event.State == Outlived) == f.outlived(event.Quote, e.At), "a quote good until %s is %s",
			f.quotes[event.Quote].Until, event.State)
		delete(f.live, event.Dealer)
	case QuoteAwarded:
		a.awarded(e, f, event.Award)
	case AwardLost:
		a.check(f.award != nil && f.award.Quote == event.Quote && f.award.Dealer == event.Dealer,
			"an award is lost that was not given")
		a.check(f.award == nil || f.award.Response == event.Response, "the loss answers %q", event.Response)
		f.award = nil
		delete(f.live, event.Dealer)
	case Traded:
		a.traded(e, f, event)
	case Cancelled:
		a.check(f.award == nil, "cancelled in last look")
		f.end = "Cancelled"
	case Lapsed:
		a.check(f.open && f.award == nil && !e.At.Before(f.terms.Deadline), "lapsed too early")
		f.end = "Lapsed"
	case Quarantined:
		a.check(event.Was.Live() && (event.Phase == Refused || event.Phase == Withdrawn),
			"in quarantine from %s to %s", event.Was, event.Phase)
		f.end, f.award = "Quarantined", nil
	case TicketAnswered:
		a.ticketAnswered(f, event)
	case LineDisputed:
		a.check(f.trade != nil, "a line disputed that did not trade")
	default:
		a.fail("%T is new to the auditor", event)
	}
}

func (a *auditor) opened(f *file, e Opened) {
	a.check(!f.open, "opened twice")
	a.check(f.total == len(f.lines) && len(e.Facts) == f.total,
		"opened with %d lines and %d facts of %d",
		len(f.lines), len(e.Facts), f.total)
	for n := 1; n <= f.total; n++ {
		_, ok := f.lines[n]
		a.check(ok, "opened without line %d", n)
	}
	f.open, f.terms, f.facts = true, e.Terms, e.Facts
	a.check(!f.twoWay() || f.terms.Single && f.terms.Kind == PercentPerSide &&
		f.terms.Trigger == OnAccept, "two-way with terms %+v", f.terms)
	a.check(!f.terms.Single || f.total == 1, "a single bond of %d lines", f.total)
	a.asked(f, e.Routes, e.Unable)
}

// twoWay tells whether the client asks for a price either way.
func (f *file) twoWay() bool { return f.lines[1].Side == TwoWay }

// outlived tells whether a quote was good until a time that has come.
func (f *file) outlived(quote string, at time.Time) bool {
	until := f.quotes[quote].Until
	return !until.IsZero() && !at.Before(until)
}

func (a *auditor) asked(f *file, routes []Route, unable []Firm) {
	for _, dealer := range unable {
		a.check(f.routes[dealer].Dealer == "", "%s is asked and cannot quote", dealer)
	}
	most := a.policy.Client(f.client).MaxAsked
	a.check(!f.terms.Single || most == 0 || len(f.routes)+len(routes) <= most,
		"%d more are asked for one bond", len(routes))
	for _, r := range routes {
		dealer, _ := a.policy.dealer(r.Dealer)
		a.check(len(dealer.Kinds) == 0 || slices.Contains(dealer.Kinds, f.terms.Kind),
			"%s cannot quote a %s", r.Dealer, f.terms.Kind)
		a.check(!dealer.OneWay || !f.twoWay(), "%s cannot quote both ways", r.Dealer)
		a.formatted(dealer, r)
		_, twice := f.routes[r.Dealer]
		a.check(!twice, "%s is asked twice", r.Dealer)
		a.fresh(r.ListID, "a list of "+string(r.Dealer))
		a.secret(f, r)
		f.routes[r.Dealer] = r
	}
}

// formatted checks that the dealer's system takes the ids that it is shown.
func (a *auditor) formatted(dealer Dealer, r Route) {
	others := map[Symbols]string{AnySymbols: "", Alphanumerics: "-", Digits: "-ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
	for _, id := range []string{r.LineID(1), r.LineID(5000)} {
		a.check(dealer.IDs.MaxLength == 0 || len(id) <= dealer.IDs.MaxLength, "%s is too long", id)
		a.check(!strings.ContainsAny(id, others[dealer.IDs.Symbols]), "%s is not of %s", id, dealer.IDs.Symbols)
		a.check(strings.HasPrefix(id, r.ListID), "%s is not of %s", id, r.ListID)
	}
}

// secret checks that nothing of the client's stands in what a dealer is sent.
func (a *auditor) secret(f *file, r Route) {
	text, _ := json.Marshal(r)
	hidden := []string{string(f.client), f.list}
	for _, l := range f.lines {
		hidden = append(hidden, l.Account)
		for _, part := range l.Allocations {
			hidden = append(hidden, part.Account)
		}
	}
	for _, word := range hidden {
		a.check(len(word) < 2 || !strings.Contains(string(text), word), "%s is in a route: %s",
			word, text)
	}
}

// fresh checks that an id that a counterparty sees was never used for anything.
func (a *auditor) fresh(id, what string) {
	other, used := a.seen[id]
	a.check(id != "" && !used, "id %s of %s was used for %s", id, what, other)
	a.seen[id] = what
}

func (a *auditor) routed(f *file, dealer Firm) {
	_, ok := f.routes[dealer]
	a.check(ok, "%s was never asked", dealer)
}

func (a *auditor) quoted(e Entry, f *file, event QuoteReceived) {
	q := event.Quote
	a.routed(f, q.Dealer)
	a.fresh(q.ID, "a quote of "+string(q.Dealer))
	a.check(f.open && e.At.Before(f.terms.Deadline), "a quote after the deadline")
	a.check(q.Price.Kind == f.terms.Kind, "a quote of another kind")
	a.check(q.State == Live && q.At.Equal(e.At), "a quote that is not fresh: %+v", q)
	a.check(f.award == nil || f.award.Dealer != q.Dealer, "a quote of the dealer in last look")
	for _, earlier := range f.quotes {
		a.check(earlier.Dealer != q.Dealer || earlier.DealerID != q.DealerID, "%s is used twice",
			q.DealerID)
	}
	a.check(q.Until.IsZero() || e.At.Before(q.Until),
		"a quote is good until %s", q.Until)
	if q.Lines != nil {
		a.check(len(q.Lines) == f.total, "%d line prices for %d lines", len(q.Lines), f.total)
		f.priced[q.ID] = q.Lines
	}
	f.quotes[q.ID], f.live[q.Dealer] = q, q.ID
	best := f.quotes[event.Best].Cash
	for dealer, id := range f.live {
		if f.outlived(id, e.At) && (f.award == nil || f.award.Quote != id) {
			continue
		}
		a.check(f.quotes[id].Cash <= best, "%s is better than the best", dealer)
		a.check(id == event.Best || event.Cover != "" &&
			f.quotes[id].Cash <= f.quotes[event.Cover].Cash,
			"%s is better than the cover", dealer)
	}
}
