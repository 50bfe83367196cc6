package scenario

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"

	"foliogate/gateway"
	"foliogate/gateway/bond"
	"foliogate/gateway/units"
)

// Basket makes a basket of so many rows out of the dollar corporates of u that trade on that date
// and that have exact cash. SwitchLines of them are the switch itself, whatever the seed.
//
// Like the switch, an account sells its longer bonds and buys its shorter ones, and holds a bond
// once: a basket of more rows than there are bonds has several accounts.
func Basket(lines int, seed uint64, u *bond.Universe, trade units.Date) ([]Row, error) {
	if lines < 1 {
		return nil, fmt.Errorf("a basket of %d lines: it takes at least one", lines)
	}
	if lines == SwitchLines {
		return switchOf(u)
	}
	tradable, err := quotes(u, trade)
	if err != nil {
		return nil, err
	}
	accounts := (lines + len(tradable) - 1) / len(tradable)
	rows := make([]Row, 0, lines)
	chance := rand.NewPCG(seed, uint64(lines))
	for n := range accounts {
		name := fmt.Sprintf("BIRCHWOOD-%d", n+1)
		size := (lines - len(rows)) / (accounts - n)
		rows = append(rows, account(name, draw(chance, tradable, size), chance)...)
	}
	return rows, nil
}

func switchOf(u *bond.Universe) ([]Row, error) {
	rows, err := Switch()
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		if _, ok := u.Get(r.ID); !ok {
			return nil, fmt.Errorf("the switch trades %s, which is not in the universe %s", r.ID, u.Version)
		}
	}
	return rows, nil
}

// A quote is a bond and the interest that it has accrued where a trade settles.
type quote struct {
	*bond.Bond
	step    units.Face
	accrued bond.Accrued
}

func quotes(u *bond.Universe, trade units.Date) ([]quote, error) {
	var all []quote
	for b := range u.All() {
		if treatment, _ := b.Treatment(); b.Kind != bond.Corporate || b.Currency != "USD" ||
			treatment != bond.Exact || b.Evaluated == 0 {
			continue
		}
		settle, err := u.SettlementDate(b, trade)
		if err != nil {
			return nil, err
		}
		accrued, err := b.AccruedAt(settle)
		if err != nil {
			continue // it has matured, or does not accrue yet
		}
		q := quote{Bond: b, step: max(b.Increment, units.FaceUnit), accrued: accrued}
		if q.least() <= q.most() && q.cash(q.step) > 0 {
			all = append(all, q)
		}
	}
	if len(all) == 0 {
		return nil, errors.New("no dollar corporate of the universe trades on " + trade.String())
	}
	return all, nil
}

// cash is what a face costs at the evaluated price, accrued interest included.
func (q quote) cash(face units.Face) units.Money {
	return units.Principal(face, q.Evaluated, q.Currency) + q.accrued.Money(face, q.Currency)
}

// least and most bound a row's face: a tradable piece, and a twentieth of what is outstanding.
func (q quote) least() units.Face {
	return (max(q.MinPiece, q.step) + q.step - 1) / q.step * q.step
}

func (q quote) most() units.Face { return q.AmountOutstanding / 20 / q.step * q.step }

func (q quote) clamp(face units.Face) units.Face {
	return min(max(face/q.step*q.step, q.least()), q.most())
}

// draw takes n of the bonds by chance, the longest first.
func draw(chance *rand.PCG, from []quote, n int) []quote {
	from = slices.Clone(from)
	for i := range n {
		j := i + int(chance.Uint64()%uint64(len(from)-i))
		from[i], from[j] = from[j], from[i]
	}
	slices.SortFunc(from[:n], func(a, b quote) int {
		if a.Maturity != b.Maturity {
			return int(b.Maturity - a.Maturity)
		}
		return strings.Compare(a.ID, b.ID)
	})
	return from[:n]
}

// account sells the first of the bonds, of 125 sixty-five, and buys the others for the proceeds.
func account(name string, bonds []quote, chance *rand.PCG) []Row {
	rows := make([]Row, len(bonds))
	sells := (len(bonds)*65 + SwitchLines/2) / SwitchLines
	for i, q := range bonds {
		rows[i] = Row{ID: q.ID, Side: gateway.Sell, Account: name, Face: q.clamp(size(chance))}
		if i >= sells {
			rows[i].Side = gateway.Buy
		}
	}
	balance(rows[sells:], bonds[sells:], cash(rows[:sells], bonds[:sells]))
	return rows
}

// size is a face from a quarter of a million to ten million, small ones the more likely.
func size(chance *rand.PCG) units.Face {
	part := float64(chance.Uint64()>>11) / (1 << 53)
	return units.Face(250_000*math.Pow(40, part)) * units.FaceUnit
}

// cash is what rows cost.
func cash(rows []Row, bonds []quote) units.Money {
	var sum units.Money
	for i, r := range rows {
		sum += bonds[i].cash(r.Face)
	}
	return sum
}

// balance makes buys cost so much, to an increment: first all grow or shrink by the same part, and
// then the first with room for it takes what is missing or over.
func balance(buys []Row, bonds []quote, proceeds units.Money) {
	if len(buys) == 0 {
		return
	}
	cost := cash(buys, bonds)
	for i := range buys {
		face, _ := units.MulDivRound(int64(buys[i].Face), int64(proceeds), int64(cost))
		buys[i].Face = bonds[i].clamp(units.Face(face))
	}
	missing := proceeds - cash(buys, bonds)
	for i, q := range bonds {
		before := buys[i].Face
		buys[i].Face = q.clamp(before + units.Face(missing/q.cash(q.step))*q.step)
		missing -= q.cash(buys[i].Face) - q.cash(before)
	}
}
