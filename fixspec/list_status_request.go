package fixspec

import "foliogate/fixspec/wire"

// ListStatusRequest is ListStatusRequest(M): asks where an inquiry stands.
type ListStatusRequest struct {
	ListID string // ListID(66)
}

// MsgType returns M.
func (*ListStatusRequest) MsgType() string { return "M" }

// AppendBody appends the request.
func (x *ListStatusRequest) AppendBody(b []byte) []byte { return wire.AppendString(b, 66, x.ListID) }

func (x *ListStatusRequest) decode(d *wire.Decoder) { x.ListID = d.String(66) }
