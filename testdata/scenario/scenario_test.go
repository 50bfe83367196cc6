package scenario_test

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"foliogate/gateway"
	"foliogate/gateway/bond"
	"foliogate/gateway/units"
	"foliogate/testdata"
	"foliogate/testdata/scenario"
)

var tradeDate = units.DateOf(2025, 6, 16)

func load(t testing.TB) *bond.Universe {
	t.Helper()
	calendars, err := bond.LoadCalendars(strings.NewReader(testdata.Holidays()), "holidays.csv")
	if err != nil {
		t.Fatal(err)
	}
	u, err := bond.LoadUniverse(strings.NewReader(testdata.Universe()), "universe.csv")
	if err != nil {
		t.Fatal(err)
	}
	u.Observe(calendars)
	return u
}

func basket(t testing.TB, u *bond.Universe, lines int, seed uint64) []scenario.Row {
	t.Helper()
	rows, err := scenario.Basket(lines, seed, u, tradeDate)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// net is the client's cash of each account and settlement date.
func net(t testing.TB, u *bond.Universe, rows []scenario.Row) map[string]units.Money {
	t.Helper()
	sums := map[string]units.Money{}
	for _, r := range rows {
		b, _ := u.Get(r.ID)
		settle, err := u.SettlementDate(b, tradeDate)
		if err != nil {
			t.Fatal(err)
		}
		accrued, err := b.AccruedAt(settle)
		if err != nil {
			t.Fatal(err)
		}
		cash := units.Principal(r.Face, b.Evaluated, b.Currency) + accrued.Money(r.Face, b.Currency)
		sums[r.Account+" "+settle.String()] += units.Money(r.Side.Cash()) * cash
	}
	return sums
}

func TestSwitchIsTheBasketOf125(t *testing.T) {
	u := load(t)
	rows := basket(t, u, scenario.SwitchLines, 7)
	var text bytes.Buffer
	if err := scenario.Write(&text, rows); err != nil {
		t.Fatal(err)
	}
	if text.String() != testdata.Switch() {
		t.Error("the basket of 125 lines is not switch.csv")
	}
	want := map[string]units.Money{"BIRCHWOOD-CORE 2025-06-17": 17_423}
	if got := net(t, u, rows); !reflect.DeepEqual(got, want) {
		t.Errorf("it nets to %v, want %v", got, want)
	}
}

func TestBasketsAreTradable(t *testing.T) {
	u := load(t)
	for _, lines := range []int{1, 2, 10, 124, 126, 1000, 1001, 2500, 5000} {
		t.Run(fmt.Sprint(lines), func(t *testing.T) {
			rows := basket(t, u, lines, 1)
			if len(rows) != lines {
				t.Fatalf("%d rows", len(rows))
			}
			seen := map[scenario.Row]bool{}
			accounts := map[string]int{}
			for i, r := range rows {
				if fault := untradable(u, r); fault != "" {
					t.Errorf("row %d, %+v: %s", i+1, r, fault)
				}
				key := scenario.Row{ID: r.ID, Account: r.Account} // of either side
				if seen[key] {
					t.Errorf("row %d: %s trades twice in %s", i+1, r.ID, r.Account)
				}
				seen[key] = true
				accounts[r.Account]++
			}
			if lines <= 1000 && len(accounts) != 1 {
				t.Errorf("%d accounts, so not one net amount", len(accounts))
			}
		})
	}
}

func untradable(u *bond.Universe, r scenario.Row) string {
	b, ok := u.Get(r.ID)
	if !ok {
		return "not in the universe"
	}
	treatment, why := b.Treatment()
	switch {
	case treatment != bond.Exact:
		return why
	case b.Currency != "USD":
		return "not in dollars"
	case r.Face < b.MinPiece || r.Face%b.Increment != 0:
		return "not a tradable piece"
	case r.Face*20 > b.AmountOutstanding:
		return "too much of what is outstanding"
	}
	return ""
}

func TestAccountsBalance(t *testing.T) {
	u := load(t)
	for _, lines := range []int{10, 20, 300, 1000, 5000} {
		for seed := range uint64(5) {
			for account, cash := range net(t, u, basket(t, u, lines, seed)) {
				if cash < -2_000_00 || cash > 2_000_00 {
					t.Errorf("%d lines, seed %d: %s nets to %s", lines, seed, account, cash.Format("USD"))
				}
			}
		}
	}
}

func TestBothSidesTrade(t *testing.T) {
	u := load(t)
	sells := 0
	for _, r := range basket(t, u, 1000, 1) {
		if r.Side == gateway.Sell {
			sells++
		}
	}
	if sells != 520 {
		t.Errorf("%d sells of 1000, want the switch's 52%%", sells)
	}
}

func TestSeedDecides(t *testing.T) {
	u := load(t)
	if !reflect.DeepEqual(basket(t, u, 300, 4), basket(t, u, 300, 4)) {
		t.Error("the same seed makes two baskets")
	}
	if reflect.DeepEqual(basket(t, u, 300, 4), basket(t, u, 300, 5)) {
		t.Error("two seeds make the same basket")
	}
}

func TestBasketsThatCannotBeMade(t *testing.T) {
	empty, err := bond.NewUniverse("empty", nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name  string
		lines int
		in    *bond.Universe
		want  string
	}{
		{"no lines", 0, load(t), "at least one"},
		{"the switch in another universe", scenario.SwitchLines, empty, "not in the universe empty"},
		{"nothing to trade", 10, empty, "no dollar corporate"},
	} {
		_, err := scenario.Basket(c.lines, 1, c.in, tradeDate)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q in it", c.name, err, c.want)
		}
	}
}
