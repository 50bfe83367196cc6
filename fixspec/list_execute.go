package fixspec

import (
	"time"

	"foliogate/fixspec/wire"
)

// ListExecute is ListExecute(L): takes a quote. From a client it accepts, to a dealer it awards.
type ListExecute struct {
	ListID       string    // ListID(66)
	ClientBidID  string    // ClientBidID(391)
	BidID        string    // BidID(390)
	TransactTime time.Time // TransactTime(60)
	Text         string    // Text(58)
}

// MsgType returns L.
func (*ListExecute) MsgType() string { return "L" }

// AppendBody appends the order to execute.
func (x *ListExecute) AppendBody(b []byte) []byte {
	b = wire.AppendString(b, 66, x.ListID)
	b = wire.AppendString(b, 391, x.ClientBidID)
	b = wire.AppendString(b, 390, x.BidID)
	b = wire.AppendTime(b, 60, x.TransactTime)
	return wire.AppendString(b, 58, x.Text)
}

func (x *ListExecute) decode(d *wire.Decoder) {
	x.ListID = d.String(66)
	x.ClientBidID = d.String(391)
	x.BidID = d.String(390)
	x.TransactTime = d.Time(60)
	x.Text = d.String(58)
}
