package session

import (
	"errors"
	"strings"
	"testing"

	"foliogate/fixspec/wire"
	"foliogate/gateway"
)

func TestRejects(t *testing.T) {
	t.Parallel()
	g := open(t, t.TempDir(), Limits{}, accepted("CLIENT"))
	c := g.dialRaw(t, "CLIENT")
	c.logOn(t, known)
	c.expect(t, "E")
	for _, m := range []struct {
		msgType, body, answer string
		words                 []string
	}{
		{"M", "58=no list|", "3", []string{"|373=1|", "|371=66|", "|372=M|", "|45=2|", "ListID(66)"}},
		{"L", "66=L|391=B|390=Q|60=yesterday|", "3", []string{"|373=6|", "|371=60|", "TransactTime(60)"}},
		{"D", "11=A|", "j", []string{"|380=3|", "|372=D|", "|45=4|"}},
		{"Z", "131=B|117=Q|298=4|", "j", []string{"|380=1|", "|379=Z1|", "|372=Z|", "|58=unknown|"}},
		{"M", "66=L1|", "N", []string{"|66=L1|"}},
	} {
		c.say(t, m.msgType, m.body)
		c.expect(t, m.answer, m.words...)
	}
}

func TestRejectOf(t *testing.T) {
	t.Parallel()
	g := open(t, t.TempDir(), Limits{}, accepted("CLIENT"))
	for _, c := range []struct {
		err      wire.Error
		business bool
		reason   int
		tag      int
	}{
		{wire.Error{Reason: wire.UnsupportedMsgType, Tag: 35}, true, 3, 0},
		{wire.Error{Reason: wire.ConditionallyRequired, Tag: 44}, true, 5, 0},
		{wire.Error{Reason: wire.Garbled, Tag: 10}, false, 5, 10},
		{wire.Error{Reason: wire.InvalidTag}, false, 0, 0},
		{wire.Error{Reason: wire.IncorrectNumGroup, Tag: 73}, false, 16, 73},
		{wire.Error{Reason: wire.InvalidMsgType, Tag: 35}, false, 11, 35},
	} {
		c.err.Text = "is\x01wrong"
		got := g.order[0].reject(&c.err)
		tag := 0
		if got.RefTagID() != nil {
			tag = int(*got.RefTagID())
		}
		if got.IsBusinessReject() != c.business || got.RejectReason() != c.reason || tag != c.tag ||
			got.Error() != "is wrong" {
			t.Errorf("%v: business %t, reason %d, tag %d, text %q",
				c.err.Reason, got.IsBusinessReject(), got.RejectReason(), tag, got.Error())
		}
	}
	if got := g.order[0].reject(errors.New("odd")); !got.IsBusinessReject() || got.RejectReason() != 4 {
		t.Errorf("an unknown error is answered %d %q", got.RejectReason(), got)
	}
}

func TestPanicIsContained(t *testing.T) {
	t.Parallel()
	g := open(t, t.TempDir(), Limits{}, accepted("BAD"), accepted("GOOD"))
	bad, good := g.dialRaw(t, "BAD"), g.dialRaw(t, "GOOD")
	for _, c := range []*raw{bad, good} {
		c.logOn(t, known)
		c.expect(t, "E")
	}
	bad.say(t, "K", "66=L1|60=20250616-13:30:00|")
	bad.expect(t, "j", "|380=4|", "|372=K|", "|45=2|")
	bad.expect(t, "5", "out of service")
	g.log.has(t, "ERROR", "out of service", "the test's own")
	bad.say(t, "5", "")
	g.log.has(t, "logged out", "BAD")
	again := g.dialRaw(t, "BAD")
	again.next = 4
	if got := again.logOn(t, known); got.msgType != "5" {
		t.Errorf("the next Logon is answered %s", got.body)
	}
	good.say(t, "M", "66=L1|")
	good.expect(t, "N")
	if !g.States()[0].OutOfService || g.States()[1].OutOfService {
		t.Errorf("the states are %+v", g.States())
	}
}

func TestPanicOverAnEntryIsContained(t *testing.T) {
	t.Parallel()
	g := open(t, t.TempDir(), Limits{}, accepted("CLIENT"))
	c := g.dialRaw(t, "CLIENT")
	c.logOn(t, known)
	c.expect(t, "E")
	g.desk.publish(t, fills("CLIENT", 1), gateway.TicketAnswered{})
	c.expect(t, "8")
	c.expect(t, "5", "out of service")
	g.log.has(t, "a panic over entry 3")
}

func TestFaultyDeskCountsNothing(t *testing.T) {
	t.Parallel()
	g := open(t, t.TempDir(), Limits{}, accepted("CLIENT"))
	c := g.dialRaw(t, "CLIENT")
	c.logOn(t, known)
	c.expect(t, "E")
	g.desk.mu.Lock()
	g.desk.fault = errors.New("the journal failed")
	g.desk.mu.Unlock()
	c.say(t, "M", "66=L1|")
	c.closed(t)
	if now := g.States()[0]; now.Received != 1 || now.Sent != 2 {
		t.Errorf("the numbers are %+v", now)
	}
}

// comeBack logs the first row's client on with the number that is expected of it. The one before may
// still be leaving, and its last message be counted: then it tries again.
func (g *gatewayAt) comeBack(t *testing.T, client string) *raw {
	t.Helper()
	for ctx := soon(t); ; {
		c := g.dialRaw(t, client)
		c.next = g.States()[0].Received + 1
		c.say(t, "A", "98=0|108=30|"+known)
		got, err := c.read(t)
		if got.msgType == "A" {
			return c
		}
		c.Close()
		if ctx.Err() != nil {
			t.Fatalf("the Logon is answered %s, %v", got.body, err)
		}
	}
}

func TestHarm(t *testing.T) {
	t.Parallel()
	g := open(t, t.TempDir(), Limits{}, accepted("BAD"), accepted("GOOD"))
	good := g.dialRaw(t, "GOOD")
	good.logOn(t, known)
	good.expect(t, "E")
	for _, m := range []struct{ msgType, body string }{
		{"M", "66=L|34=|"}, {"M", "66=L|34=99999999999999999999|"}, {"M", "66=L|212=999999999|213=x|"},
		{"M", "66=L|212=|"}, {"2", "7=|16=|"}, {"2", "7=1|16=18446744073709551617|"}, {"2", "7=0|16=0|"},
		{"4", "36=|123=Y|"}, {"4", "36=99999999999|"}, {"A", "108=|"}, {"1", "112=|"}, {"5", "34=|"},
		{"A", "98=0|108=-1|"}, {"A", "98=0|108=18446744073709551646|"}, {"A", "98=0|108=30|789=18446744073709551617|"},
		{"A", "98=0|108=30|789=|"}, {"4", "36=18446744073709551617|123=N|"}, {"4", "36=-1|123=Y|"}, {"4", "123=Y|"},
		{"2", "7=2147483648|16=4294967295|"}, {"2", "7=999999999|16=0|"}, {"2", "7=5|16=1|"}, {"2", "7=-1|16=-1|"}, {"2", ""},
		{"0", "34=99|"}, {"0", "35=8|"}, {"8", "35=0|"}, {"0", "43=|"}, {"0", "43=perhaps|122=never|"}, {"0", "52=|"},
		{"0", "8=FIX.4.2|"}, {"0", "9=5|"}, {"0", "10=000|"}, {"0", "49=|56=|"}, {"0", "115=|116=|144=|128=|129=|145=|"},
		{"1", "112=" + strings.Repeat("x", 100_000) + "|"}, {"3", "45=|371=x|372=|373=999|"}, {"5", "58=" + strings.Repeat("\x02", 9000) + "|"},
		{"E", "66=L|73=999999999|"}, {"E", "66=L|73=-1|11=A|"}, {"E", "66=L|354=999999999|355=x|"}, {"M", "627=999999999|66=L|"},
		{"M", "90=999999999|91=x|66=L|"}, {"M", "66=L|89=x|93=999999999|"}, {"M", "=|==|66=L|"}, {"M", "99999999999999999999=x|66=L|"},
		{strings.Repeat("M", 9000), "66=L|"}, {"", "66=L|"}, {"M", strings.Repeat("66=L|", 20_000)},
	} {
		bad := g.comeBack(t, "BAD")
		bad.say(t, m.msgType, m.body)
		bad.say(t, "5", "")
		bad.Close()
		g.log.has(t, `msg="logged out"`, "BAD")
		good.say(t, "1", "112=alive|")
		good.expect(t, "0", "|112=alive|")
	}
}
