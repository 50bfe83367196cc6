package fixspec

import "foliogate/fixspec/wire"

// OrderMassStatusRequest is OrderMassStatusRequest(AF): asks for the executions of the day again.
type OrderMassStatusRequest struct {
	MassStatusReqID   string // MassStatusReqID(584)
	MassStatusReqType int    // MassStatusReqType(585)
}

// StatusForAll is the MassStatusReqType(585) that asks for all orders.
const StatusForAll = 7

// MsgType returns AF.
func (*OrderMassStatusRequest) MsgType() string { return "AF" }

// AppendBody appends the request.
func (x *OrderMassStatusRequest) AppendBody(b []byte) []byte {
	b = wire.AppendString(b, 584, x.MassStatusReqID)
	return wire.AppendInt(b, 585, x.MassStatusReqType)
}

func (x *OrderMassStatusRequest) decode(d *wire.Decoder) {
	x.MassStatusReqID = d.String(584)
	x.MassStatusReqType = d.Int(585)
}
