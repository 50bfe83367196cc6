package dealer

import "math"

// Model is how a dealer prices and how it behaves. The zero Model trades at the evaluated prices
// and stands by them.
type Model struct {
	HalfSpread  float64 // times the basket's mean half-spread
	RiskCharge  float64 // basis points of the part that does not net
	Noise       float64 // basis points either way
	Improvement float64 // basis points by which each quote is better than the one before
	Seed        uint64

	PassProbability    float64 // 0 to 1
	Answer             Answer
	DeclineProbability float64 // 0 to 1: a decline although the answer is to confirm
}

// Charge is what the dealer earns, in basis points of the basket's gross market value.
type Charge struct {
	Spread      float64 `json:"spread_bp"`
	Risk        float64 `json:"risk_bp"`
	Noise       float64 `json:"noise_bp"`
	Improvement float64 `json:"improvement_bp"` // taken off
}

// Total is the sum of the parts.
func (c Charge) Total() float64 { return c.Spread + c.Risk + c.Noise - c.Improvement }

// value is a basket at its evaluated prices.
type value struct {
	gross, net float64 // market value in currency units; net is sells less buys
	halfSpread float64 // mean, basis points, weighted by market value
	weight     float64 // sum of face × weight of the lines
}

func valued(b Basket) value {
	var v value
	for _, l := range b.Lines {
		worth := l.marketValue()
		v.gross += worth
		v.net += float64(l.Side.Cash()) * worth
		v.halfSpread += worth * l.halfSpread()
	}
	v.halfSpread /= v.gross
	weights := weightsOf(b)
	for i, l := range b.Lines {
		v.weight += l.face() * weights[i]
	}
	return v
}

// charge is the price of trading the basket for the dealer's version-th quote, the first being 0.
func (m Model) charge(b Basket, v value, version int) Charge {
	return Charge{
		Spread:      m.HalfSpread * v.halfSpread,
		Risk:        m.RiskCharge * math.Abs(v.net) / v.gross,
		Noise:       m.Noise * (2*m.draw(b, drawNoise) - 1),
		Improvement: m.Improvement * float64(version),
	}
}

func (l Line) face() float64        { return float64(l.Face) / 100 }
func (l Line) halfSpread() float64  { return float64(l.Bond.HalfSpread) / 1e6 }
func (l Line) evaluated() float64   { return float64(l.Bond.Evaluated) / 1e8 }
func (l Line) marketValue() float64 { return l.face() * l.evaluated() / 100 }

// weightsOf says how the charge is shared per unit of face: by half-spread, or evenly where no line
// has one.
func weightsOf(b Basket) []float64 {
	weights := make([]float64, len(b.Lines))
	any := false
	for i, l := range b.Lines {
		weights[i] = l.halfSpread()
		any = any || weights[i] > 0
	}
	if !any {
		for i := range weights {
			weights[i] = 1
		}
	}
	return weights
}
