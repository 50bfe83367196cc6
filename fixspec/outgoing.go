package fixspec

import (
	"fmt"
	"iter"

	"foliogate/gateway"
	"foliogate/gateway/bond"
)

// outgoing collects what one entry has one counterparty be told. Messages are handed over one at a
// time, so that a list of thousands of executions needs one ExecutionReport.
type outgoing struct {
	entry   gateway.Entry
	inquiry gateway.Inquiry
	bonds   *bond.Universe
	limit   Limit
	yield   func(Envelope) bool
	stopped bool
}

// messages runs what tells, if it tells anything.
func (o *outgoing) messages(tell func(*outgoing)) iter.Seq[Envelope] {
	return func(yield func(Envelope) bool) {
		run := *o
		run.yield = yield
		tell(&run)
	}
}

func (o *outgoing) send(h Header, m Message) {
	if !o.stopped && !o.yield(Envelope{h, m}) {
		o.stopped = true
	}
}

// from is the header of a message about a dealer's doing.
func from(dealer gateway.Firm) Header { return Header{OnBehalfOf: string(dealer)} }

// instrument describes a line's bond, under the identifier that the client used. Of a bond that
// has left the universe since, only the identifier is known.
func (o *outgoing) instrument(line gateway.Line, facts gateway.Facts) Instrument {
	x := Instrument{
		Symbol: NoSymbol, SecurityID: line.Security.ID,
		SecurityIDSource: IDSource(line.Security.Source),
	}
	b, ok := o.bonds.Get(facts.Bond)
	if !ok {
		return x
	}
	x.Product, x.SecurityType = classOf(b)
	x.MaturityDate, x.CouponRate = b.Maturity, b.Coupon
	if b.Factor != 0 && b.Factor != factorWhole {
		x.Factor = shortest(b.Factor, factorPlaces)
	}
	return x
}

const (
	factorPlaces = 8
	factorWhole  = 100_000_000
)

// classOf returns Product(460) and SecurityType(167). FIX 4.4 has no code for a sovereign outside
// the United States but EUSOV, which is used for all of them.
func classOf(b *bond.Bond) (product int, securityType string) {
	switch b.Kind {
	case bond.Corporate:
		return ProductCorporate, "CORP"
	case bond.Treasury:
		if b.Maturity-b.Dated > noteDays {
			return ProductGovernment, "TBOND"
		}
		return ProductGovernment, "TNOTE"
	case bond.Strip:
		return ProductGovernment, "TPRN"
	case bond.Agency:
		return ProductAgency, "FAC"
	case bond.Gilt, bond.Government:
		return ProductGovernment, "EUSOV"
	case bond.ETF:
		return ProductEquity, "MF"
	}
	panic(fmt.Sprintf("fixspec: impossible kind of bond %d", b.Kind))
}

// noteDays is the longest life of a Treasury note, ten years; what lives longer is a bond.
const noteDays = 3653

func sideOf(s gateway.Side) Side {
	switch s {
	case gateway.Buy:
		return SideBuy
	case gateway.Sell:
		return SideSell
	case gateway.TwoWay:
		return SideUndisclosed
	}
	panic(fmt.Sprintf("fixspec: impossible side %d", int8(s)))
}

func priceTypeOf(k gateway.PriceKind) PriceType {
	switch k {
	case gateway.TotalAmount:
		return PriceFixedAmount
	case gateway.SpreadConcession:
		return PriceSpread
	case gateway.PercentPerSide:
		return PricePercentage
	}
	panic(fmt.Sprintf("fixspec: impossible price kind %d", int8(k)))
}

// benchmarkOf is what a spread is measured against: told only where a spread is asked for.
func benchmarkOf(t gateway.Terms, f gateway.Facts) Benchmark {
	if t.Kind != gateway.SpreadConcession {
		return Benchmark{}
	}
	return Benchmark{Spread: f.ReferenceSpread, SpreadGiven: true, SecurityID: f.Benchmark,
		SecurityIDSource: sourceOf(f.Benchmark)}
}

// sourceOf is the source of an id of the universe: a CUSIP, else an ISIN, else a symbol.
func sourceOf(id string) IDSource {
	switch {
	case bond.IsCUSIP(id):
		return IDCUSIP
	case bond.IsISIN(id):
		return IDISIN
	}
	return IDExchange
}
