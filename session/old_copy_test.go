package session

import (
	"fmt"
	"testing"
)

// A copy of the journal of a running gateway has numbers reserved ahead. A gateway that starts on it
// goes on behind them, so that its numbers are not too low; the counterparty asks for what it
// misses, and that gives it away. A crash that lost as much as a crash can lose goes on.
func TestOldCopyWithinTheReservedNumbers(t *testing.T) {
	t.Parallel()
	const reports = 40
	for _, row := range []struct {
		name  string
		later int // what was told since the copy
		tells string
		ask   bool
		halts bool
	}{
		{"a crash", 0, "", true, false},
		{"a crash that lost what was not yet told", reports, "", true, false},
		{"a crash, and it says so", reports, "789=%d|", false, false},
		{"an old copy", reports + ownNumbers + 50, "", true, true},
		{"an old copy, and it says so", reports + ownNumbers + 50, "789=%d|", false, true},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			g := open(t, dir, Limits{}, accepted("CLIENT"))
			c := g.dialRaw(t, "CLIENT")
			m := c.logOn(t, known)
			c.say(t, "5", "")
			for m.msgType != "5" {
				m = c.hear(t)
			}
			c.closed(t)
			g.desk.publish(t, fills("CLIENT", reports)) // nobody is there to be told
			after := g.crash(t, dir)
			g.close(t)

			g = open(t, after, Limits{}, accepted("CLIENT"))
			c = g.dialRaw(t, "CLIENT")
			c.next = 3
			expects := m.MsgSeqNum + 1 + row.later
			fields := known
			if row.tells != "" {
				fields += fmt.Sprintf(row.tells, expects)
			}
			end := c.logOn(t, fields).msgType
			if row.ask {
				if end != "A" {
					t.Fatalf("the Logon is answered with a %s", end)
				}
				c.say(t, "2", fmt.Sprintf("7=%d|16=0|", expects))
				for end != "4" && end != "5" {
					end = c.hear(t).msgType
				}
			}
			if halts := end == "5"; halts != row.halts || g.States()[0].OutOfService != row.halts {
				t.Errorf("ends with a %s: %+v", end, g.States()[0])
			}
			if !row.halts {
				return
			}
			g.log.has(t, "Do not reset numbers", "CLIENT")
			if row.ask {
				c.Close()
				g.log.has(t, "logged out", "CLIENT")
			}
			g.Reopen() // a person has looked
			c = g.dialRaw(t, "CLIENT")
			c.next = g.States()[0].Received + 3 // a gap does no harm, and a number that is too low would
			if m := c.logOn(t, fields); m.msgType != "A" {
				t.Errorf("back in service, the Logon is answered with %s", m.body)
			}
		})
	}
}

// After a reset the numbers that were passed over are used again, and asking for them is asking for
// what was said.
func TestResetForgetsTheReservedNumbers(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	row := accepted("CLIENT")
	row.ResetAllowed = true
	g := open(t, dir, Limits{}, row)
	c := g.dialRaw(t, "CLIENT")
	c.logOn(t, known)
	after := g.crash(t, dir)
	g.close(t)

	g = open(t, after, Limits{}, row)
	c = g.dialRaw(t, "CLIENT")
	c.logOn(t, known+"141=Y|")
	g.desk.publish(t, fills("CLIENT", 3*ownNumbers))
	last := 0
	for last < 2*ownNumbers {
		last = c.hear(t).MsgSeqNum
	}
	c.say(t, "2", fmt.Sprintf("7=%d|16=0|", last))
	c.say(t, "1", "112=still here|")
	for c.hear(t).msgType != "0" {
	}
	g.log.never(t, "do not fit")
}
