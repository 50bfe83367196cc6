package fixspec

import "foliogate/gateway"

// quoted translates a Quote: one price for the whole list, or for one bond.
func (f *DealerRFQFace) quoted(origin gateway.Origin, h Header, m *Quote) (gateway.Command, *BusinessMessageReject) {
	list := requestOf(m.QuoteReqID, m.Instrument)
	q, _ := f.Shown(list)
	route, shown := q.Route(f.Dealer)
	text := ""
	if shown {
		text = f.contradicts(&q, route, m)
	}
	bid := gateway.Bid{Origin: origin, List: list, Quote: m.QuoteID, Until: m.ValidUntilTime}
	if text == "" {
		bid.Price, text = m.price(&q)
	}
	if text == "" && shown { // else the price alone is enough to say that nobody knows the list
		bid.Lines, text = m.lines(&q, route)
	}
	if text != "" {
		return nil, reject(h, m, m.QuoteID, BusinessOther, text)
	}
	return bid, nil
}

// contradicts says which field of a quote is about something else than what was asked for. What it
// leaves out it agrees to.
func (f *DealerRFQFace) contradicts(q *gateway.Inquiry, route gateway.Route, m *Quote) string {
	asked, par, date := sideOfAll(q), parOf(q), commonDate(q.Facts)
	switch {
	case !f.about(q, route, &m.Instrument):
		return "SecurityID(48) is " + m.Instrument.SecurityID + ", which was not asked for"
	case m.Side != 0 && m.Side != asked:
		return "Side(54) is " + string(rune(m.Side)) + ": it is the client's, " + string(rune(asked))
	case m.OrderQty != 0 && m.OrderQty != par:
		return "OrderQty(38) is " + m.OrderQty.String() + ": " + par.String() + " is asked for"
	case m.BidSize != 0 && m.BidSize != par:
		return "BidSize(134) is " + m.BidSize.String() + ": a quote is for all of " + par.String()
	case m.OfferSize != 0 && m.OfferSize != par:
		return "OfferSize(135) is " + m.OfferSize.String() + ": a quote is for all of " + par.String()
	case m.SettlDate != 0 && date != 0 && m.SettlDate != date:
		return "SettlDate(64) is " + m.SettlDate.String() + ": " + date.String() + " is asked for"
	case m.Currency != "" && m.Currency != q.Terms.Currency:
		return "Currency(15) is " + string(m.Currency) + ": " + string(q.Terms.Currency) + " is asked for"
	}
	return ""
}

// about tells whether an instrument is what was asked for: the list by its id, or the bond by any of
// its identifiers.
func (f *DealerRFQFace) about(q *gateway.Inquiry, route gateway.Route, x *Instrument) bool {
	switch {
	case x.SecurityID == "":
		return true
	case !q.Terms.Single:
		return x.SecurityID == route.ListID
	case x.SecurityID == q.Lines[0].Security.ID:
		return true
	}
	named := securityOf(x.SecurityIDSource, x.SecurityID)
	b, known := f.Bonds.Find(named.Source, named.ID)
	return known && b.ID == q.Facts[0].Bond
}

// price reads the one price. Percent of par is given a side: BidPx(132) is what the dealer pays for
// the client's sells, OfferPx(133) what it asks for its buys. Whatever else there is one of, stands in
// OfferPx(133), or of a single bond that the client sells in BidPx(132).
func (x *Quote) price(q *gateway.Inquiry) (gateway.Aggregate, string) {
	if x.PriceType == PricePercentage {
		return x.percents()
	}
	price, tag := x.OfferPx, "OfferPx(133)"
	if q.Terms.Single && !price.Given() {
		price, tag = x.BidPx, "BidPx(132)"
	} else if x.BidPx.Given() {
		return gateway.Aggregate{}, "BidPx(132) must be absent: the one price stands in OfferPx(133)"
	}
	if !price.Given() {
		return gateway.Aggregate{}, "OfferPx(133) is required: it is the price of the whole"
	}
	return oneForAll(price, x.PriceType, q.Terms.Currency, "", tag)
}

func (x *Quote) percents() (gateway.Aggregate, string) {
	price := gateway.Aggregate{Kind: gateway.PercentPerSide}
	bid, bidOK := x.BidPx.Price()
	offer, offerOK := x.OfferPx.Price()
	switch {
	case !x.BidPx.Given() && !x.OfferPx.Given():
		return price, "BidPx(132) or OfferPx(133) is required, in percent of par"
	case x.BidPx.Given() && (!bidOK || bid <= 0):
		return price, "BidPx(132) must be percent of par, above 0, with at most 8 decimals"
	case x.OfferPx.Given() && (!offerOK || offer <= 0):
		return price, "OfferPx(133) must be percent of par, above 0, with at most 8 decimals"
	}
	price.SellPrice, price.BuyPrice = bid, offer
	return price, ""
}

// lines reads line prices. FIX gives the legs of a quote no ids, so they stand for the lines in order,
// and each must name its line's bond.
func (x *Quote) lines(q *gateway.Inquiry, route gateway.Route) ([]gateway.LinePrice, string) {
	if len(x.Legs) == 0 {
		return nil, ""
	}
	if len(x.Legs) != len(q.Lines) {
		return nil, "NoLegs(555) is " + number(len(x.Legs)) + ": a list of " + number(len(q.Lines)) +
			" lines has as many legs, in the order of its lines"
	}
	prices := make([]gateway.LinePrice, len(x.Legs))
	for i := range x.Legs {
		price, text := x.Legs[i].price(&q.Lines[i])
		if text != "" {
			return nil, "NoLegs(555)[" + number(i+1) + "]." + text
		}
		prices[i] = gateway.LinePrice{Line: route.LineID(q.Lines[i].Number), Price: price}
	}
	return prices, ""
}
