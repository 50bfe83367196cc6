package gatewaytest

import (
	"foliogate/fixspec"
	"foliogate/gateway"
)

// link is the house's side of one session: the rules of session's package comment, without
// quickfixgo and without sockets. What the journal says of it is in ledger, which changes only by
// the notes that are written; everything else is lost with the process.
//
// An accepted session's messages wait until all is durable that was in the journal when they were
// written. A dialled one's leave at once, under numbers that were reserved durably before.
type link struct {
	ledger
	h       *house
	firm    int
	origin  gateway.Origin
	face    face
	dialled bool

	conn  *conn
	queue []packet // written, not yet on the connection

	up     bool
	fence  uint64 // entries up to it were decided before this logon
	first  int    // our number of before this logon
	born   uint64 // entries up to it are older than this process
	next   cursor
	within uint64 // entry that is being told since this logon
	quiet  int    // entries passed since the cursor was recorded
	asked  bool   // for what is missing
	stale  bool   // something current was left out of a resend
	push   bool   // so what is current must be pushed again

	usable   int    // numbers up to it are durably reserved
	reserved uint64 // LSN of the last reservation
}

// ledger is what the journal says about a session.
type ledger struct {
	sender, target int
	reserve        int
	sent           []uint64 // LSN of the message with each number; 0: there is nothing to send again
	told           cursor
	untold         bool // a reset of which the desk does not know
}

const (
	block   = 12 // numbers reserved at once
	silence = 12 // entries that a start looks through for nothing
)

func newLink(h *house, firm int, f face) *link {
	return &link{h: h, firm: firm, face: f, dialled: h.w.peers[firm].dialled,
		origin: gateway.Origin{Firm: h.w.peers[firm].firm},
		ledger: ledger{sender: 1, target: 1, told: cursor{entry: 1}}}
}

func (l *ledger) apply(lsn uint64, n note) {
	switch n.verb {
	case "sent":
		for len(l.sent) < n.number-1 {
			l.sent = append(l.sent, 0)
		}
		if isAdmin(n.kind) {
			lsn = 0
		}
		l.sent = append(l.sent[:n.number-1], lsn)
		l.sender = n.number + 1
		if n.cursor != (cursor{}) {
			l.told = n.cursor
		}
	case "received":
		l.target = n.number
	case "number":
		l.sender = n.number
		l.sent = l.sent[:min(len(l.sent), n.number-1)]
	case "cursor":
		l.told = n.cursor
	case "reserve":
		l.reserve = n.number
	case "reset":
		*l = ledger{sender: 1, target: 1, told: l.told, untold: true}
	case "told":
		l.untold = false
	}
}

// write keeps a note in the journal and in the ledger.
func (l *link) write(n note) error {
	n.firm = l.firm
	lsn, err := l.h.disk.write(n)
	if err != nil {
		return err
	}
	l.apply(lsn, n)
	if n.verb == "reserve" {
		l.reserved = lsn
	}
	return nil
}

// open makes the recovered ledger ready: numbers that may have been used are passed over.
func (l *link) open() {
	l.next, l.born = l.told, l.h.writer.Last()
	if l.reserve >= l.sender && l.h.w.mutant != ForgetReserve {
		l.must(l.write(note{verb: "number", number: l.reserve + 1}))
	}
	l.must(l.cover())
}

func (l *link) must(err error) {
	if err != nil {
		l.h.fault(err)
	}
}

// cover reserves the next block when less than half of one is left.
func (l *link) cover() error {
	if !l.dialled || l.reserve-l.sender >= block/2 {
		return nil
	}
	return l.write(note{verb: "reserve", number: l.sender + block})
}

// send gives a message its number, keeps it with the cursor behind it, and queues it.
func (l *link) send(p packet, behind cursor) error {
	p.number = l.sender
	w := l.h.w
	if p.message != nil {
		p.raw = fixspec.AppendMessage(nil, fixspec.Frame{SenderCompID: "FOLIOGATE",
			TargetCompID: string(l.origin.Firm), MsgSeqNum: p.number, SendingTime: w.now,
		}, fixspec.Envelope{Header: p.header, Message: l.altered(p.message)})
		if w.mutant == ForgetListID && w.peers[l.firm].client {
			p.raw = l.h.unmangled(p.raw)
		}
		p.message = nil
	}
	n := note{verb: "sent", number: p.number, kind: p.kind, cursor: behind}
	if w.mutant == HideHeartbeats && isAdmin(p.kind) {
		n.firm = l.firm
		l.apply(0, n)
	} else {
		p.lsn = l.h.disk.last() + 1
		n.packet = p
		if err := l.write(n); err != nil {
			return err
		}
	}
	if err := l.cover(); err != nil {
		return err
	}
	l.enqueue(p)
	return nil
}

// enqueue is what conn.Write is: nothing leaves before the journal of now is durable; dialled,
// before its number is reserved.
func (l *link) enqueue(p packet) {
	if l.reserved <= uint64(l.h.disk.durable) {
		l.usable = l.reserve
	}
	switch {
	case l.h.w.mutant == SendBeforeCommit:
	case !l.dialled:
		p.need = l.h.disk.last()
	case p.number > l.usable:
		p.need = l.reserved
	}
	l.queue = append(l.queue, p)
}

func (l *link) admin(p packet) error { return l.send(p, cursor{}) }

// flush puts on the connection what may leave.
func (l *link) flush() {
	for l.canFlush() {
		p := take(&l.queue)
		l.h.w.audit.left(l, p)
		if l.conn != nil && !l.conn.cut {
			l.conn.toPeer = append(l.conn.toPeer, p)
		}
	}
}

func (l *link) canFlush() bool {
	return len(l.queue) > 0 && l.queue[0].need <= uint64(l.h.disk.durable)
}

// hangUp hears that the connection ended.
func (l *link) hangUp() error {
	l.conn, l.queue, l.asked = nil, nil, false
	if !l.up {
		return nil
	}
	l.up = false
	l.h.w.peers[l.firm].ended = l.h.disk.entries
	if l.h.w.mutant == ForgetAbsence {
		return nil
	}
	return l.h.decide(gateway.Disconnect{Origin: l.origin})
}
