package session

import (
	"bytes"
	"fmt"
	"net"
	"strings"
	"testing"
	"time"

	"foliogate/fixspec"
)

// counting is a socket that tells of each write.
type counting struct {
	net.Conn
	writes chan string
}

func (c counting) Write(p []byte) (int, error) {
	c.writes <- string(p)
	return len(p), nil
}

func burstOn(t *testing.T, follows func([]byte) bool, l Limits) (*conn, chan string) {
	t.Helper()
	near, far := net.Pipe()
	writes := make(chan string, 100)
	c := newConn(counting{near, writes}, nil, l.withDefaults())
	c.mu.Lock()
	c.follows = follows
	c.mu.Unlock()
	t.Cleanup(func() { c.abort(net.ErrClosed); far.Close() })
	return c, writes
}

func sayAll(t *testing.T, c *conn, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if _, err := c.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
}

// What is told together leaves in one write, once its last message is there.
func TestABurstLeavesTogether(t *testing.T) {
	more := func(raw []byte) bool { return !bytes.HasSuffix(raw, []byte("last")) }
	c, writes := burstOn(t, more, Limits{})
	sayAll(t, c, "one ", "two ", "last")
	if got := <-writes; got != "one two last" {
		t.Errorf("%q left", got)
	}
	block := strings.Repeat("x", burst/4)
	sayAll(t, c, block, block, block, block, "last")
	if got := <-writes; len(got) < burst {
		t.Errorf("%d bytes left, the least is %d", len(got), burst)
	}
	sayAll(t, c, "never ended")
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	var rest string
	for deadline := time.After(patience); !strings.HasSuffix(rest, "never ended"); {
		select {
		case text := <-writes:
			rest += text
		case <-deadline:
			t.Fatalf("%q left before the end", rest)
		}
	}
}

// Room is made when it is needed, though more follows.
func TestABurstGreaterThanTheQueue(t *testing.T) {
	c, writes := burstOn(t, func([]byte) bool { return true }, Limits{QueueBytes: 10})
	for n := range 5 {
		sayAll(t, c, fmt.Sprintf("text %d ..", n))
		if n > 0 {
			if got := <-writes; got != fmt.Sprintf("text %d ..", n-1) {
				t.Errorf("%q left", got)
			}
		}
	}
}

func TestWhatFollowsIsKnownByNumbers(t *testing.T) {
	g := open(t, t.TempDir(), Limits{}, accepted("CLIENT"))
	l := g.order[0]
	l.store.mu.Lock()
	l.store.ledger.sender = 21 // number 20 was the last to be used
	l.store.mu.Unlock()
	follows := l.followed()
	for i, c := range []struct {
		number  int
		msgType string
		want    bool
	}{
		{17, "A", false}, // the Logon
		{9, "8", false},  // sent again
		{18, "8", true},
		{19, "5", false}, // a Logout may be the last that is written
		{19, "8", false}, // sent again
		{20, "8", false}, // the last
		{21, "8", false},
	} {
		raw := []byte(fmt.Sprintf("8=FIX.4.4\x019=5\x0135=%s\x0134=%d\x0149=GATE\x01", c.msgType, c.number))
		if got := follows(raw); got != c.want {
			t.Errorf("%d: behind %d of type %s follows more: %v", i, c.number, c.msgType, got)
		}
	}
}

// A slate that was written before makes the same messages as a new one.
func TestSlate(t *testing.T) {
	s := make(slate)
	for i, h := range []fixspec.Header{{}, {OnBehalfOf: "ALDER"}, {}, {PossResend: true}, {OnBehalfOf: "BIRCH"},
		{OnBehalfOf: "ALDER", PossResend: true}, {DeliverTo: "FIR"}, {}} {
		body := fmt.Appendf(nil, "66=L%d\x0158=text %d\x01", i, i)
		if i%3 == 0 {
			body = fmt.Appendf(nil, "390=%d\x01", i)
		}
		want, err := message(h, "N", body)
		if err != nil {
			t.Fatal(err)
		}
		got, err := s.write(h, "N", body)
		if err != nil {
			t.Fatal(err)
		}
		if got.String() != want.String() {
			t.Errorf("%d: %q, want %q", i, got, want)
		}
	}
	if len(s) != 5 {
		t.Errorf("%d messages were made, want one for each set of fields", len(s))
	}
	if _, err := s.write(fixspec.Header{}, "N", []byte("no body")); err == nil {
		t.Error("what is no body was taken")
	}
}
