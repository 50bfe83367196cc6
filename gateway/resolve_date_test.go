package gateway

import (
	"strings"
	"testing"

	"foliogate/gateway/bond"
	"foliogate/gateway/units"
)

// A line may ask for another settlement date, within a month: marks are for spot.
func TestFurthestSettlement(t *testing.T) {
	market := testMarket(t)
	today := units.DateOf(2025, 6, 16)
	for _, c := range []struct {
		on   units.Date
		want string
	}{
		{today.AddDays(31), ""},
		{today.AddDays(32), "SettlDate(64) 2025-07-18 is more than 31 days ahead"},
		{today.AddDays(-1), "SettlDate(64): settlement 2025-06-15 lies before the trade date"},
		{units.DateOf(2025, 6, 19), "SettlDate(64): 2025-06-19 is not a settlement day"},
	} {
		line := Line{Number: 1, ClOrdID: "C1", Side: Sell, Face: 1_000_000 * units.FaceUnit,
			Security: Security{Source: bond.CUSIP, ID: "990001AA7"}, SettleOn: c.on}
		env := Env{Today: today, Ref: market, Policy: testPolicy()}
		facts, wrong := resolve(env, Terms{Currency: "USD", Kind: TotalAmount}, []Line{line})
		switch {
		case c.want == "" && (len(wrong) != 0 || facts[0].Settle != c.on):
			t.Errorf("%s: %+v, %+v", c.on, facts, wrong)
		case c.want != "" && (len(wrong) != 1 || wrong[0].Fault != WrongDate ||
			!strings.HasPrefix(wrong[0].Text, c.want)):
			t.Errorf("%s: %+v, want %q", c.on, wrong, c.want)
		}
	}
}
