package fixspec

import "foliogate/gateway"

// awarded tells that the dealer's last look runs.
func (f *ClientRFQFace) awarded(o *outgoing, a gateway.Award) {
	o.send(from(a.Dealer), f.reportOf(o, a.Quote, a.Response, QuotePending, lookText(a)))
}

// awardLost tells that the inquiry is open again, without the quote that was taken.
func (f *ClientRFQFace) awardLost(o *outgoing, e gateway.AwardLost) {
	o.send(from(e.Dealer), f.reportOf(o, e.Quote, e.Response, QuoteDeclined, whyLost(e)))
	f.report(o, Header{}, NoQuoteID, QuoteAccepted, openAgain)
}

// traded tells the client of the trade: that the point of no return is passed, every execution, and
// the net tickets.
func (f *ClientRFQFace) traded(o *outgoing, e *gateway.Traded) {
	x := &e.Execution
	o.send(from(x.Dealer), f.reportOf(o, x.Quote, x.Response, QuoteAccepted, "TRADE="+x.Trade))
	o.fills(Header{}, x, f.ownFill(o, x))
	f.tickets(o, Header{}, x, e.Tickets)
}
