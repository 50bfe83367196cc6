package fixspec

import (
	"time"

	"foliogate/fixspec/wire"
	"foliogate/gateway/units"
)

// QuoteRequest is QuoteRequest(R): asks for a price, of a whole list as a pseudo-instrument or of
// one bond, in the one entry of NoRelatedSym(146).
type QuoteRequest struct {
	QuoteReqID       string         // QuoteReqID(131)
	ClOrdID          string         // ClOrdID(11)
	Instrument       Instrument     // the bond, or the list as a pseudo-instrument
	QuoteRequestType int            // QuoteRequestType(303): 1 = asked by a person
	QuoteType        int            // QuoteType(537): 1 = tradeable
	Side             Side           // Side(54): of a list SideAsDefined; of a bond the client's
	QtyType          int            // QtyType(854): 0 = par
	OrderQty         units.Face     // OrderQty(38): of a list the sum of its lines
	SettlType        byte           // SettlType(63), as it was read; 6 is written with a SettlDate
	SettlDate        units.Date     // SettlDate(64)
	Currency         units.Currency // Currency(15)
	Account          string         // Account(1)
	QuotePriceType   int            // QuotePriceType(692): here the same numbers as PriceType(423)
	OrdType          byte           // OrdType(40)
	ValidUntilTime   time.Time      // ValidUntilTime(62): how long a quote must be good
	ExpireTime       time.Time      // ExpireTime(126): when the request dies
	TransactTime     time.Time      // TransactTime(60)
	Benchmark        Benchmark      //
	PriceType        PriceType      // PriceType(423): what a quote must be
	Price            units.Price    // Price(44): a limit in percent of par; 0 = none
	Parties          QuoteParties   //
	Text             string         // Text(58)
}

// RequestManual is the QuoteRequestType(303) of what a person asks for.
const RequestManual = 1

// MsgType returns R.
func (*QuoteRequest) MsgType() string { return "R" }

// AppendBody appends the request.
func (x *QuoteRequest) AppendBody(b []byte) []byte {
	b = wire.AppendString(b, 131, x.QuoteReqID)
	b = wire.AppendString(b, 11, x.ClOrdID)
	b = wire.AppendInt(b, 146, 1)
	b = x.Instrument.append(b)
	b = appendCount(b, 303, x.QuoteRequestType)
	b = appendCount(b, 537, x.QuoteType)
	b = wire.AppendChar(b, 54, byte(x.Side))
	b = appendCount(b, 854, x.QtyType)
	b = appendFace(b, 38, x.OrderQty)
	b = appendSettlement(b, x.SettlDate)
	b = wire.AppendString(b, 15, string(x.Currency))
	b = wire.AppendString(b, 1, x.Account)
	b = appendCount(b, 692, x.QuotePriceType)
	b = wire.AppendChar(b, 40, x.OrdType)
	b = wire.AppendTime(b, 62, x.ValidUntilTime)
	b = wire.AppendTime(b, 126, x.ExpireTime)
	b = wire.AppendTime(b, 60, x.TransactTime)
	b = x.Benchmark.append(b)
	b = appendCount(b, 423, x.PriceType)
	if x.Price != 0 {
		b = wire.AppendValue(b, 44, x.Price)
	}
	b = x.Parties.append(b)
	return wire.AppendString(b, 58, x.Text)
}

func (x *QuoteRequest) decode(d *wire.Decoder) {
	x.QuoteReqID = d.String(131)
	x.ClOrdID = d.String(11)
	x.Text = d.String(58)
	ensure(d, d.Count(146) == 1, 146, "is not 1: one list or one bond is asked for at a time")
	for range d.Group(146) {
		x.decodeEntry(d)
	}
}

func (x *QuoteRequest) decodeEntry(d *wire.Decoder) {
	ensure(d, d.Count(555) == 0, 555, "is not 0: bonds are asked for outright, and a list by its lines")
	x.Instrument.decode(d)
	x.QuoteRequestType = d.Int(303)
	x.QuoteType = tradeable(d)
	x.Side = Side(d.Char(54))
	x.QtyType, x.OrderQty = d.Int(854), face(d, 38)
	x.SettlType, x.SettlDate = d.Char(63), date(d, 64)
	x.Currency = currency(d, 15)
	x.Account = d.String(1)
	x.QuotePriceType = d.Int(692)
	x.OrdType = d.Char(40)
	x.ValidUntilTime = d.Time(62)
	x.ExpireTime = d.Time(126)
	x.TransactTime = d.Time(60)
	x.Benchmark.decode(d)
	x.PriceType = PriceType(d.Int(423))
	x.Price = price(d, 44)
	x.Parties.decode(d)
}
