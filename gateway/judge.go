package gateway

import (
	"time"

	"foliogate/gateway/units"
)

// judge decides on a complete list: Opened with every fact resolved, or one
// refusal that names all that is wrong. One bad line refuses the whole.
func judge(env Env, q Inquiry, when Asking) []Event {
	q.Lines = assemble(q.Fragments)
	refusal := numbered(q, q.Lines)
	if refusal.Code == 0 {
		q.Terms, refusal = settledTerms(env, q)
	}
	if refusal.Code != 0 {
		return []Event{InquiryRefused{refusal}}
	}
	facts, wrong := resolve(env, q.Terms, q.Lines)
	if len(wrong) > 0 {
		refusal := refuse(BadLines, "%d of %d lines cannot trade; the first: line %d: %s",
			len(wrong), len(q.Lines), wrong[0].Number, wrong[0].Text)
		refusal.Lines = wrong
		return []Event{InquiryRefused{refusal}}
	}
	asked, refusal := firstAsked(env, q, when)
	if refusal.Code != 0 {
		return []Event{InquiryRefused{refusal}}
	}
	return []Event{Opened{
		Terms: q.Terms, TradeDate: env.Today, Snapshot: env.Ref.Universe.Version,
		Facts: facts, Routes: asked.Routes, Unable: asked.Unable,
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

// currencyOf is the currency of the first line's bond: a single bond settles in it
// unless its client says otherwise.
func currencyOf(env Env, lines []Line) units.Currency {
	b, known := env.Ref.Universe.Find(lines[0].Security.Source, lines[0].Security.ID)
	if !known {
		return ""
	}
	return b.Currency
}

// settledTerms fills in what was left to us and checks the terms.
func settledTerms(env Env, q Inquiry) (Terms, Refusal) {
	p, t := env.Policy, q.Terms
	client, _ := p.client(q.Client)
	if t.Single && t.Currency == "" {
		t.Currency = currencyOf(env, q.Lines)
	}
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
			" deadline, or 2, wait for the client")
	case ahead < p.MinDeadline:
		return t, refuse(BadTerms, "ExpireTime(126) must be at least %s ahead; it is %s",
			p.MinDeadline, ahead.Round(time.Millisecond))
	case ahead > p.MaxDeadline:
		return t, refuse(BadTerms, "ExpireTime(126) must be at most %s ahead; it is %s",
			p.MaxDeadline, ahead.Round(time.Millisecond))
	case t.Single && q.TotalLines != 1:
		return t, refuse(BadTerms, "a single bond is one line, not %d", q.TotalLines)
	case t.Trigger == BestAtDeadline && !client.MayAutoAccept:
		return t, refuse(BadTerms, "ListExecInstType(433)=1, take the best quote at the"+
			" deadline, is not agreed for %s: send 433=2 and take a quote yourself", q.Client)
	case !t.Currency.Valid() && !(t.Single && t.Currency == ""): // of a bond that is unknown
		return t, refuse(BadTerms, "the currency of settlement, %q, is not an ISO 4217 code", t.Currency)
	}
	return t, Refusal{}
}

// firstAsked asks the dealers that the client named, else its panel, unless the client
// is to name its dealers later.
func firstAsked(env Env, q Inquiry, when Asking) (DealersAsked, Refusal) {
	if len(q.Chosen) > 0 {
		return asking(env, q, q.Chosen)
	}
	client := env.Policy.Client(q.Client)
	if when == AskLater || (when == AskAsAgreed && client.WaitForAsk) {
		return DealersAsked{}, Refusal{}
	}
	if refusal := hasPanel(client); refusal.Code != 0 {
		return DealersAsked{}, refusal
	}
	return asking(env, q, client.Panel)
}
