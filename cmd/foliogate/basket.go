package main

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"

	"foliogate/gateway"
	"foliogate/gateway/bond"
	"foliogate/gateway/units"
)

// A basket is what a buy side wants to sell and buy, from a CSV file with these columns, in any
// order, the header first. Nothing else may stand in the file.
//
//	identifier  CUSIP (nine characters) or ISIN (twelve)
//	side        buy or sell
//	face        par amount without separators, such as 2500000
//	account     who settles the line; may be blank, and the column may be missing
//	limit       worst clean price, percent of par; likewise
type basketLine struct {
	Row     int // line of the file, from 1
	Source  bond.IDSource
	ID      string
	Side    gateway.Side
	Face    units.Face
	Account string
	Limit   units.Price // 0: none
}

const (
	maxBasketBytes   = 16 << 20
	maxBasketRows    = 100_000
	maxBasketReports = 50
)

// rowError is one thing wrong with a basket, told so that a person can mend it.
type rowError struct {
	File   string
	Row    int    // line of the file, from 1; 0 for the whole file
	Column string // "" for the whole row
	Text   string
	Remedy string
}

func (e rowError) Error() string {
	where := e.File
	if e.Row > 0 {
		where += fmt.Sprintf(":%d", e.Row)
	}
	if e.Column != "" {
		where += ": " + e.Column
	}
	return where + ": " + e.Text + "; " + e.Remedy
}

// basketErrors is everything wrong with a basket, in the order of the file.
type basketErrors struct {
	rows []rowError
	more int // that were not kept
}

func (e *basketErrors) add(row rowError) {
	if len(e.rows) < maxBasketReports {
		e.rows = append(e.rows, row)
		return
	}
	e.more++
}

func (e *basketErrors) err() error {
	if len(e.rows) == 0 {
		return nil
	}
	all := make([]error, 0, len(e.rows)+1)
	for _, row := range e.rows {
		all = append(all, row)
	}
	if e.more > 0 {
		all = append(all, fmt.Errorf("%s: and %d more", e.rows[0].File, e.more))
	}
	return errors.Join(all...)
}

// loadBasket reads a basket from a file. Its error is an exit with the code for bad input.
func loadBasket(path string) ([]basketLine, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, inputError(fmt.Errorf("%w; name a CSV file with --basket", err))
	}
	defer f.Close()
	lines, err := readBasket(f, path)
	if err != nil {
		return nil, inputError(err)
	}
	return lines, nil
}

// readBasket reads a basket and reports everything that is wrong with it; the name is for errors.
func readBasket(r io.Reader, name string) ([]basketLine, error) {
	content, err := io.ReadAll(io.LimitReader(r, maxBasketBytes+1))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if len(content) > maxBasketBytes {
		return nil, rowError{File: name, Text: "is larger than 16 MiB", Remedy: "split it"}
	}
	content = bytes.TrimPrefix(content, []byte("\ufeff"))
	b := basketReader{name: name, csv: csv.NewReader(bytes.NewReader(content))}
	b.csv.ReuseRecord = true
	if !b.header() {
		return nil, b.wrong.err()
	}
	b.rows()
	return b.lines, b.wrong.err()
}
