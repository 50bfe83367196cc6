package fixspec

import (
	"time"

	"foliogate/fixspec/wire"
	"foliogate/gateway/units"
)

// Confirmation is Confirmation(AK): one net ticket, for all that one account settles in one
// currency on one date. Side is the client's: SideBuy when it pays, SideSell when it receives.
// Money is positive in that direction, so that NetMoney = GrossTradeAmt + AccruedInterestAmt; a
// part may be negative when it flows the other way.
type Confirmation struct {
	ConfirmID          string           // ConfirmID(664)
	ConfirmTransType   ConfirmTransType // ConfirmTransType(666)
	Parties            Parties          //
	ListID             string           // ListID(66), also written as the ClOrdID(11) before it
	TransactTime       time.Time        // TransactTime(60)
	TradeDate          units.Date       // TradeDate(75)
	Instrument         Instrument       // the list as a pseudo-instrument
	AllocQty           units.Face       // AllocQty(80): par of both sides, also OrderCapacityQty(863)
	Side               Side             // Side(54)
	Currency           units.Currency   // Currency(15)
	AllocAccount       string           // AllocAccount(79)
	GrossTradeAmt      units.Money      // GrossTradeAmt(381)
	AccruedInterestAmt units.Money      // AccruedInterestAmt(159)
	NetMoney           units.Money      // NetMoney(118)
	SettlCurrAmt       units.Money      // SettlCurrAmt(119)
	SettlCurrency      units.Currency   // SettlCurrency(120)
	SettlDate          units.Date       // SettlDate(64), with SettlType(63) 6
}

// ConfirmTransType is ConfirmTransType(666).
type ConfirmTransType int

// ConfirmNew is a ticket that replaces none.
const ConfirmNew ConfirmTransType = 0

const (
	confirmTypeConfirmation = 2 // ConfirmType(773)
	confirmStatusConfirmed  = 4 // ConfirmStatus(665)
	capacityPrincipal       = 'P'
)

// MsgType returns AK.
func (*Confirmation) MsgType() string { return "AK" }

// AppendBody appends the ticket. AvgPx(6) is 0, for a list has none; NoUnderlyings(711) and
// NoLegs(555) are 0, because quickfixgo's FIX44.xml requires them.
func (x *Confirmation) AppendBody(b []byte) []byte {
	b = wire.AppendString(b, 664, x.ConfirmID)
	b = wire.AppendInt(b, 666, x.ConfirmTransType)
	b = wire.AppendInt(b, 773, confirmTypeConfirmation)
	b = wire.AppendInt(b, 665, confirmStatusConfirmed)
	b = x.Parties.append(b)
	b = wire.AppendInt(b, 73, 1)
	b = wire.AppendString(b, 11, x.ListID)
	b = wire.AppendString(b, 66, x.ListID)
	b = wire.AppendTime(b, 60, x.TransactTime)
	b = appendDate(b, 75, x.TradeDate)
	b = x.Instrument.append(b)
	b = wire.AppendInt(b, 711, 0)
	b = wire.AppendInt(b, 555, 0)
	b = wire.AppendValue(b, 80, x.AllocQty)
	b = wire.AppendChar(b, 54, byte(x.Side))
	b = wire.AppendString(b, 15, string(x.Currency))
	b = wire.AppendInt(b, 862, 1)
	b = wire.AppendChar(b, 528, capacityPrincipal)
	b = wire.AppendValue(b, 863, x.AllocQty)
	b = wire.AppendString(b, 79, x.AllocAccount)
	b = wire.AppendInt(b, 6, 0)
	return x.appendMoney(b)
}

func (x *Confirmation) appendMoney(b []byte) []byte {
	b = appendMoney(b, 381, x.GrossTradeAmt, x.Currency)
	b = appendMoney(b, 159, x.AccruedInterestAmt, x.Currency)
	b = appendMoney(b, 118, x.NetMoney, x.Currency)
	b = appendMoney(b, 119, x.SettlCurrAmt, x.SettlCurrency)
	b = wire.AppendString(b, 120, string(x.SettlCurrency))
	b = wire.AppendChar(b, 63, SettlFuture)
	return appendDate(b, 64, x.SettlDate)
}

func (x *Confirmation) decode(d *wire.Decoder) {
	x.ConfirmID = d.String(664)
	x.ConfirmTransType = ConfirmTransType(d.Int(666))
	x.Parties.decode(d)
	x.ListID = ""
	for range d.Group(73) {
		x.ListID = d.String(66)
	}
	x.TransactTime = d.Time(60)
	x.TradeDate = date(d, 75)
	x.Instrument.decode(d)
	x.AllocQty = face(d, 80)
	x.Side = Side(d.Char(54))
	x.Currency = currency(d, 15)
	x.AllocAccount = d.String(79)
	x.GrossTradeAmt = money(d, 381, x.Currency)
	x.AccruedInterestAmt = money(d, 159, x.Currency)
	x.NetMoney = money(d, 118, x.Currency)
	x.SettlCurrency = currency(d, 120)
	x.SettlCurrAmt = money(d, 119, x.SettlCurrency)
	x.SettlDate = date(d, 64)
}
