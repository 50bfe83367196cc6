package fixspec

import (
	"foliogate/fixspec/wire"
	"foliogate/gateway"
	"foliogate/gateway/units"
)

// QuoteLeg is the price of one line in a Quote, clean percent of par: a bid for what the client sells,
// an offer for what it buys.
type QuoteLeg struct {
	SecurityID       string      // LegSecurityID(602)
	SecurityIDSource IDSource    // LegSecurityIDSource(603)
	Side             Side        // LegSide(624)
	BidPx            units.Price // LegBidPx(681); 0 = none
	OfferPx          units.Price // LegOfferPx(684); 0 = none
}

func (x *QuoteLeg) append(b []byte) []byte {
	b = wire.AppendString(b, 600, NoSymbol)
	b = wire.AppendString(b, 602, x.SecurityID)
	b = wire.AppendChar(b, 603, byte(x.SecurityIDSource))
	b = wire.AppendChar(b, 624, byte(x.Side))
	b = wire.AppendInt(b, 686, PricePercentage)
	if x.BidPx != 0 {
		b = wire.AppendValue(b, 681, x.BidPx)
	}
	if x.OfferPx != 0 {
		b = wire.AppendValue(b, 684, x.OfferPx)
	}
	return b
}

func decodeQuoteLeg(d *wire.Decoder) QuoteLeg {
	x := QuoteLeg{
		SecurityID: d.String(602), SecurityIDSource: IDSource(d.Char(603)), Side: Side(d.Char(624)),
	}
	kind := d.Int(686)
	ensure(d, kind == 0 || kind == int(PricePercentage), 686, "is not 1: line prices are percent of par")
	x.BidPx, x.OfferPx = price(d, 681), price(d, 684)
	return x
}

// price is the leg's price for a line, or why it has none.
func (x *QuoteLeg) price(line *gateway.Line) (units.Price, string) {
	price, other := x.OfferPx, x.BidPx
	if line.Side == gateway.Sell {
		price, other = other, price
	}
	switch {
	case x.SecurityID != line.Security.ID:
		return 0, "LegSecurityID(602) is " + x.SecurityID + ": line " + number(line.Number) + " is " +
			line.Security.ID
	case x.Side != 0 && x.Side != sideOf(line.Side):
		return 0, "LegSide(624) is " + string(rune(x.Side)) + ": it is the client's, who would " +
			line.Side.String()
	case other != 0 || price == 0:
		return 0, "LegBidPx(681) is the price for what the client sells, LegOfferPx(684) for what it" +
			" buys: this line it would " + line.Side.String()
	}
	return price, ""
}
