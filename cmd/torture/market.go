package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"foliogate/gateway"
	"foliogate/gateway/bond"
	"foliogate/gateway/units"
	"foliogate/testdata"
	"foliogate/testdata/scenario"
)

// market is what everybody knows: the bonds, and portfolios of them.
type market struct {
	bonds   *bond.Universe
	baskets [][]scenario.Row
}

// tradeDate is the business date of the gateway's configuration.
const tradeDate = "2025-06-16"

// openMarket makes portfolios of the sizes, each some times over.
func openMarket(sizes []int) (*market, error) {
	days, err := bond.LoadCalendars(strings.NewReader(testdata.Holidays()), "calendars")
	if err != nil {
		return nil, err
	}
	m := &market{}
	if m.bonds, err = bond.LoadUniverse(strings.NewReader(testdata.Universe()), "universe"); err != nil {
		return nil, err
	}
	m.bonds.Observe(days)
	date, err := units.ParseDate(tradeDate)
	if err != nil {
		return nil, err
	}
	for i, size := range sizes {
		rows, err := scenario.Basket(size, uint64(i), m.bonds, date)
		if err != nil {
			return nil, err
		}
		m.baskets = append(m.baskets, rows)
	}
	return m, nil
}

// lineText is one line of a NewOrderList(E).
func (m *market) lineText(list string, n int, r scenario.Row, deadline time.Time) string {
	b, _ := m.bonds.Get(r.ID)
	settle, err := b.SettlementDate(mustDate())
	if err != nil {
		panic(err) // the baskets are made of bonds that settle
	}
	side := "1"
	if r.Side == gateway.Sell {
		side = "2"
	}
	return fmt.Sprintf("11=%s-%d|67=%d|1=%s|63=6|64=%s|18=G|55=[N/A]|48=%s|22=1|54=%s|854=0|38=%s|"+
		"40=1|423=3|15=USD|59=6|126=%s|120=USD|", list, n, n, r.Account, settle.FIX(), r.ID, side,
		r.Face, stamp(deadline))
}

func mustDate() units.Date {
	date, err := units.ParseDate(tradeDate)
	if err != nil {
		panic(err) // a constant
	}
	return date
}

// worth is the client's clean cash for a line at the evaluated price.
func (m *market) worth(id, side, face string) (units.Money, error) {
	b, ok := m.bonds.Get(id)
	if !ok {
		return 0, fmt.Errorf("%s is no bond", id)
	}
	f, err := units.ParseFace(face)
	if err != nil {
		return 0, err
	}
	cash := units.Principal(f, b.Evaluated, "USD")
	if side == "1" {
		cash = -cash
	}
	return cash, nil
}

// listTexts are the bodies of a list's NewOrderList(E)s, in so many fragments.
func (m *market) listTexts(id string, rows []scenario.Row, deadline time.Time, parts int) []string {
	const head = "66=%s|391=R-%s|414=3|394=2|433=2|69=AON|68=%d|893=%s|73=%d|"
	var texts []string
	for part := range parts {
		from, to := len(rows)*part/parts, len(rows)*(part+1)/parts
		last := "N"
		if part == parts-1 {
			last = "Y"
		}
		var b strings.Builder
		fmt.Fprintf(&b, head, id, id, len(rows), last, to-from)
		for i := from; i < to; i++ {
			b.WriteString(m.lineText(id, i+1, rows[i], deadline))
		}
		texts = append(texts, b.String())
	}
	return texts
}

// one of some.
func pick[T any](chance *rand.Rand, some []T) T { return some[chance.IntN(len(some))] }
