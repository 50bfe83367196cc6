package fixspec

import (
	"time"

	"foliogate/fixspec/wire"
	"foliogate/gateway/units"
)

// ExecutionReport is ExecutionReport(8): the execution of one line, to either side. Side is the
// client's on both. Money is positive in the direction of the line: what a seller receives, what
// a buyer pays; accrued interest is negative in an ex-dividend period.
type ExecutionReport struct {
	OrderID             string         // OrderID(37)
	SecondaryOrderID    string         // SecondaryOrderID(198): the trade, the same on all lines
	ClOrdID             string         // ClOrdID(11)
	QuoteRespID         string         // QuoteRespID(693): what took the quote, in the RFQ profile
	MassStatusReqID     string         // MassStatusReqID(584): only in a replay
	TotNumReports       int            // TotNumReports(911): only in a replay
	LastRptRequested    bool           // LastRptRequested(912): only in a replay
	Parties             Parties        //
	ListID              string         // ListID(66)
	ExecID              string         // ExecID(17)
	ExecType            ExecType       // ExecType(150)
	OrdStatus           OrdStatus      // OrdStatus(39)
	Account             string         // Account(1)
	SettlType           byte           // SettlType(63)
	SettlDate           units.Date     // SettlDate(64)
	Instrument          Instrument     //
	Side                Side           // Side(54)
	OrderQty            units.Face     // OrderQty(38)
	OrdType             byte           // OrdType(40)
	PriceType           PriceType      // PriceType(423)
	Price               units.Price    // Price(44)
	Currency            units.Currency // Currency(15)
	LastQty             units.Face     // LastQty(32)
	LastPx              units.Price    // LastPx(31)
	LeavesQty           units.Face     // LeavesQty(151)
	CumQty              units.Face     // CumQty(14)
	AvgPx               units.Price    // AvgPx(6)
	TradeDate           units.Date     // TradeDate(75)
	TransactTime        time.Time      // TransactTime(60)
	Benchmark           Benchmark      //
	GrossTradeAmt       units.Money    // GrossTradeAmt(381): principal
	NumDaysInterest     int            // NumDaysInterest(157)
	AccruedInterestRate units.Price    // AccruedInterestRate(158), per 100 of par
	AccruedInterestAmt  units.Money    // AccruedInterestAmt(159)
	NetMoney            units.Money    // NetMoney(118) = GrossTradeAmt + AccruedInterestAmt
	SettlCurrAmt        units.Money    // SettlCurrAmt(119)
	SettlCurrency       units.Currency // SettlCurrency(120)
	Text                string         // Text(58)
}

// ExecType is ExecType(150).
type ExecType byte

// Why an ExecutionReport is sent.
const (
	ExecTrade       ExecType = 'F'
	ExecOrderStatus ExecType = 'I'
)

// MsgType returns 8.
func (*ExecutionReport) MsgType() string { return "8" }

// AppendBody appends the report.
func (x *ExecutionReport) AppendBody(b []byte) []byte {
	b = wire.AppendString(b, 37, x.OrderID)
	b = wire.AppendString(b, 198, x.SecondaryOrderID)
	b = wire.AppendString(b, 11, x.ClOrdID)
	b = wire.AppendString(b, 693, x.QuoteRespID)
	if x.MassStatusReqID != "" {
		b = wire.AppendString(b, 584, x.MassStatusReqID)
		b = wire.AppendInt(b, 911, x.TotNumReports)
		b = wire.AppendBool(b, 912, x.LastRptRequested)
	}
	b = x.Parties.append(b)
	b = wire.AppendString(b, 66, x.ListID)
	b = wire.AppendString(b, 17, x.ExecID)
	b = wire.AppendChar(b, 150, byte(x.ExecType))
	b = wire.AppendChar(b, 39, byte(x.OrdStatus))
	b = wire.AppendString(b, 1, x.Account)
	b = wire.AppendChar(b, 63, x.SettlType)
	b = appendDate(b, 64, x.SettlDate)
	b = x.Instrument.append(b)
	b = wire.AppendChar(b, 54, byte(x.Side))
	b = wire.AppendValue(b, 38, x.OrderQty)
	b = wire.AppendChar(b, 40, x.OrdType)
	b = appendCount(b, 423, x.PriceType)
	b = wire.AppendValue(b, 44, x.Price)
	b = wire.AppendString(b, 15, string(x.Currency))
	b = wire.AppendValue(b, 32, x.LastQty)
	b = wire.AppendValue(b, 31, x.LastPx)
	b = wire.AppendValue(b, 151, x.LeavesQty)
	b = wire.AppendValue(b, 14, x.CumQty)
	b = wire.AppendValue(b, 6, x.AvgPx)
	b = appendDate(b, 75, x.TradeDate)
	b = wire.AppendTime(b, 60, x.TransactTime)
	b = x.Benchmark.append(b)
	b = x.appendMoney(b)
	return wire.AppendString(b, 58, x.Text)
}

// appendMoney writes the days of interest even when they are none, so that a reader need not
// know which bonds accrue.
func (x *ExecutionReport) appendMoney(b []byte) []byte {
	b = appendMoney(b, 381, x.GrossTradeAmt, x.Currency)
	b = wire.AppendInt(b, 157, x.NumDaysInterest)
	b = wire.AppendValue(b, 158, x.AccruedInterestRate)
	b = appendMoney(b, 159, x.AccruedInterestAmt, x.Currency)
	b = appendMoney(b, 118, x.NetMoney, x.Currency)
	b = appendMoney(b, 119, x.SettlCurrAmt, x.SettlCurrency)
	return wire.AppendString(b, 120, string(x.SettlCurrency))
}

func (x *ExecutionReport) decode(d *wire.Decoder) {
	x.OrderID = d.String(37)
	x.SecondaryOrderID = d.String(198)
	x.ClOrdID = d.String(11)
	x.QuoteRespID = d.String(693)
	x.MassStatusReqID = d.String(584)
	x.TotNumReports = d.Int(911)
	x.LastRptRequested = d.Bool(912)
	x.Parties.decode(d)
	x.ListID = d.String(66)
	x.ExecID = d.String(17)
	x.ExecType = ExecType(d.Char(150))
	x.OrdStatus = OrdStatus(d.Char(39))
	x.Account = d.String(1)
	x.SettlType = d.Char(63)
	x.SettlDate = date(d, 64)
	x.Instrument.decode(d)
	x.Side = Side(d.Char(54))
	x.OrderQty = face(d, 38)
	x.OrdType = d.Char(40)
	x.PriceType = PriceType(d.Int(423))
	x.Price = price(d, 44)
	x.Currency = currency(d, 15)
	x.LastQty = face(d, 32)
	x.LastPx = price(d, 31)
	x.LeavesQty = face(d, 151)
	x.CumQty = face(d, 14)
	x.AvgPx = price(d, 6)
	x.TradeDate = date(d, 75)
	x.TransactTime = d.Time(60)
	x.Benchmark.decode(d)
	x.decodeMoney(d)
	x.Text = d.String(58)
}

func (x *ExecutionReport) decodeMoney(d *wire.Decoder) {
	x.GrossTradeAmt = money(d, 381, x.Currency)
	x.NumDaysInterest = d.Int(157)
	x.AccruedInterestRate = price(d, 158)
	x.AccruedInterestAmt = money(d, 159, x.Currency)
	x.NetMoney = money(d, 118, x.Currency)
	x.SettlCurrency = currency(d, 120)
	x.SettlCurrAmt = money(d, 119, x.SettlCurrency)
}
