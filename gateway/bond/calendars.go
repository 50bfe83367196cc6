package bond

import (
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"fmt"
	"io"
	"slices"
	"strings"

	"foliogate/gateway/units"
)

// Calendars holds the trade and settlement calendars of every market, as dated data with a version.
//
// The data is CSV: a header, then one row for each weekday on which anything is closed. The columns,
// each naming a calendar, in any order (what stands in brackets after a name is ignored); a cell that
// is not blank means closed:
//
//	date                       2006-01-02
//	SIFMA_US_full_close        no dollar bonds trade
//	US_not_good_settlement_day no dollar bonds settle; Good Friday is one even when they trade
//	FED_bank_holiday           no dollars move
//	NYSE_closed                no shares trade in New York
//	TARGET2_closed             no euros move
//	UK_closed                  United Kingdom bank holiday
//
// The data covers the whole years from its first row's to its last row's.
type Calendars struct {
	// Version identifies the content: a hash of everything that was loaded.
	Version string

	usTrade, usSettle, fed, nyse, target, uk *Calendar
	fund                                     *Calendar // shares settle when the exchange and the banks are open
}

const (
	colSIFMA  = "SIFMA_US_full_close"
	colSettle = "US_not_good_settlement_day"
	colFed    = "FED_bank_holiday"
	colNYSE   = "NYSE_closed"
	colTarget = "TARGET2_closed"
	colUK     = "UK_closed"
)

func calendarColumns() []string {
	return []string{"date", colSIFMA, colSettle, colFed, colNYSE, colTarget, colUK}
}

// LoadCalendars reads calendar data. Errors name the file by name, the line, and what to do.
func LoadCalendars(r io.Reader, name string) (*Calendars, error) {
	hash := sha256.New()
	reader := csv.NewReader(io.TeeReader(r, hash))
	rows, err := reader.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if len(rows) < 2 {
		return nil, fmt.Errorf("%s: no holidays; expected a header and one row a holiday", name)
	}
	columns, err := calendarHeader(rows[0], name)
	if err != nil {
		return nil, err
	}
	days := make([]units.Date, len(rows))
	for i, row := range rows[1:] {
		if days[i+1], err = units.ParseDate(row[columns["date"]]); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, i+2, err)
		}
	}
	c := makeCalendars(slices.Min(days[1:]), slices.Max(days[1:]))
	c.Version = hex.EncodeToString(hash.Sum(nil)[:6])
	for column, calendar := range c.byColumn() {
		for i, row := range rows[1:] {
			if row[columns[column]] != "" {
				calendar.set(days[i+1], true)
			}
		}
	}
	c.join()
	return c, nil
}

func makeCalendars(first, last units.Date) *Calendars {
	year, _, _ := first.Civil()
	first = units.DateOf(year, 1, 1)
	year, _, _ = last.Civil()
	last = units.DateOf(year, 12, 31)
	return &Calendars{
		usTrade:  newCalendar("US bond trading", first, last),
		usSettle: newCalendar("US bond settlement", first, last),
		fed:      newCalendar("Federal Reserve", first, last),
		nyse:     newCalendar("NYSE", first, last),
		target:   newCalendar("TARGET", first, last),
		uk:       newCalendar("United Kingdom", first, last),
		fund:     newCalendar("US fund settlement", first, last),
	}
}

func (c *Calendars) byColumn() map[string]*Calendar {
	return map[string]*Calendar{colSIFMA: c.usTrade, colSettle: c.usSettle, colFed: c.fed, colNYSE: c.nyse,
		colTarget: c.target, colUK: c.uk}
}

// join closes fund settlement wherever the exchange or the banks are closed.
func (c *Calendars) join() {
	for i := range c.fund.closed {
		c.fund.closed[i] = c.nyse.closed[i] | c.fed.closed[i]
	}
}

func calendarHeader(header []string, name string) (map[string]int, error) {
	at := map[string]int{}
	for i, column := range header {
		column, _, _ = strings.Cut(column, "(")
		if !slices.Contains(calendarColumns(), column) {
			return nil, fmt.Errorf("%s:1: unknown column %q; expected %s", name, column,
				strings.Join(calendarColumns(), ", "))
		}
		at[column] = i
	}
	for _, column := range calendarColumns() {
		if _, ok := at[column]; !ok {
			return nil, fmt.Errorf("%s:1: column %s is missing", name, column)
		}
	}
	return at, nil
}

// Override is c with single days changed by CSV rows under the header "calendar,date,state,reason",
// where calendar is a column of the data and state is open or closed: a day of mourning, or a
// holiday that was moved. The version becomes that of both.
func (c *Calendars) Override(r io.Reader, name string) (*Calendars, error) {
	hash := sha256.New()
	hash.Write([]byte(c.Version))
	rows, err := csv.NewReader(io.TeeReader(r, hash)).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if len(rows) == 0 || !slices.Equal(rows[0], []string{"calendar", "date", "state", "reason"}) {
		return nil, fmt.Errorf("%s:1: expected the header calendar,date,state,reason", name)
	}
	o := c.copied()
	byColumn := o.byColumn()
	for i, row := range rows[1:] {
		calendar, known := byColumn[row[0]]
		day, err := units.ParseDate(row[1])
		switch {
		case !known:
			return nil, fmt.Errorf("%s:%d: unknown calendar %q; expected one of %s", name, i+2, row[0],
				strings.Join(calendarColumns()[1:], ", "))
		case err != nil:
			return nil, fmt.Errorf("%s:%d: %w", name, i+2, err)
		case row[2] != "open" && row[2] != "closed":
			return nil, fmt.Errorf("%s:%d: state %q is neither open nor closed", name, i+2, row[2])
		}
		if _, err := calendar.Open(day); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, i+2, err)
		}
		calendar.set(day, row[2] == "closed")
	}
	o.join()
	o.Version = hex.EncodeToString(hash.Sum(nil)[:6])
	return o, nil
}

func (c *Calendars) copied() *Calendars {
	o := *c
	for _, calendar := range []**Calendar{&o.usTrade, &o.usSettle, &o.fed, &o.nyse, &o.target, &o.uk, &o.fund} {
		twin := **calendar
		twin.closed = slices.Clone(twin.closed)
		*calendar = &twin
	}
	return &o
}
