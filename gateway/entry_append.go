package gateway

import "foliogate/gateway/units"

// The events that grow with the number of lines are written by hand, for speed; what
// comes out is what encoding/json makes of the same value (entry_append_test.go).
// Everything else is encoding/json's own work.

func appendEvent(b []byte, e Event) []byte {
	switch e := e.(type) {
	case FragmentReceived:
		return e.appendJSON(b)
	case Opened:
		return e.appendJSON(b)
	case QuoteReceived:
		return e.appendJSON(b)
	case LinesPriced:
		return e.appendJSON(b)
	case Traded:
		return e.appendJSON(b)
	}
	return appendValue(b, e)
}

func (e FragmentReceived) appendJSON(b []byte) []byte {
	b = append(b, '{')
	b = appendOptional(b, "bid", e.BidID)
	b = appendValue(appendName(b, "terms"), e.Terms)
	b = appendNumber(b, "total", int64(e.TotalLines))
	b = append(appendName(b, "fragment"), '{')
	b = appendList(appendName(b, "lines"), e.Fragment.Lines, Line.appendJSON)
	b = appendFlag(b, "last", e.Fragment.Last)
	return append(b, "}}"...)
}

func (l Line) appendJSON(b []byte) []byte {
	b = append(b, '{')
	b = appendNumber(b, "n", int64(l.Number))
	b = appendText(b, "id", l.ClOrdID)
	b = appendText(b, "side", l.Side.String())
	b = l.Security.appendJSON(appendName(b, "security"))
	b = appendDecimal(b, "face", l.Face)
	b = appendOptional(b, "ccy", string(l.Currency))
	if l.Limit != 0 {
		b = appendDecimal(b, "limit", l.Limit)
	}
	b = appendOptional(b, "account", l.Account)
	if len(l.Allocations) > 0 {
		b = appendValue(appendName(b, "allocations"), l.Allocations)
	}
	if l.SettleOn != 0 {
		b = appendDecimal(b, "settle_on", l.SettleOn)
	}
	if l.Reference != (Reference{}) {
		b = appendValue(appendName(b, "reference"), l.Reference)
	}
	return append(b, '}')
}

func (s Security) appendJSON(b []byte) []byte {
	if !plain(string(rune(s.Source))) || !plain(s.ID) {
		return appendValue(b, s)
	}
	b = append(b, '"', byte(s.Source), ':')
	return append(append(b, s.ID...), '"')
}

func (e Opened) appendJSON(b []byte) []byte {
	b = append(b, '{')
	b = appendValue(appendName(b, "terms"), e.Terms)
	b = appendDecimal(b, "trade_date", e.TradeDate)
	b = appendText(b, "snapshot", e.Snapshot)
	b = appendList(appendName(b, "facts"), e.Facts, Facts.appendJSON)
	b = appendValue(appendName(b, "routes"), e.Routes)
	if len(e.Unable) > 0 {
		b = appendValue(appendName(b, "unable"), e.Unable)
	}
	return append(b, '}')
}

func (f Facts) appendJSON(b []byte) []byte {
	b = append(b, '{')
	b = appendText(b, "bond", f.Bond)
	b = appendDecimal(b, "face", f.Face)
	b = appendDecimal(b, "settle", f.Settle)
	b = appendNumber(b, "accrued_days", int64(f.AccruedDays))
	b = appendDecimal(b, "accrued_rate", f.AccruedRate)
	b = appendNumber(b, "accrued", int64(f.Accrued))
	b = appendDecimal(b, "mark", f.Mark)
	b = appendDecimal(b, "weight", f.HalfSpread)
	b = appendOptional(b, "benchmark", f.Benchmark)
	if f.ReferenceSpread != 0 {
		b = appendDecimal(b, "reference_spread", f.ReferenceSpread)
	}
	b = appendOptional(b, "note", f.Note)
	return append(b, '}')
}

func (e LinesPriced) appendJSON(b []byte) []byte {
	b = append(b, '{')
	b = appendText(b, "dealer", string(e.Dealer))
	b = appendText(b, "quote", e.Quote)
	b = appendList(appendName(b, "prices"), e.Prices, appendPrice)
	return append(b, '}')
}

func appendPrice(p units.Price, b []byte) []byte {
	return append(p.AppendText(append(b, '"')), '"')
}

func (e QuoteReceived) appendJSON(b []byte) []byte {
	b = append(b, '{')
	b = e.Quote.appendJSON(appendName(b, "quote"))
	b = appendText(b, "best", e.Best)
	b = appendOptional(b, "cover", e.Cover)
	return append(b, '}')
}

func (q Quote) appendJSON(b []byte) []byte {
	b = append(b, '{')
	b = appendText(b, "id", q.ID)
	b = appendText(b, "dealer_id", q.DealerID)
	b = appendText(b, "dealer", string(q.Dealer))
	b = appendMoment(b, "at", q.At)
	b = appendValue(appendName(b, "price"), q.Price)
	b = appendNumber(b, "cash", int64(q.Cash))
	b = appendText(b, "state", q.State.String())
	if len(q.Lines) > 0 {
		b = appendList(appendName(b, "lines"), q.Lines, appendPrice)
	}
	if !q.Until.IsZero() {
		b = appendMoment(b, "until", q.Until)
	}
	return append(b, '}')
}

func (e Traded) appendJSON(b []byte) []byte {
	b = append(b, '{')
	b = e.Execution.appendJSON(appendName(b, "execution"))
	b = appendValue(appendName(b, "tickets"), e.Tickets)
	if len(e.Losers) > 0 {
		b = appendValue(appendName(b, "losers"), e.Losers)
	}
	return append(b, '}')
}

func (x Execution) appendJSON(b []byte) []byte {
	b = append(b, '{')
	b = appendText(b, "trade", x.Trade)
	b = appendText(b, "dealer", string(x.Dealer))
	b = appendText(b, "quote", x.Quote)
	b = appendMoment(b, "at", x.At)
	b = appendValue(appendName(b, "price"), x.Price)
	b = appendList(appendName(b, "fills"), x.Fills, Fill.appendJSON)
	b = appendNumber(b, "cash", int64(x.Cash))
	b = appendNumber(b, "net", int64(x.Net))
	if x.Residue != 0 {
		b = appendNumber(b, "residue", int64(x.Residue))
	}
	if x.Side != 0 {
		b = appendText(b, "side", x.Side.String())
	}
	b = appendOptional(b, "line_id", x.ClOrdID)
	b = appendOptional(b, "response", x.Response)
	return append(b, '}')
}

func (f Fill) appendJSON(b []byte) []byte {
	b = append(b, '{')
	b = appendDecimal(b, "px", f.Price)
	b = appendNumber(b, "principal", int64(f.Principal))
	b = appendNumber(b, "accrued", int64(f.Accrued))
	b = appendNumber(b, "net", int64(f.Net))
	return append(b, '}')
}
