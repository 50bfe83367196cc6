package gateway

import (
	"cmp"
	"slices"
	"time"
)

// judge decides on a complete list: Opened with every fact resolved, or one
// refusal that names all that is wrong. One bad line refuses the whole.
func judge(env Env, q Inquiry) []Event {
	lines := assemble(q.Fragments)
	if refusal := numbered(q, lines); refusal.Code != 0 {
		return []Event{InquiryRefused{refusal}}
	}
	terms, refusal := settledTerms(env, q)
	if refusal.Code != 0 {
		return []Event{InquiryRefused{refusal}}
	}
	facts, wrong := resolve(env, terms, lines)
	if len(wrong) > 0 {
		refusal := refuse(BadLines, "%d of %d lines cannot trade; the first: line %d: %s",
			len(wrong), len(lines), wrong[0].Number, wrong[0].Text)
		refusal.Lines = wrong
		return []Event{InquiryRefused{refusal}}
	}
	routes, refusal := firstRoutes(env, q, terms)
	if refusal.Code != 0 {
		return []Event{InquiryRefused{refusal}}
	}
	return []Event{Opened{
		Terms: terms, TradeDate: env.Today, Snapshot: env.Ref.Universe.Version,
		Facts: facts, Routes: routes,
	}}
}

// numbered checks that the lines are 1 to TotalLines, each once, under ids of
// their own.
func numbered(q Inquiry, lines []Line) Refusal {
	if len(lines) == 0 {
		return refuse(BadLines, "the list has no lines")
	}
	var wrong []LineRefusal
	fault := func(l Line, text string) {
		wrong = append(wrong, LineRefusal{l.Number, l.ClOrdID, DuplicateLine, text})
	}
	ids := make(map[string]bool, len(lines))
	for i, l := range lines {
		switch {
		case l.Number < 1 || l.Number > q.TotalLines:
			fault(l, "ListSeqNo(67) is not between 1 and TotNoOrders(68)")
		case i > 0 && lines[i-1].Number == l.Number:
			fault(l, "ListSeqNo(67) is used twice")
		case ids[l.ClOrdID]:
			fault(l, "ClOrdID(11) is used twice")
		}
		ids[l.ClOrdID] = true
	}
	if len(wrong) > 0 {
		refusal := refuse(BadLines, "line numbers or ids are wrong; the first: line %d: %s",
			wrong[0].Number, wrong[0].Text)
		refusal.Lines = wrong
		return refusal
	}
	if len(lines) != q.TotalLines {
		return refuse(FragmentsMissing,
			"TotNoOrders(68) is %d but the list closed with %d lines", q.TotalLines, len(lines))
	}
	return Refusal{}
}

// settledTerms fills in the default deadline and checks the terms.
func settledTerms(env Env, q Inquiry) (Terms, Refusal) {
	p, t := env.Policy, q.Terms
	client, _ := p.client(q.Client)
	if t.Deadline.IsZero() {
		t.Deadline = env.Now.Add(p.DefaultDeadline).Truncate(time.Millisecond)
	}
	ahead := t.Deadline.Sub(env.Now)
	switch {
	case t.Kind < TotalAmount || t.Kind > PercentPerSide:
		return t, refuse(BadTerms, "PriceType(423) must be 1, percent of par, 3, total amount,"+
			" or 6, spread, the same on every line")
	case t.Trigger < OnAccept || t.Trigger > BestAtDeadline:
		return t, refuse(BadTerms, "ListExecInstType(433) must be 1, the best quote at the"+
			" deadline, or 2, wait for ListExecute")
	case ahead < p.MinDeadline:
		return t, refuse(BadTerms, "ExpireTime(126) must be at least %s ahead; it is %s",
			p.MinDeadline, ahead.Round(time.Millisecond))
	case ahead > p.MaxDeadline:
		return t, refuse(BadTerms, "ExpireTime(126) must be at most %s ahead; it is %s",
			p.MaxDeadline, ahead.Round(time.Millisecond))
	case t.Trigger == BestAtDeadline && !client.MayAutoAccept:
		return t, refuse(BadTerms, "ListExecInstType(433)=1, take the best quote at the"+
			" deadline, is not agreed for %s: send 433=2 and accept with ListExecute", q.Client)
	case !t.Currency.Valid():
		return t, refuse(BadTerms, "SettlCurrency(120) %q is not an ISO 4217 code", t.Currency)
	}
	return t, Refusal{}
}

// firstRoutes asks the dealers that the client named, else its panel. A client
// that always names its dealers gets none yet.
func firstRoutes(env Env, q Inquiry, t Terms) ([]Route, Refusal) {
	client, _ := env.Policy.client(q.Client)
	asked := q.Chosen
	if len(asked) == 0 {
		if client.WaitForAsk {
			return nil, Refusal{}
		}
		asked = client.Panel
	} else if unable := unableTo(env, asked, t.Kind); unable != "" {
		return nil, refuse(NoDealers, "%s, which you named, cannot quote a %s", unable, t.Kind)
	}
	routes := routesTo(env, asked, t.Kind)
	if len(routes) == 0 {
		return nil, refuse(NoDealers, "no dealer of the panel can quote a %s", t.Kind)
	}
	return routes, Refusal{}
}

// unableTo is the first dealer that cannot quote the kind. One that was named must
// not be left out without a word.
func unableTo(env Env, dealers []Firm, kind PriceKind) Firm {
	for _, firm := range dealers {
		if dealer, ok := env.Policy.dealer(firm); !ok || !dealer.quotes(kind) {
			return firm
		}
	}
	return ""
}

// routesTo makes a route for each dealer that can quote the kind. The order is
// that of the opaque list ids, so that it tells nobody anything.
func routesTo(env Env, dealers []Firm, kind PriceKind) []Route {
	var routes []Route
	for _, firm := range dealers {
		dealer, ok := env.Policy.dealer(firm)
		if !ok || !dealer.quotes(kind) {
			continue
		}
		routes = append(routes, Route{
			Dealer: firm, ListID: env.listID(firm), State: Asked,
			AckBy:    env.Now.Add(env.Policy.AckTimeout),
			LastLook: dealer.LastLook, Account: dealer.Account,
		})
	}
	slices.SortFunc(routes, func(a, b Route) int { return cmp.Compare(a.ListID, b.ListID) })
	return routes
}

func (d Dealer) quotes(kind PriceKind) bool {
	return len(d.Kinds) == 0 || slices.Contains(d.Kinds, kind)
}
