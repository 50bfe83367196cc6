package gateway

import (
	"cmp"
	"slices"
)

// decideSubmit takes a fragment. The inquiry stays Receiving until the last line
// is there, then it is validated as a whole: it opens or is refused.
func decideSubmit(env Env, q Inquiry, c Submit) []Event {
	if q.Phase == Unknown || (q.Phase == Receiving && len(q.Fragments) == 0) {
		return firstFragment(env, q, c)
	}
	if q.Phase == Receiving {
		return nextFragment(env, q, c)
	}
	return repeatedList(q, c)
}

func firstFragment(env Env, q Inquiry, c Submit) []Event {
	if refusal := c.mayStart(env, q); refusal.Code != 0 {
		return refused(c, refusal)
	}
	var events []Event
	if q.Phase == Unknown {
		events = append(events, begun(env, c.Origin, c.ListID, c.BidID))
	}
	dealers := q.notNamed(c.Dealers)
	events = append(events, chosen(dealers, "")...)
	q.Chosen = slices.Concat(q.Chosen, dealers)
	kept := FragmentReceived{BidID: cmp.Or(c.BidID, q.BidID), Terms: c.Terms, TotalLines: c.TotalLines}
	switch {
	case c.TotalLines > env.Policy.MaxLines:
		return append(events, kept, InquiryRefused{refuse(TooManyLines,
			"TotNoOrders(68) is %d: at most %d lines are taken in one list",
			c.TotalLines, env.Policy.MaxLines)})
	case kept.BidID != cmp.Or(q.BidID, kept.BidID):
		return append(events, kept, InquiryRefused{refuse(FragmentConflict,
			"the bidding round differs from that under which dealers were named")})
	case len(c.Wrong) > 0:
		kept.Fragment = Fragment{Lines: c.Lines}
		return append(events, kept, InquiryRefused{wrongLines(c)})
	}
	return append(events, received(env, q, c, 0)...)
}

// mayStart tells whether the client may send a list, to the dealers that it names.
func (c Submit) mayStart(env Env, q Inquiry) Refusal {
	if q.Phase == Unknown {
		if refusal := mayBegin(env, c.Origin); refusal.Code != 0 {
			return refusal
		}
	}
	for _, dealer := range c.Dealers {
		if refusal := mayName(env, env.Policy.Client(c.Firm), dealer); refusal.Code != 0 {
			return refusal
		}
	}
	return Refusal{}
}

// wrongLines refuses the whole for lines that need no second look.
func wrongLines(c Submit) Refusal {
	refusal := refuse(BadLines, "%d of %d lines cannot be taken; the first: line %d: %s",
		len(c.Wrong), c.TotalLines, c.Wrong[0].Number, c.Wrong[0].Text)
	refusal.Lines = c.Wrong
	return refusal
}

func mayBegin(env Env, o Origin) Refusal {
	if env.Policy.Draining {
		return refuse(ShuttingDown, "the gateway is shutting down and takes no new lists")
	}
	if env.Policy.NoRoom {
		return refuse(NoRoom, "the gateway's disk is almost full: it takes no new lists, and ends those it has")
	}
	if _, ok := env.Policy.client(o.Firm); !ok {
		return refuse(NotEntitled, "%s is not set up as a client", o.Firm)
	}
	if env.Live >= env.Policy.MaxLive {
		return refuse(TooManyLive, "%d inquiries of yours are live, the most at a time", env.Live)
	}
	return Refusal{}
}

func begun(env Env, o Origin, list, bid string) Begun {
	return Begun{
		Client: o.Firm, ListID: list, BidID: bid,
		CompleteBy: env.Now.Add(env.Policy.FragmentTimeout),
	}
}

func nextFragment(env Env, q Inquiry, c Submit) []Event {
	if text := contradicts(q, c); text != "" {
		return []Event{InquiryRefused{refuse(FragmentConflict, "%s", text)}}
	}
	if len(c.Wrong) > 0 {
		return []Event{InquiryRefused{wrongLines(c)}}
	}
	have := earlier(q.Fragments, c.Lines)
	repeats := 0
	for _, line := range c.Lines {
		known, same := sent(have, line)
		if !known {
			continue
		}
		if !same {
			return []Event{InquiryRefused{refuse(FragmentConflict,
				"line %d (ClOrdID %s) was sent twice with different content",
				line.Number, line.ClOrdID)}}
		}
		repeats++
	}
	if repeats == len(c.Lines) && (repeats > 0 || !c.Last) {
		return nil // a repeated fragment says nothing new
	}
	if repeats > 0 {
		return []Event{InquiryRefused{refuse(FragmentConflict,
			"a fragment overlaps an earlier one: %d of its %d lines were sent before",
			repeats, len(c.Lines))}}
	}
	return received(env, q, c, lineCount(q.Fragments))
}

// earlier is the lines so far, in order of their numbers; none if what comes now is all behind them,
// as it is when a list comes in order: then it is not put together anew for each of its parts.
func earlier(fragments []Fragment, now []Line) []Line {
	last := 0
	for _, f := range fragments {
		for i := range f.Lines {
			last = max(last, f.Lines[i].Number)
		}
	}
	for i := range now {
		if now[i].Number <= last {
			return assemble(fragments)
		}
	}
	return nil
}

func lineCount(fragments []Fragment) (lines int) {
	for _, f := range fragments {
		lines += len(f.Lines)
	}
	return lines
}

// sent tells whether lines, in order of their numbers, have one of that number, and
// whether one of them says the same.
func sent(lines []Line, line Line) (known, same bool) {
	at, known := slices.BinarySearchFunc(lines, line.Number, func(l Line, number int) int {
		return cmp.Compare(l.Number, number)
	})
	for ; at < len(lines) && lines[at].Number == line.Number; at++ {
		same = same || lines[at].Same(line)
	}
	return known, same
}

func contradicts(q Inquiry, c Submit) string {
	switch {
	case c.TotalLines != q.TotalLines:
		return "TotNoOrders(68) differs between fragments"
	case !c.Terms.Same(q.Terms):
		return "the fragments differ in PriceType(423), ExpireTime(126), SettlCurrency(120)" +
			" or ListExecInstType(433)"
	case cmp.Or(c.BidID, q.BidID) != q.BidID:
		return "the bidding round differs between fragments"
	case len(q.notNamed(c.Dealers)) > 0:
		return "a fragment names dealers that the first one did not"
	}
	return ""
}

// received keeps the fragment and, when the list is complete, judges it.
func received(env Env, q Inquiry, c Submit, have int) []Event {
	fragment := Fragment{Lines: c.Lines, Last: c.Last}
	kept := FragmentReceived{
		BidID: cmp.Or(c.BidID, q.BidID), Terms: c.Terms, TotalLines: c.TotalLines, Fragment: fragment,
	}
	count := have + len(c.Lines)
	if count < c.TotalLines && !lastOf(q, c) {
		return []Event{kept}
	}
	q = q.receive(kept)
	q.Client = c.Firm
	return append([]Event{kept}, judge(env, q, c.Asking)...)
}

// lastOf tells whether the end marker has been seen. Fragments of one session
// arrive in order, so a list that is short after it will not be completed.
func lastOf(q Inquiry, c Submit) bool {
	for _, f := range q.Fragments {
		if f.Last {
			return true
		}
	}
	return c.Last
}

// repeatedList answers a list whose id is taken: the same content sent again as
// a possible repeat is told where the inquiry stands, anything else is refused.
func repeatedList(q Inquiry, c Submit) []Event {
	if c.PossResend && sameContent(q, c) {
		if !c.Last {
			return nil
		}
		return []Event{StatusTold{To: c.Firm, Phase: q.Phase, Resend: true}}
	}
	return takenList(q, c)
}

func takenList(q Inquiry, c Submit) []Event {
	if q.Phase == Refused && len(c.Lines) > 0 && c.Lines[0].Number > 1 {
		return nil // the rest of a list that was refused half-way, which has been said
	}
	id := "LISTID"
	if c.Terms.Single {
		id = "REQUEST ID"
	}
	return refused(c, refuse(DuplicateInquiry,
		"DUPLICATE %s: %s names an inquiry that is %s; it is untouched", id, c.ListID, q.Phase))
}

// sameContent tells whether the fragment is part of the list. Of a refused list
// not every line was kept; those that were decide.
func sameContent(q Inquiry, c Submit) bool {
	if c.TotalLines != q.TotalLines || cmp.Or(c.BidID, q.BidID) != q.BidID || len(q.notNamed(c.Dealers)) > 0 {
		return false
	}
	terms := c.Terms
	if terms.Deadline.IsZero() {
		terms.Deadline = q.Terms.Deadline // the default was taken
	}
	if terms.Single && terms.Currency == "" {
		terms.Currency = q.Terms.Currency
	}
	if !terms.Same(q.Terms) {
		return false
	}
	for _, line := range c.Lines {
		if x := q.Execution; x != nil {
			if x.Side != 0 && line.Side != TwoWay {
				return false
			}
			line = line.taken(x.Choice)
		}
		if known, same := sent(q.Lines, line); !same && (known || q.Phase != Refused) {
			return false
		}
	}
	return true
}
