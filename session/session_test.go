package session

import (
	"strings"
	"testing"
)

func TestBothDirections(t *testing.T) {
	t.Parallel()
	g := open(t, t.TempDir(), Limits{}, accepted("CLIENT"))
	c := g.client(t, "CLIENT", nil)
	c.logOn(t)
	c.say(t, "M", "66=L1\x01")
	if got := c.next(t, "N", "E"); !strings.Contains(got.body, "|66=L1|431=1|10=") {
		t.Errorf("the status is %s", got.body)
	}
	g.desk.publish(t, fills("CLIENT", 1000), fills("ANOTHER", 5))
	last := 0
	for i := range 1000 {
		got := c.next(t, "8")
		if last != 0 && got.MsgSeqNum != last+1 || got.PossResend {
			t.Fatalf("report %d is %s behind number %d", i, got.body, last)
		}
		last = got.MsgSeqNum
	}
	stats := g.journal.Stats()
	t.Logf("%d records in %d syncs", stats.Records, stats.Syncs)
	if stats.Syncs > stats.Records/4 {
		t.Errorf("%d syncs for %d records", stats.Syncs, stats.Records)
	}
}
