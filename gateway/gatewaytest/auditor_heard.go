package gatewaytest

import (
	"slices"

	"foliogate/fixspec"
	"foliogate/gateway"
	"foliogate/gateway/units"
)

// left sees a message when its bytes leave the house: what it rests on must be durable.
func (a *auditor) left(l *link, p packet) {
	durable := uint64(a.w.disk.durable)
	if p.kind == gapFill || a.w.outside {
		return // it has no record of its own, or none that counts
	}
	if l.dialled {
		a.check(p.number <= a.reserved[l.firm] || p.lsn > 0 && p.lsn <= durable,
			"%s is sent number %d, and %d is reserved", l.origin.Firm, p.number, a.reserved[l.firm])
		return
	}
	a.check(p.lsn > 0 && p.lsn <= durable, "%s is sent number %d, which is not durable",
		l.origin.Firm, p.number)
}

// arrived sees a message when a counterparty has it: its number must not have said anything else.
func (a *auditor) arrived(p *peer, m packet) {
	if m.kind == gapFill {
		return
	}
	at := numbered{p.index, p.epoch, m.number}
	if m.kind == logon && m.reset != p.reset {
		return // of before the reset
	}
	says := m.content(a.seed)
	said, seen := a.numbers[at]
	a.check(!seen || said == says, "%s is sent number %d again, with other content", p.firm, m.number)
	a.numbers[at] = says
}

// heard sees a business message that a counterparty takes for true: it must be durable.
func (a *auditor) heard(p *peer, h fixspec.Header, m fixspec.Message, again bool) {
	a.step()
	if p.client {
		a.clientHeard(p, h, m, again)
	} else {
		a.dealerHeard(p, m, again)
	}
}

func (a *auditor) clientHeard(p *peer, h fixspec.Header, m fixspec.Message, again bool) {
	switch m := m.(type) {
	case *fixspec.ListStatus:
		a.statusHeard(p, m)
	case *fixspec.BidResponse:
		a.check(!m.Priced() || a.quotes[m.BidID] != nil,
			"%s is shown a bid %s that is not in the journal",
			p.firm, m.BidID)
	case *fixspec.Quote:
		q := a.quotes[m.QuoteID]
		a.check(q != nil && q.file.client == p.firm && h.OnBehalfOf == string(q.dealer),
			"%s is shown a quote %s that is not in the journal", p.firm, m.QuoteID)
	case *fixspec.QuoteRequestReject:
		if f := a.asked(p, m.QuoteReqID, m.Instrument); f != nil && f.single {
			a.outcome(p, f, outcomeOfRequest(h, m))
		}
	case *fixspec.QuoteStatusReport:
		a.reportHeard(p, h, m)
	case *fixspec.ExecutionReport:
		if m.ExecType == fixspec.ExecTrade {
			a.report(p, 0, m, again)
		}
	case *fixspec.Confirmation:
		a.ticket(p, m)
	}
}

func (a *auditor) statusHeard(p *peer, m *fixspec.ListStatus) {
	f := a.byList[key(p.firm, m.ListID)]
	outcome := outcomeOf(m)
	if f == nil {
		a.check(outcome == "" && m.ListOrderStatus == fixspec.ListRejected,
			"%s is told of %s, of which the journal knows nothing", p.firm, m.ListID)
		return
	}
	f.acked = true
	if m.ListStatusType == fixspec.StatusAck {
		a.check(f.open, "%s is told that %s is open, and it is not", p.firm, m.ListID)
	}
	a.outcome(p, f, outcome)
}

// outcome holds what a client hears for good against the journal.
func (a *auditor) outcome(p *peer, f *file, outcome string) {
	a.check(outcome == "" || f.end == outcome || outcome == rejected && f.end == "",
		"%s is told that %s is %s, the journal says %q", p.firm, f.list, outcome, f.end)
}

func (a *auditor) dealerHeard(p *peer, m fixspec.Message, again bool) {
	switch m := m.(type) {
	case *fixspec.NewOrderList:
		f := a.byRoute[key(p.firm, m.ListID)]
		if f == nil {
			a.w.fail("%s is shown a list %s that is not in the journal", p.firm, m.ListID)
			return
		}
		f.shown[p.firm] = true
	case *fixspec.BidRequest:
		if f := a.byRoute[key(p.firm, m.ListID)]; f != nil && m.BidRequestTransType == fixspec.BidCancel {
			a.over(p, f)
		}
	case *fixspec.ListExecute:
		a.award(p, m.BidID, 0, again)
	case *fixspec.QuoteRequest:
		a.requestHeard(p, m)
	case *fixspec.QuoteResponse:
		if m.QuoteRespType == fixspec.QuoteHit {
			a.award(p, m.QuoteID, m.Side, again)
		} else {
			a.notDone(p, m.QuoteID)
		}
	case *fixspec.QuoteStatusReport:
		a.answerHeard(p, m)
	case *fixspec.ExecutionReport:
		a.report(p, 1, m, again)
	case *fixspec.Confirmation:
		a.ticket(p, m)
	}
}

// report compares an execution with the journal and with what was told before.
func (a *auditor) report(p *peer, side int, m *fixspec.ExecutionReport, again bool) {
	f := a.byTrade[m.SecondaryOrderID]
	if f == nil {
		a.w.fail("%s is told of a trade %s that is not in the journal", p.firm, m.SecondaryOrderID)
		return
	}
	x := &f.trade.Execution
	line := slices.IndexFunc(f.lines, func(l gateway.Line) bool {
		return x.ExecID(l.Number) == m.ExecID
	})
	party := side == 0 && p.firm == f.client || side == 1 && p.firm == x.Dealer
	a.check(party && line >= 0, "%s is told of %s, which is not its own", p.firm, m.ExecID)
	if line < 0 {
		return
	}
	l := f.lines[line]
	sign := units.Money(l.Side.Cash())
	fill := x.Fills[min(l.Number, len(x.Fills))-1]
	a.check(m.LastPx == fill.Price && m.LastQty == l.Face && m.GrossTradeAmt == sign*fill.Principal &&
		m.AccruedInterestAmt == sign*fill.Accrued && m.NetMoney == sign*fill.Net,
		"%s is told other money of %s than the journal holds", p.firm, m.ExecID)
	if side == 0 {
		a.check(m.QuoteRespID == x.Response, "%s is told that it took %s by %q, the journal says %q",
			p.firm, f.list, m.QuoteRespID, x.Response)
		a.check(m.ListID == a.w.clientName(f.list) && m.ClOrdID == l.ClOrdID,
			"%s is told of %s under the name %s of %s",
			p.firm, m.ExecID, m.ClOrdID, m.ListID)
	} else {
		route := f.routes[p.firm]
		a.check(m.ListID == route.ListID && m.ClOrdID == route.LineID(l.Number),
			"%s is told of %s under the name %s", p.firm, m.ExecID, m.ClOrdID)
	}
	_, before := f.told[side][m.ExecID]
	a.check(!before || again, "%s is told of %s again as if it were new", p.firm, m.ExecID)
	f.told[side][m.ExecID] = *m
}

func (a *auditor) ticket(p *peer, m *fixspec.Confirmation) {
	for _, f := range a.order {
		if f.trade == nil {
			continue
		}
		for _, s := range f.trade.Tickets {
			if s.ID != m.ConfirmID {
				continue
			}
			net := s.Net
			if m.Side == fixspec.SideBuy {
				net = -net
			}
			party := p.firm == f.client || p.firm == f.trade.Execution.Dealer
			a.check(m.NetMoney == net && m.AllocQty == s.Face && party,
				"%s is told other money of ticket %s than the journal holds", p.firm, s.ID)
			return
		}
	}
	a.w.fail("%s is given a ticket %s that is not in the journal", p.firm, m.ConfirmID)
}
