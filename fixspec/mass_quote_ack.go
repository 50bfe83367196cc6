package fixspec

import "foliogate/fixspec/wire"

// MassQuoteAck is MassQuoteAcknowledgement(b): answers line prices.
type MassQuoteAck struct {
	QuoteReqID        string          // QuoteReqID(131)
	QuoteID           string          // QuoteID(117)
	QuoteStatus       QuoteStatus     // QuoteStatus(297)
	QuoteRejectReason int             // QuoteRejectReason(300); written only when rejected
	Text              string          // Text(58)
	QuoteSetID        string          // QuoteSetID(302); empty: NoQuoteSets(296) is not written
	TotNoQuoteEntries int             // TotNoQuoteEntries(304)
	Entries           []RejectedEntry // NoQuoteEntries(295)
}

// RejectedEntry is a line whose price is refused.
type RejectedEntry struct {
	QuoteEntryID           string // QuoteEntryID(299)
	QuoteEntryRejectReason int    // QuoteEntryRejectReason(368)
}

// Reasons to reject line prices, QuoteRejectReason(300) and QuoteEntryRejectReason(368).
const (
	QuoteRejTooLate      = 4
	QuoteRejUnknownOrder = 5
	QuoteRejInvalidPrice = 8
	QuoteRejOther        = 99
)

// MsgType returns b.
func (*MassQuoteAck) MsgType() string { return "b" }

// AppendBody appends the answer.
func (x *MassQuoteAck) AppendBody(b []byte) []byte {
	b = wire.AppendString(b, 131, x.QuoteReqID)
	b = wire.AppendString(b, 117, x.QuoteID)
	b = wire.AppendInt(b, 297, x.QuoteStatus)
	if x.QuoteStatus == QuoteRejected {
		b = wire.AppendInt(b, 300, x.QuoteRejectReason)
	}
	b = wire.AppendString(b, 58, x.Text)
	if x.QuoteSetID == "" {
		return b
	}
	b = wire.AppendInt(b, 296, 1)
	b = wire.AppendString(b, 302, x.QuoteSetID)
	b = wire.AppendInt(b, 304, x.TotNoQuoteEntries)
	b = wire.AppendInt(b, 295, len(x.Entries))
	for i := range x.Entries {
		b = wire.AppendString(b, 299, x.Entries[i].QuoteEntryID)
		b = wire.AppendInt(b, 368, x.Entries[i].QuoteEntryRejectReason)
	}
	return b
}

func (x *MassQuoteAck) decode(d *wire.Decoder) {
	x.QuoteReqID = d.String(131)
	x.QuoteID = d.String(117)
	x.QuoteStatus = QuoteStatus(d.Int(297))
	x.QuoteRejectReason = d.Int(300)
	x.Text = d.String(58)
	x.QuoteSetID, x.TotNoQuoteEntries, x.Entries = "", 0, x.Entries[:0]
	for range d.Group(296) {
		x.QuoteSetID = d.String(302)
		x.TotNoQuoteEntries = d.Int(304)
		for range d.Group(295) {
			x.Entries = append(x.Entries, RejectedEntry{
				QuoteEntryID:           d.String(299),
				QuoteEntryRejectReason: d.Int(368),
			})
		}
	}
}
