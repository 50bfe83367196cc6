package session

import (
	"io/fs"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"foliogate/gateway"
)

func dialledTo(dealer, address string) Row {
	return Row{Name: dealer, OurCompID: "GATE", TheirCompID: dealer, Connection: Dial,
		Address: address, Heartbeat: 30 * time.Second, Reconnect: 50 * time.Millisecond,
		Username: "user", Password: "secret-word"}
}

// answer accepts one connection and answers its Logon.
func answer(t testing.TB, socket net.Listener, name string) *raw {
	t.Helper()
	r, _ := answerLogon(t, socket, name, 1)
	return r
}

func answerLogon(t testing.TB, socket net.Listener, name string, next int) (*raw, received) {
	t.Helper()
	c, err := socket.Accept()
	if err != nil {
		t.Fatal(err)
	}
	r := rawOn(t, c, name)
	r.next = next
	logon := r.expect(t, "A", "|553=user|", "|554=secret-word|", "|108=30|")
	r.say(t, "A", "98=0|108=30|")
	return r, logon
}

func TestDialledPowerLoss(t *testing.T) {
	t.Parallel()
	socket, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer socket.Close()
	row := dialledTo("DEALER", socket.Addr().String())
	g := open(t, t.TempDir(), Limits{Block: 40}, row)
	dealer := answer(t, socket, "DEALER")
	dealer.expect(t, "E", "|34=2|")
	seen := newHistory()
	g.desk.publish(t, fills("DEALER", 100))
	highest := 0
	for range 70 {
		m := dealer.expect(t, "8")
		seen.note(t, m)
		highest = m.MsgSeqNum
	}
	// The least that is on disk: the block from which the highest number came.
	reserved := 0
	after := g.prefix(t, func(r record) bool {
		if r.verb == "reserve" {
			reserved = r.number
		}
		return reserved >= highest
	})
	g.close(t)
	dealer.Close()

	open(t, after, Limits{Block: 40}, row)
	dealer, logon := answerLogon(t, socket, "DEALER", 2)
	if logon.MsgSeqNum != reserved+1 {
		t.Fatalf("after number %d of %d the Logon has %d", highest, reserved, logon.MsgSeqNum)
	}
	// The dealer missed everything behind its highest number, and asks for it in bounds.
	dealer.say(t, "2", "7="+strconv.Itoa(highest+1)+"|16="+strconv.Itoa(reserved)+"|")
	for next := highest + 1; next <= reserved || len(seen.reports) < 100; {
		switch m := dealer.hear(t); {
		case m.msgType == "4" && m.MsgSeqNum == next:
			if next, err = strconv.Atoi(value(m.body, "36")); err != nil {
				t.Fatal(err)
			}
		case m.msgType == "8" && m.PossResend && m.MsgSeqNum > reserved:
			seen.note(t, m)
		case m.msgType != "E":
			t.Fatalf("heard %s", m.body)
		}
	}
}

func TestDialledCleanEndLeavesNoGap(t *testing.T) {
	t.Parallel()
	socket, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer socket.Close()
	dir := t.TempDir()
	row := dialledTo("DEALER", socket.Addr().String())
	g := open(t, dir, Limits{}, row)
	dealer := answer(t, socket, "DEALER")
	dealer.expect(t, "E", "|34=2|")
	g.desk.publish(t, fills("DEALER", 3))
	for range 3 {
		dealer.expect(t, "8")
	}
	go func() {
		dealer.expect(t, "5", "|34=6|")
		dealer.say(t, "5", "")
	}()
	g.close(t)
	g = open(t, dir, Limits{}, row)
	if _, logon := answerLogon(t, socket, "DEALER", 3); logon.MsgSeqNum != 7 {
		t.Errorf("after a clean end the Logon has number %d", logon.MsgSeqNum)
	}
	if told := heard[gateway.Connect](g.desk); len(told) > 1 {
		t.Errorf("the desk was told %+v", told)
	}
}

func TestPasswordIsNowhere(t *testing.T) {
	t.Parallel()
	socket, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer socket.Close()
	dir := t.TempDir()
	g := openLoud(t, dir, Limits{}, slog.LevelDebug, dialledTo("DEALER", socket.Addr().String()), accepted("CLIENT"),
		accepted("PEER"))
	answer(t, socket, "DEALER").expect(t, "E")
	ours := &lines{make(chan string, 10_000)} // a verb of ours, with --verbose
	counterpartyOf(t, PeerOptions{OurCompID: "PEER", TheirCompID: "GATE", Connection: Dial, Address: g.Addr("PEER").String(),
		Heartbeat: 30 * time.Second, Reconnect: time.Second, Username: "user", Password: "secret-word"}, func(o *PeerOptions) {
		o.Logger = slog.New(slog.NewTextHandler(ours, &slog.HandlerOptions{Level: slog.LevelDebug}))
	})
	ours.has(t, "|554=***|")
	stranger := g.dialRaw(t, "CLIENT")
	stranger.say(t, "A", "98=0|108=30|553=user|554=secret-wort|925=secret-next|")
	stranger.closed(t)
	c := g.dialRaw(t, "CLIENT")
	c.logOn(t, known+"925=secret-next|1401=10|1402=secret-code|")
	c.expect(t, "E")
	for _, fields := range []string{"554=secret-again|", "554=secret-\xff|", "554=secret-one|554=secret-two|",
		"553=secret-\x02|", "925=secret-\xff|", "554=" + strings.Repeat("secret-", 9000) + "|", "1402=secret-code|"} {
		c.say(t, "A", "98=0|108=30|"+fields) // within the session
		c.hear(t)
		c.Close()
		g.log.has(t, "logged out", "CLIENT")
		again := g.dialRaw(t, "CLIENT")
		again.next = g.States()[1].Received + 1
		if again.logOn(t, known).msgType != "A" {
			t.Fatalf("after %.20q nobody comes in", fields)
		}
		c = again
	}
	c.say(t, "M", "66=L1|554=secret-elsewhere|")
	c.say(t, "554=secret-type", "66=L1|")
	c.say(t, "5", "58=|554=secret-last|")
	g.close(t)
	for _, log := range []*lines{g.log, ours} {
		for len(log.c) > 0 {
			if line := <-log.c; strings.Contains(line, "secret-") && !strings.Contains(line, "553=secret-") {
				t.Errorf("the log says %.300s", line)
			}
		}
	}
	err = filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		if strings.Contains(string(b), "secret-") {
			t.Errorf("%s holds a password", path)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}
