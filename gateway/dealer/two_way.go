package dealer

import (
	"foliogate/gateway"
	"foliogate/gateway/units"
)

// A two-way basket is one bond that the client may sell or buy. It is priced as if it were sold, and as
// if it were bought: the same charge either side of the evaluated price.

func (b Basket) twoWay() bool { return len(b.Lines) == 1 && b.Lines[0].Side == gateway.TwoWay }

// on is the basket when the client has said which way it goes.
func (b Basket) on(side gateway.Side) Basket {
	line := b.Lines[0]
	line.Side = side
	b.Lines = []Line{line}
	return b
}

// bothWays quotes two prices in percent of par. They never cross: a dealer that would pay more than it
// asks quotes the evaluated price both ways. Cash is what the client gives up by going both ways.
func (m Model) bothWays(b Basket, version int) (Offer, error) {
	sell := b.on(gateway.Sell)
	charge := m.charge(b, valued(sell), version)
	shift := ticks(charge.Total() / 1e4 * sell.Lines[0].evaluated())
	middle := b.Lines[0].Bond.Evaluated.Round(6)
	offer := Offer{Charge: charge, Price: gateway.Aggregate{Kind: gateway.PercentPerSide,
		SellPrice: middle - max(shift, 0), BuyPrice: middle + max(shift, 0)}}
	if offer.Price.SellPrice <= 0 {
		return Offer{}, worthless(b, 0)
	}
	offer.Cash = cash(sell, []units.Price{offer.Price.SellPrice}) +
		cash(b.on(gateway.Buy), []units.Price{offer.Price.BuyPrice})
	return offer, nil
}
