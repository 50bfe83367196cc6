package main

import (
	"cmp"
	"slices"

	"foliogate/fixspec"
	"foliogate/gateway"
	"foliogate/gateway/bond"
	"foliogate/gateway/units"
)

// fill is the execution of one line, as either side is told of it. Money is signed as the client's
// cash flow: a sell receives, a buy pays.
type fill struct {
	Line        int // 1 is the first
	ClOrdID     string
	ID          string // identifier of the bond
	Side        gateway.Side
	Face        units.Face // par as asked for
	Current     units.Face // what is left of it; principal and accrued are owed on this
	Account     string
	Price       units.Price // clean, percent of par
	Currency    units.Currency
	TradeDate   units.Date
	SettleDate  units.Date
	AccruedDays int
	Principal   units.Money
	Accrued     units.Money
	Net         units.Money
	Dealer      string
	Trade       string // the same on all lines
	OrderID     string
	ExecID      string
}

func fillOf(line int, m *fixspec.ExecutionReport) fill {
	side, towards := gateway.Buy, units.Money(-1)
	if m.Side == fixspec.SideSell {
		side, towards = gateway.Sell, 1
	}
	return fill{
		Line: line, ClOrdID: m.ClOrdID, ID: m.Instrument.SecurityID, Side: side,
		Face: m.LastQty, Current: currentFace(m), Account: m.Account, Price: m.LastPx,
		Currency: m.Currency, TradeDate: m.TradeDate, SettleDate: m.SettlDate,
		AccruedDays: m.NumDaysInterest, Principal: towards * m.GrossTradeAmt,
		Accrued: towards * m.AccruedInterestAmt, Net: towards * m.NetMoney,
		Dealer: m.Parties.Dealer, Trade: m.SecondaryOrderID, OrderID: m.OrderID, ExecID: m.ExecID,
	}
}

func currentFace(m *fixspec.ExecutionReport) units.Face {
	factor, ok := m.Instrument.Factor.Price() // 8 decimals, as a factor has
	if !ok {
		return m.LastQty
	}
	b := bond.Bond{Factor: int64(factor)}
	return b.CurrentFace(m.LastQty)
}

// byLine sorts fills by line.
func byLine(fills []fill) []fill {
	sorted := slices.Clone(fills)
	slices.SortFunc(sorted, func(a, b fill) int { return cmp.Compare(a.Line, b.Line) })
	return sorted
}

// ticket is one net settlement amount, signed as the client's cash flow.
type ticket struct {
	ConfirmID  string
	Account    string
	Currency   units.Currency
	TradeDate  units.Date
	SettleDate units.Date
	Face       units.Face // par of both sides
	Principal  units.Money
	Accrued    units.Money
	Net        units.Money
	Answer     ticketAnswer
	Text       string // what does not agree
}

// ticketAnswer is what was said to a ticket.
type ticketAnswer string

const (
	ticketOpen     ticketAnswer = ""
	ticketAffirmed ticketAnswer = "affirmed"
	ticketDisputed ticketAnswer = "disputed"
)

func ticketOf(m *fixspec.Confirmation) ticket {
	towards := units.Money(-1)
	if m.Side == fixspec.SideSell {
		towards = 1
	}
	return ticket{
		ConfirmID: m.ConfirmID, Account: m.AllocAccount, Currency: m.Currency,
		TradeDate: m.TradeDate, SettleDate: m.SettlDate, Face: m.AllocQty,
		Principal: towards * m.GrossTradeAmt, Accrued: towards * m.AccruedInterestAmt,
		Net: towards * m.NetMoney,
	}
}

// ticketKey is what one ticket is for.
type ticketKey struct {
	account  string
	currency units.Currency
	settle   units.Date
}

func (t ticket) key() ticketKey { return ticketKey{t.Account, t.Currency, t.SettleDate} }

// sums is what lines or tickets come to.
type sums struct {
	face                    units.Face
	principal, accrued, net units.Money
}

func (s *sums) addFill(f fill) {
	s.face += f.Current
	s.principal += f.Principal
	s.accrued += f.Accrued
	s.net += f.Net
}

func (s *sums) addTicket(t ticket) {
	s.face += t.Face
	s.principal += t.Principal
	s.accrued += t.Accrued
	s.net += t.Net
}

// differs says in what tickets differ from the lines that they are for; "" if in nothing.
func (s sums) differs(lines sums, c units.Currency) string {
	for _, amount := range []struct {
		name        string
		told, lines units.Money
	}{
		{"GrossTradeAmt(381)", s.principal, lines.principal},
		{"AccruedInterestAmt(159)", s.accrued, lines.accrued},
		{"NetMoney(118)", s.net, lines.net},
	} {
		if amount.told != amount.lines {
			return amount.name + " is " + amount.told.Format(c) + ", the lines come to " +
				amount.lines.Format(c) + " (as the client's cash flow)"
		}
	}
	if s.face != lines.face {
		return "AllocQty(80) is " + s.face.String() + ", the lines come to " + lines.face.String()
	}
	return ""
}

// consistent says what is wrong with the money of one fill; "" if nothing is.
func (f fill) consistent() string {
	towards := units.Money(f.Side.Cash())
	want := towards * units.Principal(f.Current, f.Price, f.Currency)
	switch {
	case f.Principal != want:
		return "GrossTradeAmt(381) is " + f.Principal.Format(f.Currency) + ", face times price is " +
			want.Format(f.Currency)
	case f.Net != f.Principal+f.Accrued:
		return "NetMoney(118) is " + f.Net.Format(f.Currency) + ", principal and accrued are " +
			(f.Principal + f.Accrued).Format(f.Currency)
	}
	return ""
}
