package main

import (
	"errors"
	"strings"
	"unicode"

	"foliogate/gateway"
	"foliogate/gateway/bond"
	"foliogate/gateway/units"
)

// basketColumn reads one cell. Where the cell is wrong, the answer is what is wrong with it and
// what to do about it.
type basketColumn struct {
	name     string
	required bool
	read     func(l *basketLine, cell string) (text, remedy string)
}

func (c basketColumn) same(o basketColumn) bool { return c.name == o.name }

func basketColumns() []basketColumn {
	return []basketColumn{
		{"identifier", true, readIdentifier},
		{"side", true, readSide},
		{"face", true, readFace},
		{"account", false, readAccount},
		{"limit", false, readLimit},
	}
}

func basketColumnNamed(name string) (basketColumn, bool) {
	for _, c := range basketColumns() {
		if c.name == name {
			return c, true
		}
	}
	return basketColumn{}, false
}

func readIdentifier(l *basketLine, cell string) (text, remedy string) {
	l.ID = cell
	switch {
	case cell == "":
		return "is blank", "write a CUSIP or an ISIN"
	case bond.IsCUSIP(cell):
		l.Source = bond.CUSIP
	case bond.IsISIN(cell):
		l.Source = bond.ISIN
	default:
		return quoted(cell) + " is neither a CUSIP nor an ISIN",
			"write nine or twelve capital letters and digits"
	}
	return "", ""
}

func readSide(l *basketLine, cell string) (text, remedy string) {
	switch strings.ToLower(cell) {
	case "buy":
		l.Side = gateway.Buy
	case "sell":
		l.Side = gateway.Sell
	default:
		return quoted(cell) + " is not a side", "write buy or sell, as you see it"
	}
	return "", ""
}

func readFace(l *basketLine, cell string) (text, remedy string) {
	face, err := units.ParseFace(cell)
	switch {
	case err != nil:
		return notANumber(cell, err), "write a par amount such as 2500000"
	case face <= 0:
		return quoted(cell) + " is not above 0", "write the amount, and which way it goes in side"
	case face > units.MaxFace:
		return quoted(cell) + " is above " + units.MaxFace.String(), "write a par amount such as 2500000"
	}
	l.Face = face
	return "", ""
}

func readAccount(l *basketLine, cell string) (text, remedy string) {
	const longest = 64
	switch {
	case len(cell) > longest:
		return quoted(cell) + " is longer than 64 characters", "write a shorter name"
	case strings.ContainsFunc(cell, unprintable) || strings.TrimSpace(cell) != cell:
		return quoted(cell) + " holds more than ASCII letters, digits and signs",
			"write the account's name as the gateway knows it"
	}
	l.Account = cell
	return "", ""
}

func unprintable(r rune) bool { return r > unicode.MaxASCII || !unicode.IsPrint(r) }

func readLimit(l *basketLine, cell string) (text, remedy string) {
	if cell == "" {
		return "", ""
	}
	price, err := units.ParsePrice(cell)
	switch {
	case err != nil:
		return notANumber(cell, err), "write a clean price such as 99.25, or leave it blank"
	case price <= 0 || price > units.MaxPrice:
		return quoted(cell) + " is not a price", "write a clean price such as 99.25, or leave it blank"
	}
	l.Limit = price
	return "", ""
}

// notANumber says what is wrong with a cell, looking first for what spreadsheets do to numbers.
func notANumber(cell string, err error) string {
	if cell == "" {
		return "is blank"
	}
	if strings.ContainsAny(cell, ",'’ _\u00a0") {
		return quoted(cell) + " has separators"
	}
	var parse *units.ParseError
	if errors.As(err, &parse) {
		return quoted(cell) + ": " + parse.Reason
	}
	return quoted(cell) + " is not a number"
}
