package gatewaytest

import (
	"time"

	"foliogate/fixspec"
	"foliogate/gateway"
)

// peer is a counterparty: a session of its own that loses nothing it knows, and a trader. Its
// numbers and what it sent survive everything but a reset.
type peer struct {
	w       *world
	firm    gateway.Firm
	index   int
	client  bool
	profile profile
	dialled bool // the house dials it
	trader  trader

	conn    *conn
	on      bool
	in, out int // the next number of the house, and of ours
	sent    []packet
	asked   bool
	reset   bool // the next Logon begins numbers again
	epoch   int  // resets so far
	away    time.Time
	resets  bool   // begins numbers again now and then
	forgets bool   // answers a resend request by gap fills where others send again
	ended   uint64 // last entry when the house last heard that we went
}

// profile is how a counterparty speaks.
type profile int

const (
	list profile = iota
	rfq
)

func (p profile) String() string { return [...]string{"LIST", "RFQ"}[p] }

func (p profile) ofClient() clientSpeech {
	return [...]clientSpeech{listClient{}, quoteClient{}}[p]
}

func (p profile) ofDealer() dealerSpeech {
	return [...]dealerSpeech{listDealer{}, quoteDealer{}}[p]
}

// trader is what a counterparty does business with.
type trader interface {
	// heard takes a message of the house; again says that it may have come before.
	heard(h fixspec.Header, m fixspec.Message, again bool)
	// act does something, or nothing; eager says that only what ends things is to be done.
	act(eager bool)
	// due is when eager acts again; zero if there is nothing to wait for.
	due() time.Time
	// promises is how many confirmations wait for a final answer.
	promises() int
}

// connect opens a connection and logs on.
func (p *peer) connect() {
	p.conn, p.asked, p.on = &conn{}, false, false
	if p.w.faulty && p.resets && p.w.chance(20) {
		p.reset = true
		p.w.rows.hit(30)
	}
	if p.reset {
		p.in, p.out, p.sent = 1, 1, nil
		p.epoch++
	}
	p.w.accept(p)
	p.send(packet{kind: logon, reset: p.reset})
}

func (p *peer) send(m packet) {
	m.number = p.out
	p.out++
	p.sent = append(p.sent, m)
	p.put(m)
}

func (p *peer) put(m packet) {
	if p.conn != nil && !p.conn.cut {
		p.conn.toHouse = append(p.conn.toHouse, m)
	}
}

// say sends a business message.
func (p *peer) say(m fixspec.Message, again bool) int {
	p.send(packet{kind: m.MsgType(), message: m, header: fixspec.Header{PossResend: again}})
	return p.out - 1
}

// receive takes the next message of the connection.
func (p *peer) receive() {
	m := take(&p.conn.toPeer)
	p.w.audit.arrived(p, m)
	if m.kind == logon {
		p.on, p.reset = true, false
	}
	switch {
	case m.number > p.in:
		if m.kind == resendRequest {
			p.resend(m.to)
		}
		if !p.asked {
			p.asked = true
			p.send(packet{kind: resendRequest, to: p.in})
		}
		return
	case m.number < p.in:
		if !m.dup {
			p.w.fail("%s is sent number %d where %d belongs", p.firm, m.number, p.in)
		}
		return
	}
	p.in++
	p.asked = p.asked && m.dup
	switch m.kind {
	case gapFill:
		p.in = max(p.in, m.to)
	case resendRequest:
		p.resend(m.to)
	case logon, heartbeat:
	default:
		p.hear(m)
	}
}

func (p *peer) hear(m packet) {
	header, message, err := p.w.reader.Read(m.raw)
	if err != nil {
		p.w.fail("%s cannot read %q: %v", p.firm, m.raw, err)
		return
	}
	again := m.dup || header.PossResend
	p.w.audit.heard(p, header, message, again)
	p.trader.heard(header, message, again)
}

// resend sends again what was sent; one that forgets fills the gap instead.
func (p *peer) resend(from int) {
	for n := max(from, 1); n < p.out; n++ {
		m := p.sent[n-1]
		m.dup = true
		if isAdmin(m.kind) || (p.forgets && p.w.faulty) {
			if !isAdmin(m.kind) {
				p.w.rows.hit(31)
			}
			m = packet{kind: gapFill, number: n, dup: true, to: n + 1}
		}
		p.put(m)
	}
}

// hangUp hears that the connection ended.
func (p *peer) hangUp() { p.conn, p.on = nil, false }
