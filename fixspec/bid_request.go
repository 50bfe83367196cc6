package fixspec

import (
	"time"

	"foliogate/fixspec/wire"
	"foliogate/gateway/units"
)

// BidRequest is BidRequest(k): asks one dealer, or the panel, to price a list, or tells a dealer
// that the bidding is over.
type BidRequest struct {
	BidID               string              // BidID(390)
	ClientBidID         string              // ClientBidID(391)
	BidRequestTransType BidRequestTransType // BidRequestTransType(374)
	TotNoRelatedSym     int                 // TotNoRelatedSym(393): lines of the list
	BidType             int                 // BidType(394)
	Currency            units.Currency      // Currency(15)
	SideValue1          units.Money         // SideValue1(396): par of the buys; 0 with SideValue2: not told
	SideValue2          units.Money         // SideValue2(397): par of the sells
	ListID              string              // ListID(66) of the one entry of NoBidComponents(420)
	NumBidders          int                 // NumBidders(417); 0 = not told
	TradeDate           units.Date          // TradeDate(75)
	BidTradeType        byte                // BidTradeType(418)
	BasisPxType         byte                // BasisPxType(419)
	StrikeTime          time.Time           // StrikeTime(443)
	Text                string              // Text(58)
}

// BidRequestTransType is BidRequestTransType(374).
type BidRequestTransType byte

// What a BidRequest does.
const (
	BidNew    BidRequestTransType = 'N'
	BidCancel BidRequestTransType = 'C'
)

// Codes of a BidRequest.
const (
	BidTradeRisk = 'R'
	BasisCurrent = '4'
)

// MsgType returns k.
func (*BidRequest) MsgType() string { return "k" }

// AppendBody appends the request.
func (x *BidRequest) AppendBody(b []byte) []byte {
	b = wire.AppendString(b, 390, x.BidID)
	b = wire.AppendString(b, 391, x.ClientBidID)
	b = wire.AppendChar(b, 374, byte(x.BidRequestTransType))
	b = wire.AppendInt(b, 393, x.TotNoRelatedSym)
	b = wire.AppendInt(b, 394, x.BidType)
	b = wire.AppendString(b, 15, string(x.Currency))
	if x.SideValue1 != 0 || x.SideValue2 != 0 {
		b = appendMoney(b, 396, x.SideValue1, x.Currency)
		b = appendMoney(b, 397, x.SideValue2, x.Currency)
	}
	if x.ListID != "" {
		b = wire.AppendInt(b, 420, 1)
		b = wire.AppendString(b, 66, x.ListID)
	}
	b = appendCount(b, 417, x.NumBidders)
	b = appendDate(b, 75, x.TradeDate)
	b = wire.AppendChar(b, 418, x.BidTradeType)
	b = wire.AppendChar(b, 419, x.BasisPxType)
	b = wire.AppendTime(b, 443, x.StrikeTime)
	return wire.AppendString(b, 58, x.Text)
}

func (x *BidRequest) decode(d *wire.Decoder) {
	x.BidID = d.String(390)
	x.ClientBidID = d.String(391)
	x.BidRequestTransType = BidRequestTransType(d.Char(374))
	x.TotNoRelatedSym = d.Int(393)
	x.BidType = d.Int(394)
	x.Currency = currency(d, 15)
	x.SideValue1 = money(d, 396, x.Currency)
	x.SideValue2 = money(d, 397, x.Currency)
	ensure(d, d.Count(420) <= 1, 420, "names more than one list")
	x.ListID = ""
	for range d.Group(420) {
		x.ListID = d.String(66)
	}
	x.NumBidders = d.Int(417)
	x.TradeDate = date(d, 75)
	x.BidTradeType = d.Char(418)
	x.BasisPxType = d.Char(419)
	x.StrikeTime = d.Time(443)
	x.Text = d.String(58)
}
