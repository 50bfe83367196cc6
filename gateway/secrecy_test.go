package gateway

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// What a dealer is told is the same whatever the others do, as long as the client's
// policy does not say otherwise.
func TestADealerNoticesNothingOfTheOthers(t *testing.T) {
	before := []string{"QUIETFUND submit L1 1-3", "QUIETFUND ask L1 ALDER",
		"QUIETFUND ask L1 BIRCH",
		"QUIETFUND ask L1 CEDAR", "ALDER ack L1", "ALDER bid L1 A1 total=1100000"}
	meanwhile := []string{"ALDER bid L1 A2 total=1100500", "ALDER price L1 A2 1=101 2=93.8 3=97.5",
		"ALDER pass L1 A2", "ALDER disconnect", "ALDER connect", "ALDER bid L1 A2 total=1100500",
		"ALDER bid L1 A3 total=1100600", "ALDER confirm L1"}
	after := []string{"ALDER bid L1 A4 total=1100700", "ALDER price L1 A3 1=101 2=93.8 3=97.5",
		"ALDER pass L1 A3", "ALDER confirm L1", "ALDER ack L1", "ALDER connect"}
	others := map[string][2][]string{ // before and after ALDER's meanwhile
		"one wins by a little": {{"BIRCH bid L1 B1 total=1100800"},
			{"QUIETFUND accept L1 BIRCH/B1"}},
		"one wins by a lot": {{"BIRCH bid L1 B1 total=1109000"},
			{"QUIETFUND accept L1 BIRCH/B1"}},
		"one looks, and declines": {{"CEDAR bid L1 C1 total=1101000",
			"QUIETFUND accept L1 CEDAR/C1"},
			{"CEDAR pass L1 C1", "BIRCH bid L1 B1 total=1100900", "QUIETFUND accept L1 BIRCH/B1"}},
		"one looks, and trades": {{"CEDAR bid L1 C1 total=1101000", "QUIETFUND accept L1 CEDAR/C1"},
			{"CEDAR confirm L1"}},
	}
	views := map[string]string{}
	for name, acts := range others {
		s := newScript(t)
		for _, command := range slices.Concat(before, acts[0], meanwhile, acts[1], after) {
			s.run(command)
		}
		if s.inquiry(quietfund, "L1").Phase != Executed {
			t.Fatalf("%s: the list did not trade", name)
		}
		views[name] = s.viewOf(alder)
	}
	want := views["one wins by a little"]
	for name, view := range views {
		if view != want {
			t.Errorf("if %s, ALDER sees\n%s\nand otherwise\n%s", name, view, want)
		}
	}
	if n := strings.Count(want, "\n"); n < 7 {
		t.Errorf("only %d things were seen:\n%s", n, want)
	}
}

// viewOf tells all that a dealer can be sent, with ids by their names.
func (s *script) viewOf(dealer Firm) string {
	var seen strings.Builder
	add := func(what ...any) { seen.WriteString(s.named(fmt.Sprintln(what...))) }
	for _, entry := range s.entries {
		switch e := entry.Event.(type) {
		case CommandRefused:
			if e.To == dealer {
				add(s.event(e))
			}
		case StatusTold:
			if e.To == dealer {
				add(s.event(e))
			}
		case StatePushed:
			if e.To == dealer {
				add(s.event(e))
			}
		case DealersAsked:
			for _, r := range e.Routes {
				if r.Dealer == dealer {
					add("asked", r.ListID, r.State, r.LastLook, r.Account)
				}
			}
		case QuoteAwarded:
			if e.Award.Dealer == dealer {
				add("awarded", e.Award.Quote)
			}
		case Traded:
			for _, loser := range e.Losers {
				if loser.Dealer == dealer {
					add("closed", loser.Quote, loser.Outcome)
				}
			}
		}
	}
	return seen.String()
}

// The ids that two dealers are given for the same list share nothing by which they
// could be matched: beyond the date, symbols agree as often as by chance.
func TestIDsOfTwoDealersAreUncorrelated(t *testing.T) {
	env := newWorld(t).env()
	const rounds = 4000
	agree, following := 0, 0
	seen := map[string]bool{}
	last := ""
	for seq := range uint64(rounds) {
		env.Seq = seq + 1
		a, b := env.listID(alder, IDFormat{}), env.listID(birch, IDFormat{})
		agree += agreement(a, b)
		if last != "" {
			following += agreement(a, last)
		}
		last = a
		for _, id := range []string{a, b, env.quoteID(alder), env.quoteID(birch), env.tradeID()} {
			if seen[id] {
				t.Fatalf("%s came twice", id)
			}
			seen[id] = true
		}
	}
	for what, n := range map[string]int{"two dealers": agree, "one dealer's next list": following} {
		// 12 symbols of 32: 1,500 agree by chance, with a standard deviation of 38.
		if n < 1500-5*38 || n > 1500+5*38 {
			t.Errorf("%s: %d symbols of %d agree", what, n, rounds*opaqueLength)
		}
	}
}

func agreement(a, b string) int {
	a, b = a[len(a)-opaqueLength:], b[len(b)-opaqueLength:]
	n := 0
	for i := range a {
		if a[i] == b[i] {
			n++
		}
	}
	return n
}
