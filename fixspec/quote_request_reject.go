package fixspec

import "foliogate/fixspec/wire"

// QuoteRequestReject is QuoteRequestReject(AG): no quote will come of a request.
type QuoteRequestReject struct {
	QuoteReqID string     // QuoteReqID(131)
	Reason     int        // QuoteRequestRejectReason(658)
	Instrument Instrument // as in the QuoteRequest
	Text       string     // Text(58)
}

// Reasons to reject a QuoteRequest.
const (
	RequestUnknownSymbol = 1
	RequestExceedsLimit  = 3
	RequestTooLate       = 4
	RequestInvalidPrice  = 5
	RequestNotAuthorized = 6
	RequestNoMatch       = 7
	RequestPass          = 10
	RequestOther         = 99
)

// MsgType returns AG.
func (*QuoteRequestReject) MsgType() string { return "AG" }

// AppendBody appends the reject.
func (x *QuoteRequestReject) AppendBody(b []byte) []byte {
	b = wire.AppendString(b, 131, x.QuoteReqID)
	b = wire.AppendInt(b, 658, x.Reason)
	b = wire.AppendInt(b, 146, 1)
	b = x.Instrument.append(b)
	return wire.AppendString(b, 58, x.Text)
}

func (x *QuoteRequestReject) decode(d *wire.Decoder) {
	x.QuoteReqID = d.String(131)
	x.Reason = d.Int(658)
	x.Text = d.String(58)
	for range d.Group(146) {
		x.Instrument.decode(d)
	}
}
