package gateway

import (
	"cmp"
	"encoding/json"
	"fmt"
	"math/big"
	"math/rand/v2"
	"os"
	"slices"
	"testing"

	"foliogate/gateway/units"
)

// allocation of the fixture: see testdata/models/README.md.
type allocationCase struct {
	TotalCents int64     `json:"total_cents"`
	Notional   []int64   `json:"notional"`
	Side       []int64   `json:"side"`
	Mark       []float64 `json:"mark"`
	Weight     []float64 `json:"h_bps"`
	LineCents  []int64   `json:"line_cents"`
}

func allocationCases(t *testing.T) []allocationCase {
	t.Helper()
	b, err := os.ReadFile("../testdata/models/allocate.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases []allocationCase
	if err := json.Unmarshal(b, &cases); err != nil {
		t.Fatal(err)
	}
	return cases
}

func (c allocationCase) inquiry() Inquiry {
	q := Inquiry{Terms: Terms{Currency: "USD"}}
	for i, n := range c.Notional {
		side := Sell
		if c.Side[i] > 0 {
			side = Buy
		}
		q.Lines = append(q.Lines, Line{Number: i + 1, Side: side})
		q.Facts = append(q.Facts, Facts{
			Face:       units.Face(n) * units.FaceUnit,
			Mark:       units.Price(c.Mark[i]*1000+0.5) * units.PriceUnit / 1000,
			HalfSpread: units.Spread(c.Weight[i]*1e6 + 0.5),
		})
	}
	return q
}

// Beside the oracle's cents, which know no ticks: each line's money stays within the
// rounding of its price and of the closing tick, and the whole closes to the cent
// where a line is small enough.
func TestAllocateAgainstTheOracle(t *testing.T) {
	for i, c := range allocationCases(t) {
		q := c.inquiry()
		total := units.Money(-c.TotalCents)
		prices := allocate(q, allLines(q), total)
		for line, p := range prices {
			cents := int64(-principal(q, q.Lines[line].Side, q.Facts[line], p))
			tickValue := max(1, c.Notional[line]/1_000_000+1)
			if off := cents - c.LineCents[line]; max(off, -off) > 2*tickValue {
				t.Errorf("case %d line %d: %d cents, the oracle has %d", i, line+1, cents,
					c.LineCents[line])
			}
		}
		residue := total - cashOf(q, prices)
		if smallest := slices.Min(c.Notional); smallest <= 1_000_000 && residue != 0 {
			t.Errorf("case %d: residue %d with a line of %d", i, residue, smallest)
		} else if bound := units.Money(smallest/1_000_000 + 1); max(residue, -residue) > bound {
			t.Errorf("case %d: residue %d is beyond %d", i, residue, bound)
		}
	}
}

// The twin of proportional: plain rationals, none of its integers.
func twin(q Inquiry, total units.Money) []*big.Rat {
	outlay := new(big.Rat).SetFrac64(int64(-total), int64(cashPerUnit(q.Terms.Currency)))
	gap, room := new(big.Rat).Set(outlay), new(big.Rat)
	face := func(i int) *big.Rat {
		return big.NewRat(int64(q.Facts[i].Face), int64(units.FaceUnit))
	}
	points := func(p units.Price) *big.Rat { return big.NewRat(int64(p), int64(units.PriceUnit)) }
	weight := func(i int) *big.Rat {
		return big.NewRat(int64(q.Facts[i].HalfSpread), int64(units.SpreadUnit))
	}
	client := func(i int) *big.Rat { return big.NewRat(-q.Lines[i].Side.Cash(), 1) }
	hundred := big.NewRat(100, 1)
	product := func(factors ...*big.Rat) *big.Rat {
		p := big.NewRat(1, 1)
		for _, f := range factors {
			p.Mul(p, f)
		}
		return p
	}
	for i := range q.Lines {
		marked := product(client(i), face(i), points(q.Facts[i].Mark))
		gap.Sub(gap, marked.Quo(marked, hundred))
		room.Add(room, product(face(i), weight(i), big.NewRat(1, 10_000)))
	}
	theta := gap.Quo(gap, room)
	prices := make([]*big.Rat, len(q.Lines))
	for i := range prices {
		shift := product(client(i), theta, weight(i), big.NewRat(1, 100))
		prices[i] = shift.Add(shift, points(q.Facts[i].Mark))
	}
	return prices
}

func cashPerUnit(c units.Currency) units.Money {
	one := units.Money(1)
	for range c.Decimals() {
		one *= 10
	}
	return one
}

// The twin is right if it finds the oracle's cents.
func TestTheTwinFindsTheOraclesCents(t *testing.T) {
	for i, c := range allocationCases(t) {
		prices := twin(c.inquiry(), units.Money(-c.TotalCents))
		for line, p := range prices {
			cents := new(big.Rat).Mul(p, big.NewRat(c.Side[line]*c.Notional[line], 1))
			off, _ := cents.Sub(cents, big.NewRat(c.LineCents[line], 1)).Float64()
			if max(off, -off) > 1.01 {
				t.Errorf("case %d line %d is %f cents from the oracle", i, line+1, off)
			}
		}
	}
}

// someBasket is lines of faces up to the given millions; the last is small if wanted.
func someBasket(r *rand.Rand, n int, ccy units.Currency, small units.Face) (Inquiry, units.Money) {
	q := Inquiry{Terms: Terms{Currency: ccy}}
	oneSided := r.IntN(3) == 0
	used := map[units.Face]bool{}
	for i := range n {
		side := Sell
		if !oneSided && r.IntN(2) == 0 {
			side = Buy
		}
		face := units.Face(1+r.Int64N(30_000)) * 1000 * units.FaceUnit
		if i == n-1 && small > 0 {
			face = 1 + units.Face(r.Int64N(int64(small)))
		}
		for used[face] { // distinct faces: ties go by line number, which a shuffle changes
			face++
		}
		used[face] = true
		q.Lines = append(q.Lines, Line{Number: i + 1, Side: side, ClOrdID: fmt.Sprint(i)})
		q.Facts = append(q.Facts, Facts{Face: face, Bond: fmt.Sprint(i),
			Mark:       units.Price(6_000_000_000+r.Int64N(6_000_000_000)) / 100_000 * 100_000,
			HalfSpread: units.Spread(100_000 + r.Int64N(40_000_000))})
	}
	cash := cashOf(q, marks(q))
	room := 1 + int64(max(cash, -cash))/2000
	return q, cash + units.Money(r.Int64N(2*room)-room)
}

func marks(q Inquiry) []units.Price {
	prices := make([]units.Price, len(q.Facts))
	for i, f := range q.Facts {
		prices[i] = f.Mark.Round(6)
	}
	return prices
}

// tickCash is what one tick of a price is worth on a face, rounded up.
func tickCash(face units.Face, ccy units.Currency) units.Money {
	return units.Principal(face, tick, ccy) + 1
}

// With one line on which a tick is worth no more than a minor unit, every total is
// met exactly; without, what is left is less than a tick on the smallest line. Prices
// stay within the ticks of the closing from what the twin says.
func TestAllocateCloses(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 7))
	small := map[units.Currency]units.Face{
		"USD": 1_000_000 * units.FaceUnit, "JPY": 100_000_000 * units.FaceUnit,
		"KWD": 100_000 * units.FaceUnit,
	}
	for round := range 3000 {
		ccy := []units.Currency{"USD", "JPY", "KWD"}[round%3]
		limit := small[ccy] * units.Face(round/3%2)
		q, total := someBasket(r, 1+r.IntN(40), ccy, limit)
		prices := allocate(q, allLines(q), total)
		left := total - cashOf(q, prices)
		least := slices.MinFunc(q.Facts, func(a, b Facts) int {
			return cmp.Compare(a.Face, b.Face)
		})
		if least.Face <= small[ccy] && left != 0 {
			t.Fatalf("round %d: %d %s left with a line of %s", round, left, ccy, least.Face)
		}
		if bound := tickCash(least.Face, ccy); max(left, -left) > bound {
			t.Fatalf("round %d: %d %s left, a tick on the smallest line is worth %d", round, left,
				ccy, bound)
		}
		exact, closing := twin(q, total), closerOf(q, small[ccy])
		for i, p := range prices {
			got := big.NewRat(int64(p), int64(units.PriceUnit))
			off, _ := got.Sub(got, exact[i]).Float64()
			if i != closing && (p%tick != 0 || max(off, -off)*1e6 > 1.51) {
				t.Fatalf("round %d line %d: %s is %.2f ticks from the rule", round, i+1, p, off*1e6)
			}
		}
	}
}

// closerOf is the line that closes: the largest that can exactly, else the smallest.
func closerOf(q Inquiry, exactly units.Face) int {
	best := 0
	for i, f := range q.Facts {
		b := q.Facts[best].Face
		if f.Face <= exactly && (b > exactly || f.Face > b) || f.Face < b && b > exactly {
			best = i
		}
	}
	return best
}

// The prices belong to the lines and not to their places.
func TestAllocateIgnoresTheOrder(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 7))
	for range 300 {
		q, total := someBasket(r, 2+r.IntN(40), "USD", 0)
		byBond := map[string]units.Price{}
		for i, p := range allocate(q, allLines(q), total) {
			byBond[q.Facts[i].Bond] = p
		}
		r.Shuffle(len(q.Lines), func(i, j int) {
			q.Lines[i], q.Lines[j] = q.Lines[j], q.Lines[i]
			q.Facts[i], q.Facts[j] = q.Facts[j], q.Facts[i]
		})
		for i := range q.Lines {
			q.Lines[i].Number = i + 1
		}
		for i, p := range allocate(q, allLines(q), total) {
			if byBond[q.Facts[i].Bond] != p {
				t.Fatalf("bond %s is at %s, and at %s in another place", q.Facts[i].Bond, p,
					byBond[q.Facts[i].Bond])
			}
		}
	}
}

func TestAllocateCases(t *testing.T) {
	p := func(s string) units.Price { return price(t, s) }
	faces := func(faces ...string) (f []Facts) {
		for _, s := range faces {
			f = append(f, Facts{Face: face(t, s), Mark: p("100"),
				HalfSpread: 10 * units.SpreadUnit})
		}
		return f
	}
	sell, buy := Line{Side: Sell}, Line{Side: Buy}
	weightless := faces("1000000", "3000000")
	weightless[0].HalfSpread, weightless[1].HalfSpread = 0, 0
	oneWeighs := faces("1000000", "3000000")
	oneWeighs[1].HalfSpread = 0
	tests := []struct {
		name  string
		lines []Line
		facts []Facts
		total string
		want  []units.Price
	}{
		{"at the marks", []Line{sell, buy}, faces("1000000", "3000000"), "-2000000",
			[]units.Price{p("100"), p("100")}},
		{"a switch gives up the same on both sides", []Line{sell, buy}, faces("1000000", "1000000"),
			"-200",
			[]units.Price{p("99.99"), p("100.01")}},
		{"a switch gains", []Line{sell, buy}, faces("1000000", "1000000"), "200",
			[]units.Price{p("100.01"), p("99.99")}},
		{"one line takes all of it", []Line{sell}, faces("1000000"), "1000123.45",
			[]units.Price{p("100.012345")}},
		{"nobody weighs: all the same", []Line{sell, sell}, weightless, "3996000",
			[]units.Price{p("99.9"), p("99.9")}},
		{"who does not weigh stays at its mark", []Line{sell, sell}, oneWeighs, "3999000",
			[]units.Price{p("99.9"), p("100")}},
		{"a cent is closed on the small line", []Line{sell, sell}, faces("50000000", "1000000"),
			"51000000.01",
			[]units.Price{p("100"), p("100.000001")}},
		{"on the largest line that can", []Line{sell, sell, sell},
			faces("50000000", "1000", "800000"), "50801000.20",
			[]units.Price{p("100"), p("100"), p("100.000025")}},
		{"what cannot be closed is left", []Line{sell}, faces("50000000"), "50000000.20",
			[]units.Price{p("100")}},
		{"and closed as far as it goes", []Line{sell}, faces("50000000"), "50000000.30",
			[]units.Price{p("100.000001")}},
	}
	for _, test := range tests {
		for i := range test.lines {
			test.lines[i].Number = i + 1
		}
		q := Inquiry{Terms: Terms{Currency: "USD"}, Lines: test.lines, Facts: test.facts}
		if got := allocate(q, allLines(q), money(t, test.total)); !slices.Equal(got, test.want) {
			t.Errorf("%s: %s, not %s", test.name, spaced(got), spaced(test.want))
		}
	}
}

// No total, however absurd, does worse than be refused.
func TestAbsurdTotalsArePriced(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 7))
	for range 2000 {
		q, fair := someBasket(r, 1+r.IntN(5), "USD", 0)
		total := units.Money(r.Int64() >> r.IntN(40))
		if r.IntN(2) == 0 {
			total = -total
		}
		prices := allocate(q, allLines(q), total)
		refused := sensible(q, prices).Code != 0
		left := total - cashOf(q, prices)
		if !refused && max(left, -left) > tickCash(100_000_000*units.FaceUnit, "USD") {
			t.Fatalf("a total of %d for a fair %d is taken, and %d is left", total, fair, left)
		}
	}
}

// BenchmarkAllocate is a list of 5,000 lines; one op is one list.
func BenchmarkAllocate(b *testing.B) {
	for _, n := range []int{1000, 5000} {
		q, total := someBasket(rand.New(rand.NewPCG(1, 1)), n, "USD", 0)
		lines := allLines(q)
		b.Run(fmt.Sprintf("lines=%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				allocate(q, lines, total)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/line")
		})
	}
}
