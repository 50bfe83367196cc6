package pricing

import (
	"encoding/csv"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"

	"foliogate/gateway/units"
)

// A Curve is zero rates, continuously compounded, at times after a settlement date: linear in the rate
// between its nodes and flat outside them. It does not change.
type Curve struct {
	tenors []float64 // as named, in years
	times  []float64 // of the nodes: round(365 x tenor) days, over 365
	rates  []float64
}

// NewCurve makes a curve of one rate a tenor, the tenors rising.
func NewCurve(tenors, rates []float64) (*Curve, error) {
	if len(tenors) == 0 || len(tenors) != len(rates) {
		return nil, fmt.Errorf("%d tenors and %d rates; expected as many of both", len(tenors), len(rates))
	}
	c := &Curve{tenors: slices.Clone(tenors), rates: slices.Clone(rates), times: make([]float64, len(tenors))}
	for i, tenor := range tenors {
		if !(tenor > 0 && tenor <= 200) || !(math.Abs(rates[i]) < 10) {
			return nil, fmt.Errorf("rate %v at %v years is out of range", rates[i], tenor)
		}
		c.times[i] = math.RoundToEven(365*tenor) / 365
		if i > 0 && c.times[i] <= c.times[i-1] {
			return nil, fmt.Errorf("tenor %v does not come after %v", tenor, tenors[i-1])
		}
	}
	return c, nil
}

// Nodes is how many there are.
func (c *Curve) Nodes() int { return len(c.times) }

// Tenor is the i-th node's, in years, as it was named.
func (c *Curve) Tenor(i int) float64 { return c.tenors[i] }

// Rate is the zero rate at t years.
func (c *Curve) Rate(t float64) float64 {
	i, weight := c.locate(t, 0)
	return c.at(i, weight)
}

// locate finds t between node i, which has the weight, and node i+1, which has the rest, searching from
// node from on. Outside the curve all the weight is on an end.
func (c *Curve) locate(t float64, from int) (i int, weight float64) {
	last := len(c.times) - 1
	if t <= c.times[0] {
		return 0, 1
	}
	for i = from; i < last; i++ {
		if t < c.times[i+1] {
			return i, (c.times[i+1] - t) / (c.times[i+1] - c.times[i])
		}
	}
	return last, 1
}

func (c *Curve) at(i int, weight float64) float64 {
	if weight == 1 {
		return c.rates[i]
	}
	return weight*c.rates[i] + (1-weight)*c.rates[i+1]
}

// days365 is a time on a curve: actual days over 365.
func days365(from, to units.Date) float64 { return float64(to-from) / 365 }

// LoadCurves reads zero curves from CSV: a header "tenor" and then one currency a column, and one row a
// tenor in years with the continuously compounded zero rates as fractions. Errors name the file by name,
// and the line.
func LoadCurves(r io.Reader, name string) (map[units.Currency]*Curve, error) {
	rows, err := csv.NewReader(r).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if len(rows) < 2 || len(rows[0]) < 2 || rows[0][0] != "tenor" {
		return nil, fmt.Errorf("%s:1: expected the header tenor and currencies, then one row a tenor", name)
	}
	numbers := make([][]float64, len(rows[0]))
	for i, row := range rows[1:] {
		for j, cell := range row {
			v, err := strconv.ParseFloat(cell, 64)
			if err != nil {
				return nil, fmt.Errorf("%s:%d: %s %q is not a number", name, i+2, rows[0][j], cell)
			}
			numbers[j] = append(numbers[j], v)
		}
	}
	curves := map[units.Currency]*Curve{}
	for j, currency := range rows[0][1:] {
		if !units.Currency(currency).Valid() || curves[units.Currency(currency)] != nil {
			return nil, fmt.Errorf("%s:1: %q is not a currency, or is there twice", name, currency)
		}
		curve, err := NewCurve(numbers[0], numbers[j+1])
		if err != nil {
			return nil, fmt.Errorf("%s: %s: %w", name, currency, err)
		}
		curves[units.Currency(currency)] = curve
	}
	return curves, nil
}
