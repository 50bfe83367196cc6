package main

import (
	"fmt"
	"strconv"
)

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
			perishable: m.perishable(), sample: m.String()}
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
		if ok && !x.lost && !message.admin(message{kind: x.kind}) && !x.perishable {
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
