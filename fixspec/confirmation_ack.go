package fixspec

import (
	"time"

	"foliogate/fixspec/wire"
	"foliogate/gateway/units"
)

// ConfirmationAck is ConfirmationAck(AU): affirms or disputes a net ticket.
type ConfirmationAck struct {
	ConfirmID        string       // ConfirmID(664)
	TradeDate        units.Date   // TradeDate(75)
	TransactTime     time.Time    // TransactTime(60)
	AffirmStatus     AffirmStatus // AffirmStatus(940)
	ConfirmRejReason int          // ConfirmRejReason(774); 0 = none
	Text             string       // Text(58)
}

// AffirmStatus is AffirmStatus(940).
type AffirmStatus int

// Answers to a net ticket.
const (
	AffirmReceived AffirmStatus = 1
	AffirmRejected AffirmStatus = 2
	AffirmAffirmed AffirmStatus = 3
)

// MsgType returns AU.
func (*ConfirmationAck) MsgType() string { return "AU" }

// AppendBody appends the answer.
func (x *ConfirmationAck) AppendBody(b []byte) []byte {
	b = wire.AppendString(b, 664, x.ConfirmID)
	b = appendDate(b, 75, x.TradeDate)
	b = wire.AppendTime(b, 60, x.TransactTime)
	b = wire.AppendInt(b, 940, x.AffirmStatus)
	b = appendCount(b, 774, x.ConfirmRejReason)
	return wire.AppendString(b, 58, x.Text)
}

func (x *ConfirmationAck) decode(d *wire.Decoder) {
	x.ConfirmID = d.String(664)
	x.TradeDate = date(d, 75)
	x.TransactTime = d.Time(60)
	x.AffirmStatus = AffirmStatus(d.Int(940))
	x.ConfirmRejReason = d.Int(774)
	x.Text = d.String(58)
}
