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
	a.check(q.Until.IsZero() || e.At.Before(q.Until) && q.Until.Before(f.terms.Deadline),
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

func (a *auditor) awarded(e Entry, f *file, award Award) {
	a.check(f.award == nil, "awarded twice at a time")
	a.check(f.live[award.Dealer] == award.Quote, "awarded to a quote that is not live")
	a.check(e.At.Before(f.terms.Deadline) || f.terms.Trigger == BestAtDeadline,
		"accepted after the deadline")
	a.check(!f.outlived(award.Quote, e.At), "awarded to a quote that is no longer good")
	route := f.routes[award.Dealer]
	a.check(f.terms.Single || route.LinePrices != LinesRequired || f.priced[award.Quote] != nil,
		"awarded without line prices")
	a.check(f.twoWay() == (award.Side != 0) && award.Side != TwoWay, "awarded to %s", award.Side)
	look := route.LastLook
	a.check(award.LookUntil.Equal(e.At.Add(look)), "last look of %s until %s", look,
		award.LookUntil)
	f.award = &award
}

func (a *auditor) traded(e Entry, f *file, t Traded) {
	x := t.Execution
	a.check(f.trade == nil, "executed twice")
	if !a.check(f.award != nil, "executed without an award") {
		return
	}
	a.check(x.Quote == f.award.Quote && x.Dealer == f.award.Dealer, "executed on another quote")
	a.check(x.Choice == f.award.Choice, "executed as %+v, awarded as %+v", x.Choice, f.award.Choice)
	firm := f.routes[x.Dealer].LastLook == 0
	a.check(firm || e.At.Before(f.award.LookUntil), "executed after the last look")
	a.fresh(x.Trade, "a trade")
	if !a.check(len(x.Fills) == f.total, "%d fills of %d lines", len(x.Fills), f.total) {
		return
	}
	a.fills(f, x)
	a.tickets(f, t)
	a.cover(e, f, t)
	told := map[Firm]bool{x.Dealer: true}
	for _, loser := range t.Losers {
		a.check(!told[loser.Dealer], "%s loses twice, or won", loser.Dealer)
		told[loser.Dealer] = true
	}
	a.check(len(told) == len(f.routes), "%d of %d dealers are told", len(told), len(f.routes))
	f.trade, f.award = &t, nil
}

// fills works the money out again, in units of a hundredth of a minor unit.
func (a *auditor) fills(f *file, x Execution) {
	var cash, net units.Money
	for i, fill := range x.Fills {
		l, sign := f.lines[i+1], units.Money(1)
		if l.Side == Buy || x.Side == Buy {
			sign = -1
		}
		principal := sign * units.Principal(f.facts[i].Face, fill.Price, f.terms.Currency)
		a.check(fill.Principal == principal, "line %d: %d at %s is not %d", i+1, f.facts[i].Face,
			fill.Price, fill.Principal)
		a.check(fill.Accrued == sign*f.facts[i].Accrued, "line %d: accrued %d", i+1, fill.Accrued)
		a.check(fill.Net == fill.Principal+fill.Accrued, "line %d: net %d", i+1, fill.Net)
		a.check(fill.Price > 0 && fill.Price%100 == 0, "line %d: price %s is no tick", i+1,
			fill.Price)
		a.check(l.Limit == 0 || sign*units.Money(fill.Price-l.Limit) >= 0,
			"line %d trades beyond its limit", i+1)
		cash, net = cash+fill.Principal, net+fill.Net
	}
	a.check(cash == x.Cash && net == x.Net, "fills come to %d and %d, not to %d and %d", cash, net,
		x.Cash, x.Net)
	q := f.onSide(f.quotes[x.Quote], x.Side)
	a.check(x.Price == q.Price && q.Cash-x.Cash == x.Residue,
		"executed at %+v with residue %d, quoted %+v", x, x.Residue, q)
	if own := f.priced[x.Quote]; own != nil {
		for i, fill := range x.Fills {
			a.check(fill.Price == own[i], "line %d is not at the dealer's own price", i+1)
		}
	}
}

// onSide is what a two-way quote says of the side that is taken.
func (f *file) onSide(q Quote, side Side) Quote {
	switch side {
	case Sell:
		q.Price = Aggregate{Kind: PercentPerSide, SellPrice: q.Price.SellPrice}
		q.Cash = units.Principal(f.facts[0].Face, q.Price.SellPrice, f.terms.Currency)
	case Buy:
		q.Price = Aggregate{Kind: PercentPerSide, BuyPrice: q.Price.BuyPrice}
		q.Cash = -units.Principal(f.facts[0].Face, q.Price.BuyPrice, f.terms.Currency)
	}
	return q
}

// cover checks that the one that is told to be cover had the best price but one.
func (a *auditor) cover(e Entry, f *file, t Traded) {
	told := Firm("")
	for _, loser := range t.Losers {
		if loser.Outcome == Cover {
			a.check(told == "", "two covers")
			told = loser.Dealer
		}
	}
	second := f.onSide(f.quotes[f.live[told]], t.Execution.Side).Cash
	for dealer, id := range f.live {
		if told == "" || dealer == t.Execution.Dealer || f.outlived(id, e.At) {
			continue
		}
		a.check(f.onSide(f.quotes[id], t.Execution.Side).Cash <= second, "%s is better than the cover", dealer)
	}
	a.check(told == "" || f.live[told] != "" && !f.outlived(f.live[told], e.At),
		"the cover of %s is gone", told)
}

func (a *auditor) tickets(f *file, t Traded) {
	var cash, net units.Money
	var faces, ordered units.Face
	covered := map[int]bool{}
	for _, s := range t.Tickets {
		a.check(s.Net == s.Principal+s.Accrued, "ticket %s does not add up", s.ID)
		a.check(strings.HasPrefix(s.ID, t.Execution.Trade+"-"), "ticket %s is of another trade",
			s.ID)
		cash, net, faces = cash+s.Principal, net+s.Net, faces+s.Face
		for _, n := range s.Lines {
			covered[n] = true
			a.check(f.facts[n-1].Settle == s.Date, "line %d settles on another date than %s", n,
				s.ID)
		}
		f.answers[s.ID] = map[Firm]Affirmation{f.client: Unanswered, t.Execution.Dealer: Unanswered}
	}
	for _, l := range f.lines {
		ordered += l.Face
	}
	a.check(cash == t.Execution.Cash && net == t.Execution.Net,
		"tickets come to %d and %d, the fills to %d and %d",
		cash, net, t.Execution.Cash, t.Execution.Net)
	a.check(len(covered) == f.total && faces == ordered, "tickets cover %d lines and %s",
		len(covered), faces)
}

func (a *auditor) ticketAnswered(f *file, e TicketAnswered) {
	sides, ok := f.answers[e.Ticket]
	if !a.check(ok, "an answer to no ticket") {
		return
	}
	before, party := sides[e.By]
	a.check(party, "%s answers a ticket of others", e.By)
	a.check(before != Affirmed, "an answer after an affirmation")
	sides[e.By] = e.Answer
	all := true
	for _, sides := range f.answers {
		for _, answer := range sides {
			all = all && answer == Affirmed
		}
	}
	a.check(all == e.Settled, "settled is %t", e.Settled)
}
