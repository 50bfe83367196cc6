package fixspec

import (
	"foliogate/gateway"
	"foliogate/gateway/units"
)

// fills sends the execution of every line, as one side sees it. prepare adds what only that side
// may know; the report is used again for the next line.
func (o *outgoing) fills(h Header, x *gateway.Execution, prepare func(int, *ExecutionReport)) {
	var report ExecutionReport
	for i := range x.Fills {
		if o.stopped {
			return
		}
		report = o.report(x, i)
		prepare(i, &report)
		o.send(h, &report)
	}
}

// report is the execution of line i+1 without what differs between the two sides: ListID(66),
// ClOrdID(11), Account(1) and the parties.
func (o *outgoing) report(x *gateway.Execution, i int) ExecutionReport {
	q := &o.inquiry
	line, facts, fill := &q.Lines[i], &q.Facts[i], &x.Fills[i]
	towards := units.Money(line.Side.Cash())
	return ExecutionReport{
		OrderID: x.OrderID(line.Number), SecondaryOrderID: x.Trade, ExecID: x.ExecID(line.Number),
		ExecType: ExecTrade, OrdStatus: OrdFilled, Parties: Parties{Dealer: string(x.Dealer)},
		SettlType: SettlFuture, SettlDate: facts.Settle,
		Instrument: o.instrument(*line, *facts), Side: sideOf(line.Side),
		OrderQty: line.Face, OrdType: OrdTypeMarket, PriceType: PricePercentage, Price: fill.Price,
		Currency: q.Terms.Currency, LastQty: line.Face, LastPx: fill.Price,
		CumQty: line.Face, AvgPx: fill.Price, TradeDate: q.TradeDate, TransactTime: x.At,
		Benchmark:     benchmarkOf(q.Terms, *facts),
		GrossTradeAmt: towards * fill.Principal, NumDaysInterest: facts.AccruedDays,
		AccruedInterestRate: facts.AccruedRate, AccruedInterestAmt: towards * fill.Accrued,
		NetMoney: towards * fill.Net, SettlCurrAmt: towards * fill.Net,
		SettlCurrency: q.Terms.Currency,
	}
}

// ticket is one net settlement. Its side says which way the net flows, and all its money is
// counted in that direction.
func (o *outgoing) ticket(x *gateway.Execution, s gateway.Settlement, listID, account string) *Confirmation {
	side, towards := SideSell, units.Money(1)
	if s.Net < 0 {
		side, towards = SideBuy, -1
	}
	instrument := pseudo(listID)
	instrument.Product, instrument.SecurityType = ProductOther, SecurityMultileg
	instrument.SecurityDesc = "PORTFOLIO OF " + number(len(s.Lines))
	return &Confirmation{
		ConfirmID: s.ID, ConfirmTransType: ConfirmNew, Parties: Parties{Dealer: string(x.Dealer)},
		ListID: listID, TransactTime: x.At, TradeDate: o.inquiry.TradeDate, Instrument: instrument,
		AllocQty: s.Face, Side: side, Currency: s.Currency, AllocAccount: account,
		GrossTradeAmt: towards * s.Principal, AccruedInterestAmt: towards * s.Accrued,
		NetMoney: towards * s.Net, SettlCurrAmt: towards * s.Net, SettlCurrency: s.Currency,
		SettlDate: s.Date,
	}
}
