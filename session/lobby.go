package session

import (
	"net"
	"net/netip"
	"slices"
	"sync"
	"time"
)

// lobby bounds connections: all of them, those of an address, and those that have not said who
// they are. Where strangers take all the room, the one that waited longest makes place: however
// many there are, a counterparty that comes and logs on at once comes in.
type lobby struct {
	limits Limits

	mu        sync.Mutex
	guests    int
	addresses map[netip.Prefix]*place
	strangers []*guest // in the order of their coming
}

// place is an address from which connections came.
type place struct {
	guests, strangers int
	attempts          pace
}

// guest is one connection.
type guest struct {
	from     netip.Prefix
	socket   net.Conn
	stranger bool
	gone     bool
}

func newLobby(l Limits) *lobby {
	return &lobby{limits: l, addresses: make(map[netip.Prefix]*place)}
}

// placeOf is what counts as one address: an IPv6 host has a /64 to itself.
func placeOf(remote net.Addr) netip.Prefix {
	tcp, ok := remote.(*net.TCPAddr)
	if !ok {
		return netip.Prefix{}
	}
	ip := tcp.AddrPort().Addr().Unmap().WithZone("")
	bits := ip.BitLen()
	if ip.Is6() {
		bits = 64
	}
	p, _ := ip.Prefix(bits)
	return p
}

// enter lets a connection in as a stranger; nil if there is no room for it.
func (l *lobby) enter(socket net.Conn, now time.Time) *guest {
	l.mu.Lock()
	defer l.mu.Unlock()
	g := &guest{from: placeOf(socket.RemoteAddr()), socket: socket, stranger: true}
	p := l.place(g.from, now)
	if !p.attempts.take(1, now) {
		return nil
	}
	if p.strangers >= l.limits.StrangersPerAddress || p.guests >= l.limits.ConnectionsPerAddress {
		l.expelFrom(g.from)
	}
	if len(l.strangers) >= l.limits.Strangers || l.guests >= l.limits.Connections {
		l.expelFrom(l.crowded())
	}
	if p.guests >= l.limits.ConnectionsPerAddress || l.guests >= l.limits.Connections {
		return nil
	}
	l.guests++
	p.guests++
	p.strangers++
	l.strangers = append(l.strangers, g)
	return g
}

func (l *lobby) place(from netip.Prefix, now time.Time) *place {
	const remembered = 10_000
	if len(l.addresses) >= remembered {
		for other, p := range l.addresses {
			if p.guests == 0 && p.attempts.rests(now) {
				delete(l.addresses, other)
			}
		}
	}
	p := l.addresses[from]
	if p == nil {
		p = &place{attempts: pace{amount: l.limits.AttemptsPerSecond, span: time.Second}}
		l.addresses[from] = p
	}
	return p
}

// crowded is the address with the most strangers.
func (l *lobby) crowded() (from netip.Prefix) {
	most := 0
	for _, g := range l.strangers {
		if n := l.addresses[g.from].strangers; n > most {
			from, most = g.from, n
		}
	}
	return from
}

// expelFrom closes the oldest stranger of an address.
func (l *lobby) expelFrom(from netip.Prefix) {
	i := slices.IndexFunc(l.strangers, func(g *guest) bool { return g.from == from })
	if i < 0 {
		return
	}
	g := l.strangers[i]
	_ = g.socket.Close()
	l.remove(g)
}

// known says that a guest is a stranger no more; false if it had to make place meanwhile.
func (l *lobby) known(g *guest) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.greet(g)
	return !g.gone
}

func (l *lobby) greet(g *guest) {
	if !g.stranger {
		return
	}
	g.stranger = false
	l.addresses[g.from].strangers--
	l.strangers = slices.DeleteFunc(l.strangers, func(other *guest) bool { return other == g })
}

// leave says that a connection is closed.
func (l *lobby) leave(g *guest) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.remove(g)
}

func (l *lobby) remove(g *guest) {
	if g.gone {
		return
	}
	g.gone = true
	l.greet(g)
	l.addresses[g.from].guests--
	l.guests--
}
