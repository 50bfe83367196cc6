package fixspec

import (
	"foliogate/gateway"
	"foliogate/gateway/units"
)

// bid translates a BidResponse: a quote, or without a price a pass. A pass takes back whatever
// quote is live, for its BidID(390) may be new.
func (f *DealerFace) bid(origin gateway.Origin, h Header, m *BidResponse) (gateway.Command, *BusinessMessageReject) {
	list := m.ClientBidID
	if len(m.Components) > 0 && m.Components[0].ListID != "" {
		list = m.Components[0].ListID
	}
	if !m.Priced() {
		text := ""
		if len(m.Components) > 0 {
			text = m.Components[0].Text
		}
		return gateway.Pass{Origin: origin, List: list, Text: text}, nil
	}
	price, text := f.aggregate(list, m.Components)
	if text != "" {
		return nil, reject(h, m, m.BidID, BusinessOther, text)
	}
	return gateway.Bid{Origin: origin, List: list, Quote: m.BidID, Price: price}, nil
}

// aggregate reads the one price for the whole list: one component, or with percent of par one for
// each side.
func (f *DealerFace) aggregate(list string, components []BidComponent) (gateway.Aggregate, string) {
	first := components[0]
	if first.PriceType == PricePercentage {
		return percentages(list, components)
	}
	if len(components) > 1 {
		return gateway.Aggregate{}, "NoBidComponents(420) must be 1 unless PriceType(423) is 1," +
			" percent of par a side"
	}
	return oneForAll(first.Price, first.PriceType, f.currency(list),
		"NoBidComponents(420)[1].", "Price(44)")
}

// oneForAll reads a price of which there is one for the whole.
func oneForAll(price Amount, kind PriceType, c units.Currency, at, tag string) (gateway.Aggregate, string) {
	switch kind {
	case PriceFixedAmount:
		total, ok := price.Money(c)
		if !ok {
			return gateway.Aggregate{}, at + tag + " " + price.String() +
				" has more decimals than the currency, or is too large"
		}
		return gateway.Aggregate{Kind: gateway.TotalAmount, Total: total}, ""
	case PriceSpread:
		spread, ok := price.Spread()
		if !ok {
			return gateway.Aggregate{}, at + tag + " " + price.String() +
				" is not a number of basis points with at most 6 decimals"
		}
		return gateway.Aggregate{Kind: gateway.SpreadConcession, Concession: spread}, ""
	}
	return gateway.Aggregate{}, at + "PriceType(423) must be 3, a total amount, 6, a spread" +
		" concession, or 1, percent of par a side"
}

func (f *DealerFace) currency(list string) units.Currency {
	if f.Currency == nil {
		return ""
	}
	return f.Currency(list)
}

func percentages(list string, components []BidComponent) (gateway.Aggregate, string) {
	price := gateway.Aggregate{Kind: gateway.PercentPerSide}
	for i, c := range components {
		at := "NoBidComponents(420)[" + number(i+1) + "]."
		percent, ok := c.Price.Price()
		switch {
		case c.PriceType != PricePercentage:
			return price, at + "PriceType(423) must be 1 as in the first"
		case c.ListID != "" && c.ListID != list:
			return price, at + "ListID(66) differs from the first"
		case !ok || percent <= 0:
			return price, at + "Price(44) must be percent of par, above 0, with at most 8 decimals"
		case c.Side == SideBuy && price.BuyPrice == 0:
			price.BuyPrice = percent
		case c.Side == SideSell && price.SellPrice == 0:
			price.SellPrice = percent
		default:
			return price, at + "Side(54) must be 1 or 2, each once: percent of par is given a side"
		}
	}
	return price, ""
}

// linePrices translates a MassQuote. Fragments are kept until the last is there; one for another
// quote starts anew.
func (f *DealerFace) linePrices(origin gateway.Origin, h Header, m *MassQuote) (gateway.Command, *BusinessMessageReject) {
	list := m.QuoteSetID
	if f.prices.List != list || f.prices.Quote != m.QuoteID {
		f.prices = gateway.PriceLines{List: list, Quote: m.QuoteID}
	}
	prices := f.prices
	f.prices = gateway.PriceLines{}
	for i, entry := range m.Entries {
		price := entry.BidPx
		if price == 0 {
			price = entry.OfferPx
		}
		if price == 0 || (entry.BidPx != 0 && entry.OfferPx != 0) {
			return nil, reject(h, m, m.QuoteID, BusinessOther, "NoQuoteEntries(295)["+number(i+1)+
				"] must have one price: BidPx(132) for what the client sells, OfferPx(133) for what it buys")
		}
		prices.Prices = append(prices.Prices, gateway.LinePrice{Line: entry.QuoteEntryID, Price: price})
	}
	if most := f.Policy.MaxLines; most > 0 && len(prices.Prices) > most {
		return nil, reject(h, m, m.QuoteID, BusinessOther,
			"more line prices than the "+number(most)+" lines that a list can have")
	}
	if !m.LastFragment {
		f.prices = prices
		return nil, nil
	}
	prices.Origin = origin
	return prices, nil
}

// heard translates a dealer's ListStatus: it has the list, it does not want it, or it confirms.
// A dealer that rejects a line cannot price the whole, so it passes.
func (f *DealerFace) heard(origin gateway.Origin, m *ListStatus) gateway.Command {
	switch {
	case m.ListOrderStatus == ListRejected:
		return gateway.Pass{Origin: origin, List: m.ListID, Text: m.ListStatusText}
	case m.ListOrderStatus == ListExecuting && m.ListStatusType == StatusExecStarted:
		return gateway.Confirm{Origin: origin, List: m.ListID}
	case m.ListStatusType != StatusAck:
		return nil
	}
	for _, order := range m.Orders {
		if order.OrdStatus == OrdRejected {
			return gateway.Pass{Origin: origin, List: m.ListID,
				Text: "line " + order.ClOrdID + " rejected: " + order.Text}
		}
	}
	return gateway.Acknowledge{Origin: origin, List: m.ListID}
}
