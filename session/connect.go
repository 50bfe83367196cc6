package session

import (
	"crypto/tls"
	"fmt"
	"net"
	"strconv"

	"github.com/quickfixgo/quickfix"
	"github.com/quickfixgo/quickfix/config"
)

// house is one listening address and the sessions that may come to it.
type house struct {
	links    []*link
	door     *door
	acceptor *quickfix.Acceptor
	started  bool
}

// dialled is one session that we open.
type dialled struct {
	link      *link
	initiator *quickfix.Initiator
	started   bool
}

// connect makes and starts acceptors and initiators. What it made before an error is there for Stop.
func (s *Sessions) connect(qualifier string) error {
	for _, address := range addresses(s.options.Rows) {
		if err := s.listen(address, qualifier); err != nil {
			return fmt.Errorf("session: listen at %s: %w", address, err)
		}
	}
	for _, l := range s.order {
		if l.row.Connection == Dial {
			if err := s.dial(l, qualifier); err != nil {
				return fmt.Errorf("session %q: %w", l.row.Name, err)
			}
		}
	}
	return s.startDialling()
}

// startDialling comes when the relay knows all who will call it.
func (s *Sessions) startDialling() error {
	if s.relay != nil {
		s.relay.open()
	}
	for _, d := range s.dialled {
		if err := d.initiator.Start(); err != nil {
			return fmt.Errorf("session %q: %w", d.link.row.Name, err)
		}
		d.started = true
	}
	return nil
}

// addresses are those to listen at, each once, in the order of the rows.
func addresses(rows []Row) []string {
	var found []string
	seen := make(map[string]bool)
	for _, r := range rows {
		if r.Connection == Accept && !seen[r.Address] {
			seen[r.Address] = true
			found = append(found, r.Address)
		}
	}
	return found
}

func (s *Sessions) listen(address, qualifier string) error {
	socket, err := listenTCP(address)
	if err != nil {
		return err
	}
	h := &house{links: s.at(address)}
	h.door = newDoor(socket, h.links, s)
	s.houses = append(s.houses, h)
	settings := quickfix.NewSettings()
	port := socket.Addr().(*net.TCPAddr).Port
	settings.GlobalSettings().Set(config.SocketAcceptPort, strconv.Itoa(port))
	for _, l := range h.links {
		if _, err := settings.AddSession(l.row.settings(qualifier)); err != nil {
			return err
		}
	}
	app, logs := application{s.links}, logs{s.options.Logger, s.links}
	h.acceptor, err = quickfix.NewAcceptor(app, s, settings, logs)
	if err != nil {
		return err
	}
	h.acceptor.SetNewListenerCallback(func(string, *tls.Config) (net.Listener, error) {
		return h.door, nil
	})
	err = h.acceptor.Start()
	h.started = err == nil
	return err
}

// at returns those who may come to an address.
func (s *Sessions) at(address string) []*link {
	var found []*link
	for _, l := range s.order {
		if l.row.Connection == Accept && l.row.Address == address {
			found = append(found, l)
		}
	}
	return found
}

// closed is told of connections that did not end by themselves.
func (s *Sessions) closed(remote net.Addr, why error) {
	s.options.Logger.Warn("a connection was closed", "remote", remote.String(), "reason", why)
}

// dial prepares a session that we open. The relay is made for the first.
func (s *Sessions) dial(l *link, qualifier string) (err error) {
	if s.relay == nil {
		if s.relay, err = newRelay(s.options.Limits, s.options.Logger, s.closed); err != nil {
			return fmt.Errorf("no relay: %w", err)
		}
	}
	settings := quickfix.NewSettings()
	own := l.row.settings(qualifier)
	s.relay.add(s.callerOf(l), own)
	if _, err := settings.AddSession(own); err != nil {
		return err
	}
	initiator, err := quickfix.NewInitiator(application{s.links}, s, settings,
		logs{s.options.Logger, s.links})
	if err != nil {
		return err
	}
	s.dialled = append(s.dialled, &dialled{link: l, initiator: initiator})
	return nil
}

// callerOf is a dialled session as the relay knows it.
func (s *Sessions) callerOf(l *link) *caller {
	c := &caller{address: l.row.Address, bar: l.bar, wrap: func(socket net.Conn) *conn {
		l.update((*linkState).begin)
		far := newConn(socket, l.store, s.options.Limits)
		far.intake.first = "A5" // a Logout(5) says why there is no Logon
		far.intake.watch = newWatch(s.options.Limits, l.brake, l.store.NextTargetMsgSeqNum, l.dismiss)
		return far
	}, fail: func(why error) {
		l.log.Warn("the counterparty was not reached", "address", l.row.Address, "reason", why)
	}}
	if l.row.TLS != nil {
		c.secure = dialTLS(l.access, l.log)
	}
	return c
}
