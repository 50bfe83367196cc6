package fixspec

import "foliogate/fixspec/wire"

// QuoteStatusRequest is QuoteStatusRequest(a): asks where an inquiry stands.
type QuoteStatusRequest struct {
	QuoteStatusReqID string     // QuoteStatusReqID(649)
	QuoteID          string     // QuoteID(117): of any quote of the inquiry
	Instrument       Instrument // as in the QuoteRequest
}

// MsgType returns a.
func (*QuoteStatusRequest) MsgType() string { return "a" }

// AppendBody appends the request.
func (x *QuoteStatusRequest) AppendBody(b []byte) []byte {
	b = wire.AppendString(b, 649, x.QuoteStatusReqID)
	b = wire.AppendString(b, 117, x.QuoteID)
	return x.Instrument.append(b)
}

func (x *QuoteStatusRequest) decode(d *wire.Decoder) {
	x.QuoteStatusReqID = d.String(649)
	x.QuoteID = d.String(117)
	x.Instrument.decode(d)
}
