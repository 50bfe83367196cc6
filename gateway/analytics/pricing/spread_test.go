package pricing

import (
	"math"
	"strings"
	"testing"

	"foliogate/gateway/bond"
	"foliogate/gateway/units"
)

// spreadCase is a row of spread_oracle.csv: a Treasury and a corporate over it.
func spreadCase(t testing.TB, row map[string]string) (corporate, benchmark *bond.Bond, spread units.Spread) {
	t.Helper()
	at, err := units.ParsePrice(row["bm_price_decimal"])
	if err != nil {
		t.Fatal(err)
	}
	if spread, err = units.ParseSpread(row["spread_bp"]); err != nil {
		t.Fatal(err)
	}
	benchmark = &bond.Bond{ID: row["benchmark"], Kind: bond.Treasury, Feature: bond.Plain, Currency: "USD",
		Coupon: rate(t, row["bm_coupon"]), Frequency: 2, DayCount: bond.ActActICMA, Dated: day(t, row["bm_dated"]),
		Maturity: day(t, row["bm_maturity"]), EOM: row["bm_eom"] == "1", Evaluated: at}
	corporate = &bond.Bond{ID: row["id"], Kind: bond.Corporate, Feature: bond.Plain, Currency: "USD",
		Coupon: rate(t, row["corp_coupon"]), Frequency: 2, DayCount: bond.Thirty360US,
		Dated: day(t, row["corp_dated"]), Maturity: day(t, row["corp_maturity"])}
	return corporate, benchmark, spread
}

func TestPriceAtSpreadAgainstTheOracle(t *testing.T) {
	var pricer Pricer
	rows := fixture(t, "spread_oracle.csv")
	for _, row := range rows {
		b, benchmark, spread := spreadCase(t, row)
		settle := day(t, row["settlement"])
		got, err := pricer.PriceAtSpread(b, benchmark, settle, spread)
		if want, _ := units.ParsePrice(row["corp_clean_6dp"]); err != nil || got != want {
			t.Errorf("%s: %s, %v; want %s", row["id"], got, err, want)
		}
		back, err := pricer.SpreadAtPrice(b, benchmark, benchmark.Evaluated, settle, got)
		if lost := float64(back-spread) / float64(units.SpreadUnit); err != nil ||
			!(math.Abs(lost) <= 0.5e-6/number(t, row["dprice_per_bp"])+1e-6) {
			t.Errorf("%s: %s came back as %s, %v", row["id"], spread, back, err)
		}
		y := position(t, benchmark, settle)
		benchmarkYield, err := y.YieldAtClean(Float(benchmark.Evaluated), Compounding)
		if err != nil || math.Abs(100*benchmarkYield-number(t, row["bm_yield_pct"])) > 1e-10 {
			t.Errorf("%s: benchmark yield %v, %v; want %s", row["id"], 100*benchmarkYield, err, row["bm_yield_pct"])
		}
		p := position(t, b, settle)
		clean := p.CleanAtYield(benchmarkYield+FromSpread(spread), Compounding)
		if math.Abs(clean-number(t, row["corp_clean_unrounded"])) > 1e-10 {
			t.Errorf("%s: clean %v, want %s", row["id"], clean, row["corp_clean_unrounded"])
		}
		if coarse, _ := Quantise(clean, 3); coarse.String() != strings.TrimRight(row["corp_clean_3dp"], "0") {
			t.Errorf("%s: %s to three decimals, want %s", row["id"], coarse, row["corp_clean_3dp"])
		}
	}
	if len(rows) != 48 {
		t.Errorf("%d rows, want 48", len(rows))
	}
}

func TestPriceAtSpreadSaysWhyNot(t *testing.T) {
	row := fixture(t, "spread_oracle.csv")[0]
	settle := day(t, row["settlement"])
	for want, spoil := range map[string]func(b, benchmark *bond.Bond){
		"callable":             func(b, _ *bond.Bond) { b.Feature = bond.Callable },
		"in default":           func(_, m *bond.Bond) { m.Feature = bond.Defaulted },
		"not before its mat":   func(b, _ *bond.Bond) { b.Maturity = settle },
		"dirty price is not a": func(_, m *bond.Bond) { m.Evaluated = -200 * units.PriceUnit },
	} {
		b, benchmark, spread := spreadCase(t, row)
		spoil(b, benchmark)
		pricer := Pricer{}
		if p, err := pricer.PriceAtSpread(b, benchmark, settle, spread); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s, %v; want an error with %q", p, err, want)
		}
	}
	b, benchmark, _ := spreadCase(t, row)
	pricer := Pricer{}
	for _, spread := range []units.Spread{-30_000 * units.SpreadUnit, math.MinInt64, math.MaxInt64} {
		if p, err := pricer.PriceAtSpread(b, benchmark, settle, spread); err == nil && p != 0 {
			t.Errorf("at %s bp: %s", spread, p)
		}
	}
}

func TestPricerResolvesOnce(t *testing.T) {
	row := fixture(t, "spread_oracle.csv")[0]
	b, benchmark, spread := spreadCase(t, row)
	b.ID, benchmark.ID = "99999AAA9", "99999TTT6"
	u, err := bond.NewUniverse("v", []bond.Bond{*b, *benchmark})
	if err != nil {
		t.Fatal(err)
	}
	pricer := NewPricer(u)
	own, _ := u.Get("99999AAA9")
	over, _ := u.Get("99999TTT6")
	settle := day(t, row["settlement"])
	if n := testing.AllocsPerRun(100, func() {
		if p, err := pricer.PriceAtSpread(own, over, settle, spread); err != nil || p == 0 {
			t.Fatal(p, err)
		}
	}); n != 0 {
		t.Errorf("%v allocations to price at a spread", n)
	}
}

func TestQuantise(t *testing.T) {
	for _, c := range []struct {
		price    float64
		decimals int
		want     string
	}{
		{99.1234565, 6, "99.123457"}, {99.12345649, 6, "99.123456"}, {0, 6, "0"}, {100, 8, "100"},
		{99.5, 0, "100"}, {1.0005, 3, "1.001"},
	} {
		if got, err := Quantise(c.price, c.decimals); err != nil || got.String() != c.want {
			t.Errorf("%v to %d decimals is %s, %v; want %s", c.price, c.decimals, got, err, c.want)
		}
	}
	for _, bad := range []float64{-0.1, math.NaN(), math.Inf(1), 1e9} {
		if p, err := Quantise(bad, 6); err == nil {
			t.Errorf("%v became %s", bad, p)
		}
	}
}

// MSRB G-33: six months or less is simple interest, the dollar price is cut off after three decimals.
func TestMunicipalPricesAreTruncated(t *testing.T) {
	row := fixture(t, "spread_oracle.csv")[0]
	b, benchmark, spread := spreadCase(t, row)
	b.Market = bond.USMunicipal
	var pricer Pricer
	got, err := pricer.PriceAtSpread(b, benchmark, day(t, row["settlement"]), spread)
	if err != nil || got.String() != "96.28" { // of 96.280140, 3 decimals
		t.Errorf("%s, %v", got, err)
	}
	if ConventionOf(b) != SimpleLast {
		t.Errorf("its yield is %s", ConventionOf(b))
	}
	for price, want := range map[float64]string{
		99.1239999: "99.123", 99.1240000000001: "99.124", 99.12399999999999: "99.124", 99.125: "99.125",
		100: "100", 0: "0", 0.0009999: "0", 101.0005: "101",
	} {
		if got, err := TradePrice(b, price); err != nil || got.String() != want {
			t.Errorf("%v is cut to %s, %v; want %s", price, got, err, want)
		}
	}
	if p, err := TradePrice(b, math.NaN()); err == nil {
		t.Errorf("NaN is cut to %s", p)
	}
}

func TestRecompound(t *testing.T) {
	// Eight percent compounded twice is 8.16 compounded once.
	if got := Recompound(0.08, 2, 1); math.Abs(got-0.0816) > 1e-15 {
		t.Errorf("%v", got)
	}
	if got := Recompound(Recompound(0.0816, 1, 2), 2, 1); math.Abs(got-0.0816) > 1e-15 {
		t.Errorf("back and forth it is %v", got)
	}
}
