// Package play has counterparties for tests and simulations: what a client and a dealer say, in the
// words of the profile that they speak, and what they keep of what they hear. Profiles differ in
// words only, so a script needs one verb where the wire has two messages; and it has a language for
// such scripts, the scene, which is played on any stage that carries messages.
//
// It guarantees that what is said follows from the arguments alone. A counterparty says what it is
// told to say, right or wrong: the package does not know the rules of the gateway, sessions,
// sockets or clocks.
package play

import (
	"foliogate/fixspec"
	"foliogate/gateway"
	"foliogate/gateway/units"
)

// Profile is the family of messages that a counterparty speaks.
type Profile int8

// The profiles.
const (
	LIST Profile = iota + 1
	RFQ
)

// String names the profile.
func (p Profile) String() string { return [...]string{"", "LIST", "RFQ"}[p] }

// listed is a list as an instrument.
func listed(id string) fixspec.Instrument {
	return fixspec.Instrument{Symbol: fixspec.NoSymbol, SecurityID: id,
		SecurityIDSource: fixspec.IDExchange, Product: fixspec.ProductOther,
		SecurityType: fixspec.SecurityMultileg}
}

// amounts are the fields of a price: what there is one of, or percent of par of what the client sells
// and what it buys.
func amounts(price gateway.Aggregate, c units.Currency) (one, sells, buys fixspec.Amount, kind fixspec.PriceType) {
	switch price.Kind {
	case gateway.TotalAmount:
		return fixspec.MoneyAmount(price.Total, c), sells, buys, fixspec.PriceFixedAmount
	case gateway.SpreadConcession:
		return fixspec.SpreadAmount(price.Concession), sells, buys, fixspec.PriceSpread
	}
	if price.SellPrice != 0 {
		sells = fixspec.PriceAmount(price.SellPrice)
	}
	if price.BuyPrice != 0 {
		buys = fixspec.PriceAmount(price.BuyPrice)
	}
	return one, sells, buys, fixspec.PricePercentage
}

func priceTypeOf(k gateway.PriceKind) fixspec.PriceType {
	_, _, _, kind := amounts(gateway.Aggregate{Kind: k}, "")
	return kind
}

func sideOf(s gateway.Side) fixspec.Side {
	switch s {
	case gateway.Buy:
		return fixspec.SideBuy
	case gateway.Sell:
		return fixspec.SideSell
	}
	return fixspec.SideUndisclosed
}

func say(messages ...fixspec.Message) []fixspec.Envelope {
	said := make([]fixspec.Envelope, len(messages))
	for i, m := range messages {
		said[i].Message = m
	}
	return said
}
