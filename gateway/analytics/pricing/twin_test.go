package pricing

import (
	"math"
	"math/big"
	"strconv"
	"strings"
	"testing"
	"time"
)

// A twin prices a row of a table from the words of testdata/bonds alone: dates of the standard library, one
// flow at a time, fractions in full, roots by bisection, sensitivities by moving the curve. It shares no
// code with this package or with bond.
type twin struct {
	cell     func(column string) string
	holidays map[string]bool // of the United Kingdom

	settle, dated, maturity time.Time
	frequency               int
	periods                 []twinPeriod // all of the bond's, in order
	ex                      bool
	accrued                 *big.Rat // percent of face
	days                    int
	at                      []time.Time // of what is still to be received
	flows, years            []float64   // amounts, and times by the day count
	left                    float64     // of the current period, in coupon periods
}

// twinPeriod is a coupon period, and whether it is one whole step of the grid.
type twinPeriod struct {
	start, end time.Time
	regular    bool
}

func newTwin(t testing.TB, holidays map[string]bool, cell func(string) string) *twin {
	w := &twin{cell: cell, holidays: holidays}
	w.settle, w.dated, w.maturity = w.date(t, "settlement"), w.date(t, "dated_date"), w.date(t, "maturity")
	w.frequency, _ = strconv.Atoi(cell("frequency"))
	w.schedule(t)
	w.receive()
	return w
}

func (w *twin) date(t testing.TB, column string) time.Time {
	t.Helper()
	d, err := time.Parse(time.DateOnly, w.cell(column))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func endOfMonth(year int, month time.Month) int {
	return time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// grid is maturity minus k periods: on its day, or the last of a shorter month, or of every month.
func (w *twin) grid(k int) time.Time {
	first := time.Date(w.maturity.Year(), w.maturity.Month(), 1, 0, 0, 0, 0, time.UTC)
	first = first.AddDate(0, -k*12/w.frequency, 0)
	last := endOfMonth(first.Year(), first.Month())
	day := min(w.maturity.Day(), last)
	if w.cell("eom") == "1" && w.maturity.Day() == endOfMonth(w.maturity.Year(), w.maturity.Month()) {
		day = last
	}
	return first.AddDate(0, 0, day-1)
}

func (w *twin) schedule(t testing.TB) {
	first := w.dated
	if w.cell("first_coupon_date") != "" {
		first = w.date(t, "first_coupon_date").AddDate(0, 0, -1) // no coupon before it
	}
	ends := []time.Time{}
	for k := 0; w.grid(k).After(first); k++ {
		ends = append([]time.Time{w.grid(k)}, ends...)
	}
	start := w.dated
	for i, end := range ends {
		regular := w.grid(len(ends) - i).Equal(start)
		w.periods = append(w.periods, twinPeriod{start, end, regular})
		start = end
	}
}

func days(from, to time.Time) int { return int(math.Round(to.Sub(from).Hours() / 24)) }

// thirty is a thirty-day month's days, by the letter of the rules.
func thirty(convention string, from, to time.Time) int {
	d1, d2 := from.Day(), to.Day()
	lastFebruary := func(d time.Time) bool {
		return d.Month() == time.February && d.Day() == endOfMonth(d.Year(), time.February)
	}
	if convention == "30/360-US" && lastFebruary(from) {
		if lastFebruary(to) {
			d2 = 30
		}
		d1 = 30
	}
	if d1 == 31 {
		d1 = 30
	}
	if d2 == 31 && (convention == "30E/360" || d1 == 30) {
		d2 = 30
	}
	return 360*(to.Year()-from.Year()) + 30*int(to.Month()-from.Month()) + d2 - d1
}

func (w *twin) dayCount(from, to time.Time) int {
	if strings.HasPrefix(w.cell("day_count"), "30") {
		return thirty(w.cell("day_count"), from, to)
	}
	return days(from, to)
}

// fraction is the part of a year from one date to another in a period, in full.
func (w *twin) fraction(from, to time.Time) *big.Rat {
	switch w.cell("day_count") {
	case "ACT/365F":
		return big.NewRat(int64(days(from, to)), 365)
	case "ACT/ACT-ISDA":
		sum := new(big.Rat) // day by day
		for d := from; d.Before(to); d = d.AddDate(0, 0, 1) {
			sum.Add(sum, big.NewRat(1, int64(time.Date(d.Year(), 12, 31, 0, 0, 0, 0, time.UTC).YearDay())))
		}
		return sum
	case "ACT/ACT-ICMA":
		sum := new(big.Rat) // each day a part of its own quasi-coupon period
		for k := 0; w.grid(k).After(from); k++ {
			low, high := w.grid(k+1), w.grid(k)
			n := days(later(low, from), earlier(high, to))
			if n > 0 {
				sum.Add(sum, big.NewRat(int64(n), int64(w.frequency*days(low, high))))
			}
		}
		return sum
	}
	return big.NewRat(int64(w.dayCount(from, to)), 360)
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

func earlier(a, b time.Time) time.Time {
	if a.Before(b) {
		return a
	}
	return b
}

// goesEx reports whether a settlement on settle loses the coupon of that date: six business days back.
func (w *twin) goesEx(coupon time.Time) bool {
	if w.cell("ex_dividend") == "" {
		return false
	}
	first := coupon
	for open := 0; open < 6; {
		first = first.AddDate(0, 0, -1)
		weekend := first.Weekday() == time.Saturday || first.Weekday() == time.Sunday
		if !weekend && !w.holidays[first.Format(time.DateOnly)] {
			open++
		}
	}
	return !w.settle.Before(first)
}

// receive is the accrued interest and what a buyer gets from settlement on.
func (w *twin) receive() {
	rate, _ := new(big.Rat).SetString(w.cell("coupon_pct"))
	fixed := strings.HasPrefix(w.cell("day_count"), "30") || w.cell("day_count") == "ACT/ACT-ICMA"
	time := new(big.Rat)
	for i, p := range w.periods {
		if !p.end.After(w.settle) {
			continue
		}
		length := w.fraction(p.start, p.end)
		if time.Add(time, length); len(w.at) == 0 && w.accrued == nil {
			gone := w.fraction(p.start, w.settle)
			time.Sub(time, gone)
			w.accrued, w.days = gone.Mul(gone, rate), w.dayCount(p.start, w.settle)
			w.left, _ = new(big.Rat).Mul(time, big.NewRat(int64(w.frequency), 1)).Float64()
			if w.ex = w.goesEx(p.end); w.ex {
				w.accrued = w.fraction(w.settle, p.end)
				w.accrued.Mul(w.accrued, rate).Neg(w.accrued)
				w.days = -w.dayCount(w.settle, p.end)
			}
		}
		amount := new(big.Rat).Mul(rate, length)
		if fixed && p.regular {
			amount.Mul(rate, big.NewRat(1, int64(w.frequency)))
		}
		if w.ex && len(w.at) == 0 && i < len(w.periods)-1 {
			w.ex = false // seen: this coupon is the seller's
			continue
		}
		if w.ex {
			amount.SetInt64(0)
		}
		if i == len(w.periods)-1 {
			amount.Add(amount, big.NewRat(100, 1))
		}
		flow, _ := amount.Float64()
		years, _ := time.Float64()
		w.at, w.flows, w.years = append(w.at, p.end), append(w.flows, flow), append(w.years, years)
	}
}
