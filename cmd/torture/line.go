package main

import (
	"bufio"
	"fmt"
	"net"
	"slices"
	"strconv"
	"time"

	"foliogate/fixspec/wire"
)

// line is a counterparty's side of a FIX session. It outlives the gateway and every connection:
// it remembers each message that it sent and each that it saw, as a strict engine with a sound
// disk does.
type line struct {
	us, them string
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
	kind      string
	substance [32]byte
	life      int  // of the gateway, in which it was first seen
	lost      bool // it is in no journal
	sample    string
}

func newLine(f *floor, us, them string) *line {
	s := &line{us: us, them: them, floor: f, renewed: -1}
	s.begin()
	return s
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

// receive takes one message as it came.
func (s *line) receive(m message) {
	if s.cable == nil {
		return
	}
	if s.floor.past {
		s.witness(m)
		return
	}
	if m.kind == "A" && m.get("141") == "Y" && m.number == 1 && s.in != 1 {
		s.floor.violation("%s: the gateway began at 1 again, unasked: %s", s.us, m)
	}
	if !s.look(m) {
		s.cable.cut()
		return
	}
	s.floor.happened(s, false, m)
	if m.kind == "2" {
		s.again(m)
	}
	if m.kind == "A" {
		s.loggedOn(m)
	}
	switch {
	case m.kind == "4" && m.number == s.in:
		s.fill(m)
	case m.number > s.in:
		s.ask()
	case m.number == s.in:
		s.in++
		s.take(m)
	}
}

// look holds what came against what was seen before: a number never comes with other content.
func (s *line) look(m message) bool {
	if m.number < s.in && !m.dup {
		s.floor.violation("%s: MsgSeqNum(34) ran back: %d where %d is expected: %s", s.us, m.number,
			s.in, m)
		return false
	}
	if m.kind == "4" {
		return true
	}
	before, known := s.seen[m.number]
	if known && before.substance != m.substance() {
		s.floor.violation("%s: number %d came with other content:\n%s\n%s", s.us, m.number,
			before.sample, m)
	}
	if known && m.dup {
		s.floor.count.repeats++
	}
	if !known {
		s.seen[m.number] = sight{kind: m.kind, substance: m.substance(), life: s.floor.life,
			sample: m.String()}
	}
	return true
}

// fill goes over numbers that will not come. What was seen and is no request or price of a moment
// may not be among them.
func (s *line) fill(m message) {
	next, err := strconv.Atoi(m.get("36"))
	if err != nil || next <= s.in || m.get("123") != "Y" {
		s.floor.violation("%s: a SequenceReset(4) leads from %d to %q: %s", s.us, s.in, m.get("36"), m)
		return
	}
	for n := s.in; n < next; n++ {
		x, ok := s.seen[n]
		// The gateway may have lost what it said, but then it says it under another number.
		if ok && !x.lost && !message.admin(message{kind: x.kind}) && !perishable(x.kind) {
			s.floor.violation("%s: number %d was filled over: %s", s.us, n, x.sample)
		}
	}
	s.in = next
}

func (s *line) ask() {
	if s.asked == s.in {
		return
	}
	s.asked = s.in
	s.floor.happened(s, true, message{kind: "2"})
	s.floor.count.gaps++
	s.admin("2", fmt.Sprintf("7=%d|16=0|", s.in))
}

func (s *line) loggedOn(m message) {
	if s.accept != nil {
		s.logon()
	}
	s.up = true
	if s.reset {
		s.renewed = s.floor.life
	}
	renewed := s.reset
	s.reset = false
	s.arrived(renewed)
}

// take has a message in order.
func (s *line) take(m message) {
	switch m.kind {
	case "1":
		s.admin("0", "112="+m.get("112")+"|")
	case "5":
		s.admin("5", "")
		s.cable.cut()
	case "3":
		s.floor.violation("%s: the gateway rejects our bytes: %s", s.us, m)
	case "0", "A", "2", "4":
	default:
		s.hear(m)
	}
}

// again repeats what the gateway asks for.
func (s *line) again(m message) {
	from, _ := strconv.Atoi(m.get("7"))
	to, _ := strconv.Atoi(m.get("16"))
	if to == 0 || to >= s.out {
		to = s.out - 1
	}
	const dup = "43=Y|"
	hole := 0
	for n := from; n <= to; n++ {
		o := s.sent[n]
		if o.forgotten {
			if o.body != "" {
				s.floor.hit("31 a business message is filled over")
			}
			if hole == 0 {
				hole = n
			}
			continue
		}
		if hole != 0 {
			s.write(hole, "4", fmt.Sprintf("123=Y|36=%d|", n), dup)
			hole = 0
		}
		s.write(n, o.kind, o.body, dup+o.head+"122="+stamp(o.at)+"|")
		s.floor.count.repeated++
	}
	if hole != 0 {
		s.write(hole, "4", fmt.Sprintf("123=Y|36=%d|", to+1), dup)
	}
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
