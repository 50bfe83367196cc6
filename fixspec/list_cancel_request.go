package fixspec

import (
	"time"

	"foliogate/fixspec/wire"
)

// ListCancelRequest is ListCancelRequest(K): withdraws an inquiry.
type ListCancelRequest struct {
	ListID       string    // ListID(66)
	TransactTime time.Time // TransactTime(60)
	Text         string    // Text(58)
}

// MsgType returns K.
func (*ListCancelRequest) MsgType() string { return "K" }

// AppendBody appends the request.
func (x *ListCancelRequest) AppendBody(b []byte) []byte {
	b = wire.AppendString(b, 66, x.ListID)
	b = wire.AppendTime(b, 60, x.TransactTime)
	return wire.AppendString(b, 58, x.Text)
}

func (x *ListCancelRequest) decode(d *wire.Decoder) {
	x.ListID = d.String(66)
	x.TransactTime = d.Time(60)
	x.Text = d.String(58)
}
