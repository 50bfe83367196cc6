package session

import (
	"bytes"
	"errors"
	"fmt"
	"net"
	"runtime"
	"strings"
	"testing"
	"time"

	"foliogate/gateway"
)

// TestHostileBytes says things over which the engine would panic, hang or grow, before and after
// the Logon, to an accepted session and, from the counterparty, to a dialled one. The process must
// live, the numbers stay, and the next honest message be answered.
func TestHostileBytes(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"longest length":   "8=FIX.4.4|9=9223372036854775807|35=0|34=2|10=000|",
		"beyond 64 bits":   "8=FIX.4.4|9=99999999999999999999999|35=0|34=2|10=000|",
		"negative length":  "8=FIX.4.4|9=-1|35=0|34=2|10=000|",
		"no length":        "8=FIX.4.4|9=|35=0|34=2|10=000|",
		"huge length":      "8=FIX.4.4|9=2000000000|35=0|34=2|10=000|",
		"no number":        hostile("0", "34=|"),
		"number of a word": hostile("0", "34=two|"),
		"number below":     hostile("0", "34=-9223372036854775808|"),
		"wrapping number":  hostile("0", "34=18446744073709551618|"),
		"XML beyond":       hostile("0", "34=2|212=999999999|213=x|"),
		"XML below":        hostile("0", "34=2|212=-5|213=x|"),
		"XML of nothing":   hostile("0", "34=2|212=|213=|"),
		"resend of a word": hostile("2", "34=2|7=|16=|"),
		"reset below":      hostile("4", "34=2|36=-7|"),
		"not FIX":          "GET / HTTP/1.1\r\nHost: x\r\n\r\n",
		"no SOH":           "8=FIX.4.4" + strings.Repeat("x", 200<<10),
		"nothing but SOH":  strings.Repeat("|", 200<<10),
		"not ASCII":        "\xff\xfe\x00\x008=FIX.4.4|9=5|35=0|10=161|",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			text := []byte(strings.ReplaceAll(text, "|", "\x01"))
			g := open(t, t.TempDir(), Limits{WriteWithin: time.Second}, accepted("CLIENT"))
			stranger := g.dialRaw(t, "CLIENT")
			_, _ = stranger.Write(text)
			_ = stranger.Conn.(*net.TCPConn).CloseWrite()
			stranger.closed(t)
			if now := g.States()[0]; now.Sent != 0 || now.Received != 0 {
				t.Errorf("numbers moved before the Logon: %+v", now)
			}
			c := g.dialRaw(t, "CLIENT")
			c.logOn(t, known)
			c.expect(t, "E")
			_, _ = c.Write(text)
			survives(t, c, func() *raw {
				g.log.has(t, "logged out")
				again := g.dialRaw(t, "CLIENT")
				again.next = 2
				again.logOn(t, known)
				return again
			})
		})
	}
}

func hostile(msgType, body string) string {
	return strings.ReplaceAll(frame(msgType, "49=CLIENT|56=GATE|52=20250616-13:30:00.000|"+body), "\x01", "|")
}

// survives asks for a heartbeat, on the connection or, if that was closed, on a new one.
func survives(t *testing.T, c *raw, again func() *raw) {
	t.Helper()
	_, err := c.Write(c.text("1", c.next, "112=alive|"))
	for err == nil {
		var m received
		if m, err = c.read(t); err == nil && m.msgType == "0" && strings.Contains(m.body, "|112=alive|") {
			return
		}
	}
	c = again()
	c.say(t, "1", "112=alive|")
	for !strings.Contains(c.hear(t).body, "|112=alive|") {
		continue
	}
}

// TestDialledHostileBytes: what a dealer says that we dial goes through the same guard.
func TestDialledHostileBytes(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"longest length": "8=FIX.4.4|9=9223372036854775807|35=0|34=2|10=000|",
		"huge length":    "8=FIX.4.4|9=2000000000|35=0|",
		"not FIX":        "SSH-2.0-OpenSSH_9.9\r\n",
		"no Logon":       hostile("8", "34=1|"),
		"XML beyond":     hostile("A", "34=1|212=999999999|213=x|98=0|108=30|"),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			socket, err := net.Listen("tcp", "127.0.0.1:0")
			if err != nil {
				t.Fatal(err)
			}
			defer socket.Close()
			open(t, t.TempDir(), Limits{LogonWithin: time.Second}, dialledTo("DEALER", socket.Addr().String()))
			c, err := socket.Accept()
			if err != nil {
				t.Fatal(err)
			}
			r := rawOn(t, c, "DEALER")
			r.expect(t, "A")
			_, _ = r.Write([]byte(strings.ReplaceAll(text, "|", "\x01")))
			r.closed(t)
			c, err = socket.Accept()
			if err != nil {
				t.Fatal(err)
			}
			r = rawOn(t, c, "DEALER")
			r.expect(t, "A")
			r.say(t, "A", "98=0|108=30|")
			for {
				if m := r.hear(t); m.msgType == "E" {
					break
				}
			}
		})
	}
}

// TestNoSOHKeepsLittle: 64 MiB without a terminator, before the Logon and after it.
func TestNoSOHKeepsLittle(t *testing.T) {
	g := open(t, t.TempDir(), Limits{}, accepted("CLIENT"))
	before := inUse()
	stranger := g.dialRaw(t, "CLIENT")
	pour(stranger, "8=FIX.4.4")
	stranger.closed(t)
	c := g.dialRaw(t, "CLIENT")
	c.logOn(t, known)
	c.expect(t, "E")
	pour(c, "8=FIX.4.4\x019=8000000\x01")
	if grown := inUse() - before; grown > 32<<20 {
		t.Errorf("%d bytes are held", grown)
	}
}

// pour writes 64 MiB, or as much as is taken.
func pour(c *raw, begin string) {
	_, err := c.Write([]byte(begin))
	for chunk, i := bytes.Repeat([]byte{'x'}, 1<<20), 0; i < 64 && err == nil; i++ {
		_, err = c.Write(chunk)
	}
}

func inUse() int {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int(m.HeapAlloc)
}

// TestSlowloris: bytes that trickle in do not move the deadline.
func TestSlowloris(t *testing.T) {
	t.Parallel()
	near, far := net.Pipe()
	defer far.Close()
	in := newIntake(near, Limits{LogonWithin: 100 * time.Millisecond}.withDefaults())
	go func() {
		for _, c := range []byte(strings.Repeat("8", 1<<20)) {
			if _, err := far.Write([]byte{c}); err != nil {
				return
			}
		}
	}()
	in.held = []byte("8=FIX.4.4\x019=60000\x01") // all that follows is its body
	if _, err := in.begin(); !errors.Is(err, errSilent) && !errors.Is(err, errNoLogon) {
		t.Errorf("%v", err)
	}
}

// TestHalfOpenLockNobodyOut: strangers hold as many connections as they may and more, and a customer
// from the same address comes in at once.
func TestHalfOpenLockNobodyOut(t *testing.T) {
	limits := Limits{Strangers: 60, StrangersPerAddress: 50, AttemptsPerSecond: 10_000, ConnectionsPerAddress: 70}
	g := open(t, t.TempDir(), limits, accepted("CLIENT"))
	before := inUse()
	var half []*raw
	for range 500 {
		r := g.dialRaw(t, "CLIENT")
		_, _ = r.Write([]byte("8=FIX.4.4\x019=100\x0135=A\x01"))
		half = append(half, r)
	}
	if m := g.dialRaw(t, "CLIENT").logOn(t, known); m.msgType != "A" {
		t.Errorf("the customer is answered %s", m.body)
	}
	if grown := inUse() - before; grown > 64<<20 {
		t.Errorf("%d bytes are held for strangers", grown)
	}
	half[0].closed(t)
}

func TestLobby(t *testing.T) {
	t.Parallel()
	limits := Limits{Connections: 5, ConnectionsPerAddress: 3, Strangers: 4, StrangersPerAddress: 2,
		AttemptsPerSecond: 100}.withDefaults()
	l := newLobby(limits)
	now := time.Unix(1750000000, 0)
	guests := map[string]*guest{}
	sockets := map[string]*knock{}
	for i, c := range []struct {
		who, from string // who knocks; or "known NAME", "leave NAME"
		in        bool
		out       string // who made place
	}{
		{"a", "192.0.2.1", true, ""},
		{"b", "192.0.2.1", true, ""},
		{"c", "192.0.2.1", true, "a"}, // two strangers of an address
		{"known b", "", true, ""},
		{"known c", "", true, ""},
		{"d", "192.0.2.1", true, ""},
		{"e", "192.0.2.1", true, "d"}, // three connections of an address
		{"known e", "", true, ""},
		{"f", "192.0.2.1", false, ""}, // none of them a stranger
		{"g", "2001:db8::1", true, ""},
		{"h", "2001:db8::2", true, ""}, // one host by its /64
		{"i", "2001:db8::3", true, "g"},
		{"j", "2001:db8:0:1::1", true, "h"}, // five in all, from the most crowded
		{"known i", "", true, ""},
		{"known j", "", true, ""},
		{"k", "192.0.2.9", false, ""}, // five, all known
		{"leave b", "", true, ""},
		{"k", "192.0.2.9", true, ""},
	} {
		in := true
		switch verb, name, _ := strings.Cut(c.who, " "); verb {
		case "known":
			in = l.known(guests[name])
		case "leave":
			l.leave(guests[name])
		default:
			k := &knock{from: c.from}
			g := l.enter(k, now)
			if in = g != nil; in {
				guests[c.who], sockets[c.who] = g, k
			}
		}
		var out string
		for name, k := range sockets {
			if k.closed {
				out = name
				delete(sockets, name)
			}
		}
		if in != c.in || out != c.out {
			t.Errorf("step %d, %s: in %t, %q made place", i, c.who, in, out)
		}
	}
	if g := guests["a"]; l.known(g) {
		t.Error("who made place is known all the same")
	}
}

// knock is a socket of which only the address and the end matter.
type knock struct {
	net.Conn
	from   string
	closed bool
}

func (k *knock) RemoteAddr() net.Addr { return &net.TCPAddr{IP: net.ParseIP(k.from), Port: 1} }
func (k *knock) Close() error         { k.closed = true; return nil }

func TestLobbyPacesAttempts(t *testing.T) {
	t.Parallel()
	l := newLobby(Limits{AttemptsPerSecond: 3}.withDefaults())
	now := time.Unix(1750000000, 0)
	for i, c := range []struct {
		from string
		late time.Duration
		in   bool
	}{
		{"192.0.2.1", 0, true}, {"192.0.2.1", 0, true}, {"192.0.2.1", 0, true}, {"192.0.2.1", 0, false},
		{"192.0.2.2", 0, true},
		{"192.0.2.1", 400 * time.Millisecond, true}, {"192.0.2.1", 0, true}, {"192.0.2.1", 0, false},
	} {
		now = now.Add(c.late)
		if in := l.enter(&knock{from: c.from}, now) != nil; in != c.in {
			t.Errorf("attempt %d: in %t", i, in)
		}
	}
}

func TestWatch(t *testing.T) {
	t.Parallel()
	numbered := func(n, size int) string {
		return frame("0", fmt.Sprintf("34=%d|58=%s|", n, strings.Repeat("x", size)))
	}
	for _, c := range []struct {
		name   string
		limits Limits
		says   string
		many   int // messages that pass
		next   func(i int) string
	}{
		{"a gap", Limits{GapBytes: 10_000}.withDefaults(), "too many messages behind a gap in MsgSeqNum(34): 1 is",
			4, func(i int) string { return numbered(2+i, 1000) }},
		{"a gap, one number", Limits{GapBytes: 10_000}.withDefaults(), "behind a gap", 4,
			func(int) string { return numbered(9, 1000) }},
	} {
		now := time.Unix(1750000000, 0)
		says, passed := "", 0
		w := newWatch(c.limits, newBrake(c.limits), func() int { return 1 }, func(why string) { says = why })
		for w.passes([]byte(c.next(passed)), now) && passed < 100 {
			passed++
		}
		if passed != c.many || !strings.Contains(says, c.says) {
			t.Errorf("%s: %d messages pass, then %q", c.name, passed, says)
		}
		if w.passes([]byte(numbered(1, 1)), now.Add(time.Hour)) {
			t.Errorf("%s: who was told to go goes on", c.name)
		}
		if !w.passes([]byte(frame("5", "34=2|")), now) {
			t.Errorf("%s: a Logout does not pass", c.name)
		}
	}
}

func TestWatchForgetsWhatWasRead(t *testing.T) {
	t.Parallel()
	expected := 1
	l := Limits{GapBytes: 10_000}.withDefaults()
	w := newWatch(l, newBrake(l), func() int { return expected }, func(why string) { t.Error(why) })
	now := time.Unix(1750000000, 0)
	for n := 2; n < 1000; n++ {
		w.passes([]byte(frame("0", fmt.Sprintf("34=%d|", n))), now)
		if n%5 == 0 {
			expected = n + 1
		}
	}
}

// TestGapIsBounded: a counterparty that never fills its gap is logged out, told why, and may come
// back.
func TestGapIsBounded(t *testing.T) {
	t.Parallel()
	g := open(t, t.TempDir(), Limits{GapBytes: 1 << 20}, accepted("CLIENT"))
	c := g.dialRaw(t, "CLIENT")
	c.logOn(t, known)
	c.expect(t, "E")
	c.next += 5
	go func() {
		for range 2000 {
			if _, err := c.Write(c.text("M", c.next, "66=L1|58="+strings.Repeat("x", 1000)+"|")); err != nil {
				return
			}
			c.next++
		}
	}()
	c.expect(t, "2", "|7=2|")
	c.expect(t, "5", "|58=too many messages behind a gap in MsgSeqNum(34): 2 is expected|")
	c.Close()
	g.log.has(t, `msg="logged out"`, "CLIENT")
	again := g.dialRaw(t, "CLIENT")
	again.next = 2
	if m := again.logOn(t, known); m.msgType != "A" {
		t.Errorf("back again, it is answered %s", m.body)
	}
}

// TestLogoutSaysWhy: what cannot be answered with a Reject ends the session with words, and not one
// message passes after it.
func TestLogoutSaysWhy(t *testing.T) {
	t.Parallel()
	few := Limits{MessageBytes: 10_000, WriteWithin: 300 * time.Millisecond}
	long := frame("M", "49=CLIENT|56=GATE|34=2|66="+strings.Repeat("x", 20_000)+"|")
	for name, c := range map[string]struct{ text, why string }{
		"no number":   {frame("M", "49=CLIENT|56=GATE|66=L1|"), "MsgSeqNum(34) is missing or no number"},
		"no Test":     {frame("1", "49=CLIENT|56=GATE|112=x|"), "MsgSeqNum(34) is missing or no number"},
		"a word":      {frame("M", "49=CLIENT|56=GATE|34=two|66=L1|"), "MsgSeqNum(34) is missing or no number"},
		"empty":       {frame("M", "49=CLIENT|56=GATE|34=|66=L1|"), "MsgSeqNum(34) is missing or no number"},
		"two numbers": {frame("0", "49=CLIENT|56=GATE|34=2|34=100|"), "MsgSeqNum(34) stands twice"},
		"long":        {long, "a message is longer than 10000 bytes"},
		"long, later": {long[:5000], "a message is longer than 10000 bytes"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			g := open(t, t.TempDir(), few, accepted("CLIENT"))
			r := g.dialRaw(t, "CLIENT")
			r.logOn(t, known)
			r.expect(t, "E")
			r.write(t, []byte(c.text))
			r.expect(t, "5", "|58="+c.why+"|")
			r.say(t, "M", "66=L1|")
			r.closed(t)
			if now := g.States()[0]; now.Received != 1 {
				t.Errorf("counted: %+v", now)
			}
			again := g.dialRaw(t, "CLIENT")
			again.next = 2
			if m := again.logOn(t, known); m.msgType != "A" {
				t.Errorf("back again, it is answered %s", m.body)
			}
		})
	}
}

func TestFloodIsLoggedOut(t *testing.T) {
	t.Parallel()
	g := open(t, t.TempDir(), Limits{MessagesPerSecond: 10, FloodFor: 1,
		WriteWithin: 200 * time.Millisecond}, accepted("CLIENT"))
	c := g.dialRaw(t, "CLIENT")
	c.logOn(t, known)
	c.expect(t, "E")
	for range 25 {
		c.say(t, "0", "")
	}
	c.expect(t, "5", "|58=more than 10 messages a second|")
	c.closed(t) // although it does not answer
}

// TestResetsAreBounded: each Logon within the session has the day told again.
func TestResetsAreBounded(t *testing.T) {
	t.Parallel()
	row := accepted("CLIENT")
	row.ResetAllowed = true
	g := open(t, t.TempDir(), Limits{WriteWithin: time.Second}, row)
	c := g.dialRaw(t, "CLIENT")
	c.logOn(t, known)
	for range logonsPerMinute + 5 { // the last that is allowed begins within the limit
		c.next = 1
		c.say(t, "A", "98=0|108=30|141=Y|"+known)
	}
	why := ""
	for {
		m, err := c.read(t)
		if err != nil {
			break
		}
		if m.msgType == "5" {
			why = m.body
		}
	}
	if !strings.Contains(why, "|58=more than 10 Logons a minute|") {
		t.Errorf("the last Logout was %s", why)
	}
	if told := len(heard[gateway.Connect](g.desk)); told > logonsPerMinute+2 {
		t.Errorf("the desk was told of %d logons", told)
	}
}

// TestResendToTheDeaf: who asks for all there is and does not read is closed, with little held for it.
func TestResendToTheDeaf(t *testing.T) {
	g := open(t, t.TempDir(), Limits{WriteWithin: 500 * time.Millisecond, QueueBytes: 64 << 10}, accepted("CLIENT"))
	c := g.dialRaw(t, "CLIENT")
	c.logOn(t, known)
	c.expect(t, "E")
	const many = 20_000
	g.desk.publish(t, fills("CLIENT", many))
	for range many {
		c.expect(t, "8")
	}
	if err := c.Conn.(*net.TCPConn).SetReadBuffer(4 << 10); err != nil {
		t.Fatal(err)
	}
	before := inUse()
	c.say(t, "2", "7=1|16=0|")
	g.log.has(t, "a connection was closed", errPeerSlow.Error())
	g.log.has(t, `msg="logged out"`)
	if grown := inUse() - before; grown > 16<<20 {
		t.Errorf("%d bytes are held", grown)
	}
	again := g.dialRaw(t, "CLIENT")
	again.next = c.next
	if m := again.logOn(t, known); m.msgType != "A" {
		t.Errorf("back again, it is answered %s", m.body)
	}
}

// TestDialledGuard: a dealer that we dial has no more liberties than a client that dials us.
func TestDialledGuard(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		limits Limits
		pour   func(t *testing.T, r *raw)
		why    string // in a Logout; "": it is closed
	}{
		"a flood": {Limits{MessagesPerSecond: 10, FloodFor: 1}, func(t *testing.T, r *raw) {
			for range 25 {
				r.say(t, "0", "")
			}
		}, "more than 10 messages a second"},
		"bytes": {Limits{BytesPerSecond: 10_000, FloodFor: 1}, func(t *testing.T, r *raw) {
			for range 4 {
				r.say(t, "0", "58="+strings.Repeat("x", 8000)+"|")
			}
		}, "more than 10000 bytes a second"},
		"a gap": {Limits{GapBytes: 100_000}, func(t *testing.T, r *raw) {
			for r.next += 5; r.next < 200; {
				r.say(t, "M", "66=L1|58="+strings.Repeat("x", 1000)+"|")
			}
		}, "too many messages behind a gap in MsgSeqNum(34): 2 is expected"},
		"a long message": {Limits{MessageBytes: 10_000}, func(t *testing.T, r *raw) {
			r.say(t, "M", "66="+strings.Repeat("x", 20_000)+"|")
		}, "a message is longer than 10000 bytes"},
		"no number": {Limits{}, func(t *testing.T, r *raw) {
			r.write(t, []byte(frame("M", "49=DEALER|56=GATE|34=|66=L1|")))
		}, "MsgSeqNum(34) is missing or no number"},
		"resends": {Limits{ResendsPerMinute: 2}, func(t *testing.T, r *raw) {
			for range 5 {
				r.say(t, "2", "7=1|16=0|")
			}
		}, "more than 2 messages asked for again within a minute"},
		"nothing but garbage": {Limits{}, func(t *testing.T, r *raw) {
			spoilt := strings.Replace(frame("0", "34=2|"), "34=2", "34=9", 1) // its sum is another's
			r.write(t, []byte(strings.Repeat(spoilt, mostGarbled+1)))
		}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			socket, err := net.Listen("tcp", "127.0.0.1:0")
			if err != nil {
				t.Fatal(err)
			}
			defer socket.Close()
			c.limits.WriteWithin = 500 * time.Millisecond
			open(t, t.TempDir(), c.limits, dialledTo("DEALER", socket.Addr().String()))
			r := answer(t, socket, "DEALER")
			r.expect(t, "E")
			c.pour(t, r)
			for {
				m, err := r.read(t)
				if err != nil && c.why != "" {
					t.Fatalf("it was not told why: %v", err)
				}
				if err != nil {
					break
				}
				if m.msgType == "5" {
					if c.why == "" || !strings.Contains(m.body, "|58="+c.why+"|") {
						t.Errorf("logged out by %s", m.body)
					}
					break
				}
			}
		})
	}
}

func TestResendsAreBounded(t *testing.T) {
	t.Parallel()
	g := open(t, t.TempDir(), Limits{ResendsPerMinute: 150}, accepted("CLIENT"))
	c := g.dialRaw(t, "CLIENT")
	c.logOn(t, known)
	c.expect(t, "E")
	g.desk.publish(t, fills("CLIENT", 100))
	for range 100 {
		c.expect(t, "8")
	}
	for range 2 { // the second one begins within the limit
		c.say(t, "2", "7=1|16=0|")
		for again := 0; again < 100; {
			if m := c.hear(t); m.again && m.msgType == "8" {
				again++
			}
		}
	}
	c.say(t, "2", "7=1|16=0|")
	for {
		m := c.hear(t)
		if m.msgType == "5" {
			if !strings.Contains(m.body, "|58=more than 150 messages asked for again within a minute|") {
				t.Errorf("logged out by %s", m.body)
			}
			break
		}
		if m.again && m.msgType == "8" {
			t.Fatalf("sent again: %s", m.body)
		}
	}
}
