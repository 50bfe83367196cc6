package gatewaytest

import (
	"time"

	"foliogate/gateway"
	"foliogate/gateway/journal"
)

// accept is what happens to a new connection: with a house that is down, or that still has an older
// one, it ends at once.
func (w *world) accept(p *peer) {
	if w.house == nil || w.house.links[p.index].conn != nil {
		p.conn.cut = true
		return
	}
	w.house.links[p.index].conn = p.conn
}

// cut ends a connection. What is under way arrives up to some message, in either direction.
func (w *world) cut(p *peer) {
	c := p.conn
	w.trace("cut %s", p.firm)
	w.unsent(p)
	keep := w.rng.IntN(len(c.toHouse) + 1)
	w.lost(p, c.toHouse[keep:])
	c.toHouse = c.toHouse[:keep]
	c.toPeer = c.toPeer[:w.rng.IntN(len(c.toPeer)+1)]
	c.cut = true
}

// unsent counts a list that is cut in the middle.
func (w *world) unsent(p *peer) {
	if c, ok := p.trader.(*client); ok {
		for _, l := range c.lists {
			if l.sent > 0 && l.sent < len(l.parts) {
				w.rows.hit(2)
			}
		}
	}
}

// lost counts the rows of messages that the house never gets.
func (w *world) lost(p *peer, dropped []packet) {
	for _, m := range dropped {
		switch {
		case m.kind == "E", m.kind == "R":
			w.rows.hit(1)
		case m.takes():
			w.rows.hit(10)
		case m.confirms():
			w.rows.hit(15)
		}
	}
}

// die cuts a counterparty off for a while.
func (w *world) die(p *peer) {
	if p.trader.promises() > 0 {
		w.rows.hit(17)
	}
	if p.conn != nil && !p.conn.cut {
		w.cut(p)
	}
	p.away = w.now.Add(time.Duration(w.rng.IntN(4000)) * time.Millisecond)
	w.trace("%s is away until %s", p.firm, p.away.Format("15:04:05.000"))
}

// crash ends the house where it stands.
func (w *world) crash(why string) {
	h := w.house
	if h == nil {
		return
	}
	w.crashes++
	w.house = nil
	for _, l := range h.links {
		if l.conn == nil {
			continue
		}
		for _, m := range l.conn.toHouse {
			if m.takes() {
				w.rows.hit(12)
			}
		}
		w.unsent(w.peers[l.firm])
		w.lost(w.peers[l.firm], l.conn.toHouse)
		l.conn.toHouse = nil
		l.conn.toPeer = l.conn.toPeer[:w.rng.IntN(len(l.conn.toPeer)+1)]
		l.conn.cut = true
	}
	waiting := len(w.disk.ends)
	keep := w.rng.IntN(waiting + 1)
	lost := w.disk.crash(keep)
	w.trace("crash %s: %d of %d appends survive", why, keep, waiting)
	for _, p := range w.peers {
		p.ended = min(p.ended, w.disk.entries)
	}
	w.gone(lost)
	w.standing()
}

// standing counts the rows of what was durable and not yet told.
func (w *world) standing() {
	w.audit.step()
	for _, f := range w.audit.order {
		if f.open && !f.acked {
			w.rows.hit(4)
		}
		for dealer := range f.routes {
			if f.end == "" && !f.shown[dealer] {
				w.rows.hit(7)
				break
			}
		}
		if f.trade == nil {
			continue
		}
		client, dealer := len(f.told[0]), len(f.told[1])
		switch {
		case client+dealer == 0:
			w.rows.hit(13)
		case client > 0 && client < f.total || dealer > 0 && dealer < f.total:
			w.rows.hit(14)
		}
	}
}

// restart begins another life of the house.
func (w *world) restart() {
	w.trace("the house starts with %d records", w.disk.durable)
	w.audit.step()
	w.audit.began = w.disk.entries
	h, err := openHouse(w)
	if err != nil {
		w.fail("the house does not start: %v", err)
		return
	}
	w.house = h
}

// gone counts the rows of decisions that did not survive.
func (w *world) gone(lost []journal.Record) {
	for _, r := range lost {
		var e gateway.Entry
		if r.Kind == sessionKind || e.UnmarshalJSON(r.Payload) != nil {
			continue
		}
		switch e.Event.(type) {
		case gateway.Begun, gateway.FragmentReceived:
			w.rows.hit(3)
		case gateway.QuoteAwarded, gateway.Traded:
			w.rows.hit(12)
		}
	}
}
