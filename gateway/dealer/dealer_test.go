package dealer_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"foliogate/gateway"
	"foliogate/gateway/bond"
	"foliogate/gateway/dealer"
	"foliogate/gateway/units"
)

func line(side gateway.Side, face int64, price, halfSpread string) dealer.Line {
	p, err := units.ParsePrice(price)
	if err != nil {
		panic(err)
	}
	s, err := units.ParseSpread(halfSpread)
	if err != nil {
		panic(err)
	}
	id := fmt.Sprintf("%s-%s-%d", price, halfSpread, face)
	return dealer.Line{Side: side, Face: units.Face(face) * units.FaceUnit,
		Bond: &bond.Bond{ID: id, Evaluated: p, HalfSpread: s, Currency: "USD"}}
}

// The sums are done by hand: gross market value 4m, net 2m, mean half-spread 17.5 bp.
func sample(kind gateway.PriceKind) dealer.Basket {
	b := dealer.Basket{Kind: kind, Currency: "USD", Lines: []dealer.Line{
		line(gateway.Sell, 2_000_000, "100", "20"),
		line(gateway.Buy, 1_000_000, "100", "10"),
		line(gateway.Sell, 2_000_000, "50", "20"),
	}}
	for i := range b.Lines {
		b.Lines[i].Benchmark = b.Lines[i].Bond
		b.Lines[i].Reference = 100 * units.SpreadUnit
	}
	return b
}

func TestPrice(t *testing.T) {
	tests := []struct {
		name    string
		model   dealer.Model
		version int
		charge  float64 // basis points of 4m: 400 dollars each
		cash    units.Money
	}{
		{"at mid", dealer.Model{}, 0, 0, 2_000_000_00},
		{"half-spread", dealer.Model{HalfSpread: 1}, 0, 17.5, 1_993_000_00},
		{"risk of the half that does not net", dealer.Model{RiskCharge: 2}, 0, 1, 1_999_600_00},
		{"first quote is not improved", dealer.Model{HalfSpread: 1, Improvement: 0.5}, 0, 17.5,
			1_993_000_00},
		{"third quote", dealer.Model{HalfSpread: 1, Improvement: 0.5}, 2, 16.5, 1_993_400_00},
		{"worse each time", dealer.Model{HalfSpread: 1, Improvement: -0.5}, 2, 18.5, 1_992_600_00},
	}
	for _, test := range tests {
		offer, err := test.model.Price(sample(gateway.TotalAmount), test.version, nil)
		if err != nil {
			t.Fatalf("%s: %v", test.name, err)
		}
		if got := offer.Charge.Total(); math.Abs(got-test.charge) > 1e-12 {
			t.Errorf("%s: charge %v bp, want %v", test.name, got, test.charge)
		}
		// A line of 2m at 6 decimals is worth cents in steps of 2.
		if gap := offer.Cash - test.cash; gap < -3 || gap > 3 {
			t.Errorf("%s: cash %s, want %s", test.name,
				offer.Cash.Format("USD"), test.cash.Format("USD"))
		}
		if offer.Price.Total != offer.Cash {
			t.Errorf("%s: total %d is not the cash %d", test.name, offer.Price.Total, offer.Cash)
		}
	}
}

// The dealer buys what the client sells: below the mark; and sells what it buys above.
func TestLinePricesGoAgainstTheClient(t *testing.T) {
	offer, err := dealer.Model{HalfSpread: 1}.Price(sample(gateway.TotalAmount), 0, nil)
	if err != nil {
		t.Fatal(err)
	}
	// 7,000 over weights 4000 + 1000 + 4000: 0.7777... of each half-spread.
	want := []string{"99.844444", "100.077778", "49.844444"}
	for i, p := range offer.Lines {
		if p.String() != want[i] {
			t.Errorf("line %d at %s, want %s", i+1, p, want[i])
		}
	}
}

func TestWithoutHalfSpreadsTheChargeIsShared(t *testing.T) {
	b := dealer.Basket{Kind: gateway.TotalAmount, Currency: "USD", Lines: []dealer.Line{
		line(gateway.Sell, 1_000_000, "100", "0"), line(gateway.Buy, 1_000_000, "80", "0"),
	}}
	offer, err := dealer.Model{RiskCharge: 90}.Price(b, 0, nil)
	if err != nil {
		t.Fatal(err)
	}
	if offer.Lines[0].String() != "99.91" || offer.Lines[1].String() != "80.09" {
		t.Errorf("lines at %s and %s, want 99.91 and 80.09", offer.Lines[0], offer.Lines[1])
	}
}

func TestPercentPerSide(t *testing.T) {
	offer, err := dealer.Model{HalfSpread: 1}.Price(sample(gateway.PercentPerSide), 0, nil)
	if err != nil {
		t.Fatal(err)
	}
	// (2m × 99.844444 + 2m × 49.844444) / 4m.
	if got := offer.Price.SellPrice.String(); got != "74.844444" {
		t.Errorf("sells at %s, want 74.844444", got)
	}
	if got := offer.Price.BuyPrice.String(); got != "100.077778" {
		t.Errorf("buys at %s, want 100.077778", got)
	}
	if got := offer.Cash.Format("USD"); got != "1992999.98" {
		t.Errorf("cash %s, want 1992999.98", got)
	}
	oneSided := sample(gateway.PercentPerSide)
	oneSided.Lines = oneSided.Lines[1:2]
	offer, err = dealer.Model{}.Price(oneSided, 0, nil)
	if err != nil || offer.Price.SellPrice != 0 || offer.Price.BuyPrice != 100*units.PriceUnit {
		t.Errorf("one-sided: %+v, %v; want buys at 100 and no price for sells", offer.Price, err)
	}
}

// straight prices along a line: each basis point of spread over the reference costs its points.
type straight struct{ slope float64 }

func (s straight) PriceAtSpread(
	b, _ *bond.Bond, _ units.Date, spread units.Spread,
) (units.Price, error) {
	over := float64(spread-100*units.SpreadUnit) / float64(units.SpreadUnit)
	p := float64(b.Evaluated) - s.slope*over*float64(units.PriceUnit)
	if p <= 0 {
		return 0, fmt.Errorf("%s is worth nothing at a spread of %s", b.ID, spread)
	}
	return units.Price(p).Round(6), nil
}

func TestSpreadConcession(t *testing.T) {
	basket := sample(gateway.SpreadConcession)
	model := dealer.Model{HalfSpread: 1}
	offer, err := model.Price(basket, 0, straight{0.08})
	if err != nil {
		t.Fatal(err)
	}
	// 5m of face lose 800 dollars each basis point on 1m: 7,000 / 4,000 = 1.75, but the line prices
	// come to 2 cents more than that.
	if got := offer.Price.Concession.String(); got != "1.751" {
		t.Errorf("concession %s bp, want 1.751", got)
	}
	total, _ := model.Price(sample(gateway.TotalAmount), 0, nil)
	if offer.Cash > total.Cash || total.Cash-offer.Cash > 4_00 {
		t.Errorf("the concession gives the client %d, the total %d: want at most a tick less",
			offer.Cash, total.Cash)
	}
	for i, l := range basket.Lines {
		want, _ := straight{0.08}.PriceAtSpread(l.Bond, l.Benchmark, 0,
			l.Reference+units.Spread(l.Side.Cash())*offer.Price.Concession)
		if offer.Lines[i] != want {
			t.Errorf("line %d at %s, the concession makes it %s", i+1, offer.Lines[i], want)
		}
	}
}

func TestUnpriceable(t *testing.T) {
	unmarked := sample(gateway.TotalAmount)
	unmarked.Lines[1] = line(gateway.Buy, 1_000_000, "0", "5")
	faceless := sample(gateway.TotalAmount)
	faceless.Lines[2].Face = 0
	bare := sample(gateway.SpreadConcession)
	bare.Lines[0].Benchmark = nil
	tests := []struct {
		name   string
		basket dealer.Basket
		model  dealer.Model
		pricer gateway.Pricer
		want   string
	}{
		{"no lines", dealer.Basket{}, dealer.Model{}, nil, "the list has no lines"},
		{"no mark", unmarked, dealer.Model{}, nil, "line 2: 0-5-1000000 has no evaluated price"},
		{"no face", faceless, dealer.Model{}, nil, "line 3 has no face"},
		{"charge above the price", sample(gateway.TotalAmount), dealer.Model{HalfSpread: 500}, nil,
			"line 3: 50-20-2000000 is worth less than the charge"},
		{"no benchmark", bare, dealer.Model{}, straight{1},
			"line 1: 100-20-2000000 has no benchmark to quote a spread against"},
		{"no pricer", sample(gateway.SpreadConcession), dealer.Model{}, nil,
			"spread concessions are not quoted here"},
		{"spreads do not matter", sample(gateway.SpreadConcession), dealer.Model{HalfSpread: 1},
			straight{0}, "no concession below 5000 basis points comes to the price"},
		{"pricer refuses", sample(gateway.SpreadConcession), dealer.Model{HalfSpread: 5},
			straight{60}, "line 3: 50-20-2000000 is worth nothing at a spread of 101"},
	}
	for _, test := range tests {
		_, err := test.model.Price(test.basket, 0, test.pricer)
		if err == nil || err.Error() != test.want {
			t.Errorf("%s: error %v, want %s", test.name, err, test.want)
		}
	}
}

func random(r *rand.Rand, kind gateway.PriceKind) dealer.Basket {
	b := dealer.Basket{Kind: kind, Currency: "USD"}
	for range 1 + r.IntN(30) {
		l := line(gateway.Side(1+r.IntN(2)), int64(1+r.IntN(20_000))*1000,
			fmt.Sprintf("%d.%03d", 60+r.IntN(60), r.IntN(1000)), fmt.Sprint(r.IntN(60)))
		l.Benchmark, l.Reference = l.Bond, 100*units.SpreadUnit
		b.Lines = append(b.Lines, l)
	}
	return b
}

var kinds = []gateway.PriceKind{
	gateway.TotalAmount, gateway.SpreadConcession, gateway.PercentPerSide,
}

// A dealer that asks for more half-spread, or for more risk, never pays the client more.
func TestAskingMoreIsNeverBetterForTheClient(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for n := range 300 {
		kind := kinds[n%3]
		basket := random(r, kind)
		model := dealer.Model{HalfSpread: 2 * r.Float64(), Noise: 1, Seed: uint64(n)}
		before, err := model.Price(basket, 0, straight{0.05})
		if err != nil {
			t.Fatal(err)
		}
		model.HalfSpread += r.Float64()
		model.RiskCharge += r.Float64()
		after, err := model.Price(basket, 0, straight{0.05})
		if err != nil {
			t.Fatal(err)
		}
		// An average a side is rounded once more, by at most half a cent.
		slack := units.Money(0)
		if kind == gateway.PercentPerSide {
			slack = 1
		}
		if after.Cash > before.Cash+slack {
			t.Errorf("basket %d, %s: asking more turned %d into %d", n, kind, before.Cash, after.Cash)
		}
		if after.Price.Concession < before.Price.Concession {
			t.Errorf("basket %d: asking more turned a concession of %s into %s", n,
				before.Price.Concession, after.Price.Concession)
		}
	}
}

// A portfolio and its mirror image cost the same to trade.
func TestSidesAreTreatedAlike(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	model := dealer.Model{HalfSpread: 0.8, RiskCharge: 3}
	for n := range 200 {
		basket := random(r, gateway.TotalAmount)
		mirror := basket
		mirror.Lines = slices.Clone(basket.Lines)
		for i, l := range basket.Lines {
			mirror.Lines[i].Side = gateway.Buy + gateway.Sell - l.Side
		}
		here, err := model.Price(basket, 0, nil)
		if err != nil {
			t.Fatal(err)
		}
		there, err := model.Price(mirror, 0, nil)
		if err != nil {
			t.Fatal(err)
		}
		for i, l := range basket.Lines {
			if here.Lines[i]+there.Lines[i] != 2*l.Bond.Evaluated {
				t.Errorf("basket %d line %d: %s and %s are not as far from %s", n, i+1,
					here.Lines[i], there.Lines[i], l.Bond.Evaluated)
			}
		}
		if here.Charge != there.Charge {
			t.Errorf("basket %d: charges %+v and %+v", n, here.Charge, there.Charge)
		}
	}
}

func TestOrderOfLinesDoesNotMatter(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	model := dealer.Model{HalfSpread: 1, Noise: 2, Seed: 9}
	for n := range 200 {
		basket := random(r, kinds[n%3])
		other := basket
		other.Lines = slices.Clone(basket.Lines)
		r.Shuffle(len(other.Lines), func(i, j int) {
			other.Lines[i], other.Lines[j] = other.Lines[j], other.Lines[i]
		})
		a, err := model.Price(basket, n%4, straight{0.05})
		if err != nil {
			t.Fatal(err)
		}
		b, _ := model.Price(other, n%4, straight{0.05})
		// Sums of floats depend on the order in the last bit, and so at most one tick of one line.
		if a.Charge.Noise != b.Charge.Noise || math.Abs(float64(a.Cash-b.Cash)) > 100 {
			t.Errorf("basket %d: %+v in one order, %+v in another", n, a.Price, b.Price)
		}
	}
}

// Chance depends on the seed, the lines and the occurrence; on nothing else, and on each of them.
func TestChance(t *testing.T) {
	basket := sample(gateway.TotalAmount)
	noise := func(seed uint64, occurrence int) float64 {
		b := basket
		b.Occurrence = occurrence
		offer, err := dealer.Model{Noise: 3, Seed: seed}.Price(b, 0, nil)
		if err != nil {
			t.Fatal(err)
		}
		if math.Abs(offer.Charge.Noise) > 3 {
			t.Errorf("noise of %v bp is beyond 3", offer.Charge.Noise)
		}
		return offer.Charge.Noise
	}
	if noise(1, 0) != noise(1, 0) {
		t.Error("the same seed and basket gave two noises")
	}
	seen := map[float64]bool{}
	for seed := range uint64(20) {
		for occurrence := range 20 {
			seen[noise(seed, occurrence)] = true
		}
	}
	if len(seen) != 400 {
		t.Errorf("%d different noises of 400", len(seen))
	}
}

func TestProbabilities(t *testing.T) {
	passes, declines := 0, 0
	for occurrence := range 10_000 {
		b := sample(gateway.TotalAmount)
		b.Occurrence = occurrence
		model := dealer.Model{PassProbability: 0.25, DeclineProbability: 0.5, Seed: 7}
		if model.Pass(b) {
			passes++
		}
		if model.LastLook(b, dealer.Offer{}) == dealer.Decline {
			declines++
		}
	}
	// Five standard deviations either way.
	if passes < 2283 || passes > 2717 {
		t.Errorf("passed on %d of 10,000 at a probability of 0.25", passes)
	}
	if declines < 4750 || declines > 5250 {
		t.Errorf("declined %d of 10,000 at a probability of 0.5", declines)
	}
	b := sample(gateway.TotalAmount)
	if (dealer.Model{}).Pass(b) || !(dealer.Model{PassProbability: 1}).Pass(b) {
		t.Error("probabilities of 0 and 1 are not certain")
	}
}

func TestLastLook(t *testing.T) {
	for _, want := range []dealer.Answer{dealer.Confirm, dealer.Decline, dealer.Silence} {
		got := dealer.Model{Answer: want}.LastLook(sample(gateway.TotalAmount), dealer.Offer{})
		if got != want {
			t.Errorf("told to %s, it chose to %s", want, got)
		}
	}
}

func BenchmarkPrice1000(b *testing.B) {
	r := rand.New(rand.NewPCG(8, 9))
	basket := dealer.Basket{Currency: "USD"}
	for len(basket.Lines) < 1000 {
		basket.Lines = append(basket.Lines, random(r, gateway.TotalAmount).Lines...)
	}
	for _, kind := range kinds {
		basket.Kind = kind
		b.Run(kind.String(), func(b *testing.B) {
			for b.Loop() {
				if _, err := (dealer.Model{HalfSpread: 1}).Price(basket, 0, straight{0.05}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// A single bond that may go either way is quoted on both sides of its mark, never crossed, and as a
// dealer would quote each side by itself.
func TestTwoWay(t *testing.T) {
	basket := func(side gateway.Side) dealer.Basket {
		return dealer.Basket{Kind: gateway.PercentPerSide, Currency: "USD",
			Lines: []dealer.Line{line(side, 2_000_000, "98", "20")}}
	}
	price := func(m dealer.Model, side gateway.Side) dealer.Offer {
		offer, err := m.Price(basket(side), 0, nil)
		if err != nil {
			t.Fatal(err)
		}
		return offer
	}
	for _, test := range []struct {
		name      string
		model     dealer.Model
		sell, buy string
	}{
		{"at mid", dealer.Model{}, "98", "98"},
		{"half-spread and risk", dealer.Model{HalfSpread: 1, RiskCharge: 5}, "97.755", "98.245"},
		{"a dealer that gives money away", dealer.Model{Improvement: -1, Noise: 0, RiskCharge: -3}, "98", "98"},
	} {
		both := price(test.model, gateway.TwoWay)
		if got := both.Price; got.Kind != gateway.PercentPerSide || got.SellPrice.String() != test.sell ||
			got.BuyPrice.String() != test.buy {
			t.Errorf("%s: %s and %s", test.name, got.SellPrice, got.BuyPrice)
		}
		if test.model.RiskCharge < 0 {
			continue
		}
		sell, buy := price(test.model, gateway.Sell), price(test.model, gateway.Buy)
		if sell.Price.SellPrice != both.Price.SellPrice || buy.Price.BuyPrice != both.Price.BuyPrice ||
			sell.Cash+buy.Cash != both.Cash {
			t.Errorf("%s: %+v both ways, %+v and %+v each", test.name, both, sell, buy)
		}
	}
	two := basket(gateway.TwoWay)
	two.Lines = append(two.Lines, two.Lines[0])
	if _, err := (dealer.Model{}).Price(two, 0, nil); err == nil {
		t.Error("a list is quoted two-way")
	}
}
