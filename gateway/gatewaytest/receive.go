package gatewaytest

import (
	"foliogate/gateway"
)

// receive takes the next message of the connection. Not done says that it must wait for the disk.
func (l *link) receive() (done bool, err error) {
	p := l.conn.toHouse[0]
	if p.kind == resendRequest && p.number >= l.target && !l.keptUntil(p.to) {
		return false, nil
	}
	take(&l.conn.toHouse)
	if p.kind == logon {
		return true, l.logon(p)
	}
	if !l.up {
		return true, nil
	}
	switch {
	case p.number > l.target:
		if p.kind == resendRequest { // both sides may miss something
			if err := l.resend(p.to); err != nil {
				return true, err
			}
		}
		return true, l.ask()
	case p.number < l.target && p.dup:
		return true, nil
	case p.number < l.target:
		l.h.w.fail("%s sends number %d where %d belongs", l.origin.Firm, p.number, l.target)
		return true, nil
	}
	l.asked = l.asked && p.dup
	return true, l.inOrder(p)
}

func (l *link) ask() error {
	if l.asked {
		return nil
	}
	l.asked = true
	return l.admin(packet{kind: resendRequest, to: l.target})
}

func (l *link) inOrder(p packet) error {
	switch p.kind {
	case heartbeat:
		return l.count(p.number + 1)
	case gapFill:
		return l.count(p.to)
	case resendRequest:
		if err := l.resend(p.to); err != nil {
			return err
		}
		return l.count(p.number + 1)
	}
	if l.h.w.mutant != CountBefore {
		if err := l.business(p); err != nil {
			return err
		}
		return l.count(p.number + 1)
	}
	if err := l.count(p.number + 1); err != nil {
		return err
	}
	return l.business(p)
}

func (l *link) count(next int) error { return l.write(note{verb: "received", number: next}) }

// business decides what a message asks for, or rejects it.
func (l *link) business(p packet) error {
	header := p.header
	header.MsgSeqNum, header.PossDup = p.number, p.dup
	command, no := l.face.Command(header, p.message)
	if no != nil {
		return l.send(packet{kind: "j", message: no}, cursor{})
	}
	if command == nil {
		return nil
	}
	before := l.h.disk.last()
	err := l.h.decide(command)
	l.h.w.observe(command, l.h.disk.last() == before)
	return err
}

// logon admits the counterparty and tells the desk, which pushes what is current.
func (l *link) logon(p packet) error {
	if p.reset {
		if err := l.write(note{verb: "reset"}); err != nil {
			return err
		}
		l.usable = 0
		if err := l.cover(); err != nil {
			return err
		}
	}
	if p.number < l.target {
		l.h.w.fail("%s logs on with number %d where %d belongs", l.origin.Firm, p.number, l.target)
		return nil
	}
	if err := l.admin(packet{kind: logon, reset: p.reset}); err != nil {
		return err
	}
	if err := l.loggedOn(); err != nil {
		return err
	}
	if p.number > l.target {
		return l.ask()
	}
	return l.count(p.number + 1)
}

func (l *link) loggedOn() error {
	l.fence = l.h.writer.Last()
	reset := l.untold
	if l.h.w.mutant == ForgetReset {
		reset = false
	}
	if err := l.h.decide(gateway.Connect{Origin: l.origin, Reset: reset}); err != nil {
		return err
	}
	if l.untold {
		if err := l.write(note{verb: "told"}); err != nil {
			return err
		}
	}
	l.within = 0
	l.up, l.push, l.stale, l.first = true, false, false, l.sender-1
	return nil
}

// keptUntil tells whether all that a resend needs is durable.
func (l *link) keptUntil(from int) bool {
	for n := max(from, 1); n <= len(l.sent); n++ {
		if l.sent[n-1] > uint64(l.h.disk.durable) {
			return false
		}
	}
	return true
}

// resend sends again what is kept, and fills the gaps between.
func (l *link) resend(from int) error {
	gap := 0
	fill := func(next int) {
		if gap > 0 {
			l.enqueue(packet{kind: gapFill, number: gap, dup: true, to: next})
		}
		gap = 0
	}
	for n := max(from, 1); n < l.sender; n++ {
		lsn := uint64(0)
		if n <= len(l.sent) {
			lsn = l.sent[n-1]
		}
		if lsn == 0 || l.leftOut(n, l.h.disk.notes[lsn-1].packet) {
			if gap == 0 {
				gap = n
			}
			continue
		}
		fill(n)
		p := l.h.disk.notes[lsn-1].packet
		p.dup, p.lsn = true, lsn
		l.enqueue(p)
	}
	fill(l.sender)
	l.push = l.push || l.stale
	l.stale = false
	return nil
}

func (l *link) leftOut(n int, p packet) bool {
	if l.h.w.mutant == DropReports && p.kind == "8" {
		return true
	}
	if !perishable(p.kind, p.raw) {
		return false
	}
	l.stale = l.stale || n > l.first
	return true
}
