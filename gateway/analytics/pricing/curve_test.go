package pricing

import (
	"math"
	"strings"
	"testing"

	"foliogate/gateway/units"
)

func TestCurveIsLinearBetweenNodesAndFlatOutside(t *testing.T) {
	c := SampleCurves()["USD"]
	for _, row := range []struct{ t, want float64 }{
		{0, 0.0525}, {91.0 / 365, 0.0525}, {182.0 / 365, 0.0520}, {1, 0.0490}, {1.5, 0.04675}, {2.25, 0.0440},
		{25, 0.04525}, {30, 0.0445}, {80, 0.0445},
	} {
		if got := c.Rate(row.t); math.Abs(got-row.want) > 1e-15 {
			t.Errorf("rate at %v years is %v, want %v", row.t, got, row.want)
		}
	}
	if c.Nodes() != 10 || c.Tenor(0) != 0.25 || c.Tenor(9) != 30 {
		t.Errorf("%d nodes from %v to %v", c.Nodes(), c.Tenor(0), c.Tenor(9))
	}
}

func TestLoadCurves(t *testing.T) {
	curves, err := LoadCurves(strings.NewReader("tenor,USD,CHF\n1,0.05,-0.01\n2,0.04,0\n"), "curves.csv")
	if err != nil || len(curves) != 2 || curves["CHF"].Rate(1.5) != -0.005 {
		t.Errorf("%v, %v", curves, err)
	}
	for text, want := range map[string]string{
		"":                             "expected the header",
		"years,USD\n1,2\n":             "expected the header",
		"tenor\n1\n":                   "expected the header",
		"tenor,USD\n1,x\n":             `curves.csv:2: USD "x" is not a number`,
		"tenor,USD\n1\n":               "curves.csv: record on line 2",
		"tenor,USX\n1,0.05\n":          `curves.csv:1: "USX" is not a currency`,
		"tenor,USD,USD\n1,0.05,0.05\n": "twice",
		"tenor,USD\n2,0.05\n1,0.05\n":  "tenor 1 does not come after 2",
		"tenor,USD\n0,0.05\n":          "out of range",
		"tenor,USD\n1,NaN\n":           "out of range",
		"tenor,USD\n1,50\n":            "out of range",
		"tenor,USD\nInf,0.05\n":        "out of range",
	} {
		if _, err := LoadCurves(strings.NewReader(text), "curves.csv"); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
	if _, err := NewCurve([]float64{1, 2}, []float64{0.05}); err == nil {
		t.Error("two tenors share one rate")
	}
}

func TestYieldCurve(t *testing.T) {
	two, five, ten := units.DateOf(2027, 6, 17), units.DateOf(2030, 6, 17), units.DateOf(2035, 6, 17)
	c, err := NewYieldCurve(2, []units.Date{two, five, ten}, []float64{0.04, 0.043, 0.045})
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct {
		at   units.Date
		want float64
	}{{two - 300, 0.04}, {two, 0.04}, {(two + five) / 2, 0.0415}, {five, 0.043}, {ten, 0.045}, {ten + 5000, 0.045}} {
		if got := c.At(row.at); math.Abs(got-row.want) > 1e-15 {
			t.Errorf("yield at %s is %v, want %v", row.at, got, row.want)
		}
	}
	if got := c.Spread(0.058, 2, five); math.Abs(got-0.015) > 1e-15 {
		t.Errorf("G-spread %v, want 0.015", got)
	}
	// 4.3 percent compounded twice is 4.346225 compounded once.
	if got := c.Spread(0.058, 1, five); math.Abs(got-(0.058-0.04346225)) > 1e-15 {
		t.Errorf("G-spread of an annual yield %v", got)
	}
	if _, err := NewYieldCurve(2, []units.Date{five, two}, []float64{0.04, 0.04}); err == nil {
		t.Error("maturities may fall")
	}
	if _, err := NewYieldCurve(2, nil, nil); err == nil {
		t.Error("a curve without points")
	}
}
