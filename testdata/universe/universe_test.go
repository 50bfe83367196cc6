package universe_test

import (
	"bytes"
	"io"
	"os"
	"regexp"
	"strings"
	"testing"

	"foliogate/gateway/bond"
	"foliogate/testdata"
	"foliogate/testdata/universe"
)

func calendars(t testing.TB) *bond.Calendars {
	t.Helper()
	c, err := bond.LoadCalendars(strings.NewReader(testdata.Holidays()), "holidays.csv")
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func load(t testing.TB) *bond.Universe {
	t.Helper()
	u, err := bond.LoadUniverse(strings.NewReader(testdata.Universe()), "universe.csv")
	if err != nil {
		t.Fatal(err)
	}
	u.Observe(calendars(t))
	return u
}

func TestWhatIsCommittedIsWhatIsGenerated(t *testing.T) {
	basket, err := os.Open("../scenario/switch_basket.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer basket.Close()
	made, err := universe.Make(basket, calendars(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		file, committed string
		write           func(io.Writer) error
	}{
		{"universe.csv", testdata.Universe(), made.WriteUniverse},
		{"switch.csv", testdata.Switch(), made.WriteSwitch},
	} {
		var again bytes.Buffer
		if err := c.write(&again); err != nil {
			t.Fatal(err)
		}
		if again.String() != c.committed {
			t.Errorf("%s is not what its generator makes: go run ./testdata/universe/generate", c.file)
		}
	}
}

// The copies of one source are the same.
func TestCopiesAgree(t *testing.T) {
	for _, pair := range [][2]string{
		{"holidays.csv", "../bonds/holidays_2023_2032.csv"},
		{"../scenario/switch_basket.csv", "../bonds/switch_basket.csv"},
		{"../scenario/switch_scenario.json", "../bonds/switch_scenario.json"},
	} {
		a, err := os.ReadFile(pair[0])
		if err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(pair[1])
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(a, b) {
			t.Errorf("%s and %s differ", pair[0], pair[1])
		}
	}
}

func TestLoadsWithoutWarnings(t *testing.T) {
	u := load(t)
	if len(u.Warnings) > 0 {
		t.Errorf("%d warnings, such as %s", len(u.Warnings), u.Warnings[0])
	}
	if u.Version != universe.Version {
		t.Errorf("version %q", u.Version)
	}
}

// reserved is a CUSIP whose issuer number is for users' own purposes.
var reserved = regexp.MustCompile(`^[0-9]{3}99[0-9A-Z][0-9A-Z]{2}[0-9]$`)

func TestIdentifiersAreReservedAndCheck(t *testing.T) {
	issuers, names := map[string]string{}, map[string]bool{}
	for b := range load(t).All() {
		switch {
		case !reserved.MatchString(b.ID):
			t.Errorf("%s could be a real CUSIP", b.ID)
		case !bond.CheckDigit(b.ID) || !bond.CheckDigit(b.ISIN) || b.ISIN[:11] != "US"+b.ID:
			t.Errorf("%s, %s: wrong digits", b.ID, b.ISIN)
		case issuers[b.ID[:6]] != "" && issuers[b.ID[:6]] != b.Issuer:
			t.Errorf("%s is of %s and of %s", b.ID[:6], b.Issuer, issuers[b.ID[:6]])
		case names[b.Name] || !strings.HasPrefix(b.Name, strings.Fields(b.Issuer)[0]):
			t.Errorf("%s is called %q", b.ID, b.Name)
		}
		issuers[b.ID[:6]], names[b.Name] = b.Issuer, true
	}
}

func TestHoldsEverySortOfSecurity(t *testing.T) {
	least := map[string]int{"all": 450, "corporate USD exact": 1000, "corporate EUR exact": 20,
		"corporate GBP exact": 10, "treasury USD exact": 7, "government EUR exact": 4,
		"gilt GBP exact": 4, "etf USD refused": 6, "callable": 5, "floating": 5, "inflation": 2,
		"amortising": 2, "defaulted": 3, "corporate USD flat": 3, "agency USD exact": 1,
		"30/360-US": 1000, "ACT/ACT-ICMA": 40, "30E/360": 8, "odd first period": 3, "unscored": 300,
		"scored": 300, "observed": 700, "observed in part": 50, "unobserved": 10}
	found := map[string]int{}
	for b := range load(t).All() {
		treatment, _ := b.Treatment()
		found["all"]++
		found[b.Kind.String()+" "+string(b.Currency)+" "+treatment.String()]++
		found[b.Feature.String()]++
		if b.Kind == bond.ETF {
			continue
		}
		found[b.DayCount.String()]++
		found[observed(b)]++
		if b.FirstCoupon != 0 {
			found["odd first period"]++
		}
		if b.LiquidityScore == 0 {
			found["unscored"]++
		} else {
			found["scored"]++
		}
	}
	for sort, n := range least {
		if found[sort] < n {
			t.Errorf("%s: %d, want at least %d", sort, found[sort], n)
		}
	}
}

func observed(b *bond.Bond) string {
	const most = bond.ObservedHalfCost | bond.ObservedVolume30 | bond.ObservedZeroTradeDays |
		bond.ObservedDealers
	switch {
	case b.Liquidity.Observed.Has(most | bond.ObservedAmihud | bond.ObservedRoll):
		return "observed"
	case b.Liquidity.Observed == 0:
		return "unobserved"
	}
	return "observed in part"
}

// Every bond that is exact settles from the terms it has, and some gilts are ex-dividend.
func TestEverythingExactAccrues(t *testing.T) {
	u := load(t)
	ex := 0
	for b := range u.All() {
		if treatment, _ := b.Treatment(); treatment != bond.Exact {
			continue
		}
		settle, err := u.SettlementDate(b, universe.Trade())
		if err != nil {
			t.Fatal(err)
		}
		accrued, err := b.AccruedAt(settle)
		if err != nil {
			t.Errorf("%s %s: %v", b.ID, b.Name, err)
		}
		if accrued.Days < 0 {
			ex++
		}
		if b.Evaluated <= 0 || b.HalfSpread <= 0 || b.AmountOutstanding < b.MinPiece {
			t.Errorf("%s %s cannot be traded: %+v", b.ID, b.Name, b)
		}
	}
	if ex < 2 {
		t.Errorf("%d bonds are ex-dividend, want some gilts", ex)
	}
}
