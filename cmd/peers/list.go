package main

import (
	"fmt"
	"strings"
	"time"

	"foliogate/fixspec/wire"
	"foliogate/gateway"
	"foliogate/gateway/bond"
	"foliogate/gateway/units"
	"foliogate/testdata"
	"foliogate/testdata/scenario"
)

// tradeDate is the business date of our gateway.
const tradeDate = "2025-06-16"

// portfolio is what the client trades, and what a dealer gives for it.
type portfolio struct {
	market gateway.Market
	orders [][]byte // each line of the list behind its ClOrdID(11)
	total  string   // the client's clean cash at the evaluated prices
}

func newPortfolio(lines int) (*portfolio, error) { return portfolioOf(lines, 1) }

// portfolioOf is another portfolio for each seed.
func portfolioOf(lines int, seed uint64) (*portfolio, error) {
	date, err := units.ParseDate(tradeDate)
	if err != nil {
		return nil, err
	}
	market, err := openMarket()
	if err != nil {
		return nil, err
	}
	bonds := market.Universe
	rows, err := scenario.Basket(lines, seed, bonds, date)
	if err != nil {
		return nil, err
	}
	p := &portfolio{market: market}
	var cash units.Money
	for i, r := range rows {
		b, _ := bonds.Get(r.ID)
		settle, err := b.SettlementDate(date)
		if err != nil {
			return nil, err
		}
		worth, side := units.Principal(r.Face, b.Evaluated, "USD"), "2"
		if r.Side != gateway.Sell {
			worth, side = -worth, "1"
		}
		cash += worth
		p.orders = append(p.orders, bars(fmt.Sprintf("67=%d|1=%s|63=6|64=%s|18=G|55=[N/A]|48=%s|22=1|"+
			"460=3|167=CORP|54=%s|854=0|38=%s|40=1|423=3|15=USD|59=6|", i+1, r.Account, settle.FIX(), r.ID,
			side, r.Face)))
	}
	p.total = cash.Format("USD")
	return p, nil
}

func openMarket() (m gateway.Market, err error) {
	days, err := bond.LoadCalendars(strings.NewReader(testdata.Holidays()), "calendars")
	if err != nil {
		return m, err
	}
	bonds, err := bond.LoadUniverse(strings.NewReader(testdata.Universe()), "universe")
	if err != nil {
		return m, err
	}
	bonds.Observe(days)
	return gateway.Market{Universe: bonds, Calendar: days}, nil
}

// fragmentLines is how many lines a fragment of a list has.
const fragmentLines = 250

// bodies are the NewOrderList(E)s of a list, so many lines in each.
func (p *portfolio) bodies(id string, lines int, deadline time.Time) [][]byte {
	end := bars("126=" + stamp(deadline) + "|120=USD|")
	var all [][]byte
	for from := 0; from < len(p.orders); from += lines {
		to := min(from+lines, len(p.orders))
		last := "N"
		if to == len(p.orders) {
			last = "Y"
		}
		b := bars(fmt.Sprintf("66=%s|391=R-%s|414=3|394=2|433=2|69=AON|68=%d|893=%s|73=%d|",
			id, id, len(p.orders), last, to-from))
		for i := from; i < to; i++ {
			b = fmt.Appendf(b, "11=%s-%d\x01", id, i+1)
			b = append(append(b, p.orders[i]...), end...)
		}
		all = append(all, b)
	}
	return all
}

func bars(text string) []byte {
	return []byte(strings.ReplaceAll(text, "|", string(rune(wire.SOH))))
}

func stamp(t time.Time) string { return t.UTC().Format("20060102-15:04:05.000") }
