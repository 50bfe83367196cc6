package session

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"
	"testing"
	"time"

	"foliogate/fixspec/wire"
)

// raw is a counterparty that says exactly what a test wants it to.
type raw struct {
	net.Conn
	from *bufio.Reader
	next int // its own next number
	last int // the last of the gateway's
	ours string
}

// dialRaw connects to where a session is listened for.
func (g *gatewayAt) dialRaw(t testing.TB, name string) *raw {
	t.Helper()
	socket, err := net.Dial("tcp", g.Addr(name).String())
	if err != nil {
		t.Fatal(err)
	}
	return rawOn(t, socket, name)
}

func rawOn(t testing.TB, socket net.Conn, name string) *raw {
	t.Cleanup(func() { socket.Close() })
	return &raw{Conn: socket, from: bufio.NewReader(socket), next: 1, ours: name}
}

// logOn sends a Logon with these fields behind HeartBtInt(108) and returns the answer.
func (r *raw) logOn(t testing.TB, fields string) received {
	t.Helper()
	if !strings.Contains(fields, "108=") {
		fields = "108=30|" + fields
	}
	r.say(t, "A", "98=0|"+fields)
	return r.hear(t)
}

const known = "553=user|554=word|"

// say sends a message; bars stand for SOH.
func (r *raw) say(t testing.TB, msgType, body string) {
	t.Helper()
	r.write(t, r.text(msgType, r.next, body))
	r.next++
}

func (r *raw) text(msgType string, number int, body string) []byte {
	b := wire.Begin(nil, msgType)
	b = wire.AppendString(b, 49, r.ours)
	b = wire.AppendString(b, 56, "GATE")
	b = wire.AppendInt(b, 34, number)
	b = wire.AppendTime(b, 52, time.Now().UTC())
	return wire.Finish(append(b, strings.ReplaceAll(body, "|", "\x01")...), 0)
}

func (r *raw) write(t testing.TB, b []byte) {
	t.Helper()
	if _, err := r.Write(b); err != nil {
		t.Fatal(err)
	}
}

// hear returns the next message.
func (r *raw) hear(t testing.TB) received {
	t.Helper()
	m, err := r.read(t)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// expect returns the next message, which must be of a type and hold words.
func (r *raw) expect(t testing.TB, msgType string, words ...string) received {
	t.Helper()
	m := r.hear(t)
	for _, w := range words {
		if !strings.Contains(m.body, w) {
			t.Fatalf("heard %s, where %q belongs", m.body, w)
		}
	}
	if m.msgType != msgType {
		t.Fatalf("heard %s, where MsgType(35)=%s belongs", m.body, msgType)
	}
	return m
}

// closed waits until the gateway closes, and fails if it says anything before.
func (r *raw) closed(t testing.TB) {
	t.Helper()
	m, err := r.read(t)
	var late net.Error
	if err == nil || errors.As(err, &late) && late.Timeout() {
		t.Fatalf("the connection is open: %s %v", m.body, err)
	}
}

func (r *raw) read(t testing.TB) (received, error) {
	t.Helper()
	if err := r.SetReadDeadline(time.Now().Add(patience)); err != nil {
		t.Fatal(err)
	}
	var begin string
	var length int
	head, err := r.from.ReadBytes(0x01)
	if err != nil {
		return received{}, err
	}
	size, err := r.from.ReadBytes(0x01)
	if err != nil {
		return received{}, err
	}
	if _, err := fmt.Sscanf(string(head)+" "+string(size), "8=%s 9=%d", &begin, &length); err != nil {
		return received{}, fmt.Errorf("%q %q: %w", head, size, err)
	}
	rest := make([]byte, length+trailer)
	if _, err := io.ReadFull(r.from, rest); err != nil {
		return received{}, err
	}
	m := read(t, append(append(head, size...), rest...))
	r.last = m.MsgSeqNum
	return m, nil
}

// switchboard stands between two ends, so that one end can be exchanged for another at the same address.
type switchboard struct {
	net.Listener
	to    chan string // holds where connections go
	lines chan net.Conn
}

func newSwitchboard(t testing.TB, to string) *switchboard {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	r := &switchboard{l, make(chan string, 1), make(chan net.Conn, 1000)}
	r.to <- to
	t.Cleanup(func() { l.Close() })
	go r.serve()
	return r
}

func (r *switchboard) serve() {
	for {
		near, err := r.Accept()
		if err != nil {
			return
		}
		to := <-r.to
		r.to <- to
		far, err := net.Dial("tcp", to)
		if err != nil {
			near.Close()
			continue
		}
		r.lines <- near
		r.lines <- far
		go pipe(near, far)
		go pipe(far, near)
	}
}

func pipe(to, from net.Conn) {
	_, _ = io.Copy(to, from)
	to.Close()
	from.Close()
}

// cut ends what is connected; what comes then goes to another address.
func (r *switchboard) cut(to string) {
	<-r.to
	for len(r.lines) > 0 {
		(<-r.lines).Close()
	}
	r.to <- to
}
