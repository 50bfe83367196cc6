package universe

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"

	"foliogate/gateway/bond"
	"foliogate/gateway/units"
)

// A basketLine is a row of switch_basket.csv: a bond's terms and price, and how much of it trades.
type basketLine struct {
	side            string // the client's: SELL or BUY
	rating          string
	coupon          units.Rate
	dated, maturity units.Date
	dayCount        bond.DayCount
	frequency       int
	face            units.Face
	clean           units.Price
}

// readSwitch reads switch_basket.csv.
func readSwitch(r io.Reader) ([]basketLine, error) {
	rows, err := csv.NewReader(r).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("switch basket: %w", err)
	}
	var lines []basketLine
	for i, row := range rows[1:] {
		cell := func(name string) string { return cellOf(rows[0], row, name) }
		l := basketLine{side: cell("side(client)"), rating: cell("rating")}
		var wrong [7]error
		l.coupon, wrong[0] = units.ParseRate(cell("coupon_pct"))
		l.dated, wrong[1] = units.ParseDate(cell("dated"))
		l.maturity, wrong[2] = units.ParseDate(cell("maturity"))
		l.dayCount, wrong[3] = bond.ParseDayCount(cell("day_count"))
		l.frequency, wrong[4] = strconv.Atoi(cell("freq"))
		l.face, wrong[5] = units.ParseFace(cell("notional"))
		l.clean, wrong[6] = units.ParsePrice(cell("clean"))
		for _, err := range wrong {
			if err != nil {
				return nil, fmt.Errorf("switch basket:%d: %w", i+2, err)
			}
		}
		lines = append(lines, l)
	}
	return lines, nil
}

func cellOf(header, row []string, name string) string {
	for i, column := range header {
		if column == name {
			return row[i]
		}
	}
	return ""
}

// switched adds the bonds of the switch, in the order of its lines, and returns their indexes.
// Firms of a line's rating take turns.
func (u *builder) switched(lines []basketLine) []int {
	turn := map[string]int{}
	var at []int
	for _, l := range lines {
		firms := u.rated("USD", l.rating)
		by := firms[turn[l.rating]%len(firms)]
		turn[l.rating]++
		b := u.draft(by)
		b.Coupon, b.Dated, b.Maturity = l.coupon, l.dated, l.maturity
		b.DayCount, b.Frequency, b.Evaluated = l.dayCount, l.frequency, l.clean
		b.AmountOutstanding = u.outstanding(25 * l.face)
		if !u.name(&b, "") {
			u.fail(&b, errDoubledName)
		}
		u.settle(&b, 1)
		at = append(at, len(u.bonds))
		u.add(b, by)
	}
	return at
}

// settle gives a priced bond what depends on its duration.
func (u *builder) settle(b *bond.Bond, penalty float64) {
	v, err := value(*b)
	if err != nil {
		u.fail(b, err)
		return
	}
	duration, err := v.duration(b.Evaluated)
	u.fail(b, err)
	u.liquidity(b, duration, penalty)
}

// outstanding is a usual size of an issue that is at least so large.
func (u *builder) outstanding(least units.Face) units.Face {
	sizes := []units.Face{300, 400, 500, 500, 600, 750, 750, 1000, 1000, 1250, 1500, 1750, 2000, 2500}
	i := u.below(len(sizes))
	for i < len(sizes)-1 && sizes[i]*million < least {
		i++
	}
	return sizes[i] * million
}
