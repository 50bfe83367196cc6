package fixspec

import (
	"time"

	"foliogate/fixspec/wire"
	"foliogate/gateway/units"
)

// Quote is Quote(S): a dealer's price for what a QuoteRequest asked. A list has its total or its
// spread in OfferPx(133), and in percent of par what is paid for its sells in BidPx(132) and asked
// for its buys in OfferPx(133); a bond has a price for each side that was asked for.
type Quote struct {
	QuoteReqID         string         // QuoteReqID(131)
	QuoteID            string         // QuoteID(117): a new one for each quote
	QuoteType          int            // QuoteType(537)
	QuoteResponseLevel int            // QuoteResponseLevel(301)
	Instrument         Instrument     // as in the QuoteRequest
	Side               Side           // Side(54)
	OrderQty           units.Face     // OrderQty(38)
	SettlDate          units.Date     // SettlDate(64)
	Currency           units.Currency // Currency(15)
	Legs               []QuoteLeg     // NoLegs(555): the line prices, of all lines in their order
	BidPx              Amount         // BidPx(132), in the unit of PriceType
	OfferPx            Amount         // OfferPx(133), in the unit of PriceType
	BidSize            units.Face     // BidSize(134)
	OfferSize          units.Face     // OfferSize(135)
	ValidUntilTime     time.Time      // ValidUntilTime(62)
	TransactTime       time.Time      // TransactTime(60)
	PriceType          PriceType      // PriceType(423)
	Text               string         // Text(58)
}

// MsgType returns S.
func (*Quote) MsgType() string { return "S" }

// AppendBody appends the quote.
func (x *Quote) AppendBody(b []byte) []byte {
	b = wire.AppendString(b, 131, x.QuoteReqID)
	b = wire.AppendString(b, 117, x.QuoteID)
	b = appendCount(b, 537, x.QuoteType)
	b = appendCount(b, 301, x.QuoteResponseLevel)
	b = x.Instrument.append(b)
	b = wire.AppendChar(b, 54, byte(x.Side))
	b = appendFace(b, 38, x.OrderQty)
	b = appendSettlement(b, x.SettlDate)
	b = wire.AppendString(b, 15, string(x.Currency))
	b = appendCount(b, 555, len(x.Legs))
	for i := range x.Legs {
		b = x.Legs[i].append(b)
	}
	b = appendAmount(b, 132, x.BidPx)
	b = appendAmount(b, 133, x.OfferPx)
	b = appendFace(b, 134, x.BidSize)
	b = appendFace(b, 135, x.OfferSize)
	b = wire.AppendTime(b, 62, x.ValidUntilTime)
	b = wire.AppendTime(b, 60, x.TransactTime)
	b = appendCount(b, 423, x.PriceType)
	return wire.AppendString(b, 58, x.Text)
}

// tradeable reads QuoteType(537): who asks for or gives a price that cannot be traded is not understood
// as if it could be.
func tradeable(d *wire.Decoder) int {
	kind := d.Int(537)
	ensure(d, kind == QuoteTradeable || !d.Has(537), 537, "is not 1: only tradeable quotes are asked for and taken")
	return kind
}

func (x *Quote) decode(d *wire.Decoder) {
	x.QuoteReqID = d.String(131)
	x.QuoteID = d.String(117)
	x.QuoteType = tradeable(d)
	x.QuoteResponseLevel = d.Int(301)
	x.Instrument.decode(d)
	x.Side = Side(d.Char(54))
	x.OrderQty = face(d, 38)
	x.SettlDate = date(d, 64)
	x.Currency = currency(d, 15)
	x.Legs = x.Legs[:0]
	for range d.Group(555) {
		x.Legs = append(x.Legs, decodeQuoteLeg(d))
	}
	x.BidPx = wire.Value(d, 132, parseAmount)
	x.OfferPx = wire.Value(d, 133, parseAmount)
	x.BidSize, x.OfferSize = face(d, 134), face(d, 135)
	x.ValidUntilTime = d.Time(62)
	x.TransactTime = d.Time(60)
	x.PriceType = PriceType(d.Int(423))
	x.Text = d.String(58)
	if x.BidPx.Given() || x.OfferPx.Given() {
		d.Need(423)
	}
}
