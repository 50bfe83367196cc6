package dealer

import (
	"fmt"

	"foliogate/gateway"
	"foliogate/gateway/units"
)

const (
	concessionTick = units.SpreadUnit / 1000 // a thousandth of a basis point
	worstTicks     = 5_000_000               // 5,000 basis points either way
	maxPricings    = 64                      // of the whole basket; a handful is usual
)

// concede finds the smallest concession at which the client gets no more than the cash, and prices
// the lines at it. The client's cash falls as the concession rises, so one search finds it.
func (o *Offer) concede(b Basket, target units.Money, pricer gateway.Pricer) error {
	if pricer == nil {
		return fmt.Errorf("spread concessions are not quoted here")
	}
	s := search{basket: b, target: target, pricer: pricer}
	ticks, err := s.smallest()
	if err != nil {
		return err
	}
	concession := units.Spread(ticks) * concessionTick
	prices, err := s.prices(ticks)
	if err != nil {
		return err
	}
	o.Price = gateway.Aggregate{Kind: gateway.SpreadConcession, Concession: concession}
	o.Lines, o.Cash = prices, cash(b, prices)
	return nil
}

// search looks for a concession, in ticks.
type search struct {
	basket Basket
	target units.Money
	pricer gateway.Pricer
}

// point is what the client gets above the target at some concession.
type point struct {
	ticks  int
	excess float64
}

func (s search) at(ticks int) (point, error) {
	prices, err := s.prices(ticks)
	if err != nil {
		return point{}, err
	}
	return point{ticks, float64(cash(s.basket, prices) - s.target)}, nil
}

func (s search) prices(ticks int) ([]units.Price, error) {
	prices := make([]units.Price, len(s.basket.Lines))
	for i, l := range s.basket.Lines {
		spread := l.Reference +
			units.Spread(l.Side.Cash())*units.Spread(ticks)*concessionTick
		p, err := s.pricer.PriceAtSpread(l.Bond, l.Benchmark, l.Settle, spread)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", i+1, err)
		}
		prices[i] = p
	}
	return prices, nil
}

// smallest brackets the answer, low giving the client too much and high not, and closes in by
// interpolation, with a bisection whenever that is slow.
func (s search) smallest() (int, error) {
	low, high, err := s.bracket()
	for n := 0; err == nil && high.ticks-low.ticks > 1; n++ {
		if n > maxPricings {
			return 0, fmt.Errorf("the portfolio has no spread that comes to its price")
		}
		width := high.ticks - low.ticks
		guess := low.ticks + width/2
		if n%3 != 2 {
			share := low.excess / (low.excess - high.excess)
			guess = low.ticks + min(width-1, max(1, int(share*float64(width)+0.5)))
		}
		var p point
		if p, err = s.at(guess); err != nil {
			break
		}
		if p.excess > 0 {
			low = p
		} else {
			high = p
		}
	}
	return high.ticks, err
}

// bracket walks from no concession at all towards the target, in steps that double.
func (s search) bracket() (low, high point, err error) {
	here, err := s.at(0)
	if err != nil {
		return low, high, err
	}
	low, high = here, here
	for step := 1000; err == nil && step <= worstTicks; step *= 2 {
		switch {
		case low.excess <= 0:
			high = low
			low, err = s.at(high.ticks - step)
		case high.excess > 0:
			low = high
			high, err = s.at(low.ticks + step)
		default:
			return low, high, nil
		}
	}
	if err == nil {
		err = fmt.Errorf("no concession below %d basis points comes to the price", worstTicks/1000)
	}
	return low, high, err
}
