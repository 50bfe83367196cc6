package fixspec

import (
	"flag"
	"os"
	"testing"
	"time"

	"foliogate/gateway"
	"foliogate/gateway/bond"
	"foliogate/gateway/units"
)

var update = flag.Bool("update", false, "write the transcripts and RULES.md instead of comparing with them")

func stagePolicy() gateway.Policy {
	return gateway.Policy{
		Clients: []gateway.Client{{Firm: "EMS", Panel: []gateway.Firm{"DLRA", "DLRB", "DLRC"},
			MayAsk: []gateway.Firm{"DLRA"}, ShowCover: true, MayAutoAccept: true}},
		Dealers: []gateway.Dealer{
			{Firm: "DLRA", LastLook: 5 * time.Second, Account: "A-SETTLE"},
			{Firm: "DLRB"}, {Firm: "DLRC", LastLook: 5 * time.Second}},
		MaxLines: 100, MaxLive: 10, MaxFace: units.MaxFace, FragmentTimeout: 30 * time.Second,
		AckTimeout: 10 * time.Second, MinDeadline: time.Second, MaxDeadline: time.Hour,
		DefaultDeadline: 5 * time.Minute, Tolerance: 100, Key: [32]byte{1},
	}
}

func stageMarket(t testing.TB) (*bond.Universe, *bond.Calendars) {
	t.Helper()
	file, err := os.Open("../testdata/bonds/holidays_2023_2032.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	calendars, err := bond.LoadCalendars(file, file.Name())
	if err != nil {
		t.Fatal(err)
	}
	universe, err := bond.NewUniverse("stage", []bond.Bond{
		{ID: "99ZAA0002", ISIN: "US99ZAA00020", Issuer: "ALDER FOODS", Currency: "USD",
			Kind: bond.Corporate, Coupon: 5_00000000, Frequency: 2, DayCount: bond.Thirty360US,
			Dated: units.DateOf(2022, 4, 15), Maturity: units.DateOf(2032, 4, 15),
			Evaluated: 99_500_000_00, HalfSpread: 25_000_000, BenchmarkID: "99ZTT0007",
			ReferenceSpread: 120_000_000},
		{ID: "99ZBB0001", ISIN: "US99ZBB00010", Issuer: "BIRCH RAIL", Currency: "USD",
			Kind: bond.Corporate, Coupon: 4_00000000, Frequency: 2, DayCount: bond.Thirty360US,
			Dated: units.DateOf(2020, 6, 1), Maturity: units.DateOf(2040, 6, 1),
			Evaluated: 88_250_000_00, HalfSpread: 40_000_000, BenchmarkID: "99ZTT0007",
			ReferenceSpread: 180_000_000, Factor: 50_000_000},
		{ID: "99ZAA0001", ISIN: "US99ZAA00012", Issuer: "ALDER FOODS", Currency: "USD",
			Kind: bond.Corporate, Coupon: 5_00000000, Frequency: 2, DayCount: bond.Thirty360US,
			Dated: units.DateOf(2022, 4, 15), Maturity: units.DateOf(2032, 4, 15),
			Evaluated: 99_500_000_00, HalfSpread: 25_000_000, BenchmarkID: "99ZTT0007"},
		{ID: "99ZBB0016", ISIN: "US99ZBB00166", Issuer: "BIRCH RAIL", Currency: "USD",
			Kind: bond.Corporate, Coupon: 4_00000000, Frequency: 2, DayCount: bond.Thirty360US,
			Dated: units.DateOf(2020, 6, 1), Maturity: units.DateOf(2040, 6, 1),
			Evaluated: 88_250_000_00, HalfSpread: 40_000_000, BenchmarkID: "99ZTT0007"},
		{ID: "99ZTT0007", ISIN: "US99ZTT00070", Issuer: "UNITED STATES", Currency: "USD",
			Kind: bond.Treasury, Coupon: 4_25000000, Frequency: 2, DayCount: bond.ActActICMA,
			Dated: units.DateOf(2025, 11, 15), Maturity: units.DateOf(2055, 11, 15), EOM: false,
			Evaluated: 101_000_000_00, HalfSpread: 2_000_000},
	})
	if err != nil {
		t.Fatal(err)
	}
	universe.Observe(calendars)
	return universe, calendars
}

// flatPricer prices everything at a point below par for each percent of spread.
type flatPricer struct{}

func (flatPricer) PriceAtSpread(_, _ *bond.Bond, _ units.Date, s units.Spread) (units.Price, error) {
	return (100*units.PriceUnit - units.Price(s)).Round(6), nil
}
