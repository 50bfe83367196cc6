package gateway

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"testing"
)

const (
	seeds = 150
	steps = 150
)

// Whatever is commanded in whatever order, the auditor finds nothing, the journal
// replays to the same book, and inquiries that were handed out never change.
func TestAnyOrderOfCommands(t *testing.T) {
	reached := map[Phase]int{}
	twoWays, expired := 0, 0
	for seed := range uint64(seeds) {
		c := newChance(t, seed)
		var held []Inquiry
		var was [][]byte
		for range steps {
			c.step()
			for _, id := range sortedKeys(c.book.inquiries) {
				if c.IntN(20) == 0 {
					held, was = append(held, c.book.inquiries[id]), append(was, printed(t,
						c.book.inquiries[id]))
				}
			}
		}
		c.close()
		for i := range held {
			if now := printed(t, held[i]); !bytes.Equal(was[i], now) {
				t.Errorf("an inquiry that was handed out changed from\n%s\nto\n%s", was[i], now)
			}
		}
		for _, q := range c.book.inquiries {
			reached[q.Phase]++
			if q.Execution != nil && q.Execution.Side != 0 {
				twoWays++
			}
			for _, r := range q.Routes {
				for _, quote := range r.Quotes {
					if quote.State == Outlived {
						expired++
					}
				}
			}
		}
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
	for phase := Receiving; phase <= Expired; phase++ {
		if reached[phase] == 0 {
			t.Errorf("no inquiry ended as %s: the test does not reach far enough", phase)
		}
	}
	if twoWays < seeds/10 || expired < seeds {
		t.Errorf("%d two-way quotes were taken and %d expired: too few to tell", twoWays, expired)
	}
	t.Logf("%d sequences of %d commands ended as %v; %d two-way trades, %d quotes expired", seeds, steps,
		reached, twoWays, expired)
}

func printed(t testing.TB, q Inquiry) []byte {
	t.Helper()
	b, err := json.Marshal(q)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// The same commands at the same times give the same bytes, ids included; under
// another key all ids that counterparties see are others.
func TestSameCommandsSameEntries(t *testing.T) {
	journal := func(key byte) (lines []byte, ids map[string]string) {
		c := newChance(t, 42)
		c.policy.Key[0] = key
		for range steps {
			c.step()
		}
		for _, entry := range c.entries {
			lines = append(entry.AppendJSON(lines), '\n')
		}
		return lines, c.auditor.seen
	}
	first, ids := journal(1)
	again, _ := journal(1)
	if !bytes.Equal(first, again) {
		t.Error("the same commands gave other entries")
	}
	_, others := journal(2)
	for id := range others {
		if _, same := ids[id]; same {
			t.Errorf("%s is made without the key", id)
		}
	}
	if len(ids) < 10 {
		t.Errorf("only %d ids were compared", len(ids))
	}
}

// Commands whose every field holds anything at all are answered: nothing panics, and
// the auditor and the replay hold as ever.
func TestAnythingAtAll(t *testing.T) {
	for seed := range uint64(40) {
		c := newChance(t, 1000+seed)
		c.run("NORTHGATE submit L1 1-3")
		c.run("NORTHGATE submit L2 1-3 kind=spread")
		c.run("NORTHGATE submit L3 1-3 kind=percent")
		c.run("ALDER bid L1 B1 total=1100000")
		for range 200 {
			if c.IntN(4) == 0 {
				c.step()
				continue
			}
			for _, entry := range c.do(c.anything()) {
				c.learn(entry)
			}
		}
		c.close()
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

// anything is a command of random content, often about an inquiry that there is.
func (c *chance) anything() Command {
	o := Origin{pick(c, firms...), c.IntN(9)}
	client, dealer := pick(c, "L1", "L2", "L3", "L9"), c.someRoute(o.Firm)
	quote := pick(c, "B1", c.someBid())
	made := pick[any](c, &Submit{}, &Ask{}, &Accept{}, &Cancel{}, &Enquire{}, &Replay{},
		&Acknowledge{},
		&Bid{}, &PriceLines{}, &Pass{}, &Confirm{}, &Affirm{}, &Dispute{}, &Tick{}, &Disconnect{},
		&Connect{})
	v := reflect.ValueOf(made).Elem()
	fill(c.Rand, v)
	set := func(field string, value any) {
		if f := v.FieldByName(field); f.IsValid() && c.IntN(8) > 0 {
			f.Set(reflect.ValueOf(value))
		}
	}
	v.FieldByName("Origin").Set(reflect.ValueOf(o))
	set("ListID", client)
	set("List", dealer)
	set("Quote", quote)
	switch made := made.(type) {
	case *Accept:
		made.Quote = c.someQuote(o.Firm, client)
	case *Submit:
		made.ListID = pick(c, client, fmt.Sprintf("M%d", c.IntN(50)))
		sensible := c.someSubmit(o, client)
		for i := range made.Lines {
			if c.IntN(2) == 0 {
				made.Lines[i] = sensible.Lines[i%len(sensible.Lines)]
				made.Lines[i].Number = i + 1
				fill(c.Rand, reflect.ValueOf(&made.Lines[i]).Elem().Field(c.IntN(11)))
			}
		}
		for i := range made.Lines { // an empty list is no list: neither is written
			if l := &made.Lines[i]; len(l.Allocations) == 0 {
				l.Allocations = nil
			}
		}
		if c.IntN(2) == 0 {
			made.Terms, made.TotalLines, made.Wrong = sensible.Terms, len(made.Lines), nil
		}
	}
	return v.Interface().(Command)
}
