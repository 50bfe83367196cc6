package session

import (
	"net"
	"slices"
	"strings"
	"testing"
	"time"

	"foliogate/gateway"
	"foliogate/gateway/journal"
)

// A counterparty that knows more than the journal puts its session out of service, and no number
// moves after that.
func TestThirdWitnessOfAccepted(t *testing.T) {
	t.Parallel()
	g := open(t, t.TempDir(), Limits{}, accepted("CLIENT"))
	c := g.dialRaw(t, "CLIENT")
	if m := c.logOn(t, known+"789=2|"); m.msgType != "5" ||
		!strings.Contains(m.body, "NextExpectedMsgSeqNum(789) is 2, but our next is 1") {
		t.Errorf("answered %s", m.body)
	}
	c.closed(t)
	g.log.has(t, "out of service", "Do not reset numbers", "CLIENT")
	c = g.dialRaw(t, "CLIENT")
	if m := c.logOn(t, known+"789=1|"); m.msgType != "5" || !strings.Contains(m.body, callUs) {
		t.Errorf("then answered %s", m.body)
	}
	if now := g.States()[0]; now.Received != 0 || !now.OutOfService || !strings.Contains(now.Reason, "789") {
		t.Errorf("%+v", now)
	}
}

func TestNextExpectedMayBeRight(t *testing.T) {
	t.Parallel()
	g := open(t, t.TempDir(), Limits{}, accepted("CLIENT"))
	if m := g.dialRaw(t, "CLIENT").logOn(t, known+"789=1|"); m.msgType != "A" {
		t.Errorf("answered %s", m.body)
	}
}

// Where resets are agreed the Logon is refused, and the counterparty may send 141=Y.
func TestThirdWitnessWhereResetsAreAgreed(t *testing.T) {
	t.Parallel()
	row := accepted("CLIENT")
	row.ResetAllowed = true
	g := open(t, t.TempDir(), Limits{}, row)
	c := g.dialRaw(t, "CLIENT")
	if m := c.logOn(t, known+"789=9|"); m.msgType != "5" {
		t.Errorf("answered %s", m.body)
	}
	c.closed(t)
	if m := g.dialRaw(t, "CLIENT").logOn(t, known+"789=9|141=Y|"); m.msgType != "A" || m.MsgSeqNum != 1 {
		t.Errorf("with 141=Y answered %s", m.body)
	}
}

func TestTooLowIsBelieved(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"MsgSeqNum too low, expecting 9 but received 1": true,
		"Sequence number (1) too low, expected 9":       true,
		"HeartBtInt too low":                            false,
		"the session is over":                           false,
		"":                                              false,
	} {
		if saysTooLow(text) != want {
			t.Errorf("%q is understood as %t", text, !want)
		}
	}
	socket, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer socket.Close()
	g := open(t, t.TempDir(), Limits{}, dialledTo("DEALER", socket.Addr().String()))
	r := nextDialled(t, socket)
	r.expect(t, "A", "|34=1|")
	r.say(t, "5", "58=MsgSeqNum too low, expecting 9 but received 1|")
	g.log.has(t, "out of service", "Do not reset numbers", "DEALER")
	r.closed(t)
	g.log.has(t, "was not reached", "out of service") // it is not dialled any more
}

func nextDialled(t testing.TB, socket net.Listener) *raw {
	t.Helper()
	c, err := socket.Accept()
	if err != nil {
		t.Fatal(err)
	}
	return rawOn(t, c, "DEALER")
}

// A dealer that is dialled and lost its past, as our own dealer verb after a restart: where it is
// agreed both sides begin at 1 again, and it is told what it may have missed.
func TestDealerWithoutAPast(t *testing.T) {
	t.Parallel()
	socket, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer socket.Close()
	row := dialledTo("DEALER", socket.Addr().String())
	row.ResetAllowed = true
	g := open(t, t.TempDir(), Limits{}, row)
	dealer := answer(t, socket, "DEALER")
	dealer.expect(t, "E")
	g.desk.publish(t, fills("DEALER", 3))
	for range 3 {
		dealer.expect(t, "8")
	}
	dealer.say(t, "0", "")
	dealer.say(t, "1", "112=counted|")
	dealer.expect(t, "0", "|112=counted|")
	dealer.Close()

	r := nextDialled(t, socket) // it is at number 1 again, and expects ours to be
	if m := r.expect(t, "A"); strings.Contains(m.body, "|141=Y|") || m.MsgSeqNum == 1 {
		t.Errorf("reset without a reason: %s", m.body)
	}
	r.say(t, "A", "98=0|108=30|")
	for m, err := r.read(t); err == nil && m.msgType != "5"; {
		m, err = r.read(t)
	}
	r.Close()
	r = nextDialled(t, socket)
	r.expect(t, "A", "|34=1|", "|141=Y|")
	r.say(t, "A", "98=0|108=30|141=Y|")
	r.expect(t, "E", "|34=2|", "|97=Y|")
	if told := heard[gateway.Connect](g.desk); !told[len(told)-1].Reset {
		t.Errorf("the desk was told %+v", told)
	}
}

// The same with a real engine that keeps nothing, restarted at the same address.
func TestDealerVerbComesBack(t *testing.T) {
	t.Parallel()
	options := PeerOptions{OurCompID: "DEALER", TheirCompID: "GATE", Connection: Accept,
		Address: "127.0.0.1:0", Username: "user", Password: "secret-word"}
	dealer := counterpartyOf(t, options, nil)
	options.Address = dealer.Addr().String()
	row := dialledTo("DEALER", options.Address)
	row.ResetAllowed = true
	g := open(t, t.TempDir(), Limits{}, row)
	dealer.logOn(t)
	dealer.next(t, "E")
	g.desk.publish(t, fills("DEALER", 3))
	for range 3 {
		dealer.next(t, "8")
	}
	dealer.say(t, "M", "66=L1\x01")
	dealer.next(t, "N")
	if err := dealer.Close(soon(t)); err != nil {
		t.Fatal(err)
	}
	again := counterpartyOf(t, options, nil)
	again.logOn(t)
	again.next(t, "E", "8")
	g.desk.publish(t, fills("DEALER", 2))
	again.next(t, "8", "E")
}

// TestOneSyncSuffices: what rests on a durable entry leaves without a second sync. Only a new
// block of numbers is waited for, and it is durable long before its turn.
func TestOneSyncSuffices(t *testing.T) {
	t.Parallel()
	s := storeOn(t, 1000)
	l := s.journal.(*journal.Log)
	if err := l.Wait(soon(t), l.Last()); err != nil {
		t.Fatal(err)
	}
	needs := map[uint64]bool{}
	for n := range 5000 {
		s.attach(Cursor{1, n + 1})
		s.save(t, "8")
		needs[s.Needs()] = true
	}
	if len(needs) > 2*5000/1000+1 {
		t.Errorf("5,000 messages rest on %d records", len(needs))
	}
	if err := l.Wait(soon(t), l.Last()); err != nil {
		t.Fatal(err)
	}
	for lsn := range needs {
		r, err := l.ReadAt(lsn)
		if err != nil {
			t.Fatal(err)
		}
		if said, err := readRecord(r.Payload); err != nil || said.verb != "reserve" {
			t.Errorf("a message rests on %q, %v", r.Payload, err)
		}
	}
}

// TestFewOfTheSessionsOwnAreLost: whatever leaves, at most so many of the messages that the session
// says by itself can be lost by a crash as a start explains.
func TestFewOfTheSessionsOwnAreLost(t *testing.T) {
	t.Parallel()
	s := storeOn(t, 10_000)
	var own []uint64
	for n := range 1000 {
		if n%3 == 0 {
			s.attach(Cursor{1, n + 1})
			s.save(t, "8")
			continue
		}
		s.save(t, "j")
		own = append(own, s.last)
		durable, _ := slices.BinarySearch(own, s.Needs()+1)
		if lost := len(own) - durable; lost > ownNumbers {
			t.Fatalf("%d of %d could be lost", lost, len(own))
		}
	}
	if s.own.before == 0 {
		t.Error("nothing was asked for")
	}
}

func TestRelayIsOursAlone(t *testing.T) {
	t.Parallel()
	socket, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer socket.Close()
	g := open(t, t.TempDir(), Limits{HandshakeWithin: 100 * time.Millisecond},
		dialledTo("DEALER", socket.Addr().String()))
	answer(t, socket, "DEALER").expect(t, "E")
	for name, text := range map[string]string{
		"no method":      "\x05\x01\x00",
		"wrong password": "\x05\x01\x02\x01\x010\x04word\x05\x01\x00\x01\x7f\x00\x00\x01\x00\x01",
		"no user":        "\x05\x01\x02\x01\x00\x00\x05\x01\x00\x01\x7f\x00\x00\x01\x00\x01",
		"version 4":      "\x04\x01\x00\x50\x7f\x00\x00\x01\x00",
		"HTTP":           "CONNECT dealer:1 HTTP/1.1\r\n\r\n",
		"nothing":        "",
	} {
		stranger, err := net.Dial("tcp", g.relay.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		_, _ = stranger.Write([]byte(text))
		if err := stranger.SetReadDeadline(time.Now().Add(patience)); err != nil {
			t.Fatal(err)
		}
		heard := 0
		for err == nil {
			var n int
			n, err = stranger.Read(make([]byte, 64))
			heard += n
		}
		if late, ok := err.(net.Error); ok && late.Timeout() || heard > 2 {
			t.Errorf("%s: %d bytes are answered, %v", name, heard, err)
		}
		g.log.has(t, "called by somebody else")
	}
}
