package universe

import (
	"fmt"

	"foliogate/gateway/bond"
	"foliogate/gateway/units"
)

// A builder adds securities one by one. The first thing that goes wrong stops it.
type builder struct {
	dice
	mint
	issuers   []issuer
	calendars *bond.Calendars
	bonds     []bond.Bond
	// benchmarks are those of each currency, by index into bonds.
	benchmarks map[units.Currency][]int
	err        error
}

func (u *builder) fail(b *bond.Bond, err error) {
	if u.err == nil && err != nil {
		u.err = fmt.Errorf("universe: %s %s: %w", b.ID, b.Name, err)
	}
}

// issuer finds a firm by name.
func (u *builder) issuer(name string) issuer {
	for _, i := range u.issuers {
		if i.name == name {
			return i
		}
	}
	if u.err == nil {
		u.err = fmt.Errorf("universe: no issuer is called %q", name)
	}
	return issuer{}
}

// rated are the firms of a currency with a rating, in the order of cells.
func (u *builder) rated(c units.Currency, rating string) []issuer {
	return u.such(func(i issuer) bool { return i.currency == c && i.rating == rating && corporate(i) })
}

// cell are the firms of a's sector, rating and currency, a among them.
func (u *builder) cell(a issuer) []issuer {
	return u.such(func(i issuer) bool {
		return i.currency == a.currency && i.rating == a.rating && i.sector == a.sector
	})
}

func (u *builder) such(wanted func(issuer) bool) []issuer {
	var some []issuer
	for _, i := range u.issuers {
		if wanted(i) {
			some = append(some, i)
		}
	}
	return some
}

func corporate(i issuer) bool { return i.sector != "Government" && i.sector != "Fund" }

// draft is a bond of an issuer in the terms that are usual for its currency, without coupon, dates
// and price.
func (u *builder) draft(by issuer) bond.Bond {
	b := bond.Bond{Issuer: by.name, Sector: by.sector, Rating: by.rating, Country: by.country,
		Currency: by.currency, Kind: bond.Corporate, Feature: bond.Plain,
		Frequency: 2, DayCount: bond.Thirty360US, MinPiece: thousand, Increment: thousand}
	switch by.currency {
	case "EUR":
		b.Market, b.Frequency, b.DayCount, b.MinPiece = bond.EuroBond, 1, bond.ActActICMA, 100*thousand
	case "GBP":
		b.Market, b.Frequency, b.DayCount, b.MinPiece = bond.UKBond, 1, bond.ActActICMA, 100*thousand
	default:
		b.Market = bond.USBond
	}
	b.Observe(u.calendars)
	return b
}

const (
	thousand = 1000 * units.FaceUnit
	million  = 1000 * thousand
)

// add puts a finished bond at the end, under an identifier of its own.
func (u *builder) add(b bond.Bond, by issuer) {
	u.strike(&b, by)
	u.bonds = append(u.bonds, b)
}

// eighths is the nearest coupon that is a multiple of an eighth of a percent, at least one.
func eighths(percent float64) units.Rate {
	return units.Rate(max(1, int(percent*8+0.5))) * units.RateUnit / 8
}

func newBuilder(calendars *bond.Calendars) *builder {
	return &builder{dice: newDice(20250616), issuers: issuers(), calendars: calendars,
		mint:       mint{issues: map[string]int{}, names: map[string]bool{}},
		benchmarks: map[units.Currency][]int{}}
}
