package session

import (
	"strings"
	"testing"

	"foliogate/gateway"
)

// value returns a field of a message that is written with bars.
func value(body, tag string) string {
	_, rest, _ := strings.Cut(body, "|"+tag+"=")
	v, _, _ := strings.Cut(rest, "|")
	return v
}

func TestAbsentCounterpartyHearsWhatIsStillTrue(t *testing.T) {
	t.Parallel()
	g := open(t, t.TempDir(), Limits{}, accepted("CLIENT"))
	g.desk.publish(t, gateway.Opened{}, gateway.QuoteReceived{}, fills("CLIENT", 2), gateway.QuoteLost{})
	c := g.dialRaw(t, "CLIENT")
	c.logOn(t, known)
	c.expect(t, "8", "|17=X3-0|")
	c.expect(t, "8", "|17=X3-1|")
	c.expect(t, "l", "|58=STALE|")
	c.expect(t, "E", "|58=now|", "|97=Y|")
	g.desk.publish(t, gateway.Opened{})
	c.expect(t, "E", "|66=L1|")
	c.expect(t, "k", "|374=N|")
}

func TestRestartGoesOn(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	g := open(t, dir, Limits{}, accepted("CLIENT"))
	way := newSwitchboard(t, g.Addr("CLIENT").String())
	c := g.client(t, "CLIENT", func(o *PeerOptions) { o.Address = way.Addr().String() })
	c.logOn(t)
	seen := newHistory()
	g.desk.publish(t, fills("CLIENT", 50))
	for range 50 {
		seen.note(t, c.next(t, "8", "E"))
	}
	way.cut("127.0.0.1:1")
	g.log.has(t, "logged out")
	g.desk.publish(t, fills("CLIENT", 30), gateway.Opened{})
	g.close(t)

	g = open(t, dir, Limits{}, accepted("CLIENT"))
	way.cut(g.Addr("CLIENT").String())
	for range 30 {
		got := c.next(t, "8")
		if !got.PossResend || got.again {
			t.Fatalf("a report of before the start is %s", got.body)
		}
		seen.note(t, got)
	}
	if got := c.next(t, "E"); !got.PossResend {
		t.Errorf("what is current is %s", got.body)
	}
	g.desk.publish(t, fills("CLIENT", 1))
	last := c.next(t, "8")
	if seen.note(t, last); last.PossResend {
		t.Errorf("a new report is %s", last.body)
	}
	if len(seen.reports) != 81 || len(seen.content) != 81 {
		t.Errorf("%d reports under %d numbers", len(seen.reports), len(seen.content))
	}
}

func TestCrashLosesNothing(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	g := open(t, dir, Limits{}, accepted("CLIENT"))
	way := newSwitchboard(t, g.Addr("CLIENT").String())
	c := g.client(t, "CLIENT", func(o *PeerOptions) { o.Address = way.Addr().String() })
	c.logOn(t)
	seen := newHistory()
	g.desk.publish(t, fills("CLIENT", 2000))
	for range 700 { // somewhere among them
		seen.note(t, c.next(t, "8", "E"))
	}
	way.cut("127.0.0.1:1") // first: what is heard after the copy was made would be a lie
	after := g.crash(t, dir)
	g.close(t)

	g = open(t, after, Limits{}, accepted("CLIENT"))
	way.cut(g.Addr("CLIENT").String())
	g.desk.publish(t, fills("CLIENT", 1))
	for len(seen.reports) < 2001 {
		seen.note(t, c.next(t, "8", "E"))
	}
}

func TestManySessionsShareSyncs(t *testing.T) {
	t.Parallel()
	names := []string{"C1", "C2", "C3", "C4"}
	var rows []Row
	for _, name := range names {
		rows = append(rows, accepted(name))
	}
	g := open(t, t.TempDir(), Limits{}, rows...)
	var all []*counterparty
	for _, name := range names {
		all = append(all, g.client(t, name, nil))
	}
	for _, c := range all {
		c.logOn(t)
		c.next(t, "E")
	}
	before := g.journal.Stats()
	const n = 500
	for _, name := range names {
		g.desk.publish(t, fills(name, n))
	}
	for _, c := range all {
		for range n {
			c.next(t, "8")
		}
	}
	now := g.journal.Stats()
	records, syncs := now.Records-before.Records, now.Syncs-before.Syncs
	t.Logf("%d records in %d syncs", records, syncs)
	if records < 4*n || syncs > records/8 {
		t.Errorf("%d syncs for %d records", syncs, records)
	}
}
