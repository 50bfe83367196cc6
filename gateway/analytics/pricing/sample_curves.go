package pricing

import (
	"strings"

	"foliogate/gateway/units"
)

// sampleCurves are the curves of testdata/bonds/README.md, in the format of LoadCurves: continuously
// compounded zero rates as fractions.
const sampleCurves = `tenor,USD,EUR,GBP
0.25,.0525,.0380,.0520
0.5,.0520,.0370,.0515
1,.0490,.0335,.0490
2,.0445,.0280,.0445
3,.0425,.0258,.0425
5,.0415,.0245,.0410
7,.0418,.0248,.0408
10,.0425,.0258,.0418
20,.0460,.0270,.0465
30,.0445,.0262,.0460
`

// SampleCurves are plausible zero curves in dollars, euros and sterling, for demonstration and tests.
func SampleCurves() map[units.Currency]*Curve {
	curves, err := LoadCurves(strings.NewReader(sampleCurves), "sample curves")
	if err != nil {
		panic("pricing: " + err.Error()) // a constant of this package
	}
	return curves
}
