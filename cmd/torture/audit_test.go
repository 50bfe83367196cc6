package main

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"foliogate/fixspec/wire"
	"foliogate/gateway"
	"foliogate/gateway/units"
)

// An auditor that cannot find anything proves nothing: each test breaks one promise.

func newTestFloor(t *testing.T) *floor {
	t.Helper()
	f, err := openFloor(0, 1, &market{}, newCounts(), 1)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(f.close)
	return f
}

// told is a message as the gateway would send it.
func told(kind string, number int, body string) message {
	raw := wire.AppendInt(wire.Begin(nil, kind), 34, number)
	return read(wire.Finish(append(raw, bars(body)...), 0))
}

// found tells whether a violation with these words was noted.
func found(t *testing.T, f *floor, words string) {
	t.Helper()
	if all := strings.Join(f.found, "\n"); words == "" && all != "" || !strings.Contains(all, words) {
		t.Errorf("found %q where %q belongs", all, words)
	}
}

func TestLineFindsBrokenNumbers(t *testing.T) {
	for _, c := range []struct {
		name, words string
		messages    []message
	}{
		{"in order", "", []message{told("8", 1, "17=A|"), told("8", 2, "17=B|"),
			told("8", 1, "43=Y|122=x|17=A|")}},
		{"over a gap", "", []message{told("8", 3, "17=C|"), told("4", 1, "43=Y|123=Y|36=3|"),
			told("8", 3, "43=Y|17=C|")}},
		{"back", "ran back", []message{told("8", 1, "17=A|"), told("8", 1, "17=A|")}},
		{"other content", "other content", []message{told("8", 1, "17=A|"),
			told("8", 1, "43=Y|17=B|")}},
		{"other content ahead of a gap", "other content", []message{told("8", 2, "17=A|"),
			told("8", 2, "17=B|")}},
		{"an execution is filled over", "filled over", []message{told("8", 2, "17=A|"),
			told("4", 1, "43=Y|123=Y|36=3|")}},
		{"a price is filled over", "", []message{told("l", 2, "390=A|"),
			told("4", 1, "43=Y|123=Y|36=3|")}},
		{"a fill that leads nowhere", "leads from 1", []message{told("4", 1, "123=Y|36=1|")}},
		{"a reject", "rejects our bytes", []message{told("3", 1, "58=no|")}},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := newTestFloor(t)
			l := f.client.line
			l.cable = &cable{}
			l.cable.work.L = &l.cable.mu
			l.cable.Conn = deaf{}
			for _, m := range c.messages {
				l.receive(m)
			}
			found(t, f, c.words)
		})
	}
}

func TestBooksFindWhatIsToldTwice(t *testing.T) {
	for _, c := range []struct {
		name, words string
		second      message
	}{
		{"marked", "", told("8", 2, "97=Y|11=L|17=A|118=1.00|")},
		{"not marked", "not marked", told("8", 2, "11=L|17=A|118=1.00|")},
		{"other money", "differs", told("8", 2, "97=Y|11=L|17=A|118=2.00|")},
		{"another execution of the line", "executed twice", told("8", 2, "11=L|17=B|118=1.00|")},
	} {
		t.Run(c.name, func(t *testing.T) {
			f, b := newTestFloor(t), newBooks()
			b.enter("client", f, told("8", 1, "11=L|17=A|118=1.00|"))
			b.enter("client", f, c.second)
			found(t, f, c.words)
		})
	}
}

// traded is an inquiry of two lines that HALYARD won, with everybody's books of it.
func traded(f *floor) (*ledger, *inquiry, *shown) {
	x := &gateway.Execution{Trade: "T", Dealer: "HALYARD", Fills: []gateway.Fill{
		{Price: 99 * units.PriceUnit, Net: 500}, {Price: 98 * units.PriceUnit, Net: -200}}}
	held := gateway.Inquiry{ID: "I1", Client: "BIRCHWOOD-EMS", ListID: "L", Phase: gateway.Settled,
		Execution: x, Routes: []gateway.Route{{Dealer: "HALYARD", ListID: "D"}},
		Lines: []gateway.Line{{Number: 1, ClOrdID: "L-1", Side: gateway.Sell, Face: 100},
			{Number: 2, ClOrdID: "L-2", Side: gateway.Buy, Face: 100}},
		Tickets: []gateway.Settlement{{ID: "N1", Net: 300}}}
	l := &ledger{book: gateway.NewBook(), byID: map[string]gateway.Inquiry{"L": held},
		sent: map[string]map[int]message{}, next: map[string]int{}}
	l.book.Restore(held)
	mine := &inquiry{books: newBooks(), id: "L", outcome: "EXECUTED"}
	f.client.inquiries["L"], f.client.order = mine, []*inquiry{mine}
	theirs := f.dealers[1].list("D")
	theirs.total = 2
	route := held.Routes[0]
	for i, line := range []string{"31=99|54=2|118=5.00|", "31=98|54=1|118=2.00|"} {
		line = fmt.Sprintf("17=%s|32=1|%s64=D|", x.ExecID(i+1), line)
		mine.enter("client", f, told("8", i+1, fmt.Sprintf("11=L-%d|", i+1)+line))
		theirs.enter("dealer", f, told("8", i+1, "11="+route.LineID(i+1)+"|"+line))
	}
	for _, b := range []books{mine.books, theirs.books} {
		b.enter("both", f, told("AK", 9, "664=N1|54=2|118=3.00|64=D|"))
	}
	return l, mine, theirs
}

func TestAuditFindsBrokenPromises(t *testing.T) {
	for _, c := range []struct {
		name, words string
		spoil       func(l *ledger, mine *inquiry, theirs *shown)
	}{
		{"sound", "", func(*ledger, *inquiry, *shown) {}},
		{"the client lacks a line", "does not have all of it", func(_ *ledger, q *inquiry, _ *shown) {
			delete(q.fills, "T-0001-1")
		}},
		{"the dealer lacks a line", "1 of 2 executions", func(_ *ledger, _ *inquiry, d *shown) {
			delete(d.fills, "T-0002-1")
		}},
		{"the dealer lacks a ticket", "0 of 1 tickets", func(_ *ledger, _ *inquiry, d *shown) {
			delete(d.tickets, "N1")
		}},
		{"money differs", "differs from the journal", func(_ *ledger, q *inquiry, _ *shown) {
			q.fills["T-0001-1"] = told("8", 1, "11=L-1|17=T-0001-1|32=1|31=99|54=2|118=5.01|64=D|")
		}},
		{"a line too many", "3 executions of 2 lines", func(_ *ledger, q *inquiry, _ *shown) {
			q.fills["T-0003-1"] = told("8", 3, "11=L-3|17=T-0003-1|")
		}},
		{"a ticket is no sum", "the lines come to", func(l *ledger, q *inquiry, _ *shown) {
			l.byID["L"].Tickets[0].Net = 400
			q.tickets["N1"] = told("AK", 9, "664=N1|54=2|118=4.00|64=D|")
		}},
		{"executions without a trade", "did not trade", func(l *ledger, _ *inquiry, _ *shown) {
			l.restore(func(q *gateway.Inquiry) { q.Execution, q.Phase = nil, gateway.Expired })
		}},
		{"a dealer that did not win", "which it did not win", func(l *ledger, _ *inquiry, _ *shown) {
			l.restore(func(q *gateway.Inquiry) {
				x := *q.Execution
				x.Dealer, q.Execution = "NORTHGATE", &x
				q.Routes = append(q.Routes[:1:1], gateway.Route{Dealer: "NORTHGATE", ListID: "E"})
			})
		}},
		{"acknowledged and lost", "is not in the journal", func(l *ledger, q *inquiry, _ *shown) {
			q.acked = true
			delete(l.byID, "L")
		}},
		{"an execution that is not the journal's", "T-0009-1 of L is not in the journal",
			func(_ *ledger, q *inquiry, _ *shown) {
				delete(q.fills, "T-0002-1")
				q.fills["T-0009-1"] = told("8", 3, "11=L-2|17=T-0009-1|")
			}},
		{"still live", "still open at the end", func(l *ledger, _ *inquiry, _ *shown) {
			l.restore(func(q *gateway.Inquiry) { q.Execution, q.Phase = nil, gateway.Open })
		}},
		{"taken by another answer", `was taken by "", in the journal by "H-1"`,
			func(l *ledger, _ *inquiry, _ *shown) {
				l.restore(func(q *gateway.Inquiry) {
					x := *q.Execution
					x.Response, q.Execution = "H-1", &x
				})
			}},
		{"a quote that is not there", "quote Q", func(_ *ledger, q *inquiry, _ *shown) {
			q.heard = map[string]bool{"Q": true}
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := newTestFloor(t)
			l, mine, theirs := traded(f)
			c.spoil(l, mine, theirs)
			f.audit(l, true)
			found(t, f, c.words)
		})
	}
}

// restore changes the inquiry in the ledger.
func (l *ledger) restore(change func(*gateway.Inquiry)) {
	q := l.byID["L"]
	change(&q)
	l.byID["L"] = q
	l.book = gateway.NewBook()
	l.book.Restore(q)
}

func TestAuditLooksForEveryMessage(t *testing.T) {
	for _, c := range []struct {
		name, words string
		used        int
		held        map[int]message
	}{
		{"there", "", 1, map[int]message{1: told("N", 1, "66=L|")}},
		{"lost", "", 1000, nil},
		{"lost with its number", "the journal knows of 0", 0, nil},
		{"changed", "other content in the journal", 1, map[int]message{1: told("N", 1, "66=M|")}},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := newTestFloor(t)
			f.client.look(told("N", 1, "52=now|66=L|"))
			f.auditNumbers(&ledger{sent: map[string]map[int]message{"BIRCHWOOD-EMS": c.held},
				used: map[string]int{"BIRCHWOOD-EMS": c.used}}, false)
			found(t, f, c.words)
		})
	}
}

// What is lost of a life is its end, and it stays lost; a clean end loses nothing.
func TestAuditFindsHoles(t *testing.T) {
	for _, c := range []struct {
		name, words string
		lives       [3]int // in which numbers 1 to 3 were seen
		held        []int
		again       []int // held at the next audit
		end         bool
	}{
		{name: "all there", held: []int{1, 2, 3}, again: []int{1, 2, 3}, end: true},
		{name: "the end is lost", held: []int{1}, again: []int{1}},
		{name: "a hole", words: "stands before it", held: []int{1, 3}},
		{name: "the end of a life is lost, the next is there", lives: [3]int{0, 0, 1}, held: []int{1, 3},
			again: []int{1, 3}},
		{name: "what was lost comes back", words: "stands before it", held: []int{1},
			again: []int{1, 2, 3}},
		{name: "lost before a clean end", words: "before a clean end", held: []int{1, 2}, end: true},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := newTestFloor(t)
			for i, life := range c.lives {
				f.life = life
				f.client.look(told("N", i+1, "66=L|"))
			}
			for _, held := range [][]int{c.held, c.again} {
				sent := map[int]message{}
				for _, n := range held {
					sent[n] = told("N", n, "66=L|")
				}
				if held != nil {
					f.auditNumbers(&ledger{sent: map[string]map[int]message{"BIRCHWOOD-EMS": sent},
						used: map[string]int{"BIRCHWOOD-EMS": 1000}}, c.end)
				}
			}
			found(t, f, c.words)
		})
	}
}

// A panic that no list asked for is a violation.
func TestAuditFindsPanics(t *testing.T) {
	for cause, words := range map[string]string{
		"a bug over L-1-1-BUG-Bid": "", "index out of range [3]": "L-1-1 is in quarantine: index",
	} {
		f := newTestFloor(t)
		event := gateway.Quarantined{Was: gateway.Open, Phase: gateway.Withdrawn, Cause: cause}
		f.classifyFaults(&ledger{quarantined: []quarantined{{"L-1-1", event}}})
		found(t, f, words)
	}
}

func TestTooFew(t *testing.T) {
	hits := map[string]int{"dies in a resend": 99}
	for _, row := range single() {
		hits[fmt.Sprintf("%d of one kind", row)] = 10
		hits[fmt.Sprintf("%d of another", row)] = 10
	}
	if rows := tooFew(hits, 20); len(rows) != 0 {
		t.Errorf("rows %v have too few", rows)
	}
	hits["15 of another"]--
	if rows := tooFew(hits, 20); len(rows) != 1 || rows[0] != 15 {
		t.Errorf("rows %v have too few", rows)
	}
}

func TestEveryDeathHasATrigger(t *testing.T) {
	f := newTestFloor(t)
	for range 2000 {
		e := &era{floor: f, powercut: f.chance.IntN(2) == 0, deaths: f.chance}
		f.life++
		d := e.draw("")
		if d.name == "" || d.after > 4*time.Second || d.fault && d.order == "" {
			t.Fatalf("a death that never comes: %+v", d)
		}
	}
}
