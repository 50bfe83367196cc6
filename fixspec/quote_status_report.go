package fixspec

import (
	"time"

	"foliogate/fixspec/wire"
)

// QuoteStatusReport is QuoteStatusReport(AI): what became of a quote, of the answer to it, or of the
// whole request.
type QuoteStatusReport struct {
	QuoteStatusReqID string      // QuoteStatusReqID(649): of the request that it answers
	QuoteReqID       string      // QuoteReqID(131)
	QuoteID          string      // QuoteID(117); NoQuoteID where it is about no quote
	QuoteRespID      string      // QuoteRespID(693): of the QuoteResponse that it answers
	Instrument       Instrument  // as in the QuoteRequest
	TransactTime     time.Time   // TransactTime(60)
	QuoteStatus      QuoteStatus // QuoteStatus(297)
	Text             string      // Text(58)
}

// NoQuoteID is the QuoteID(117), which FIX requires, of what is about no quote.
const NoQuoteID = "[N/A]"

// MsgType returns AI.
func (*QuoteStatusReport) MsgType() string { return "AI" }

// AppendBody appends the report.
func (x *QuoteStatusReport) AppendBody(b []byte) []byte {
	b = wire.AppendString(b, 649, x.QuoteStatusReqID)
	b = wire.AppendString(b, 131, x.QuoteReqID)
	b = wire.AppendString(b, 117, x.QuoteID)
	b = wire.AppendString(b, 693, x.QuoteRespID)
	b = x.Instrument.append(b)
	b = wire.AppendTime(b, 60, x.TransactTime)
	b = wire.AppendInt(b, 297, x.QuoteStatus)
	return wire.AppendString(b, 58, x.Text)
}

func (x *QuoteStatusReport) decode(d *wire.Decoder) {
	x.QuoteStatusReqID = d.String(649)
	x.QuoteReqID = d.String(131)
	x.QuoteID = d.String(117)
	x.QuoteRespID = d.String(693)
	x.Instrument.decode(d)
	x.TransactTime = d.Time(60)
	x.QuoteStatus = QuoteStatus(d.Int(297))
	x.Text = d.String(58)
}
