package dealer

import (
	"fmt"
	"math"

	"foliogate/gateway"
	"foliogate/gateway/units"
)

// Offer is one quote: a price for the whole basket, and what stands behind it.
type Offer struct {
	Price  gateway.Aggregate `json:"price"`
	Cash   units.Money       `json:"cash"` // the client's net clean cash that it implies
	Lines  []units.Price     `json:"-"`    // clean, in the basket's order
	Charge Charge            `json:"charge"`
}

// Price makes the dealer's version-th quote for the basket, the first being 0. The pricer is needed
// for spread concessions only. An error says in words for the counterparty why there is no price.
func (m Model) Price(b Basket, version int, pricer gateway.Pricer) (Offer, error) {
	if err := b.check(); err != nil {
		return Offer{}, err
	}
	if b.twoWay() {
		return m.bothWays(b, version)
	}
	v := valued(b)
	charge := m.charge(b, v, version)
	prices, err := linePrices(b, v, charge.Total()/1e4*v.gross)
	if err != nil {
		return Offer{}, err
	}
	offer := Offer{Lines: prices, Charge: charge}
	switch b.Kind {
	case gateway.TotalAmount:
		offer.Cash = cash(b, prices)
		offer.Price = gateway.Aggregate{Kind: b.Kind, Total: offer.Cash}
	case gateway.PercentPerSide:
		offer.Price, offer.Cash, err = perSide(b, prices)
	case gateway.SpreadConcession:
		err = offer.concede(b, cash(b, prices), pricer)
	}
	return offer, err
}

// linePrices moves each line from its evaluated price against the client, so that the client gives
// up the charge, in currency units, over the whole basket.
func linePrices(b Basket, v value, charge float64) ([]units.Price, error) {
	prices := make([]units.Price, len(b.Lines))
	weights := weightsOf(b)
	for i, l := range b.Lines {
		shift := ticks(100 * charge * weights[i] / v.weight) // of face, in percent
		prices[i] = l.Bond.Evaluated.Round(6) - units.Price(l.Side.Cash())*shift
		if prices[i] <= 0 {
			return nil, worthless(b, i)
		}
	}
	return prices, nil
}

func worthless(b Basket, i int) error {
	return fmt.Errorf("line %d: %s is worth less than the charge", i+1, b.Lines[i].Bond.ID)
}

// ticks rounds percent of par to 6 decimals.
func ticks(percent float64) units.Price {
	return units.Price(math.Round(percent*1e6)) * (units.PriceUnit / 1e6)
}

// cash is the client's net clean cash at the prices, each line rounded to the minor unit.
func cash(b Basket, prices []units.Price) units.Money {
	var sum units.Money
	for i, l := range b.Lines {
		sum += units.Money(l.Side.Cash()) * units.Principal(l.Face, prices[i], b.Currency)
	}
	return sum
}

// perSide averages the line prices of each side, weighted by face.
func perSide(b Basket, prices []units.Price) (gateway.Aggregate, units.Money, error) {
	price := gateway.Aggregate{Kind: gateway.PercentPerSide}
	var sum units.Money
	for _, side := range []gateway.Side{gateway.Sell, gateway.Buy} {
		var face units.Face
		var paid units.Money
		for i, l := range b.Lines {
			if l.Side == side {
				face += l.Face
				paid += units.Principal(l.Face, prices[i], b.Currency)
			}
		}
		if face == 0 {
			continue
		}
		average, ok := units.MulDivRound(int64(paid), cashScale(b.Currency), int64(face))
		if !ok {
			return price, 0, fmt.Errorf("the %ss are too much for one price", side)
		}
		if side == gateway.Sell {
			price.SellPrice = units.Price(average)
		} else {
			price.BuyPrice = units.Price(average)
		}
		sum += units.Money(side.Cash()) *
			units.Principal(face, units.Price(average), b.Currency)
	}
	return price, sum, nil
}

// cashScale turns minor units of cash over hundredths of face into a price.
func cashScale(c units.Currency) int64 {
	scale := int64(units.FaceUnit) * 100 * int64(units.PriceUnit)
	for range c.Decimals() {
		scale /= 10
	}
	return scale
}
