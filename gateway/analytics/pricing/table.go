package pricing

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"foliogate/gateway/bond"
	"foliogate/gateway/units"
)

// A Table prices CSV files of bonds, row by row.
//
// The columns that it reads, of which all but category, first_coupon_date, eom and ex_dividend must be
// there and any others are ignored:
//
//	id, category, currency, coupon_pct, frequency, day_count, dated_date, first_coupon_date, maturity,
//	eom, ex_dividend, settlement, clean_price, notional
//
// A category that begins with UST is a Treasury, which has a yield by 31 CFR 356 besides. Written are
// those columns as they came and then the measures, in percent, years, basis points and money as their
// names say, blank where there is no such measure; the last column, status, is ok or what is wrong with
// the row, and where. A row that has cash but no yield keeps its cash.
type Table struct {
	Curves    map[units.Currency]*Curve
	Calendars *bond.Calendars
}

func tableInputs() []string {
	return []string{"id", "category", "currency", "coupon_pct", "frequency", "day_count", "dated_date",
		"first_coupon_date", "maturity", "eom", "ex_dividend", "settlement", "clean_price", "notional"}
}

func optional(column string) bool {
	return slices.Contains([]string{"category", "first_coupon_date", "eom", "ex_dividend"}, column)
}

// Price reads rows from in, called name in messages, and writes their measures to out. A row that cannot
// be priced says so in its status and is counted in bad; an error is about the file as a whole.
func (t *Table) Price(in io.Reader, name string, out io.Writer) (priced, bad int, err error) {
	reader, writer := csv.NewReader(in), csv.NewWriter(out)
	reader.ReuseRecord = true
	header, err := reader.Read()
	if err != nil {
		return 0, 0, fmt.Errorf("%s: no header: %w", name, err)
	}
	header[0] = strings.TrimPrefix(header[0], "\ufeff") // of a spreadsheet
	at, err := tableHeader(header, name)
	if err != nil {
		return 0, 0, err
	}
	m := newMeasurer(t)
	if err := writer.Write(m.header()); err != nil {
		return 0, 0, err
	}
	defer writer.Flush() // of what is priced when the file turns out to be broken
	for {
		record, err := reader.Read()
		if err == io.EOF {
			writer.Flush()
			return priced, bad, writer.Error()
		}
		line, goesOn := lineOf(reader, err)
		if !goesOn {
			return priced, bad, fmt.Errorf("%s: %w", name, err)
		}
		row := tableRow{at: at, cells: record, err: err}
		cells, err := m.row(&row)
		status := "ok"
		if err != nil {
			status = fmt.Sprintf("%s:%d: %v", name, line, err)
			bad++
		} else {
			priced++
		}
		if err := writer.Write(append(cells, status)); err != nil {
			return priced, bad, err
		}
	}
}

// lineOf is the line of the row that was read. goesOn is false when what is wrong with the row is not
// bounded by its line: then what follows it means nothing.
func lineOf(reader *csv.Reader, err error) (line int, goesOn bool) {
	var wrong *csv.ParseError
	switch {
	case err == nil:
		line, _ = reader.FieldPos(0)
		return line, true
	case errors.As(err, &wrong):
		return wrong.StartLine, wrong.StartLine == wrong.Line
	}
	return 0, false
}

func tableHeader(header []string, name string) (map[string]int, error) {
	at := map[string]int{}
	for i, column := range header {
		if !slices.Contains(tableInputs(), column) {
			continue
		}
		if _, twice := at[column]; twice {
			return nil, fmt.Errorf("%s:1: column %s is there twice", name, column)
		}
		at[column] = i
	}
	for _, column := range tableInputs() {
		if _, ok := at[column]; !ok && !optional(column) {
			return nil, fmt.Errorf("%s:1: column %s is missing; the columns are %s", name, column,
				strings.Join(tableInputs(), ", "))
		}
	}
	return at, nil
}

// tableRow reads the cells of one row and remembers the first that is wrong.
type tableRow struct {
	at    map[string]int
	cells []string
	err   error
}

func (r *tableRow) cell(column string) string {
	if i, ok := r.at[column]; ok && i < len(r.cells) {
		return r.cells[i]
	}
	return ""
}

func readCell[T any](r *tableRow, column string, parse func(string) (T, error)) T {
	v, err := parse(r.cell(column))
	if err != nil && r.err == nil {
		r.err = fmt.Errorf("%s: %w", column, err)
	}
	return v
}

// bond is the row's terms.
func (r *tableRow) bond(c *bond.Calendars) *bond.Bond {
	b := &bond.Bond{
		ID:       r.cell("id"),
		Currency: readCell(r, "currency", parseCurrency),
		Kind:     bond.Corporate, Feature: bond.Plain,
		Coupon:    readCell(r, "coupon_pct", units.ParseRate),
		Frequency: readCell(r, "frequency", strconv.Atoi),
		DayCount:  readCell(r, "day_count", bond.ParseDayCount),
		Dated:     readCell(r, "dated_date", units.ParseDate),
		Maturity:  readCell(r, "maturity", units.ParseDate),
		EOM:       readCell(r, "eom", parseFlag),
	}
	if strings.HasPrefix(r.cell("category"), "UST") {
		b.Kind = bond.Treasury
	}
	if r.cell("first_coupon_date") != "" {
		b.FirstCoupon = readCell(r, "first_coupon_date", units.ParseDate)
	}
	if r.cell("ex_dividend") != "" {
		b.ExDividend = readCell(r, "ex_dividend", bond.ParseExDividend)
	}
	b.Observe(c)
	return b
}

func parseCurrency(s string) (units.Currency, error) {
	if c := units.Currency(s); c.Valid() {
		return c, nil
	}
	return "", fmt.Errorf("%q is no currency of ISO 4217", s)
}

func parseFlag(s string) (bool, error) {
	switch s {
	case "1":
		return true, nil
	case "", "0":
		return false, nil
	}
	return false, fmt.Errorf("%q is neither 0 nor 1", s)
}
