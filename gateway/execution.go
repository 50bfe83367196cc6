package gateway

import (
	"time"

	"foliogate/gateway/units"
)

// Execution is the trade: all lines, one dealer, one moment.
type Execution struct {
	Trade   string      `json:"trade"` // SecondaryOrderID(198), the same on all lines
	Dealer  Firm        `json:"dealer"`
	Quote   string      `json:"quote"`
	At      time.Time   `json:"at"`
	Price   Aggregate   `json:"price"`
	Fills   []Fill      `json:"fills"` // Fills[i] is of line i+1
	Cash    units.Money `json:"cash"`  // the client's net clean cash, the sum of principals
	Net     units.Money `json:"net"`   // Cash plus accrued
	Residue units.Money `json:"residue,omitempty"`
	Choice
}

// Fill is one line's part. Money is signed as the client's cash flow.
type Fill struct {
	Price     units.Price `json:"px"` // clean, percent of par, at most 6 decimals
	Principal units.Money `json:"principal"`
	Accrued   units.Money `json:"accrued"`
	Net       units.Money `json:"net"`
}

// OrderID returns the OrderID(37) of a line.
func (x Execution) OrderID(line int) string { return withLine(x.Trade, line, "") }

// ExecID returns the ExecID(17) of a line's one and only fill.
func (x Execution) ExecID(line int) string { return withLine(x.Trade, line, "-1") }
