package fixspec

import "foliogate/fixspec/wire"

// BusinessMessageReject is BusinessMessageReject(j): a message understood as FIX, for which there
// is no other answer.
type BusinessMessageReject struct {
	RefSeqNum            int                  // RefSeqNum(45); 0 = not told
	RefMsgType           string               // RefMsgType(372)
	BusinessRejectRefID  string               // BusinessRejectRefID(379)
	BusinessRejectReason BusinessRejectReason // BusinessRejectReason(380)
	Text                 string               // Text(58)
}

// BusinessRejectReason is BusinessRejectReason(380).
type BusinessRejectReason int

// Reasons to reject a message.
const (
	BusinessOther           BusinessRejectReason = 0
	BusinessUnknownID       BusinessRejectReason = 1
	BusinessUnknownSecurity BusinessRejectReason = 2
	BusinessUnsupported     BusinessRejectReason = 3
	BusinessUnavailable     BusinessRejectReason = 4
	BusinessFieldMissing    BusinessRejectReason = 5
	BusinessNotAuthorized   BusinessRejectReason = 6
	BusinessNoDelivery      BusinessRejectReason = 7
)

// MsgType returns j.
func (*BusinessMessageReject) MsgType() string { return "j" }

// AppendBody appends the reject.
func (x *BusinessMessageReject) AppendBody(b []byte) []byte {
	b = appendCount(b, 45, x.RefSeqNum)
	b = wire.AppendString(b, 372, x.RefMsgType)
	b = wire.AppendString(b, 379, x.BusinessRejectRefID)
	b = wire.AppendInt(b, 380, x.BusinessRejectReason)
	return wire.AppendString(b, 58, x.Text)
}

func (x *BusinessMessageReject) decode(d *wire.Decoder) {
	x.RefSeqNum = d.Int(45)
	x.RefMsgType = d.String(372)
	x.BusinessRejectRefID = d.String(379)
	x.BusinessRejectReason = BusinessRejectReason(d.Int(380))
	x.Text = d.String(58)
}
