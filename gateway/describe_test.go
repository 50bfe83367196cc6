package gateway

import (
	"fmt"
	"strings"
	"time"

	"foliogate/gateway/units"
)

// teller writes entries for people: opaque ids get the names by which the scripts
// call them, times of day stand without their date.
type teller struct {
	names  map[string]string // of opaque ids
	quotes map[string]string // opaque ids by list:name
	lists  map[InquiryID]string
	bonds  map[string]string
	ccys   map[InquiryID]units.Currency
	ccy    units.Currency
}

func newTeller(m Market) *teller {
	t := &teller{names: map[string]string{}, quotes: map[string]string{},
		lists: map[InquiryID]string{},
		bonds: map[string]string{}, ccys: map[InquiryID]units.Currency{}}
	for b := range m.Universe.All() {
		t.bonds[b.ID] = b.Name
	}
	return t
}

// learn remembers the names of the ids that an entry brings.
func (t *teller) learn(e Entry) {
	switch event := e.Event.(type) {
	case Begun:
		t.lists[e.Inquiry] = event.ListID
	case Opened:
		t.ccys[e.Inquiry] = event.Terms.Currency
		t.routes(e.Inquiry, event.Routes)
	case DealersAsked:
		t.routes(e.Inquiry, event.Routes)
	case DealerPassed:
		t.names[event.Quote] = string(event.Dealer) + "/pass"
	case QuoteReceived:
		name := string(event.Quote.Dealer) + "/" + event.Quote.DealerID
		t.names[event.Quote.ID], t.quotes[t.lists[e.Inquiry]+":"+name] = name, event.Quote.ID
	case Traded:
		t.names[event.Execution.Trade] = "TRADE-" + t.lists[e.Inquiry]
	}
}

func (t *teller) routes(id InquiryID, routes []Route) {
	for _, r := range routes {
		t.names[r.ListID] = t.lists[id] + "@" + string(r.Dealer)
	}
}

// named replaces every known opaque id in a text.
func (t *teller) named(text string) string {
	for id, name := range t.names {
		text = strings.ReplaceAll(text, id, name)
	}
	return text
}

func (t *teller) cash(m units.Money) string { return m.Format(t.ccy) }

func clock(at time.Time) string {
	return strings.TrimSuffix(at.UTC().Format("15:04:05.000"), ".000")
}

// tell writes an entry, its event's details on lines of their own.
func (t *teller) tell(e Entry) string {
	t.learn(e)
	list, ok := t.lists[e.Inquiry]
	if !ok {
		list = "-"
	}
	t.ccy = t.ccys[e.Inquiry]
	name := strings.TrimPrefix(fmt.Sprintf("%T", e.Event), "gateway.")
	return t.named(fmt.Sprintf("%s %s %s", list, name, t.event(e.Event)))
}

func (t *teller) event(e Event) string {
	switch e := e.(type) {
	case Begun:
		return fmt.Sprintf("for %s, complete by %s", e.Client, clock(e.CompleteBy))
	case FragmentReceived:
		return fmt.Sprintf("%s of %d%s", numbers(e.Fragment.Lines), e.TotalLines,
			when(e.Fragment.Last, ", last"))
	case DealerChosen:
		return string(e.Dealer)
	case Opened:
		return t.opened(e)
	case DealersAsked:
		return asked(e.Routes, e.Unable)
	case InquiryRefused:
		return refusalText(e.Refusal)
	case DealerAcknowledged:
		return string(e.Dealer)
	case DealerPassed:
		return fmt.Sprintf("%s%s", e.Quote, quoted(e.Text))
	case DealerUnresponsive:
		return string(e.Dealer)
	case QuoteReceived:
		return fmt.Sprintf("%s %s%s%s: cash %s, best %s%s", e.Quote.ID, t.aggregate(e.Quote.Price),
			when(!e.Quote.Until.IsZero(), " until "+clock(e.Quote.Until)),
			when(e.Quote.Lines != nil, ", lines at "+spaced(e.Quote.Lines)),
			t.cash(e.Quote.Cash), e.Best, when(e.Cover != "", ", cover "+e.Cover))
	case LinesPriced:
		return fmt.Sprintf("%s at %s", e.Quote, spaced(e.Prices))
	case QuoteLost:
		return fmt.Sprintf("%s %s", e.Quote, e.State)
	case QuoteAwarded:
		return fmt.Sprintf("%s%s, last look until %s", e.Award.Quote, choice(e.Award.Choice),
			clock(e.Award.LookUntil))
	case AwardLost:
		return fmt.Sprintf("%s %s%s%s", e.Quote, e.Cause, quoted(e.Text), answering(e.Response))
	case Traded:
		return t.traded(e)
	case Cancelled:
		return e.Text
	case Lapsed:
		return ""
	case Quarantined:
		return fmt.Sprintf("%s, now %s%s: %s", e.Was, e.Phase, quoted(e.Cause), refusalText(e.Refusal))
	case TicketAnswered:
		return fmt.Sprintf("%s by %s: %s%s%s", e.Ticket, e.By, e.Answer,
			quoted(e.Text), when(e.Settled, ", all settled"))
	case LineDisputed:
		return fmt.Sprintf("%s by %s, reason %s%s", e.ExecID, e.By, e.Reason, quoted(e.Text))
	}
	return t.answer(e)
}

func (t *teller) answer(e Event) string {
	switch e := e.(type) {
	case CommandRefused:
		return fmt.Sprintf("to %s: %s%s%s%s: %s", e.To, e.Verb, when(e.ListID != "", " "+e.ListID),
			when(e.Subject != "", " "+e.Subject), answering(e.Response), refusalText(e.Refusal))
	case StatusTold:
		return fmt.Sprintf("to %s: %s%s", e.To, e.Phase, when(e.Resend, ", again"))
	case StatePushed:
		return fmt.Sprintf("to %s%s", e.To, when(e.Reset, ", all of it"))
	case FillsReplayed:
		return fmt.Sprintf("to %s for %s, of %d%s", e.To, e.RequestID, e.Of, when(e.Last, ", last"))
	}
	panic(fmt.Sprintf("no words for %T", e))
}

func (t *teller) opened(e Opened) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s in %s until %s, %s", e.Terms.Kind, e.Terms.Currency,
		clock(e.Terms.Deadline), asked(e.Routes, e.Unable))
	for i, f := range e.Facts {
		fmt.Fprintf(&b, "\n    %d %s settles %s, %d days accrued %s%s", i+1, t.bonds[f.Bond],
			f.Settle,
			f.AccruedDays, f.Accrued.Format(e.Terms.Currency), when(f.Benchmark != "",
				fmt.Sprintf(", against %s %s", t.bonds[f.Benchmark], f.ReferenceSpread)))
	}
	return b.String()
}

func choice(c Choice) string {
	return when(c.Side != 0, ", client's side "+c.Side.String()) +
		when(c.ClOrdID != "", ", as "+c.ClOrdID) + answering(c.Response)
}

func answering(response string) string { return when(response != "", ", to "+response) }

func asked(routes []Route, unable []Firm) string {
	if len(routes) == 0 && len(unable) == 0 {
		return "nobody asked"
	}
	var dealers []string
	for _, firm := range firms { // the routes' own order is that of opaque ids
		for _, r := range routes {
			if r.Dealer == firm {
				dealers = append(dealers, string(firm))
			}
		}
	}
	return "asked " + strings.Join(dealers, " ") +
		when(len(unable) > 0, fmt.Sprintf(", not able: %v", unable))
}

func (t *teller) aggregate(a Aggregate) string {
	switch a.Kind {
	case TotalAmount:
		return "total " + t.cash(a.Total)
	case SpreadConcession:
		return fmt.Sprintf("concedes %s bp", a.Concession)
	}
	return fmt.Sprintf("sells at %s, buys at %s", a.SellPrice, a.BuyPrice)
}

func (t *teller) traded(e Traded) string {
	var b strings.Builder
	x := e.Execution
	fmt.Fprintf(&b, "%s on %s%s: cash %s, net %s%s", x.Trade, x.Quote, choice(x.Choice),
		t.cash(x.Cash), t.cash(x.Net), when(x.Residue != 0, ", residue "+t.cash(x.Residue)))
	for i, f := range x.Fills {
		fmt.Fprintf(&b, "\n    %s at %s: %s + %s = %s", x.ExecID(i+1), f.Price, t.cash(f.Principal),
			t.cash(f.Accrued), t.cash(f.Net))
	}
	for _, s := range e.Tickets {
		fmt.Fprintf(&b, "\n    %s %s %s %s: lines %v, face %s: %s + %s = %s", s.ID, s.Account,
			s.Currency,
			s.Date, s.Lines, s.Face, t.cash(s.Principal), t.cash(s.Accrued), t.cash(s.Net))
	}
	for _, l := range e.Losers {
		fmt.Fprintf(&b, "\n    %s is told %s%s", l.Dealer, l.Outcome,
			when(l.Quote != "", " of "+l.Quote))
	}
	return b.String()
}

func refusalText(r Refusal) string {
	text := fmt.Sprintf("%s: %s", r.Code, r.Text)
	for _, l := range r.Lines {
		text += fmt.Sprintf("\n    line %d, %s: %s: %s", l.Number, l.ClOrdID, l.Fault, l.Text)
	}
	return text
}

func numbers(lines []Line) string {
	if len(lines) == 0 {
		return "no lines"
	}
	return fmt.Sprintf("lines %d to %d", lines[0].Number, lines[len(lines)-1].Number)
}

func spaced(prices []units.Price) string { return strings.Trim(fmt.Sprint(prices), "[]") }

func when(yes bool, text string) string {
	if yes {
		return text
	}
	return ""
}

func quoted(text string) string { return when(text != "", fmt.Sprintf(" %q", text)) }
