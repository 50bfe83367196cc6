package fixspec

import "foliogate/gateway"

// quote translates a Quote: one price for the whole list, or for one bond.
func (f *DealerRFQFace) quote(origin gateway.Origin, h Header, m *Quote) (gateway.Command, *BusinessMessageReject) {
	list := requestOf(m.QuoteReqID, m.Instrument)
	q, _ := f.Shown(list)
	price, text := f.priceOf(q, m)
	if text != "" {
		return nil, reject(h, m, m.QuoteID, BusinessOther, text)
	}
	lines, text := f.legs(q, m.Legs)
	if text != "" {
		return nil, reject(h, m, m.QuoteID, BusinessOther, text)
	}
	return gateway.Bid{Origin: origin, List: list, Quote: m.QuoteID, Price: price,
		Until: m.ValidUntilTime, Lines: lines}, nil
}

// priceOf reads the one price. Percent of par is given a side: BidPx(132) is what the dealer pays for
// the client's sells, OfferPx(133) what it asks for its buys. Whatever else there is one of, stands in
// OfferPx(133), or of a single bond that the client sells in BidPx(132).
func (f *DealerRFQFace) priceOf(q gateway.Inquiry, m *Quote) (gateway.Aggregate, string) {
	if m.PriceType == PricePercentage {
		return percents(m)
	}
	price, tag := m.OfferPx, "OfferPx(133)"
	if q.Terms.Single && !price.Given() {
		price, tag = m.BidPx, "BidPx(132)"
	} else if m.BidPx.Given() {
		return gateway.Aggregate{}, "BidPx(132) must be absent: the one price stands in OfferPx(133)"
	}
	if !price.Given() {
		return gateway.Aggregate{}, "OfferPx(133) is required: it is the price of the whole"
	}
	switch m.PriceType {
	case PriceFixedAmount:
		total, ok := price.Money(q.Terms.Currency)
		if !ok {
			return gateway.Aggregate{}, tag + " " + price.String() +
				" has more decimals than the currency, or is too large"
		}
		return gateway.Aggregate{Kind: gateway.TotalAmount, Total: total}, ""
	case PriceSpread:
		spread, ok := price.Spread()
		if !ok {
			return gateway.Aggregate{}, tag + " " + price.String() +
				" is not a number of basis points with at most 6 decimals"
		}
		return gateway.Aggregate{Kind: gateway.SpreadConcession, Concession: spread}, ""
	}
	return gateway.Aggregate{}, "PriceType(423) must be 3, a total amount, 6, a spread concession," +
		" or 1, percent of par a side"
}

func percents(m *Quote) (gateway.Aggregate, string) {
	price := gateway.Aggregate{Kind: gateway.PercentPerSide}
	bid, bidOK := m.BidPx.Price()
	offer, offerOK := m.OfferPx.Price()
	switch {
	case !m.BidPx.Given() && !m.OfferPx.Given():
		return price, "BidPx(132) or OfferPx(133) is required, in percent of par"
	case m.BidPx.Given() && (!bidOK || bid <= 0):
		return price, "BidPx(132) must be percent of par, above 0, with at most 8 decimals"
	case m.OfferPx.Given() && (!offerOK || offer <= 0):
		return price, "OfferPx(133) must be percent of par, above 0, with at most 8 decimals"
	}
	price.SellPrice, price.BuyPrice = bid, offer
	return price, ""
}

// legs reads line prices. FIX gives the legs of a quote no ids, so they stand for the lines in order,
// and each must name its line's bond.
func (f *DealerRFQFace) legs(q gateway.Inquiry, legs []QuoteLeg) ([]gateway.LinePrice, string) {
	if len(legs) == 0 {
		return nil, ""
	}
	route, shown := q.Route(f.Dealer)
	if !shown {
		return nil, "" // the price alone is enough to say that nobody knows the list
	}
	if len(legs) != len(q.Lines) {
		return nil, "NoLegs(555) is " + number(len(legs)) + ": a list of " + number(len(q.Lines)) +
			" lines has as many legs, in the order of its lines"
	}
	prices := make([]gateway.LinePrice, len(legs))
	for i, leg := range legs {
		price := leg.BidPx
		if price == 0 {
			price = leg.OfferPx
		}
		switch line := q.Lines[i]; {
		case leg.SecurityID != line.Security.ID:
			return nil, "NoLegs(555)[" + number(i+1) + "].LegSecurityID(602) is " + leg.SecurityID +
				", line " + number(i+1) + " is " + line.Security.ID
		case price == 0 || (leg.BidPx != 0 && leg.OfferPx != 0):
			return nil, "NoLegs(555)[" + number(i+1) + "] must have one price: LegBidPx(681) for what" +
				" the client sells, LegOfferPx(684) for what it buys"
		}
		prices[i] = gateway.LinePrice{Line: route.LineID(q.Lines[i].Number), Price: price}
	}
	return prices, ""
}
