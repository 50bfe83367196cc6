package fixspec

import (
	"foliogate/gateway"
	"foliogate/gateway/units"
)

// asked shows the inquiry to the dealer, if it is one of those asked: a list by its lines and a
// request for the whole of it, a single bond by the request alone.
func (f *DealerRFQFace) asked(o *outgoing, h Header, routes []gateway.Route) {
	for _, route := range routes {
		if route.Dealer != f.Dealer {
			continue
		}
		if !o.inquiry.Terms.Single {
			for _, fragment := range f.list(o, route).Fragments(o.limit) {
				o.send(h, fragment)
			}
		}
		o.send(h, f.request(o, route))
	}
}

// request asks for one price: field by field what a dealer may know.
func (f *DealerRFQFace) request(o *outgoing, route gateway.Route) *QuoteRequest {
	q := &o.inquiry
	request := &QuoteRequest{
		QuoteReqID: route.ListID, Instrument: o.subject(route.ListID), QuoteRequestType: RequestManual,
		QuoteType: QuoteTradeable, Side: o.sideAsked(), OrderQty: o.par(),
		SettlDate: commonDate(q.Facts), Currency: q.Terms.Currency,
		QuotePriceType: int(priceTypeOf(q.Terms.Kind)), ExpireTime: q.Terms.Deadline,
		TransactTime: o.entry.At, PriceType: priceTypeOf(q.Terms.Kind),
		Parties: QuoteParties{Client: f.clientName(q.Client)},
	}
	if q.Terms.Single {
		request.ClOrdID = route.LineID(1)
		request.Benchmark = benchmarkOf(q.Terms, q.Facts[0])
	}
	return request
}

// subject is what a request and its quotes are about: the bond, or the list as a pseudo-instrument
// under the id by which the reader knows it.
func (o *outgoing) subject(listID string) Instrument {
	if q := &o.inquiry; q.Terms.Single && len(q.Lines) == 1 {
		var facts gateway.Facts
		if len(q.Facts) == 1 {
			facts = q.Facts[0]
		}
		return o.instrument(q.Lines[0], facts)
	}
	x := pseudo(listID)
	x.Product, x.SecurityType = ProductOther, SecurityMultileg
	return x
}

// isList tells whether the instrument stands for a list.
func (x *Instrument) isList() bool {
	return x.SecurityIDSource == IDExchange &&
		(x.SecurityType == SecurityMultileg || x.Product == ProductOther || x.SecurityType == "")
}

// sideAsked is the client's side of a single bond; the lines of a list have their own.
func (o *outgoing) sideAsked() Side {
	if !o.inquiry.Terms.Single || len(o.inquiry.Lines) == 0 {
		return SideAsDefined
	}
	return sideOf(o.inquiry.Lines[0].Side)
}

func (o *outgoing) par() (sum units.Face) {
	for i := range o.inquiry.Lines {
		sum += o.inquiry.Lines[i].Face
	}
	return sum
}
