package main

import (
	"fmt"

	"foliogate/gateway/units"
)

// books are what one counterparty has entered of one list: each execution and each ticket once, by
// its id.
type books struct {
	fills   map[string]message // by ExecID(17)
	byLine  map[string]string  // ExecID(17) by ClOrdID(11)
	tickets map[string]message // by ConfirmID(664)
}

func newBooks() books {
	return books{map[string]message{}, map[string]string{}, map[string]message{}}
}

// enter takes an execution or a ticket. What is known already must be told as what may be known,
// and must say the same.
func (b books) enter(who string, f *floor, m message) {
	kept, id := b.fills, m.get("17")
	if m.kind == "AK" {
		kept, id = b.tickets, m.get("664")
	}
	before, known := kept[id]
	switch {
	case known && before.statement() != m.statement():
		f.violation("%s: %s was told twice, and differs:\n%s\n%s", who, id, before, m)
	case known && m.get("97") != "Y":
		f.violation("%s: %s was told twice, and the second time is not marked: %s", who, id, m)
	case known:
		f.count.retold++
		return
	}
	kept[id] = m
	if m.kind != "8" {
		return
	}
	if other, ok := b.byLine[m.get("11")]; ok && other != id {
		f.violation("%s: line %s was executed twice: %s and %s", who, m.get("11"), other, id)
	}
	b.byLine[m.get("11")] = id
}

// flow is NetMoney(118), positive when the client receives it.
func flow(m message) (units.Money, error) {
	money, err := units.ParseMoney(m.get("118"), "USD")
	if m.get("54") == "1" {
		money = -money
	}
	if err != nil {
		err = fmt.Errorf("%w in %s", err, m)
	}
	return money, err
}

// sums adds up the executions and the tickets by settlement date; where accounts are shown, by
// account too.
func (b books) sums(accounts bool) (fills, tickets map[string]units.Money, err error) {
	fills, tickets = map[string]units.Money{}, map[string]units.Money{}
	for _, m := range b.fills {
		money, fault := flow(m)
		if fault != nil {
			return nil, nil, fault
		}
		key := m.get("64")
		if accounts {
			key += " " + m.get("1")
		}
		fills[key] += money
	}
	for _, m := range b.tickets {
		money, fault := flow(m)
		if fault != nil {
			return nil, nil, fault
		}
		key := m.get("64")
		if accounts {
			key += " " + m.get("79")
		}
		tickets[key] += money
	}
	return fills, tickets, nil
}
