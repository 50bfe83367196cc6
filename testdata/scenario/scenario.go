// Package scenario makes the baskets of the demo: the switch, in which a fund of two billion
// dollars sells sixty-five long bonds and buys sixty short ones for the same money, and others of
// any size in its manner.
//
// It guarantees that a basket follows from its arguments alone, that no two rows have the same
// bond, side and account, that every face can be traded (a multiple of the bond's increment, at
// least its minimum piece, a small part of what is outstanding), and that the cash of each account
// nets to about the price of one increment where it has rows enough on both sides.
//
// It does not know FIX, dealers or who the accounts belong to.
package scenario

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"

	"foliogate/gateway"
	"foliogate/gateway/units"
	"foliogate/testdata"
)

// A Row is one line of a basket.
type Row struct {
	ID      string // CUSIP
	Side    gateway.Side
	Face    units.Face
	Account string
}

// SwitchLines is how many rows the switch has.
const SwitchLines = 125

// Switch is the fund's switch, from switch.csv.
func Switch() ([]Row, error) {
	table, err := csv.NewReader(strings.NewReader(testdata.Switch())).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("switch.csv: %w", err)
	}
	var rows []Row
	for i, cells := range table[1:] {
		face, err := units.ParseFace(cells[2])
		if err != nil {
			return nil, fmt.Errorf("switch.csv:%d: %w", i+2, err)
		}
		side := gateway.Buy
		if cells[1] == gateway.Sell.String() {
			side = gateway.Sell
		}
		rows = append(rows, Row{ID: cells[0], Side: side, Face: face, Account: cells[3]})
	}
	return rows, nil
}

// Write writes rows as a basket that `foliogate inquire` reads.
func Write(w io.Writer, rows []Row) error {
	table := [][]string{{"identifier", "side", "face", "account", "limit"}}
	for _, r := range rows {
		table = append(table, []string{r.ID, r.Side.String(), r.Face.String(), r.Account, ""})
	}
	return csv.NewWriter(w).WriteAll(table)
}
