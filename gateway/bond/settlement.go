package bond

import (
	"fmt"

	"foliogate/gateway/units"
)

// A cycle is how many settlement days after the trade a market settles, from a trade date on.
type cycle struct {
	from units.Date
	days int
}

// cycles is the settlement-cycle table of a market, latest first.
//
// Sources: dollar bonds and funds T+1 from 28 May 2024 (SR-FINRA-2023-017; MSRB G-12; SEC Rule 15c6-1), T+2 from
// 5 September 2017, T+3 from 7 June 1995. Euro and sterling bonds T+1 from 11 October 2027 (the date
// chosen by the European Union and the United Kingdom), T+2 from 6 October 2014. Treasuries and gilts
// settle T+1 already.
func (m Market) cycles() [3]cycle {
	switch m {
	case USBond, USFund, USMunicipal:
		return [3]cycle{{units.DateOf(2024, 5, 28), 1}, {units.DateOf(2017, 9, 5), 2},
			{units.DateOf(1995, 6, 7), 3}}
	case EuroBond, UKBond:
		return [3]cycle{{units.DateOf(2027, 10, 11), 1}, {units.DateOf(2014, 10, 6), 2}}
	case USTreasury, UKGilt:
		return [3]cycle{{units.DateOf(1990, 1, 1), 1}}
	}
	return [3]cycle{}
}

// SettlementDays is how many settlement days after a trade on that date m settles. ok is false before
// the table begins.
func (m Market) SettlementDays(trade units.Date) (days int, ok bool) {
	for _, c := range m.cycles() {
		if c.from != 0 && trade >= c.from {
			return c.days, true
		}
	}
	return 0, false
}

// Trade and Settle are the calendars of m, nil for a market there is none of.
func (c *Calendars) Trade(m Market) *Calendar {
	switch m {
	case USBond, USTreasury, USMunicipal:
		return c.usTrade
	case EuroBond:
		return c.target
	case UKBond, UKGilt:
		return c.uk
	case USFund:
		return c.nyse
	}
	return nil
}

// Settle is the settlement calendar of m.
func (c *Calendars) Settle(m Market) *Calendar {
	switch m {
	case USBond, USTreasury, USMunicipal:
		return c.usSettle
	case EuroBond:
		return c.target
	case UKBond, UKGilt:
		return c.uk
	case USFund:
		return c.fund
	}
	return nil
}

// SettlementDate is when a trade in b on that date settles by the cycle of its market. A trade on a
// day that is not good for settlement counts from the next one that is: bonds trade on 3 April 2026
// but nothing settles, so a Treasury traded then settles on the 7th.
func (c *Calendars) SettlementDate(b *Bond, trade units.Date) (units.Date, error) {
	calendar := c.Settle(b.Market)
	if calendar == nil {
		return 0, fmt.Errorf("%s: its market is not stated, so it has no settlement cycle", b.ID)
	}
	days, ok := b.Market.SettlementDays(trade)
	if !ok {
		return 0, fmt.Errorf("%s: no settlement cycle of %s is known for a trade on %s", b.ID, b.Market, trade)
	}
	from, err := calendar.Roll(trade)
	if err != nil {
		return 0, err
	}
	return calendar.add(from, days)
}

// CheckSettlementDate says why settle, a date that a counterparty chose (SettlDate(64)), cannot be
// the settlement of a trade in b on that date, or nil.
func (c *Calendars) CheckSettlementDate(b *Bond, trade, settle units.Date) error {
	if settle < trade {
		return fmt.Errorf("settlement %s lies before the trade date %s", settle, trade)
	}
	calendar := c.Settle(b.Market)
	if calendar == nil {
		return fmt.Errorf("%s: its market is not stated, so it has no settlement calendar", b.ID)
	}
	switch open, err := calendar.Open(settle); {
	case err != nil:
		return err
	case !open:
		return fmt.Errorf("%s is not a settlement day of the %s calendar", settle, calendar.name)
	}
	return nil
}

// Observe tells b which calendars its market keeps; bonds that go ex-dividend need them.
func (b *Bond) Observe(c *Calendars) { b.calendars = c }

// SettlementDate is Calendars.SettlementDate by the calendars that b observes.
func (b *Bond) SettlementDate(trade units.Date) (units.Date, error) {
	if b.calendars == nil {
		return 0, errNoCalendars
	}
	return b.calendars.SettlementDate(b, trade)
}
