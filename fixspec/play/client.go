package play

import (
	"time"

	"foliogate/fixspec"
	"foliogate/gateway"
	"foliogate/gateway/units"
)

// Client is a client in one inquiry.
type Client struct {
	Profile Profile
	ID      string // ListID(66); of a single bond the QuoteReqID(131) of its request
	Round   string // ClientBidID(391), QuoteReqID(131) of a list
	Lines   int
	Par     units.Face
	Kind    gateway.PriceKind
	Bond    Bond // asked for without a list
	Until   time.Time

	Quotes map[string]string // the last quote of each dealer that can be taken
}

// Bond is a single bond that is asked for.
type Bond struct {
	fixspec.Instrument
	Side  gateway.Side
	Limit units.Price
}

// Ask asks one dealer, or with "" the panel, for a price of the list.
func (c *Client) Ask(dealer string, at time.Time) []fixspec.Envelope {
	var m fixspec.Message = &fixspec.BidRequest{
		ClientBidID: c.Round, BidRequestTransType: fixspec.BidNew, TotNoRelatedSym: c.Lines,
		BidType: fixspec.BidTypeDisclosed, ListID: c.ID, BidTradeType: fixspec.BidTradeRisk,
		BasisPxType: fixspec.BasisCurrent,
	}
	if c.Profile == RFQ {
		m = &fixspec.QuoteRequest{
			QuoteReqID: c.Round, Instrument: listed(c.ID), QuoteRequestType: fixspec.RequestManual,
			QuoteType: fixspec.QuoteTradeable, Side: fixspec.SideAsDefined, OrderQty: c.Par,
			QuotePriceType: int(priceTypeOf(c.Kind)), ExpireTime: c.Until, TransactTime: at,
			PriceType: priceTypeOf(c.Kind),
		}
	}
	return []fixspec.Envelope{{Header: fixspec.Header{DeliverTo: dealer}, Message: m}}
}

// Request asks dealers, or with none the panel, for the price of the bond. The LIST profile has no
// word for it.
func (c *Client) Request(dealers []string, at time.Time) []fixspec.Envelope {
	m := &fixspec.QuoteRequest{
		QuoteReqID: c.ID, Instrument: c.Bond.Instrument, QuoteRequestType: fixspec.RequestManual,
		QuoteType: fixspec.QuoteTradeable, Side: sideOf(c.Bond.Side), OrderQty: c.Par,
		QuotePriceType: int(priceTypeOf(c.Kind)), ExpireTime: c.Until, TransactTime: at,
		PriceType: priceTypeOf(c.Kind), Price: c.Bond.Limit,
		Parties: fixspec.QuoteParties{Dealers: dealers},
	}
	if c.Bond.Limit != 0 {
		m.OrdType = fixspec.OrdTypeLimit
	}
	return say(m)
}

// Take takes a quote; of a two-way one it says which way. In the RFQ profile the answer has an id.
func (c *Client) Take(quote string, side gateway.Side, at time.Time) []fixspec.Envelope {
	if c.Profile == LIST {
		return say(&fixspec.ListExecute{ListID: c.ID, ClientBidID: c.Round, BidID: quote, TransactTime: at})
	}
	hit := c.answer(quote, fixspec.QuoteHit, at)
	if side != 0 {
		hit.Side = sideOf(side)
	}
	return say(hit)
}

func (c *Client) answer(quote string, kind fixspec.QuoteRespType, at time.Time) *fixspec.QuoteResponse {
	answer := &fixspec.QuoteResponse{QuoteRespID: "HIT-" + quote, QuoteID: quote, QuoteRespType: kind,
		Instrument: listed(c.ID), Side: fixspec.SideAsDefined, OrderQty: c.Par, TransactTime: at}
	if c.Bond.SecurityID != "" {
		answer.Instrument, answer.Side = c.Bond.Instrument, sideOf(c.Bond.Side)
	}
	return answer
}

// Withdraw cancels the inquiry.
func (c *Client) Withdraw(at time.Time) []fixspec.Envelope {
	return say(&fixspec.ListCancelRequest{ListID: c.ID, TransactTime: at})
}

// WithdrawBy cancels the inquiry of a quote, which the LIST profile cannot name.
func (c *Client) WithdrawBy(quote string, at time.Time) []fixspec.Envelope {
	return say(c.answer(quote, fixspec.QuotePassed, at))
}

// Enquire asks where the inquiry stands.
func (c *Client) Enquire() []fixspec.Envelope {
	if c.Profile == LIST {
		return say(&fixspec.ListStatusRequest{ListID: c.ID})
	}
	return say(&fixspec.QuoteStatusRequest{QuoteStatusReqID: "ASK-" + c.ID, Instrument: listed(c.ID)})
}

// Hear keeps the quotes that can be taken.
func (c *Client) Hear(h fixspec.Header, m fixspec.Message) {
	quote := quoteOf(m)
	if quote == "" {
		return
	}
	if c.Quotes == nil {
		c.Quotes = map[string]string{}
	}
	c.Quotes[h.OnBehalfOf] = quote
}

// quoteOf is the id of a quote that is shown.
func quoteOf(m fixspec.Message) string {
	switch m := m.(type) {
	case *fixspec.BidResponse:
		if m.Priced() {
			return m.BidID
		}
	case *fixspec.Quote:
		return m.QuoteID
	}
	return ""
}
