package bond

import (
	"errors"
	"os"
	"strings"
	"testing"

	"foliogate/gateway/units"
)

func TestSettlementDates(t *testing.T) {
	c := calendars(t)
	for _, row := range []struct{ why, market, trade, want string }{
		{"the day before a Good Friday on which bonds trade", "us_bond", "2026-04-02", "2026-04-06"},
		{"that Friday, not good for settlement", "us_treasury", "2026-04-03", "2026-04-07"},
		{"the last T+2 trade", "us_bond", "2024-05-24", "2024-05-29"},
		{"the first T+1 trade", "us_bond", "2024-05-28", "2024-05-29"},
		{"Treasuries were T+1 before", "us_treasury", "2024-05-24", "2024-05-28"},
		{"the switch", "us_bond", "2025-06-16", "2025-06-17"},
		{"municipals like corporates", "us_municipal", "2024-05-28", "2024-05-29"},
		{"over Juneteenth", "us_bond", "2025-06-18", "2025-06-20"},
		{"over Columbus, banks shut", "us_bond", "2025-10-10", "2025-10-14"},
		{"shares trade on Columbus and settle with the next day's", "us_fund", "2025-10-13", "2025-10-15"},
		{"4 July on a Saturday: bonds are shut on the 3rd", "us_bond", "2026-07-02", "2026-07-06"},
		{"euro T+2", "euro_bond", "2025-06-16", "2025-06-18"},
		{"euro over Easter", "euro_bond", "2026-04-02", "2026-04-08"},
		{"euro, the last T+2 trade", "euro_bond", "2027-10-08", "2027-10-12"},
		{"euro, the first T+1 trade", "euro_bond", "2027-10-11", "2027-10-12"},
		{"sterling corporates the same day", "uk_bond", "2027-10-11", "2027-10-12"},
		{"sterling corporates before", "uk_bond", "2027-10-07", "2027-10-11"},
		{"gilts T+1 already", "uk_gilt", "2025-08-22", "2025-08-26"},
		{"a Saturday counts from Monday", "us_bond", "2025-06-14", "2025-06-17"},
	} {
		b := sound()
		var err error
		if b.Market, err = parseEnum[Market](row.market); err != nil {
			t.Fatal(err)
		}
		got, err := c.SettlementDate(b, day(t, row.trade))
		if err != nil || got.String() != row.want {
			t.Errorf("%s: a %s traded %s settles %s, %v; want %s", row.why, row.market, row.trade, got, err, row.want)
		}
	}
}

func TestTradeCalendarIsNotTheSettlementCalendar(t *testing.T) {
	c := calendars(t)
	for date := range map[string]bool{"2023-04-07": true, "2026-04-03": true} {
		trades, err := c.Trade(USBond).Open(day(t, date))
		settles, err2 := c.Settle(USBond).Open(day(t, date))
		if !trades || settles || err != nil || err2 != nil {
			t.Errorf("%s: trades %t, settles %t, %v, %v", date, trades, settles, err, err2)
		}
	}
	apart := 0
	for d := units.DateOf(2023, 1, 1); d <= units.DateOf(2032, 12, 31); d++ {
		trades, _ := c.Trade(USBond).Open(d)
		settles, _ := c.Settle(USBond).Open(d)
		if trades != settles {
			apart++
		}
	}
	if apart != 2 {
		t.Errorf("the calendars differ on %d days, want 2", apart)
	}
}

func TestDatesBeyondTheDataAreErrors(t *testing.T) {
	c := calendars(t)
	for _, trade := range []string{"2022-12-30", "2032-12-31", "2040-06-01"} {
		_, err := c.SettlementDate(sound(), day(t, trade))
		var beyond *CoverageError
		if !errors.As(err, &beyond) || !strings.Contains(err.Error(), "load newer calendar data") {
			t.Errorf("traded %s: %v, want a CoverageError", trade, err)
		}
	}
	b := sound()
	b.Market = 0
	if _, err := c.SettlementDate(b, day(t, "2025-06-16")); err == nil {
		t.Error("a bond without a market settles")
	}
	b.Market = EuroBond
	if _, ok := EuroBond.SettlementDays(units.DateOf(2014, 1, 1)); ok {
		t.Error("a cycle is known before the table begins")
	}
}

func TestCounterpartysSettlementDate(t *testing.T) {
	c, b := calendars(t), sound()
	trade := day(t, "2026-04-02")
	for settle, want := range map[string]string{
		"2026-04-06": "",
		"2026-04-02": "",
		"2026-04-03": "not a settlement day",
		"2026-04-04": "not a settlement day",
		"2026-04-01": "before the trade date",
		"2033-01-03": "cannot tell",
	} {
		err := c.CheckSettlementDate(b, trade, day(t, settle))
		if (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("settling %s: %v, want %q", settle, err, want)
		}
	}
}

func TestOverride(t *testing.T) {
	c := calendars(t)
	f, err := os.Open(fixtures + "calendar_overrides.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	o, err := c.Override(f, "calendar_overrides.csv")
	if err != nil {
		t.Fatal(err)
	}
	mourning := day(t, "2025-01-09")
	before, _ := c.Trade(USFund).Open(mourning)
	after, _ := o.Trade(USFund).Open(mourning)
	bonds, _ := o.Trade(USBond).Open(mourning)
	settles, _ := o.Settle(USFund).Open(mourning)
	if !before || after || !bonds || settles || o.Version == c.Version {
		t.Errorf("before %t, after %t, bonds %t, funds settle %t, versions %s and %s", before, after, bonds,
			settles, c.Version, o.Version)
	}
	for text, want := range map[string]string{
		"a,b,c,d\n": ":1: expected the header",
		"calendar,date,state,reason\nMoon,2025-01-09,closed,x\n":            `:2: unknown calendar "Moon"`,
		"calendar,date,state,reason\nNYSE_closed,2025-01-32,closed,x\n":     ":2: units: date",
		"calendar,date,state,reason\nNYSE_closed,2025-01-09,shut,x\n":       "neither open nor closed",
		"calendar,date,state,reason\nNYSE_closed,2035-01-09,closed,x\n":     "load newer calendar data",
		"calendar,date,state,reason\nNYSE_closed,2025-01-09,closed,x,extra": "wrong number of fields",
	} {
		if _, err := c.Override(lines(text), "days.csv"); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}

func TestUnreadableCalendars(t *testing.T) {
	header := "date,SIFMA_US_full_close,US_not_good_settlement_day,FED_bank_holiday,NYSE_closed,TARGET2_closed,UK_closed\n"
	for text, want := range map[string]string{
		"":                            "no holidays",
		header:                        "no holidays",
		header + "2025-02-30,,,,,,\n": "days.csv:2:",
		header + "2025-02-28,,\n":     "wrong number of fields",
		strings.Replace(header, "UK_closed", "MARS_closed", 1) + "2025-02-28,,,,,,X\n": `unknown column "MARS_closed"`,
		"date,UK_closed\n2025-02-28,X\n":                                               "is missing",
	} {
		if _, err := LoadCalendars(lines(text), "days.csv"); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}

// Counting the business days between settlement and coupon against walking back six of them from the
// coupon, for every pair of days around a month in three years with their holidays.
func TestExDividendAgainstAWalk(t *testing.T) {
	c := calendars(t)
	b := sound()
	b.ExDividend = UK7
	b.Observe(c)
	for coupon := units.DateOf(2023, 2, 15); coupon < units.DateOf(2026, 2, 15); coupon++ {
		first := coupon
		for open := 0; open < 6; {
			first--
			if ok, err := c.Trade(UKGilt).Open(first); err != nil {
				t.Fatal(err)
			} else if ok {
				open++
			}
		}
		for settle := coupon - 35; settle < coupon; settle++ {
			if ex, err := b.isEx(coupon, settle); err != nil || ex != (settle >= first) {
				t.Fatalf("the coupon of %s settling on %s: ex %t, %v; its first ex day is %s", coupon, settle, ex,
					err, first)
			}
		}
	}
}

// What the calendars hold begins on 1 January 2023: a settlement from then on needs no day before it.
func TestExDividendAtTheEdgeOfTheData(t *testing.T) {
	b := sound()
	b.ExDividend = UK7
	b.Observe(calendars(t))
	if ex, err := b.isEx(units.DateOf(2023, 1, 7), units.DateOf(2023, 1, 1)); err != nil || !ex {
		t.Errorf("ex %t, %v", ex, err)
	}
	if _, err := b.isEx(units.DateOf(2023, 1, 7), units.DateOf(2022, 12, 29)); err == nil {
		t.Error("a settlement before the data is no error")
	}
	if ex, err := b.isEx(units.DateOf(2043, 7, 7), units.DateOf(2043, 1, 8)); err != nil || ex {
		t.Errorf("a distant coupon: ex %t, %v", ex, err)
	}
}
