package gateway

import (
	"fmt"
	"slices"

	"foliogate/gateway/bond"
	"foliogate/gateway/units"
)

// Security identifies the bond of a line as the client wrote it. It is journaled
// as its FIX source and its id: "4:US990001AA74".
type Security struct {
	Source bond.IDSource
	ID     string
}

// MarshalText returns the journal's form.
func (s Security) MarshalText() ([]byte, error) {
	return fmt.Appendf(nil, "%c:%s", s.Source, s.ID), nil
}

// UnmarshalText reads the journal's form.
func (s *Security) UnmarshalText(text []byte) error {
	if len(text) < 2 || text[1] != ':' {
		return fmt.Errorf("%q is no security: want its source, a colon and its id", text)
	}
	*s = Security{bond.IDSource(text[0]), string(text[2:])}
	return nil
}

// Allocation is the part of a line that one account takes.
type Allocation struct {
	Account string     `json:"account"`
	Face    units.Face `json:"face"`
}

// Reference is what a spread concession is measured against. A line that names
// none takes its bond's own.
type Reference struct {
	Benchmark Security     `json:"benchmark,omitzero"`
	Spread    units.Spread `json:"spread,omitempty"`
	Given     bool         `json:"given,omitempty"` // whether Spread was stated
}

// Line is one bond of the portfolio as the client asked for it.
type Line struct {
	Number      int            `json:"n"` // ListSeqNo(67): 1, 2, ... without gaps
	ClOrdID     string         `json:"id"`
	Side        Side           `json:"side"`
	Security    Security       `json:"security"`
	Face        units.Face     `json:"face"`
	Currency    units.Currency `json:"ccy,omitempty"`
	Limit       units.Price    `json:"limit,omitempty"` // worst clean price; 0 = none
	Account     string         `json:"account,omitempty"`
	Allocations []Allocation   `json:"allocations,omitempty"`
	SettleOn    units.Date     `json:"settle_on,omitempty"` // asked for; 0 = standard
	Reference   Reference      `json:"reference,omitzero"`
}

// Same tells whether two lines say the same.
func (l Line) Same(o Line) bool {
	if !slices.Equal(l.Allocations, o.Allocations) {
		return false
	}
	return l.Number == o.Number && l.ClOrdID == o.ClOrdID && l.Side == o.Side &&
		l.Security == o.Security && l.Face == o.Face && l.Currency == o.Currency &&
		l.Limit == o.Limit && l.Account == o.Account && l.SettleOn == o.SettleOn &&
		l.Reference == o.Reference
}

// Facts is what Decide resolved about a line when the inquiry opened. Accrued is
// for the current face and unsigned: the client receives it on a sell and pays it
// on a buy. It is negative in an ex-dividend period.
type Facts struct {
	Bond            string       `json:"bond"` // its ID in the universe
	Face            units.Face   `json:"face"` // current face: the line's times the bond's factor
	Settle          units.Date   `json:"settle"`
	AccruedDays     int          `json:"accrued_days"`
	AccruedRate     units.Price  `json:"accrued_rate"` // per 100 face, rounded to 8 decimals
	Accrued         units.Money  `json:"accrued"`
	Mark            units.Price  `json:"mark"`   // evaluated clean price
	HalfSpread      units.Spread `json:"weight"` // bp of notional; the line's weight in 5.7
	Benchmark       string       `json:"benchmark,omitempty"`
	ReferenceSpread units.Spread `json:"reference_spread,omitempty"`
	Note            string       `json:"note,omitempty"` // what the client should know of the line
}
