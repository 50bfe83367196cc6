package pricing

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strconv"
	"time"
)

const twinHeader = "id,category,currency,coupon_pct,frequency,day_count,dated_date,first_coupon_date,maturity," +
	"eom,ex_dividend,settlement,clean_price,notional\n"

// invented is a random row: terms within what bonds have, with a liking for month ends, leap days, odd
// first periods, ex-dividend windows, coupon dates and last days.
func invented(r *rand.Rand, n int) string {
	pick := func(from ...string) string { return from[r.IntN(len(from))] }
	frequency := []int{1, 2, 4, 12}[r.IntN(4)]
	day := 1 + r.IntN(28)
	if r.IntN(2) == 0 {
		day = 27 + r.IntN(5)
	}
	maturity := clamp(2024+r.IntN(32), 1+r.IntN(12), day)
	periods := 1 + r.IntN(frequency*31)
	w := &twin{maturity: maturity, frequency: frequency}
	eom := pick("0", "1")
	w.cell = func(string) string { return eom }
	dated, first := w.grid(periods), ""
	if odd := r.IntN(3); odd > 0 && periods > 3 {
		first = w.grid(periods - odd).Format(time.DateOnly)
		dated = dated.AddDate(0, 0, r.IntN(27*12/frequency))
	}
	settle := time.Date(2023, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, r.IntN(1500))
	coupon := w.grid(r.IntN(periods))
	switch r.IntN(6) {
	case 0:
		settle = coupon
	case 1:
		settle = coupon.AddDate(0, 0, -1-r.IntN(12)) // around going ex-dividend
	case 2:
		settle = dated.AddDate(0, 0, r.IntN(100))
	case 3:
		settle = clamp(2024+r.IntN(4), 2, 29)
	case 4:
		settle = clamp(2023+r.IntN(8), 1+r.IntN(12), 31)
	}
	if settle.Before(dated) || !settle.Before(maturity) {
		return invented(r, n)
	}
	rate := pick("0", "0.125", "0.5", "2.75", "3.33333333", "4.875", "6.125", "12.5")
	category, dayCount, exDividend := pick("CORP", "GILT_REG"), pick("30/360-US", "30/360-BB", "30E/360", "ACT/360",
		"ACT/365F", "ACT/ACT-ICMA", "ACT/ACT-ISDA"), pick("", "UK7")
	if settle.Year() < 2023 || settle.Year() > 2031 {
		exDividend = "" // no calendar
	}
	if dayCount == "ACT/ACT-ICMA" && exDividend == "" {
		category = "UST_REG"
	}
	return fmt.Sprintf("T%d,%s,%s,%s,%d,%s,%s,%s,%s,%s,%s,%s,%s,%s\n", n, category, pick("USD", "EUR", "GBP", "JPY"),
		rate, frequency, dayCount, dated.Format(time.DateOnly), first, maturity.Format(time.DateOnly), eom, exDividend,
		settle.Format(time.DateOnly), price(r, rate, maturity.Sub(settle).Hours()/24/365.25),
		pick("1000", "137000", "25000000", "0.01", "333333.33", "1000000000"))
}

// price is near what the bond is worth at a random yield from -1 to 40 percent, or somewhere else.
func price(r *rand.Rand, rate string, years float64) string {
	coupon, _ := strconv.ParseFloat(rate, 64)
	if years > 1 && r.IntN(20) == 0 {
		return strconv.FormatFloat(10+r.Float64()*10, 'f', 3, 64)
	}
	y := -0.01 + 0.08*r.Float64()
	if r.IntN(10) == 0 {
		y *= 5
	}
	annuity := years
	if math.Abs(y) > 1e-6 {
		annuity = (1 - math.Pow(1+y, -years)) / y
	}
	return strconv.FormatFloat(coupon*annuity+100*math.Pow(1+y, -years), 'f', 3+r.IntN(5), 64)
}

func clamp(year, month, day int) time.Time {
	return time.Date(year, time.Month(month), min(day, endOfMonth(year, time.Month(month))), 0, 0, 0, 0, time.UTC)
}
