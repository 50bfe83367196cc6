package fixspec

import (
	"time"

	"foliogate/fixspec/wire"
	"foliogate/gateway/units"
)

// QuoteResponse is QuoteResponse(AJ): a client takes a quote, a dealer is awarded what it quoted, or
// a dealer is told what became of its quote.
type QuoteResponse struct {
	QuoteRespID   string        // QuoteRespID(693)
	QuoteID       string        // QuoteID(117): the dealer's BidID(390), in the LIST profile
	QuoteRespType QuoteRespType // QuoteRespType(694)
	ClOrdID       string        // ClOrdID(11)
	Instrument    Instrument    // as in the QuoteRequest; a list is a pseudo-instrument
	Side          Side          // Side(54)
	OrderQty      units.Face    // OrderQty(38)
	TransactTime  time.Time     // TransactTime(60)
	Text          string        // Text(58)
	Price         Amount        // Price(44), in the unit of PriceType
	PriceType     PriceType     // PriceType(423)
}

// QuoteRespType is QuoteRespType(694).
type QuoteRespType int

// Answers to a quote, and what became of it.
const (
	QuoteHit      QuoteRespType = 1
	QuoteCounter  QuoteRespType = 2
	QuoteExpired  QuoteRespType = 3
	QuoteCover    QuoteRespType = 4
	QuoteDoneAway QuoteRespType = 5
	QuotePassed   QuoteRespType = 6
)

// MsgType returns AJ.
func (*QuoteResponse) MsgType() string { return "AJ" }

// AppendBody appends the response.
func (x *QuoteResponse) AppendBody(b []byte) []byte {
	b = wire.AppendString(b, 693, x.QuoteRespID)
	b = wire.AppendString(b, 117, x.QuoteID)
	b = wire.AppendInt(b, 694, x.QuoteRespType)
	b = wire.AppendString(b, 11, x.ClOrdID)
	b = x.Instrument.append(b)
	b = wire.AppendChar(b, 54, byte(x.Side))
	b = appendFace(b, 38, x.OrderQty)
	b = wire.AppendTime(b, 60, x.TransactTime)
	b = wire.AppendString(b, 58, x.Text)
	b = appendAmount(b, 44, x.Price)
	return appendCount(b, 423, x.PriceType)
}

func (x *QuoteResponse) decode(d *wire.Decoder) {
	x.QuoteRespID = d.String(693)
	x.QuoteID = d.String(117)
	x.QuoteRespType = QuoteRespType(d.Int(694))
	x.ClOrdID = d.String(11)
	x.Instrument.decode(d)
	x.Side = Side(d.Char(54))
	x.OrderQty = face(d, 38)
	x.TransactTime = d.Time(60)
	x.Text = d.String(58)
	x.Price = wire.Value(d, 44, parseAmount)
	x.PriceType = PriceType(d.Int(423))
}
