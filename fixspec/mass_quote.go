package fixspec

import (
	"foliogate/fixspec/wire"
	"foliogate/gateway/units"
)

// MassQuote is MassQuote(i), or one fragment of it: the line prices behind a dealer's quote, in
// the one entry of NoQuoteSets(296). Prices are clean percent of par.
type MassQuote struct {
	QuoteReqID         string       // QuoteReqID(131): the ClientBidID(391)
	QuoteID            string       // QuoteID(117): the BidID(390) that the prices belong to
	QuoteType          int          // QuoteType(537)
	QuoteResponseLevel int          // QuoteResponseLevel(301): 0 = no answer wanted
	QuoteSetID         string       // QuoteSetID(302): the ListID(66)
	TotNoQuoteEntries  int          // TotNoQuoteEntries(304): lines of the whole list
	LastFragment       bool         // LastFragment(893); absent, it is whether all lines are here
	Entries            []QuoteEntry // NoQuoteEntries(295)
}

// QuoteEntry is the price of one line: a bid for what the client sells, an offer for what it buys.
type QuoteEntry struct {
	QuoteEntryID string      // QuoteEntryID(299): the line's ClOrdID(11)
	Instrument   Instrument  //
	BidPx        units.Price // BidPx(132); 0 = none
	OfferPx      units.Price // OfferPx(133); 0 = none
}

// Codes of a MassQuote.
const (
	QuoteTradeable = 1
	AnswerNone     = 0
	AnswerNegative = 1
)

// MsgType returns i.
func (*MassQuote) MsgType() string { return "i" }

// AppendBody appends the quote or fragment.
func (x *MassQuote) AppendBody(b []byte) []byte {
	b = wire.AppendString(b, 131, x.QuoteReqID)
	b = wire.AppendString(b, 117, x.QuoteID)
	b = wire.AppendInt(b, 537, x.QuoteType)
	b = wire.AppendInt(b, 301, x.QuoteResponseLevel)
	b = wire.AppendInt(b, 296, 1)
	b = wire.AppendString(b, 302, x.QuoteSetID)
	b = wire.AppendInt(b, 304, x.TotNoQuoteEntries)
	b = wire.AppendBool(b, 893, x.LastFragment)
	b = wire.AppendInt(b, 295, len(x.Entries))
	for i := range x.Entries {
		b = x.Entries[i].append(b)
	}
	return b
}

func (x *QuoteEntry) append(b []byte) []byte {
	b = wire.AppendString(b, 299, x.QuoteEntryID)
	b = x.Instrument.append(b)
	if x.BidPx != 0 {
		b = wire.AppendValue(b, 132, x.BidPx)
	}
	if x.OfferPx != 0 {
		b = wire.AppendValue(b, 133, x.OfferPx)
	}
	return b
}

func (x *MassQuote) decode(d *wire.Decoder) {
	x.QuoteReqID = d.String(131)
	x.QuoteID = d.String(117)
	x.QuoteType = d.Int(537)
	x.QuoteResponseLevel = d.Int(301)
	ensure(d, d.Count(296) == 1, 296, "is not 1: a list has one set of prices")
	x.Entries = x.Entries[:0]
	for range d.Group(296) {
		x.decodeSet(d)
	}
}

func (x *MassQuote) decodeSet(d *wire.Decoder) {
	x.QuoteSetID = d.String(302)
	x.TotNoQuoteEntries = d.Int(304)
	x.LastFragment = d.Bool(893)
	marked := d.Has(893)
	for range d.Group(295) {
		x.Entries = append(x.Entries, QuoteEntry{})
		e := &x.Entries[len(x.Entries)-1]
		e.QuoteEntryID = d.String(299)
		e.Instrument.decode(d)
		e.BidPx = price(d, 132)
		e.OfferPx = price(d, 133)
	}
	if !marked {
		x.LastFragment = len(x.Entries) == x.TotNoQuoteEntries
	}
}
