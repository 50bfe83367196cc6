package gatewaytest

import (
	"fmt"
	"time"

	"foliogate/gateway"
)

// option is something that can happen next.
type option struct {
	weight int
	do     deed
	firm   int
}

type deed int

// What can happen next. Each is one step between two awaits, so that anything else can come
// between.
const (
	houseReceives deed = iota
	houseHangsUp
	houseSpeaks
	houseFlushes
	houseBeats
	houseTicks
	houseSettles
	houseStarts
	diskSyncs
	diskTold
	peerReceives
	peerHangsUp
	peerConnects
	peerActs
	peerBeats
	crash
	diskBreaks
	connCut
	peerDies
	clockBack
	bugStrikes
)

var deedNames = [...]string{"house receives", "house hangs up", "house speaks", "house flushes",
	"house beats", "house ticks", "house settles", "house starts", "disk syncs", "disk told",
	"receives", "hangs up", "connects", "acts", "beats", "crash", "disk breaks", "cut", "dies",
	"clock back", "bug strikes"}

func (w *world) offer(weight int, do deed, firm int) {
	w.options = append(w.options, option{weight, do, firm})
}

// step lets one thing happen; false if nothing can but for time to pass.
func (w *world) step() bool {
	w.options = w.options[:0]
	if w.house != nil {
		w.offerHouse()
	} else {
		w.offer(4, houseStarts, 0)
	}
	for i, p := range w.peers {
		w.offerPeer(i, p)
	}
	if w.faulty {
		w.offerFaults()
	}
	total := 0
	for _, o := range w.options {
		total += o.weight
	}
	if total == 0 {
		return false
	}
	at := w.rng.IntN(total)
	for _, o := range w.options {
		if at -= o.weight; at < 0 {
			w.perform(o)
			break
		}
	}
	w.audit.step()
	w.steps++
	return true
}

func (w *world) offerHouse() {
	h := w.house
	if h.disk.broken != nil {
		w.offer(20, diskTold, 0)
	} else if len(h.disk.ends) > 0 {
		w.offer(16, diskSyncs, 0)
	}
	if h.shown < h.disk.durable {
		w.offer(16, houseSettles, 0)
	}
	if due := h.writer.NextDue(); !due.IsZero() && !due.After(w.clock()) {
		w.offer(4, houseTicks, 0)
	}
	for i, l := range h.links {
		switch {
		case l.conn != nil && len(l.conn.toHouse) > 0:
			w.offer(10, houseReceives, i)
		case l.conn != nil && l.conn.cut && len(l.conn.toHouse) == 0:
			w.offer(5, houseHangsUp, i)
		}
		if l.mustSpeak() {
			w.offer(10, houseSpeaks, i)
		}
		if l.canFlush() {
			w.offer(12, houseFlushes, i)
		}
		if w.faulty && l.up && w.chance(16) {
			w.offer(6, houseBeats, i)
		}
	}
}

func (w *world) offerPeer(i int, p *peer) {
	switch {
	case p.conn == nil && !w.now.Before(p.away):
		w.offer(8, peerConnects, i)
	case p.conn != nil && len(p.conn.toPeer) > 0:
		w.offer(10, peerReceives, i)
	case p.conn != nil && p.conn.cut:
		w.offer(6, peerHangsUp, i)
	}
	if p.on && w.faulty {
		w.offer(8, peerActs, i)
		if w.chance(16) {
			w.offer(4, peerBeats, i)
		}
	}
}

// offerFaults: how many there are in a run is a matter of its seed, so that much is done in some
// runs and much goes wrong in others.
func (w *world) offerFaults() {
	if !w.chance(w.calmness) {
		return
	}
	if w.house != nil {
		w.offer(1, crash, 0)
		if len(w.disk.ends) > 0 && w.chance(3) {
			w.offer(1, diskBreaks, 0)
		}
	}
	if w.chance(8) {
		w.offer(1, clockBack, 0)
	}
	if w.house != nil && w.chance(24) {
		w.offer(1, bugStrikes, 0)
	}
	i := w.rng.IntN(len(w.peers))
	if p := w.peers[i]; p.conn != nil && !p.conn.cut {
		w.offer(1, connCut, i)
		w.offer(1+4*p.trader.promises(), peerDies, i)
	}
}

func (w *world) perform(o option) {
	p := w.peers[o.firm]
	if w.log != nil {
		w.trace("%s", w.told(p, o.do))
	}
	if o.do <= houseSettles {
		w.performHouse(o)
		return
	}
	switch o.do {
	case houseStarts:
		w.restart()
	case diskSyncs:
		w.disk.sync(1 + w.rng.IntN(8))
	case diskTold:
		w.brokenDisk()
	case peerReceives:
		p.receive()
	case peerHangsUp:
		p.hangUp()
	case peerConnects:
		p.connect()
	case peerActs:
		p.trader.act(false)
	case peerBeats:
		p.send(packet{kind: heartbeat})
	case crash:
		w.crash("")
	case diskBreaks:
		w.disk.broken = errBroken
		w.rows.hit(20)
	case connCut:
		w.cut(p)
	case peerDies:
		w.die(p)
	case clockBack:
		w.behind += time.Duration(w.rng.IntN(4000)) * time.Millisecond
		w.rows.hit(28)
	case bugStrikes:
		w.bug = true
	}
}

// brokenDisk lets the house hear that a sync failed.
func (w *world) brokenDisk() {
	if w.mutant == AppendAgain {
		w.disk.appendAgain()
		return
	}
	w.house.fault(errBroken)
}

// told is a line of the scenario.
func (w *world) told(p *peer, do deed) string {
	switch {
	case do == houseReceives:
		return fmt.Sprintf("house hears of %s %s", p.firm, w.house.links[p.index].conn.toHouse[0])
	case do == peerReceives:
		return fmt.Sprintf("%s receives %s", p.firm, p.conn.toPeer[0])
	case do > houseSettles && do < peerReceives, do == crash, do == houseSettles, do == houseTicks:
		return deedNames[do]
	}
	return fmt.Sprintf("%s: %s", p.firm, deedNames[do])
}

func (w *world) performHouse(o option) {
	h := w.house
	defer h.contain(deedNames[o.do])
	l := h.links[o.firm]
	var err error
	switch o.do {
	case houseReceives:
		_, err = l.receive()
	case houseHangsUp:
		err = l.hangUp()
	case houseSpeaks:
		err = l.speak(1 + w.rng.IntN(4))
	case houseFlushes:
		l.flush()
	case houseBeats:
		err = l.admin(packet{kind: heartbeat})
	case houseTicks:
		err = h.decide(gateway.Tick{})
	case houseSettles:
		h.settle()
	}
	if err != nil {
		h.fault(err)
	}
}
