package main

import (
	"bufio"
	"fmt"
	"net"
	"slices"
	"time"

	"foliogate/fixspec/wire"
)

// line is a counterparty's side of a FIX session. It outlives the gateway and every connection:
// it remembers each message that it sent and each that it saw, as a strict engine with a sound
// disk does.
type line struct {
	us, them string
	quotes   bool // speaks the RFQ profile, else the LIST profile
	floor    *floor
	accept   net.Listener // nil: we dial
	hear     func(message)
	arrived  func(renewed bool) // the session is up; numbers begin at 1

	// All of it is guarded by the floor's lock.
	cable   *cable
	up      bool
	out, in int              // our next number, and the one that we expect
	sent    map[int]outgoing // what we said, by number
	seen    map[int]sight    // what we saw, by number: taken or not
	asked   int              // the number from which we asked for a repeat
	reset   bool             // begin at 1 with the next Logon
	renewed int              // the life in which that was done last; -1: in none
	deaf    time.Time        // until then nothing is read
	tells   bool             // our Logon says which number we expect
	refused time.Time        // when we last said that a number is too low
	halted  bool             // the gateway has put the session out of service
}

type outgoing struct {
	kind, head, body string // head: what of the header is the message's own
	at               time.Time
	forgotten        bool // a repeat leaves it out: many engines do that with orders
}

// sight is a message that was on the wire.
type sight struct {
	kind       string
	substance  [32]byte
	life       int  // of the gateway, in which it was first seen
	lost       bool // it is in no journal
	perishable bool
	sample     string
}

func newLine(f *floor, us, them string) *line {
	s := &line{us: us, them: them, floor: f, renewed: -1}
	s.begin()
	return s
}

func (s *line) profile() string {
	if s.quotes {
		return "RFQ"
	}
	return "LIST"
}

func (s *line) begin() {
	s.out, s.in, s.asked = 1, 1, 0
	s.sent, s.seen = map[int]outgoing{}, map[int]sight{}
}

// run connects whenever there is no connection, until the floor closes.
func (s *line) run() {
	for !s.floor.closed() {
		conn, err := s.connect()
		if err != nil {
			time.Sleep(3 * time.Millisecond)
			continue
		}
		s.attend(conn)
	}
}

func (s *line) connect() (net.Conn, error) {
	if s.accept != nil {
		return s.accept.Accept()
	}
	s.floor.Lock()
	address, halted := s.floor.address, s.halted
	s.floor.Unlock()
	if address == "" || halted {
		return nil, net.ErrClosed
	}
	return net.DialTimeout("tcp", address, time.Second)
}

// listen waits while nothing is to be read.
func (s *line) listen() {
	s.floor.Lock()
	until := s.deaf
	s.floor.Unlock()
	time.Sleep(time.Until(until))
}

// narrowBytes is room for some reports, not for those of a large list.
const narrowBytes = 64 << 10

// attend serves one connection to its end.
func (s *line) attend(conn net.Conn) {
	s.floor.Lock()
	if s.floor.over || s.halted {
		s.floor.Unlock()
		_ = conn.Close()
		return
	}
	s.cable, s.asked = newCable(conn), 0
	k := s.cable
	if s.accept == nil {
		s.logon()
	}
	s.floor.Unlock()
	if tcp, ok := conn.(*net.TCPConn); ok && s.floor.narrow {
		_ = tcp.SetReadBuffer(narrowBytes)
	}
	for in := bufio.NewReaderSize(conn, 16<<10); ; {
		s.listen()
		raw, err := frame(in)
		if err != nil {
			break
		}
		m := read(raw)
		s.floor.Lock()
		s.receive(m)
		s.floor.Unlock()
	}
	s.floor.Lock()
	k.cut()
	if s.cable == k {
		s.cable = nil
		if s.up {
			s.up = false
		}
	}
	s.floor.Unlock()
}

// logon opens the session.
func (s *line) logon() {
	body := "98=0|108=20|"
	if s.reset {
		s.begin()
		body += "141=Y|"
	}
	if s.floor.past && s.tells {
		body += fmt.Sprintf("789=%d|", s.in)
	}
	s.admin("A", body)
}

// admin says something of the session's own.
func (s *line) admin(kind, body string) {
	s.sent[s.out] = outgoing{kind: kind, forgotten: true}
	s.out++
	s.write(s.out-1, kind, body, "")
}

// say sends a business message; while there is no connection it is kept, and asked for later.
func (s *line) say(kind, body string) { s.send(outgoing{kind: kind, body: body}) }

// sayAgain sends what was said before, under a new number.
func (s *line) sayAgain(kind, body string) {
	s.send(outgoing{kind: kind, head: "97=Y|", body: body})
}

func (s *line) send(o outgoing) {
	n := s.out
	o.at = time.Now()
	s.sent[n] = o
	s.out++
	if s.up {
		s.write(n, o.kind, o.body, o.head)
		s.floor.happened(s, true, message{kind: o.kind, fields: []field{{"", o.body}}})
	}
}

// write puts a message on the wire.
func (s *line) write(n int, kind, body, extra string) {
	if s.cable != nil {
		s.cable.send(s.bytes(n, kind, body, extra))
	}
}

func (s *line) bytes(n int, kind, body, extra string) []byte {
	b := wire.Begin(nil, kind)
	b = wire.AppendInt(b, 34, n)
	b = append(b, bars(extra)...)
	b = wire.AppendString(b, 49, s.us)
	b = wire.AppendTime(b, 52, time.Now())
	b = wire.AppendString(b, 56, s.them)
	return wire.Finish(append(b, bars(body)...), 0)
}

func bars(text string) []byte {
	b := []byte(text)
	for i := range b {
		if b[i] == '|' {
			b[i] = wire.SOH
		}
	}
	return b
}

// cut ends the connection.
func (s *line) cut() {
	if s.cable != nil {
		s.cable.cut()
	}
}

// soonCut ends the connection once what is queued is on its way.
func (s *line) soonCut() {
	k := s.cable
	s.floor.soon(20, k.cut)
}

// cutWithin ends the connection in the middle of a message.
func (s *line) cutWithin(part []byte) {
	if s.cable == nil {
		return
	}
	_, _ = s.cable.Conn.Write(part)
	s.cable.cut()
}

// numbers are those that were seen, in order.
func (s *line) numbers() []int {
	numbers := make([]int, 0, len(s.seen))
	for n := range s.seen {
		numbers = append(numbers, n)
	}
	slices.Sort(numbers)
	return numbers
}

func stamp(t time.Time) string { return t.UTC().Format("20060102-15:04:05.000") }
