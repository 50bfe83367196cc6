package fixspec

import (
	"foliogate/fixspec/wire"
	"foliogate/gateway/units"
)

// BidResponse is BidResponse(l): a dealer's price for the whole list; without a price, that the
// dealer passes or takes its quote back.
type BidResponse struct {
	BidID       string         // BidID(390)
	ClientBidID string         // ClientBidID(391)
	Components  []BidComponent // NoBidComponents(420): one, or with percent of par one a side
}

// BidComponent is one price of a BidResponse.
type BidComponent struct {
	ListID    string     // ListID(66)
	Side      Side       // Side(54): only with percent of par
	Price     Amount     // Price(44), in the unit of PriceType; not given: no price
	PriceType PriceType  // PriceType(423)
	SettlDate units.Date // SettlDate(64)
	Text      string     // Text(58)
}

// Texts of a BidResponse without a price.
const (
	TextPass      = "PASS"
	TextWithdrawn = "WITHDRAWN"
	TextStale     = "STALE"
	TextExpired   = "EXPIRED"
)

// Priced tells whether the response is a quote; otherwise it is a pass or a withdrawal.
func (x *BidResponse) Priced() bool {
	return len(x.Components) > 0 && x.Components[0].Price.Given()
}

// MsgType returns l.
func (*BidResponse) MsgType() string { return "l" }

// AppendBody appends the response. Each component must begin with a Commission(12), which is 0:
// a quote is all that the client pays or receives.
func (x *BidResponse) AppendBody(b []byte) []byte {
	b = wire.AppendString(b, 390, x.BidID)
	b = wire.AppendString(b, 391, x.ClientBidID)
	b = wire.AppendInt(b, 420, len(x.Components))
	for i := range x.Components {
		b = x.Components[i].append(b)
	}
	return b
}

func (x *BidComponent) append(b []byte) []byte {
	b = wire.AppendInt(b, 12, 0)
	if x.Price.Given() {
		b = wire.AppendChar(b, 13, '3')
	}
	b = wire.AppendString(b, 66, x.ListID)
	b = wire.AppendChar(b, 54, byte(x.Side))
	if x.Price.Given() {
		b = wire.AppendValue(b, 44, x.Price)
		b = wire.AppendInt(b, 423, x.PriceType)
	}
	b = appendDate(b, 64, x.SettlDate)
	return wire.AppendString(b, 58, x.Text)
}

func (x *BidResponse) decode(d *wire.Decoder) {
	x.BidID = d.String(390)
	x.ClientBidID = d.String(391)
	x.Components = x.Components[:0]
	for range d.Group(420) {
		x.Components = append(x.Components, decodeBidComponent(d))
	}
}

func decodeBidComponent(d *wire.Decoder) BidComponent {
	ensure(d, price(d, 12) == 0, 12, "is not 0: a quote includes everything")
	x := BidComponent{
		ListID:    d.String(66),
		Side:      Side(d.Char(54)),
		Price:     wire.Value(d, 44, parseAmount),
		PriceType: PriceType(d.Int(423)),
		SettlDate: date(d, 64),
		Text:      d.String(58),
	}
	if x.Price.Given() {
		d.Need(423)
	}
	return x
}
