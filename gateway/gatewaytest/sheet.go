package gatewaytest

import (
	"math/rand/v2"
	"time"

	"foliogate/fixspec"
	"foliogate/gateway/bond"
	"foliogate/gateway/units"
)

// sheet is how a dealer prices what it is shown: at the day's prices, less something for itself.
type sheet struct {
	kind  fixspec.PriceType
	fair  units.Money     // what the list is worth, from the client's side
	known map[string]bool // lines that are in it
	sells side
	buys  side
}

// side is the lines that the client sells, or those that it buys. A two-way line is of both.
type side struct{ face, worth int64 }

type dealerBid struct {
	id        string
	total     units.Money
	sell, buy units.Price // 0: there is no such side
	until     time.Time
}

func (s *sheet) add(w *world, o *fixspec.ListOrder) {
	if s.known[o.ClOrdID] {
		return
	}
	s.known[o.ClOrdID], s.kind = true, o.PriceType
	b, _ := w.market.Universe.Find(bond.CUSIP, o.Instrument.SecurityID)
	cash := units.Principal(o.OrderQty, b.Evaluated, "USD")
	thousands := int64(o.OrderQty / (1000 * units.FaceUnit))
	if o.Side != fixspec.SideSell {
		s.fair -= cash
		s.buys.add(thousands, b.Evaluated)
	}
	if o.Side != fixspec.SideBuy {
		s.fair += cash
		s.sells.add(thousands, b.Evaluated)
	}
}

func (s *side) add(face int64, price units.Price) {
	s.face += face
	s.worth += face * int64(price)
}

// price is the mean of the side's prices, and worse for the client by up to half a percent.
func (s *side) price(r *rand.Rand, worse int64) units.Price {
	if s.face == 0 {
		return 0
	}
	mean := s.worth / s.face
	price := mean + worse*r.Int64N(mean/200)
	return units.Price(price - price%10_000)
}

func (s *sheet) priced(r *rand.Rand, id string) dealerBid {
	worth := max(s.fair, -s.fair) / 200
	return dealerBid{id: id, total: s.fair - units.Money(r.Int64N(int64(worth)+100)),
		sell: s.sells.price(r, -1), buy: s.buys.price(r, 1)}
}
