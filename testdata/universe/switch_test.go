package universe_test

import (
	"encoding/csv"
	"os"
	"strings"
	"testing"

	"foliogate/gateway/analytics/pricing"
	"foliogate/gateway/bond"
	"foliogate/gateway/units"
	"foliogate/testdata"
	"foliogate/testdata/universe"
)

// published are the rows of the switch as its source settled them, by column.
func published(t testing.TB) []map[string]string {
	t.Helper()
	f, err := os.Open("../scenario/switch_basket.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []map[string]string
	for _, row := range rows[1:] {
		named := map[string]string{}
		for i, column := range rows[0] {
			named[column] = row[i]
		}
		out = append(out, named)
	}
	return out
}

// ordered are the rows of switch.csv.
func ordered(t testing.TB) [][]string {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(testdata.Switch())).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows[1:]
}

func TestSwitchSettlesToThePublishedCents(t *testing.T) {
	u, want := load(t), published(t)
	orders := ordered(t)
	if len(orders) != len(want) {
		t.Fatalf("%d rows, want %d", len(orders), len(want))
	}
	seen := map[string]bool{}
	var net units.Money
	for i, order := range orders {
		b, ok := u.Find(bond.CUSIP, order[0])
		if !ok || seen[order[0]] {
			t.Fatalf("row %d: %s is not a bond of its own", i+1, order[0])
		}
		seen[order[0]] = true
		side := strings.ToUpper(order[1])
		face, err := units.ParseFace(order[2])
		if err != nil {
			t.Fatal(err)
		}
		settle, err := u.SettlementDate(b, universe.Trade())
		if err != nil {
			t.Fatal(err)
		}
		accrued, err := b.AccruedAt(settle)
		if err != nil {
			t.Fatal(err)
		}
		principal := units.Principal(face, b.Evaluated, b.Currency)
		interest := accrued.Money(face, b.Currency)
		got := strings.Join([]string{side, b.Rating, settle.String(), principal.Format("USD"),
			interest.Format("USD"), (principal + interest).Format("USD")}, " ")
		w := want[i]
		if line := strings.Join([]string{w["side(client)"], w["rating"], w["settlement"], w["principal"],
			w["accrued"], w["net"]}, " "); got != line {
			t.Errorf("row %d: %s, want %s", i+1, got, line)
		}
		if side == "SELL" {
			net += principal + interest
		} else {
			net -= principal + interest
		}
	}
	if net != 174_23 {
		t.Errorf("net %s, want 174.23", net.Format("USD"))
	}
}

// like is what a bond's substitutes have in common with it.
type like struct {
	of     string // the issuer, or the sector and rating
	bucket int
}

func TestEveryLineHasSubstitutes(t *testing.T) {
	u := load(t)
	inSwitch := map[string]bool{}
	for _, order := range ordered(t) {
		inSwitch[order[0]] = true
	}
	candidates := map[like][]string{}
	all := map[string]bool{}
	for b := range u.All() {
		if inSwitch[b.ID] || b.Kind != bond.Corporate || b.Currency != "USD" || b.Feature != bond.Plain {
			continue
		}
		all[b.ID] = true
		for _, of := range []string{b.Issuer, b.Sector + " " + b.Rating} {
			key := like{of, bucketOf(t, b)}
			candidates[key] = append(candidates[key], b.ID)
		}
	}
	for id := range inSwitch {
		b, _ := u.Get(id)
		bucket := bucketOf(t, b)
		same := len(candidates[like{b.Issuer, bucket}])
		alike := len(candidates[like{b.Sector + " " + b.Rating, bucket}]) // its issuer's among them
		if same < 3 || alike < 8 {
			t.Errorf("%s %s: %d substitutes of its issuer and %d of its sector and rating", id, b.Name,
				same, alike)
		}
	}
	if len(all) < 250 {
		t.Errorf("%d corporates besides the switch, want 250", len(all))
	}
}

// bucketOf is a duration bucket, by the difference of prices at yields a hundredth of a basis point
// apart.
func bucketOf(t testing.TB, b *bond.Bond) int {
	t.Helper()
	position, convention := at(t, b)
	y, err := position.YieldAtClean(float64(b.Evaluated)/float64(units.PriceUnit), convention)
	if err != nil {
		t.Fatal(err)
	}
	here, there := position.DirtyAtYield(y, convention), position.DirtyAtYield(y+1e-6, convention)
	return universe.Bucket((here/there - 1) / 1e-6)
}

func at(t testing.TB, b *bond.Bond) (*pricing.Position, pricing.Convention) {
	t.Helper()
	settle, err := b.SettlementDate(universe.Trade())
	if err != nil {
		t.Fatal(err)
	}
	return on(t, b, settle), pricing.ConventionOf(b)
}

func on(t testing.TB, b *bond.Bond, settle units.Date) *pricing.Position {
	t.Helper()
	resolved, err := pricing.Resolve(b)
	if err != nil {
		t.Fatal(err)
	}
	position, err := resolved.At(settle)
	if err != nil {
		t.Fatal(err)
	}
	return &position
}

// A reference spread on top of its benchmark's yield gives the evaluated price back, to what a
// tenth of a basis point is worth.
func TestReferenceSpreadsExplainPrices(t *testing.T) {
	u := load(t)
	referred := 0
	for b := range u.All() {
		treatment, _ := b.Treatment()
		wanted := treatment == bond.Exact && (b.Kind == bond.Corporate || b.Kind == bond.Agency)
		if (b.BenchmarkID != "") != wanted {
			t.Errorf("%s %s has the benchmark %q", b.ID, b.Name, b.BenchmarkID)
		}
		if !wanted {
			continue
		}
		mark, _ := u.Get(b.BenchmarkID)
		if mark.Currency != b.Currency {
			t.Errorf("%s is measured against %s", b.Name, mark.Name)
		}
		position, convention := at(t, b)
		base, err := on(t, mark, position.Settle).YieldAtClean(
			float64(mark.Evaluated)/float64(units.PriceUnit), pricing.ConventionOf(mark))
		if err != nil {
			t.Fatal(err)
		}
		y := base + float64(b.ReferenceSpread)/float64(units.SpreadUnit)/10_000
		clean := float64(b.Evaluated) / float64(units.PriceUnit)
		half := position.CleanAtYield(y-5.1e-6, convention) // half a tenth of a basis point, and a bit
		other := position.CleanAtYield(y+5.1e-6, convention)
		if clean > half || clean < other {
			t.Errorf("%s %s: %v over %s makes %.4f to %.4f, not %.4f", b.ID, b.Name, b.ReferenceSpread,
				mark.Name, other, half, clean)
		}
		referred++
	}
	if referred < 1000 {
		t.Errorf("only %d bonds have a benchmark", referred)
	}
}
