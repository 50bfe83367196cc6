package gateway

import (
	"time"

	"foliogate/gateway/units"
)

// Policy is what the house has agreed with its counterparties.
type Policy struct {
	Clients []Client
	Dealers []Dealer

	MaxLines        int
	MaxLive         int           // live inquiries of one client
	MaxFace         units.Face    // of one line
	FragmentTimeout time.Duration // for the whole list
	AckTimeout      time.Duration
	MinDeadline     time.Duration
	MaxDeadline     time.Duration
	DefaultDeadline time.Duration
	Tolerance       units.Money // between line prices and their quote, in minor units
	Draining        bool        // no new inquiries
	NoRoom          bool        // none either: the disk is almost full

	Key [32]byte // of the ids that counterparties see
}

// Client is what was agreed with a client.
type Client struct {
	Firm               Firm
	Panel              []Firm // asked when the client names nobody
	MayAsk             []Firm // may be named
	WaitForAsk         bool   // a list alone asks nobody; a BidRequest does
	ShowCover          bool   // the runner-up learns that it was cover
	ShowDoneAway       bool   // other losers learn that the inquiry traded away
	ShowPanelSize      bool   // dealers learn how many were asked
	ShowName           bool   // dealers learn who asks
	CancelOnDisconnect bool
	MayAutoAccept      bool // BestAtDeadline
	MaxAsked           int  // dealers for a single bond; 0 = no limit
}

// Dealer is what was agreed with a dealer.
type Dealer struct {
	Firm       Firm
	LastLook   time.Duration // 0 = firm quotes
	Account    string        // settlement account shown on its net tickets
	Kinds      []PriceKind   // it can quote; none = all
	OneWay     bool          // it quotes no two-way prices
	AckTimeout time.Duration // 0 = the house's
	QuoteFor   time.Duration // how long its quotes are good that do not say; 0 = as long as the inquiry
	LinePrices LinePricing
	IDs        IDFormat // of the lists and lines that it is shown
}

func (p *Policy) client(f Firm) (Client, bool) {
	for _, c := range p.Clients {
		if c.Firm == f {
			return c, true
		}
	}
	return Client{}, false
}

func (p *Policy) dealer(f Firm) (Dealer, bool) {
	for _, d := range p.Dealers {
		if d.Firm == f {
			return d, true
		}
	}
	return Dealer{}, false
}

// Client returns what was agreed with the client; the zero Client if nothing.
func (p *Policy) Client(f Firm) Client {
	c, _ := p.client(f)
	return c
}
