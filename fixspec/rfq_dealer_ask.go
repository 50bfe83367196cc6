package fixspec

import "foliogate/gateway"

// asked shows the inquiry to the dealer: a list by its lines and a request for the whole of it, a
// single bond by the request alone. How many are asked FIX has no field for.
func (f *DealerRFQFace) asked(o *outgoing, h Header, route gateway.Route, _ int) {
	if !o.inquiry.Terms.Single {
		for _, fragment := range f.list(o, route).Fragments(o.limit) {
			o.send(h, fragment)
		}
	}
	o.send(h, f.request(o, route))
}

// request asks for one price: field by field what a dealer may know.
func (f *DealerRFQFace) request(o *outgoing, route gateway.Route) *QuoteRequest {
	q := &o.inquiry
	request := &QuoteRequest{
		QuoteReqID: route.ListID, Instrument: o.subject(route.ListID), QuoteRequestType: RequestManual,
		QuoteType: QuoteTradeable, Side: sideOfAll(q), OrderQty: parOf(q),
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
