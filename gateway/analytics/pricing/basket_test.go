package pricing

import (
	"math"
	"strings"
	"testing"

	"foliogate/gateway/bond"
	"foliogate/gateway/units"
)

// switchBasket is the scenario's 125 lines, each at the spread over one of three Treasuries that
// explains its price, so that pricing it at no concession gives its prices back.
func switchBasket(t testing.TB) (*Pricer, SpreadAgreed, Snapshot) {
	t.Helper()
	pricer := &Pricer{resolved: map[*bond.Bond]*Resolved{}}
	snapshot := Snapshot{ID: "noon", Prices: map[string]units.Price{}}
	var benchmarks []*bond.Bond
	for _, row := range fixture(t, "spread_oracle.csv")[1:4] {
		_, benchmark, _ := spreadCase(t, row)
		benchmarks = append(benchmarks, benchmark)
		snapshot.Prices[benchmark.ID] = benchmark.Evaluated
	}
	var agreed SpreadAgreed
	for i, row := range fixture(t, "switch_basket.csv") {
		face, err := units.ParseFace(row["notional"])
		if err != nil {
			t.Fatal(err)
		}
		b := &bond.Bond{ID: "line " + row["line"], Feature: bond.Plain, Currency: "USD", Frequency: 2,
			DayCount: bond.Thirty360US, Coupon: rate(t, row["coupon_pct"]), Dated: day(t, row["dated"]),
			Maturity: day(t, row["maturity"])}
		l := SpreadLine{Bond: b, Benchmark: benchmarks[i%3], Settle: day(t, row["settlement"]), Face: face,
			Sells: row["side(client)"] == "SELL"}
		clean := number(t, row["clean"])
		p, over, err := pricer.over(b, l.Benchmark, l.Benchmark.Evaluated, l.Settle)
		if err != nil {
			t.Fatal(err)
		}
		y, err := p.YieldAtClean(clean, SimpleLast)
		if err != nil {
			t.Fatal(err)
		}
		l.Reference = units.Spread(math.Round((y - over) / basisPoint * float64(units.SpreadUnit)))
		agreed.Lines = append(agreed.Lines, l)
	}
	return pricer, agreed, snapshot
}

func spotted(t testing.TB, pricer *Pricer, a SpreadAgreed, s Snapshot) Spotted {
	t.Helper()
	spotted, err := pricer.Spot(a, s)
	if err != nil {
		t.Fatal(err)
	}
	return spotted
}

func TestSwitchPricesFromItsSpreads(t *testing.T) {
	pricer, agreed, snapshot := switchBasket(t)
	priced, err := spotted(t, pricer, agreed, snapshot).Price()
	if err != nil {
		t.Fatal(err)
	}
	cash := units.Money(0)
	for i, row := range fixture(t, "switch_basket.csv") {
		want, _ := units.ParsePrice(row["clean"])
		if priced.Prices[i] != want {
			t.Errorf("line %d trades at %s, want %s", i+1, priced.Prices[i], want)
		}
		principal, _ := units.ParseMoney(row["principal"], "USD")
		if row["side(client)"] == "BUY" {
			principal = -principal
		}
		if priced.Principals[i] != principal {
			t.Errorf("line %d: principal %s, want %s", i+1, priced.Principals[i].Format("USD"), principal.Format("USD"))
		}
		cash += principal
	}
	if priced.Cash != cash || priced.Snapshot != "noon" {
		t.Errorf("cash %s at %s, want %s", priced.Cash.Format("USD"), priced.Snapshot, cash.Format("USD"))
	}
	one, err := pricer.PriceOver(agreed.Lines[0].Bond, agreed.Lines[0].Benchmark, agreed.Lines[0].Benchmark.Evaluated,
		agreed.Lines[0].Settle, agreed.Lines[0].Reference)
	if err != nil || one != priced.Prices[0] {
		t.Errorf("line 1 alone is %s, %v; in the basket %s", one, err, priced.Prices[0])
	}
}

// Every price of a basket in one of the three ways leads to the others and back.
func TestBasketPricesConvertBothWays(t *testing.T) {
	pricer, agreed, snapshot := switchBasket(t)
	for name, part := range map[string]func(SpreadLine) bool{
		"two-sided": func(SpreadLine) bool { return true },
		"sells":     func(l SpreadLine) bool { return l.Sells },
		"buys":      func(l SpreadLine) bool { return !l.Sells },
	} {
		var some SpreadAgreed
		for _, l := range agreed.Lines {
			if part(l) {
				some.Lines = append(some.Lines, l)
			}
		}
		s := spotted(t, pricer, some, snapshot)
		before := units.Money(math.MaxInt64)
		for _, bp := range []int64{-200, -25, -1, 0, 1, 7, 50, 300} {
			concession := units.Spread(bp) * units.SpreadUnit
			priced, err := s.PriceAt(concession)
			if err != nil {
				t.Fatal(err)
			}
			if priced.Cash >= before {
				t.Errorf("%s: cash %d at %d bp does not fall", name, priced.Cash, bp)
			}
			before = priced.Cash
			exact, _ := s.cash(FromSpread(concession))
			if back, err := s.ConcessionFor(exact); err != nil || back != concession {
				t.Errorf("%s: %d bp came back as %s, %v", name, bp, back, err)
			}
			if math.Abs(exact-float64(priced.Cash)/100) > 5*float64(len(some.Lines)) {
				t.Errorf("%s: cash %v before rounding, %d after", name, exact, priced.Cash)
			}
			if cash := s.CashAt(priced.Averages()); math.Abs(cash-float64(priced.Cash)/100) > 1e-5 {
				t.Errorf("%s: averages %+v make %v of %d", name, priced.Averages(), cash, priced.Cash)
			}
			if averages := priced.Averages(); (averages.Buys == 0) != (name == "sells") || (averages.Sells == 0) != (name == "buys") {
				t.Errorf("%s: averages %+v", name, averages)
			}
		}
	}
}

func TestConcessionThatDoesNotExist(t *testing.T) {
	pricer, agreed, snapshot := switchBasket(t)
	s := spotted(t, pricer, agreed, snapshot)
	for _, cash := range []float64{1e15, -1e15, math.NaN()} {
		if d, err := s.ConcessionFor(cash); err == nil {
			t.Errorf("%v takes %s bp", cash, d)
		}
	}
}

func TestSpotSaysWhyNot(t *testing.T) {
	pricer, agreed, snapshot := switchBasket(t)
	if _, err := pricer.Spot(agreed, Snapshot{ID: "empty"}); err == nil || !strings.Contains(err.Error(), "line 1: snapshot empty") {
		t.Errorf("%v", err)
	}
	agreed.Lines[1].Face = 0
	if _, err := pricer.Spot(agreed, snapshot); err == nil || !strings.Contains(err.Error(), "line 2: face 0") {
		t.Errorf("%v", err)
	}
	agreed.Lines[1].Face = 100
	agreed.Lines[2].Bond.Feature = bond.Callable
	if _, err := pricer.Spot(agreed, snapshot); err == nil || !strings.Contains(err.Error(), "line 3") {
		t.Errorf("%v", err)
	}
	agreed.Lines[2].Bond.Feature = bond.Plain
	s := spotted(t, pricer, agreed, snapshot)
	if _, err := s.PriceAt(-100_000 * units.SpreadUnit); err == nil || !strings.Contains(err.Error(), "line 1") {
		t.Errorf("%v", err)
	}
}

func BenchmarkSpotAndConcession5000(b *testing.B) {
	pricer, agreed, snapshot := switchBasket(b)
	for len(agreed.Lines) < 5000 {
		agreed.Lines = append(agreed.Lines, agreed.Lines[:125]...)
	}
	for _, l := range agreed.Lines[:125] {
		pricer.resolved[l.Bond], pricer.resolved[l.Benchmark] = resolve(b, l.Bond), resolve(b, l.Benchmark)
	}
	b.ReportAllocs()
	for b.Loop() {
		s := spotted(b, pricer, agreed, snapshot)
		if _, err := s.ConcessionFor(-5e6); err != nil {
			b.Fatal(err)
		}
	}
}
