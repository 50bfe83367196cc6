package gateway

import (
	"foliogate/gateway/bond"
	"foliogate/gateway/units"
)

// Market is the reference data of one moment: bonds, calendars and the pricer
// that turns a spread into a price. It is read by Decide and never by Apply.
type Market struct {
	Universe *bond.Universe
	Calendar *bond.Calendars
	Pricer   Pricer
}

// Pricer prices a bond at a spread over a benchmark: the clean price, percent of
// par, rounded half away from zero to 6 decimals, for which the bond's yield is
// the benchmark's yield at its evaluated price plus the spread, both for the
// settlement date.
type Pricer interface {
	PriceAtSpread(b, benchmark *bond.Bond, settle units.Date, spread units.Spread) (units.Price, error)
}
