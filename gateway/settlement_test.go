package gateway

import (
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"foliogate/gateway/units"
)

func TestNetOrdersByDateThenAccount(t *testing.T) {
	early, late := units.DateOf(2025, 6, 17), units.DateOf(2025, 6, 18)
	lines := []Line{
		{Number: 1, Account: "B", Face: 100}, {Number: 2, Account: "A", Face: 100},
		{Number: 3, Account: "B", Face: 100}, {Number: 4, Account: "C", Face: 100},
	}
	facts := []Facts{{Settle: late}, {Settle: late}, {Settle: early}, {Settle: early}}
	tickets := Net(lines, facts, Execution{Trade: "T", Fills: make([]Fill, 4)}, "USD")
	type ticket struct {
		id, account string
		date        units.Date
	}
	var got []ticket
	for _, s := range tickets {
		got = append(got, ticket{s.ID, s.Account, s.Date})
	}
	want := []ticket{{"T-N01", "B", early}, {"T-N02", "C", early}, {"T-N03", "A", late}, {"T-N04",
		"B", late}}
	if !slices.Equal(got, want) {
		t.Errorf("tickets are %v, not %v", got, want)
	}
}

// However lines are split among accounts, nothing is lost or made between the fills
// and the tickets: not a cent and not a line.
func TestNetLosesNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	for range 500 {
		lines, facts, x := someExecution(r)
		var cash, accrued, net units.Money
		for _, fill := range x.Fills {
			cash, accrued, net = cash+fill.Principal, accrued+fill.Accrued, net+fill.Net
		}
		for _, s := range Net(lines, facts, x, "USD") {
			cash, accrued, net = cash-s.Principal, accrued-s.Accrued, net-s.Net
			if !slices.IsSorted(s.Lines) ||
				len(slices.Compact(slices.Clone(s.Lines))) != len(s.Lines) {
				t.Fatalf("ticket %s has lines %v", s.ID, s.Lines)
			}
		}
		if cash != 0 || accrued != 0 || net != 0 {
			t.Fatalf("%d, %d and %d are left of %+v", cash, accrued, net, x)
		}
	}
}

func someExecution(r *rand.Rand) (lines []Line, facts []Facts, x Execution) {
	accounts := []string{"A", "B", "C"}
	for n := 1; n <= 1+r.IntN(20); n++ {
		l := Line{Number: n, Account: accounts[r.IntN(3)], Face: units.Face(3 + r.Int64N(1e10))}
		for left := l.Face; r.IntN(2) == 0 && left > 1; {
			part := 1 + units.Face(r.Int64N(int64(left)))
			l.Allocations = append(l.Allocations, Allocation{accounts[r.IntN(3)], part})
			if left -= part; len(l.Allocations) == 5 && left > 0 {
				l.Allocations, left = append(l.Allocations, Allocation{"D", left}), 0
			}
		}
		if len(l.Allocations) > 0 {
			l.Face = 0
			for _, a := range l.Allocations {
				l.Face += a.Face
			}
		}
		fill := Fill{Principal: units.Money(r.Int64N(2e12) - 1e12),
			Accrued: units.Money(r.Int64N(2e8) - 1e8)}
		fill.Net = fill.Principal + fill.Accrued
		lines, x.Fills = append(lines, l), append(x.Fills, fill)
		facts = append(facts, Facts{Settle: units.DateOf(2025, 6, 17+r.IntN(2))})
	}
	return lines, facts, x
}

// Shares sum to the amount, none is more than a unit from its exact part, they keep
// the amount's sign, and a larger face never gets less.
func TestApportion(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	for range 5000 {
		amount := units.Money(r.Int64N(4e15) - 2e15)
		if r.IntN(2) == 0 {
			amount %= 100
		}
		by := make([]Allocation, 1+r.IntN(7))
		var whole units.Face
		for i := range by {
			by[i].Face = 1 + units.Face(r.Int64N(1e12))
			whole += by[i].Face
		}
		var sum units.Money
		shares := apportion(amount, by)
		for i, share := range shares {
			sum += share
			product := new(big.Int).Mul(big.NewInt(int64(max(amount, -amount))),
				big.NewInt(int64(by[i].Face)))
			cut := product.Quo(product, big.NewInt(int64(whole))).Int64()
			size := int64(max(share, -share))
			if size != cut && size != cut+1 || share != 0 && (share < 0) != (amount < 0) {
				t.Fatalf("%d of %d by %v: share %d is not %d", share, amount, by, i, cut)
			}
			for j := range by {
				if by[j].Face > by[i].Face && max(shares[j], -shares[j]) < max(share, -share) {
					t.Fatalf("%d by %v: %v", amount, by, shares)
				}
			}
		}
		if sum != amount {
			t.Fatalf("%d by %v came to %d", amount, by, sum)
		}
	}
}

func TestApportionCases(t *testing.T) {
	tests := []struct {
		name   string
		amount units.Money
		by     []units.Face
		want   []units.Money
	}{
		{"even", 100, []units.Face{1, 1}, []units.Money{50, 50}},
		{"a tie goes to the first", 101, []units.Face{1, 1}, []units.Money{51, 50}},
		{"of a payment as well", -101, []units.Face{1, 1}, []units.Money{-51, -50}},
		{"the largest remainders", 10, []units.Face{1, 2, 4}, []units.Money{1, 3, 6}},
		{"less than one each", 2, []units.Face{1, 1, 1}, []units.Money{1, 1, 0}},
		{"nothing", 0, []units.Face{3, 4}, []units.Money{0, 0}},
		{"all to one", 7, []units.Face{9}, []units.Money{7}},
		{"the widest", 9e18, []units.Face{9e18, 9e18}, []units.Money{45e17, 45e17}},
	}
	for _, test := range tests {
		by := make([]Allocation, len(test.by))
		for i, f := range test.by {
			by[i].Face = f
		}
		if got := apportion(test.amount, by); !slices.Equal(got, test.want) {
			t.Errorf("%s: %v, not %v", test.name, got, test.want)
		}
	}
}
