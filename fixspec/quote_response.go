package fixspec

import "foliogate/fixspec/wire"

// QuoteResponse is QuoteResponse(AJ): tells a dealer what became of its quote.
type QuoteResponse struct {
	QuoteRespID   string        // QuoteRespID(693)
	QuoteID       string        // QuoteID(117): the dealer's BidID(390)
	QuoteRespType QuoteRespType // QuoteRespType(694)
	Instrument    Instrument    // the list as a pseudo-instrument
	Text          string        // Text(58)
}

// QuoteRespType is QuoteRespType(694).
type QuoteRespType int

// What became of a quote.
const (
	QuoteExpired  QuoteRespType = 3
	QuoteCover    QuoteRespType = 4
	QuoteDoneAway QuoteRespType = 5
	QuotePassed   QuoteRespType = 6
)

// MsgType returns AJ.
func (*QuoteResponse) MsgType() string { return "AJ" }

// AppendBody appends the outcome.
func (x *QuoteResponse) AppendBody(b []byte) []byte {
	b = wire.AppendString(b, 693, x.QuoteRespID)
	b = wire.AppendString(b, 117, x.QuoteID)
	b = wire.AppendInt(b, 694, x.QuoteRespType)
	b = x.Instrument.append(b)
	return wire.AppendString(b, 58, x.Text)
}

func (x *QuoteResponse) decode(d *wire.Decoder) {
	x.QuoteRespID = d.String(693)
	x.QuoteID = d.String(117)
	x.QuoteRespType = QuoteRespType(d.Int(694))
	x.Instrument.decode(d)
	x.Text = d.String(58)
}
