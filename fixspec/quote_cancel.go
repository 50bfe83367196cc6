package fixspec

import "foliogate/fixspec/wire"

// QuoteCancel is QuoteCancel(Z): a dealer takes its quote back.
type QuoteCancel struct {
	QuoteReqID      string // QuoteReqID(131): the ClientBidID(391)
	QuoteID         string // QuoteID(117): the BidID(390)
	QuoteCancelType int    // QuoteCancelType(298)
}

// CancelAllQuotes is the QuoteCancelType(298) that takes back the one quote for all lines.
const CancelAllQuotes = 4

// MsgType returns Z.
func (*QuoteCancel) MsgType() string { return "Z" }

// AppendBody appends the cancel.
func (x *QuoteCancel) AppendBody(b []byte) []byte {
	b = wire.AppendString(b, 131, x.QuoteReqID)
	b = wire.AppendString(b, 117, x.QuoteID)
	return wire.AppendInt(b, 298, x.QuoteCancelType)
}

func (x *QuoteCancel) decode(d *wire.Decoder) {
	x.QuoteReqID = d.String(131)
	x.QuoteID = d.String(117)
	x.QuoteCancelType = d.Int(298)
}
