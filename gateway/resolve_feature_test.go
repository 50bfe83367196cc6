package gateway

import (
	"strings"
	"testing"

	"foliogate/gateway/bond"
	"foliogate/gateway/units"
)

// What a bond's features do to a line: most refuse it, with the reason in the client's words; one in
// default trades, flat.
func TestFeaturesReachTheLine(t *testing.T) {
	for feature, want := range map[bond.Feature]string{
		bond.Callable: "callable", bond.Floating: "floating rate", bond.InflationLinked: "inflation-linked",
		bond.Amortising: "amortising", bond.Defaulted: "", bond.Plain: "",
	} {
		market := testMarket(t)
		b, ok := market.Universe.Find(bond.CUSIP, "990001AA7")
		if !ok {
			t.Fatal("NORTH has left the universe")
		}
		b.Feature = feature
		env := Env{Today: units.DateOf(2025, 6, 16), Ref: market, Policy: testPolicy()}
		lines := []Line{{Number: 1, ClOrdID: "C1", Side: Sell, Face: 1_000_000 * units.FaceUnit,
			Security: Security{Source: bond.CUSIP, ID: "990001AA7"}}}
		facts, wrong := resolve(env, Terms{Currency: "USD", Kind: TotalAmount}, lines)
		switch {
		case want == "" && (len(wrong) != 0 || facts[0].Settle == 0 || (facts[0].Accrued == 0) != (feature == bond.Defaulted)):
			t.Errorf("%s: %+v, %+v", feature, facts, wrong)
		case want == "" && strings.Contains(facts[0].Note, "flat") != (feature == bond.Defaulted):
			t.Errorf("%s: the line's note is %q", feature, facts[0].Note)
		case want != "" && (len(wrong) != 1 || wrong[0].ClOrdID != "C1" || wrong[0].Fault != UnsupportedSecurity ||
			!strings.HasPrefix(wrong[0].Text, want)):
			t.Errorf("%s: %+v", feature, wrong)
		}
	}
}
