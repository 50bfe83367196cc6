package bond

import (
	"fmt"
	"testing"
	"time"

	"foliogate/gateway/units"
)

// The rules that the dated data should obey. They live in the tests: the gateway runs on data, which
// knows what no rule does.

func nth(year, month int, weekday time.Weekday, n int) units.Date {
	d := units.DateOf(year, month, 1)
	for d.Weekday() != weekday {
		d++
	}
	return d + units.Date(7*(n-1))
}

func last(year, month int, weekday time.Weekday) units.Date {
	d := units.DateOf(year, month, units.MonthDays(year, month))
	for d.Weekday() != weekday {
		d--
	}
	return d
}

// easter is Easter Sunday by the anonymous Gregorian algorithm.
func easter(year int) units.Date {
	a, b, c := year%19, year/100, year%100
	h := (19*a + b - b/4 - (b-(b+8)/25+1)/3 + 15) % 30
	l := (32 + 2*(b%4) + 2*(c/4) - h - c%4) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return units.DateOf(year, n/31, n%31+1)
}

// usFixed are the federal holidays by their own dates and rules.
func usFixed(year int) map[units.Date]string {
	return map[units.Date]string{
		units.DateOf(year, 1, 1):        "New Year",
		nth(year, 1, time.Monday, 3):    "MLK",
		nth(year, 2, time.Monday, 3):    "Presidents",
		last(year, 5, time.Monday):      "Memorial",
		units.DateOf(year, 6, 19):       "Juneteenth",
		units.DateOf(year, 7, 4):        "Independence",
		nth(year, 9, time.Monday, 1):    "Labor",
		nth(year, 10, time.Monday, 2):   "Columbus",
		units.DateOf(year, 11, 11):      "Veterans",
		nth(year, 11, time.Thursday, 4): "Thanksgiving",
		units.DateOf(year, 12, 25):      "Christmas",
	}
}

// sifma: Sundays move to Monday; Saturdays to Friday, save Veterans and New Year; Good Friday is a
// close unless it is also the day of the payrolls, 1 to 7 April.
func sifma(year int) (full, settle map[units.Date]bool) {
	full, settle = map[units.Date]bool{}, map[units.Date]bool{}
	for d, name := range usFixed(year) {
		switch {
		case d.Weekday() == time.Sunday:
			d++
		case d.Weekday() == time.Saturday && name != "Veterans" && name != "New Year":
			d--
		case d.Weekday() == time.Saturday:
			continue
		}
		full[d], settle[d] = true, true
	}
	friday := easter(year) - 2
	settle[friday] = true
	if _, month, day := friday.Civil(); !(month == 4 && day <= 7) {
		full[friday] = true
	}
	return full, settle
}

func fedRules(year int) map[units.Date]bool {
	closed := map[units.Date]bool{}
	for d := range usFixed(year) {
		if d.Weekday() == time.Sunday {
			d++
		}
		if d.Weekday() != time.Saturday {
			closed[d] = true
		}
	}
	return closed
}

func targetRules(year int) map[units.Date]bool {
	return map[units.Date]bool{units.DateOf(year, 1, 1): true, easter(year) - 2: true, easter(year) + 1: true,
		units.DateOf(year, 5, 1): true, units.DateOf(year, 12, 25): true, units.DateOf(year, 12, 26): true}
}

// ukRules: New Year, Christmas and Boxing Day move to the next free weekday.
func ukRules(year int) map[units.Date]bool {
	closed := map[units.Date]bool{easter(year) - 2: true, easter(year) + 1: true,
		nth(year, 5, time.Monday, 1): true, last(year, 5, time.Monday): true, last(year, 8, time.Monday): true}
	for _, d := range []units.Date{units.DateOf(year, 1, 1), units.DateOf(year, 12, 25), units.DateOf(year, 12, 26)} {
		for d.Weekday() == time.Saturday || d.Weekday() == time.Sunday || closed[d] {
			d++
		}
		closed[d] = true
	}
	if year == 2023 {
		closed[units.DateOf(2023, 5, 8)] = true // the coronation
	}
	return closed
}

func TestCalendarDataObeysTheRules(t *testing.T) {
	c := calendars(t)
	for year := 2023; year <= 2032; year++ {
		full, settle := sifma(year)
		for name, rule := range map[*Calendar]map[units.Date]bool{c.usTrade: full, c.usSettle: settle,
			c.fed: fedRules(year), c.target: targetRules(year), c.uk: ukRules(year)} {
			for d := units.DateOf(year, 1, 1); d <= units.DateOf(year, 12, 31); d++ {
				weekend := d.Weekday() == time.Saturday || d.Weekday() == time.Sunday
				if open, err := name.Open(d); err != nil || open == (rule[d] || weekend) {
					t.Errorf("%s on %s %s: open %t by the data, holiday %t by the rule", name.name, d.Weekday(),
						d, open, rule[d])
				}
			}
		}
	}
}

// ukCalendars are calendars for years that the data does not cover, by rule, for published examples.
func ukCalendars(t *testing.T, year int) *Calendars {
	t.Helper()
	text := "date,SIFMA_US_full_close,US_not_good_settlement_day,FED_bank_holiday,NYSE_closed,TARGET2_closed,UK_closed\n"
	for d := range ukRules(year) {
		text += fmt.Sprintf("%s,,,,,,X\n", d)
	}
	c, err := LoadCalendars(lines(text), "rules")
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// The ex-dividend dates of published gilt examples: the Debt Management Office's of 1999 and
// Bloomberg's of 2013.
func TestGiltsGoExDividend(t *testing.T) {
	for _, g := range []struct{ maturity, coupon, lastCum, firstEx string }{
		{"2015-12-07", "1999-06-07", "1999-05-26", "1999-05-27"},
		{"2004-11-26", "1999-05-26", "1999-05-17", "1999-05-18"},
		{"2021-06-07", "2013-06-07", "2013-05-29", "2013-05-30"},
	} {
		coupon := day(t, g.coupon)
		year, _, _ := coupon.Civil()
		b := &Bond{Feature: Plain, Coupon: 8 * units.RateUnit, Frequency: 2, DayCount: ActActICMA, ExDividend: UK7,
			Dated: units.DateOf(1996, 6, 1), Maturity: day(t, g.maturity)}
		b.Observe(ukCalendars(t, year))
		cum, err := b.AccruedAt(day(t, g.lastCum))
		if err != nil || cum.Days <= 0 {
			t.Errorf("%s: %+v, %v on the last cum-dividend day", g.coupon, cum, err)
		}
		ex, err := b.AccruedAt(day(t, g.firstEx))
		if err != nil || ex.Days != -int(coupon-day(t, g.firstEx)) || ex.Money(units.MaxFace, "GBP") >= 0 {
			t.Errorf("%s: %+v, %v on the first ex-dividend day", g.coupon, ex, err)
		}
		zero, err := b.AccruedAt(coupon)
		if err != nil || zero.Days != 0 || zero.Years.Num != 0 {
			t.Errorf("%s: %+v, %v on the coupon date", g.coupon, zero, err)
		}
	}
}
