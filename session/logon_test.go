package session

import (
	"strings"
	"testing"
	"time"

	"foliogate/gateway"
)

func TestStrangerIsClosedWithoutAWord(t *testing.T) {
	t.Parallel()
	g := open(t, t.TempDir(), Limits{}, accepted("CLIENT"))
	for _, fields := range []string{"", "553=user|", "553=user|554=wort|", "553=User|554=word|",
		"553=user|554=word |", "553=word|554=user|"} {
		stranger := g.dialRaw(t, "CLIENT")
		stranger.next = 17
		stranger.say(t, "A", "98=0|108=30|"+fields)
		stranger.closed(t)
	}
	if now := g.States()[0]; now.Sent != 0 || now.Received != 0 || now.LoggedOn {
		t.Errorf("strangers moved the numbers: %+v", now)
	}
	g.log.has(t, "wrong credentials", "CLIENT")
	g.dialRaw(t, "CLIENT").logOn(t, known)
}

func TestRefusedLogonIsNotCounted(t *testing.T) {
	t.Parallel()
	g := open(t, t.TempDir(), Limits{}, accepted("CLIENT"))
	for fields, says := range map[string]string{
		"141=Y|": "ResetSeqNumFlag(141)=Y is not agreed",
		"108=0|": "HeartBtInt(108) must be from 1 to 3600",
	} {
		c := g.dialRaw(t, "CLIENT")
		if got := c.logOn(t, known+fields); got.msgType != "5" || !strings.Contains(got.body, says) {
			t.Errorf("%s is answered %s", fields, got.body)
		}
		c.closed(t)
	}
	if now := g.States()[0]; now.Received != 0 {
		t.Errorf("refused Logons were counted: %+v", now)
	}
	if got := g.dialRaw(t, "CLIENT").logOn(t, known); got.msgType != "A" {
		t.Errorf("the right Logon is answered %s", got.body)
	}
}

func TestAgreedReset(t *testing.T) {
	t.Parallel()
	row := accepted("CLIENT")
	row.ResetAllowed = true
	g := open(t, t.TempDir(), Limits{}, row)
	c := g.dialRaw(t, "CLIENT")
	c.logOn(t, known)
	c.expect(t, "E", "|97=Y|")
	c.Close()
	g.log.has(t, "logged out")

	c = g.dialRaw(t, "CLIENT")
	if got := c.logOn(t, known+"141=Y|"); got.MsgSeqNum != 1 || !strings.Contains(got.body, "|141=Y|") {
		t.Fatalf("the Logon is answered %s", got.body)
	}
	if got := c.expect(t, "E", "|97=Y|", "|58=now|"); got.MsgSeqNum != 2 {
		t.Errorf("what is current has number %d", got.MsgSeqNum)
	}
	told := heard[gateway.Connect](g.desk)
	if len(told) != 2 || told[0].Reset || !told[1].Reset {
		t.Errorf("the desk was told %+v", told)
	}
}

func TestSilentConnectionIsClosed(t *testing.T) {
	t.Parallel()
	g := open(t, t.TempDir(), Limits{LogonWithin: 50 * time.Millisecond}, accepted("CLIENT"))
	silent := g.dialRaw(t, "CLIENT")
	silent.write(t, []byte("8=FIX.4.4\x019=6"))
	silent.closed(t)
}

func TestSecondLogonDoesNotEvictTheFirst(t *testing.T) {
	t.Parallel()
	g := open(t, t.TempDir(), Limits{}, accepted("CLIENT"))
	first := g.dialRaw(t, "CLIENT")
	first.logOn(t, known)
	first.expect(t, "E")
	second := g.dialRaw(t, "CLIENT")
	second.say(t, "A", "98=0|108=30|"+known)
	second.closed(t)
	first.say(t, "1", "112=still here|")
	first.expect(t, "0", "|112=still here|")
}

func TestUnknownCompIDIsClosed(t *testing.T) {
	t.Parallel()
	g := open(t, t.TempDir(), Limits{}, accepted("CLIENT"))
	stranger := g.dialRaw(t, "CLIENT")
	stranger.ours = "SOMEONE"
	stranger.say(t, "A", "98=0|108=30|"+known)
	stranger.closed(t)
	g.log.has(t, "a connection was refused", "SOMEONE to GATE", errUnknown.Error())
}

// What comes right behind the Logon is over a limit before the session is up: it is told why all
// the same.
func TestLogoutRightBehindTheLogon(t *testing.T) {
	t.Parallel()
	g := open(t, t.TempDir(), Limits{MessageBytes: 10_000}, accepted("CLIENT"))
	c := g.dialRaw(t, "CLIENT")
	long := c.text("M", 2, "66="+strings.Repeat("x", 20_000)+"|")
	c.write(t, append(c.text("A", 1, "98=0|108=30|"+known), long...))
	c.expect(t, "A")
	for m := c.hear(t); ; m = c.hear(t) {
		if m.msgType == "5" {
			if !strings.Contains(m.body, "|58=a message is longer than 10000 bytes|") {
				t.Errorf("logged out by %s", m.body)
			}
			break
		}
	}
}
