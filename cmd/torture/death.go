package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"
)

// death is how and when a life is to end.
type death struct {
	name  string
	order string        // for the disk of the powercut build
	after time.Duration // from when the trigger was met
	start bool          // the trigger is the launch; else the first logon, or:
	met   trigger
	fault bool // the process ends by itself, because its disk fails
}

// trigger looks at a message that somebody said or heard.
type trigger func(s *line, ours bool, m message) bool

// way is one kind of death, with how often it is chosen.
type way struct {
	weight int
	make   func(chance *rand.Rand) death
}

func upTo(chance *rand.Rand, most time.Duration) time.Duration {
	return time.Duration(chance.Int64N(int64(most)))
}

// when is a death at a message.
func when(name string, within time.Duration, met trigger) func(*rand.Rand) death {
	return func(chance *rand.Rand) death {
		// The message may be the first of its kind, or any of many.
		left := chance.IntN(4)
		if chance.IntN(3) == 0 {
			left = chance.IntN(60)
		}
		counted := func(s *line, ours bool, m message) bool {
			if met(s, ours, m) {
				left--
			}
			return left < 0
		}
		return death{name: name, after: upTo(chance, within), met: counted}
	}
}

func said(kind, part string) trigger {
	return func(_ *line, ours bool, m message) bool {
		return ours && m.kind == kind && (part == "" || strings.Contains(m.fields[0].value, part))
	}
}

func heard(kind string) trigger {
	return func(_ *line, ours bool, m message) bool { return !ours && m.kind == kind }
}

// either is whatever says it, in the one profile or in the other.
func either(list, quotes trigger) trigger {
	return func(s *line, ours bool, m message) bool { return list(s, ours, m) || quotes(s, ours, m) }
}

// hit hears that a quote is taken.
func hit(_ *line, ours bool, m message) bool {
	return !ours && m.kind == "AJ" && m.get("694") == "1"
}

func resend(_ *line, _ bool, m message) bool { return m.kind == "2" }

// ways are the kills that any build knows.
func ways() []way {
	return []way{
		{14, func(c *rand.Rand) death {
			return death{name: "at random", after: upTo(c, 500*time.Millisecond)}
		}},
		{7, func(c *rand.Rand) death {
			return death{name: "in start-up", start: true, after: upTo(c, 250*time.Millisecond)}
		}},
		{12, when("a list is sent", 3*time.Millisecond, said("E", ""))},
		{5, when("between fragments", 2*time.Millisecond, said("E", "|893=N|"))},
		{8, when("dealers are asked", time.Millisecond, heard("E"))},
		{4, when("by quote request", time.Millisecond, either(said("R", ""), heard("R")))},
		{5, when("a quote is sent", 2*time.Millisecond, either(said("l", ""), said("S", "")))},
		{12, when("a quote is taken", 4*time.Millisecond, either(said("L", ""), said("AJ", "|694=1|")))},
		{8, when("in last look", 30*time.Millisecond, either(heard("L"), hit))},
		{10, when("a dealer confirms", 3*time.Millisecond, either(said("N", "429=4"), said("AI", "|693=")))},
		{12, when("in the reports", time.Millisecond, heard("8"))},
		{7, when("at the net ticket", time.Millisecond, heard("AK"))},
		{8, when("in a resend", 3*time.Millisecond, resend)},
	}
}

// orderedMarks are what a cut waits for in the journal.
func orderedMarks() []string {
	return []string{`"type":"Begun"`, `"type":"FragmentReceived"`, `"type":"Opened"`,
		`"type":"QuoteReceived"`, `"type":"QuoteAwarded"`, `"type":"Traded"`, `"type":"Traded"`,
		`"type":"Traded"`, `"type":"TicketAnswered"`, `"type":"AwardLost"`, `"type":"Lapsed"`,
		`"type":"StatePushed"`, "35=8", "35=8", "35=AK", "35=l", "35=S", "35=AI", "35=AJ", "reserve", "received", "*", "*", "*"}
}

// ordered is a cut that the disk itself carries out.
func ordered(chance *rand.Rand) death {
	mark, how := pick(chance, orderedMarks()), pick(chance, []string{"before", "torn", "after", "after"})
	nth := 1 + chance.IntN(4)
	if mark == "*" {
		nth = 1 + chance.IntN(100)
	}
	d := death{name: "cut " + how + " the sync of " + mark, after: 4 * time.Second}
	if chance.IntN(12) == 0 {
		return failing(chance, pick(chance, []string{"eio", "full"}))
	}
	d.order = fmt.Sprintf("%d %s %d %s", chance.Uint32(), how, nth, mark)
	return d
}

// failing is a disk that fails, at something that comes in every life.
func failing(chance *rand.Rand, how string) death {
	mark := pick(chance, []string{`"type":"Begun"`, `"type":"Opened"`, `"type":"QuoteReceived"`,
		`"type":"QuoteAwarded"`, `"type":"Traded"`, "35=8", "received", "*"})
	d := death{name: "25 the sync fails", fault: true, after: 4 * time.Second,
		order: fmt.Sprintf("%d %s %d %s", chance.Uint32(), how, 1+chance.IntN(4), mark)}
	if how == "full" {
		d.name = "24 the disk is full"
	}
	return d
}

// draw chooses the next death. Disks fail in every era with cuts, as chance alone would bring too
// few of them.
func (e *era) draw(only string) death {
	d := drawDeath(e.deaths, e.powercut)
	switch {
	case e.powercut && e.life%6 == 2:
		d = failing(e.deaths, "full")
	case e.powercut && e.life%6 == 5:
		d = failing(e.deaths, "eio")
	}
	for range 10_000 {
		if strings.Contains(d.name, only) {
			break
		}
		d = drawDeath(e.deaths, e.powercut)
	}
	return d
}

// drawDeath chooses.
func drawDeath(chance *rand.Rand, powercut bool) death {
	if powercut && chance.IntN(2) == 0 {
		return ordered(chance)
	}
	all, sum := ways(), 0
	for _, w := range all {
		sum += w.weight
	}
	n := chance.IntN(sum)
	for _, w := range all {
		if n -= w.weight; n < 0 {
			d := w.make(chance)
			if powercut {
				d.order = fmt.Sprintf("%d none 0 *", chance.Uint32())
			}
			return d
		}
	}
	panic("torture: the weights do not add up")
}
