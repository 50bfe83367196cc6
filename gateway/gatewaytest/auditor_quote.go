package gatewaytest

import (
	"foliogate/fixspec"
	"foliogate/gateway"
)

// asked finds the inquiry that a client is told of, by its list or by the request for a bond.
func (a *auditor) asked(p *peer, request string, about fixspec.Instrument) *file {
	if id := listIn(about); id != "" {
		return a.byList[key(p.firm, id)]
	}
	return a.byList[key(p.firm, request)]
}

// reportHeard holds what a client is told of a quote or of its inquiry against the journal.
func (a *auditor) reportHeard(p *peer, h fixspec.Header, m *fixspec.QuoteStatusReport) {
	f := a.asked(p, m.QuoteReqID, m.Instrument)
	outcome := outcomeOfReport(h, m)
	if f == nil {
		a.check(outcome == "" && m.QuoteStatus != fixspec.QuotePending,
			"%s is told of %s, of which the journal knows nothing", p.firm, m.QuoteReqID)
		return
	}
	f.acked = true
	a.outcome(p, f, outcome)
	if m.QuoteID == fixspec.NoQuoteID {
		return
	}
	q := a.quotes[m.QuoteID]
	switch {
	case m.QuoteStatus == fixspec.QuoteAccepted:
		a.check(f.trade != nil && f.trade.Execution.Quote == m.QuoteID,
			"%s is told that it traded %s by quote %s", p.firm, f.list, m.QuoteID)
	case h.OnBehalfOf == "": // refuses what the client said of a quote
	case m.QuoteStatus == fixspec.QuotePending:
		a.check(q != nil && q.file == f && (q.taken || f.award != nil && f.award.Quote == q.id),
			"%s is told that %s is awarded to quote %s", p.firm, f.list, m.QuoteID)
	default:
		a.check(q != nil && q.file == f && q.lost,
			"%s is told that quote %s of %s is gone, and it is not", p.firm, m.QuoteID, f.list)
	}
}

// requestHeard holds what a dealer is asked for against the inquiry.
func (a *auditor) requestHeard(p *peer, m *fixspec.QuoteRequest) {
	f := a.byRoute[key(p.firm, m.QuoteReqID)]
	if f == nil {
		a.w.fail("%s is asked for %s, which is not in the journal", p.firm, m.QuoteReqID)
		return
	}
	f.shown[p.firm] = true
	a.check(f.single == (listIn(m.Instrument) == ""), "%s is asked for %s as %s", p.firm, f.list,
		m.Instrument.SecurityID)
	shown := a.w.policy.Client(f.client).ShowName
	a.check(shown == (m.Parties.Client != ""), "%s is told that %q asks", p.firm, m.Parties.Client)
}

// award holds an award against the journal. What is durable may have gone on since it was said.
func (a *auditor) award(p *peer, own string, side fixspec.Side, again bool) {
	q := a.given[key(p.firm, own)]
	if q == nil {
		a.w.fail("%s is awarded %s, which it did not quote", p.firm, own)
		return
	}
	f := q.file
	a.check(f.award != nil || f.end != "" || again || q.lost,
		"%s is awarded %s, which the journal does not say", p.firm, own)
	if f.award != nil && f.award.Quote == q.id && f.award.Side != 0 && side != 0 {
		a.check((f.award.Side == gateway.Buy) == (side == fixspec.SideBuy),
			"%s is awarded %s on side %c", p.firm, own, side)
	}
}

// notDone holds against the journal that a quote did not trade.
func (a *auditor) notDone(p *peer, own string) {
	q := a.given[key(p.firm, own)]
	a.check(q != nil && (q.file.trade == nil || q.file.trade.Execution.Quote != q.id),
		"%s is told that %s is not done, the journal says otherwise", p.firm, own)
}

// over holds against the journal that an inquiry is, without a trade of the dealer's.
func (a *auditor) over(p *peer, f *file) {
	a.check(f.end != "" && (f.trade == nil || f.trade.Execution.Dealer != p.firm),
		"%s is told that %s is over, and for it it is not", p.firm, f.list)
}

// answerHeard holds what a dealer is told of a request, or of a confirmation, against the journal.
func (a *auditor) answerHeard(p *peer, m *fixspec.QuoteStatusReport) {
	f := a.byRoute[key(p.firm, m.QuoteReqID)]
	switch {
	case f == nil:
		a.w.fail("%s is told of %s, which is not in the journal", p.firm, m.QuoteReqID)
	case isOver(m):
		a.over(p, f)
	case m.QuoteRespID == "":
	case m.QuoteStatus == fixspec.QuoteAccepted:
		a.check(f.trade != nil && f.trade.Execution.Dealer == p.firm,
			"%s is told that it traded %s", p.firm, f.list)
	default:
		a.notDone(p, m.QuoteID)
	}
}
