package main

import (
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"

	"foliogate/gateway"
)

// basketReader is the reading of one basket.
type basketReader struct {
	name    string
	csv     *csv.Reader
	columns []basketColumn // in the order of the file
	lines   []basketLine
	seen    map[basketKey]int // row in which it stood
	wrong   basketErrors
}

// basketKey is what no two lines may share: the gateway would take it for a slip.
type basketKey struct {
	id, account string
	side        gateway.Side
}

const basketHeader = "begin the file with: identifier,side,face,account,limit"

// header reads the names of the columns. Without them nothing else can be read.
func (b *basketReader) header() bool {
	names, err := b.csv.Read()
	if err == io.EOF {
		b.fault(0, "", "is empty", basketHeader)
		return false
	}
	if err != nil {
		b.torn(err)
		return false
	}
	for _, name := range names {
		column, known := basketColumnNamed(name)
		switch {
		case !known:
			b.fault(1, "", quoted(name)+" is not a column", basketHeader)
		case slices.ContainsFunc(b.columns, column.same):
			b.fault(1, "", quoted(name)+" stands twice", "remove one of the columns")
		}
		b.columns = append(b.columns, column)
	}
	for _, column := range basketColumns() {
		if column.required && !slices.ContainsFunc(b.columns, column.same) {
			b.fault(1, "", "the column "+column.name+" is missing", basketHeader)
		}
	}
	return len(b.wrong.rows) == 0
}

func (b *basketReader) rows() {
	b.seen = map[basketKey]int{}
	for {
		cells, err := b.csv.Read()
		if err == io.EOF {
			break
		}
		if err != nil && !errors.Is(err, csv.ErrFieldCount) {
			b.torn(err)
			return // a quote out of place: what follows means nothing
		}
		row, _ := b.csv.FieldPos(0)
		switch {
		case err != nil:
			b.fault(row, "", "has "+plural(len(cells), "cell")+", the header has "+
				strconv.Itoa(len(b.columns)), "write as many, blank ones too")
		case len(b.lines) == maxBasketRows:
			b.fault(row, "", "is beyond "+strconv.Itoa(maxBasketRows)+" lines", "split the basket")
			return
		default:
			b.row(row, cells)
		}
	}
	if len(b.lines) == 0 && len(b.wrong.rows) == 0 {
		b.fault(0, "", "has no lines", "write one row for each bond below the header")
	}
}

// row reads the cells of one line, and reports every one that is wrong.
func (b *basketReader) row(row int, cells []string) {
	line, sound := basketLine{Row: row}, true
	for i, cell := range cells {
		if text, remedy := b.columns[i].read(&line, strings.Clone(cell)); text != "" {
			b.fault(row, b.columns[i].name, text, remedy)
			sound = false
		}
	}
	b.lines = append(b.lines, line)
	if !sound {
		return
	}
	key := basketKey{line.ID, line.Account, line.Side}
	if first, twice := b.seen[key]; twice {
		b.fault(row, "identifier", line.ID+" stands in row "+strconv.Itoa(first)+
			" with the same side and account", "make them one row")
		return
	}
	b.seen[key] = row
}

// torn reports a file that is not CSV.
func (b *basketReader) torn(err error) {
	row, text := 1, err.Error()
	var parse *csv.ParseError
	if errors.As(err, &parse) {
		row, text = parse.Line, parse.Err.Error()
	}
	b.fault(row, "", "is not CSV: "+text, "write each cell without quotes, or in a pair of them")
}

func (b *basketReader) fault(row int, column, text, remedy string) {
	b.wrong.add(rowError{b.name, row, column, text, remedy})
}

// quoted repeats a cell in a message, at most its first 40 characters.
func quoted(cell string) string {
	if runes := []rune(cell); len(runes) > 40 {
		cell = string(runes[:40]) + "..."
	}
	return strconv.Quote(cell)
}

// plural is a count with its noun.
func plural(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return strconv.Itoa(n) + " " + noun
}
