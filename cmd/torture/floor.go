package main

import (
	"fmt"
	"math/rand/v2"
	"net"
	"sync"
	"time"
)

const gatewayID = "FOLIOGATE"

// floor is everybody but the gateway, in one era. One lock guards all of it, so that whoever holds
// it sees one moment of all counterparties.
type floor struct {
	sync.Mutex
	era       int
	chance    *rand.Rand
	market    *market
	count     *counts
	busy      int // inquiries at a time
	client    *client
	dealers   []*dealer
	address   string // where the gateway listens; "": nowhere
	called    net.Listener
	over      bool
	settling  bool
	past      bool            // the gateway's journal went back in time
	buggy     bool            // the gateway has bugs that a ListID(66) can call
	narrow    bool            // everybody has little room for what is not read yet
	life      int             // of the gateway
	faults    map[string]bool // ListIDs in quarantine
	found     []string        // violations
	accepted  map[string]time.Time
	withdrawn []time.Time
	trip      func(s *line, ours bool, m message) // looks at every message
	launched  time.Time                           // when this life of the gateway began
	loggedOn  time.Time                           // when somebody first came in since
}

// counts are what happened in a run.
type counts struct {
	kills, cuts, faults            int
	gaps, repeats, repeated        int
	retold, inquiries, traded      int
	lines, messages, eras, settled int
	rows                           map[string]int
	pairs                          map[string]int // trades, by the profiles of client and dealer
	deaths                         map[string]int
	restarts                       []time.Duration
}

func newCounts() *counts {
	return &counts{rows: map[string]int{}, pairs: map[string]int{}, deaths: map[string]int{}}
}

func openFloor(era int, seed uint64, m *market, c *counts, busy int) (*floor, error) {
	called, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	f := &floor{era: era, chance: rand.New(rand.NewPCG(seed, uint64(era))), market: m, count: c,
		busy: busy, called: called, accepted: map[string]time.Time{},
		faults: map[string]bool{}}
	f.client = newClient(f)
	f.dealers = []*dealer{newDealer(f, "NORTHGATE", northgateLook), newDealer(f, "HALYARD", 0),
		newDealer(f, "COPPERLINE", copperlineLook)}
	f.dealers[2].accept = called
	return f, nil
}

// mix has some speak the RFQ profile: the client every other two eras, and always one dealer or two.
// In eight eras each does with each, with cuts and without.
func (f *floor) mix(era int) (quotes []string) {
	f.client.quotes = era/2%2 == 1
	for i, d := range f.dealers {
		d.quotes = (era+era/4+i)%2 == 1
	}
	for _, s := range f.sessions() {
		if s.quotes {
			quotes = append(quotes, s.us)
		}
	}
	return quotes
}

const (
	northgateLook  = 250 * time.Millisecond
	copperlineLook = 150 * time.Millisecond
)

func (f *floor) sessions() []*line {
	all := []*line{f.client.line}
	for _, d := range f.dealers {
		all = append(all, d.line)
	}
	return all
}

// open has everybody come in, again and again.
func (f *floor) open() {
	for _, s := range f.sessions() {
		go s.run()
	}
	go func() {
		for !f.closed() {
			time.Sleep(10 * time.Millisecond)
			f.Lock()
			f.client.tick(time.Now())
			f.Unlock()
		}
	}()
}

func (f *floor) closed() bool {
	f.Lock()
	defer f.Unlock()
	return f.over
}

func (f *floor) close() {
	f.Lock()
	defer f.Unlock()
	f.over = true
	_ = f.called.Close()
	for _, s := range f.sessions() {
		s.cut()
	}
}

// soon does something later, with the lock.
func (f *floor) soon(milliseconds int, act func()) {
	time.AfterFunc(time.Duration(milliseconds)*time.Millisecond, func() {
		f.Lock()
		defer f.Unlock()
		if !f.over {
			act()
		}
	})
}

func (f *floor) hit(row string) { f.count.rows[row]++ }

// violation is a broken promise.
func (f *floor) violation(format string, args ...any) {
	f.found = append(f.found, fmt.Sprintf(format, args...))
}

func (f *floor) happened(s *line, ours bool, m message) {
	f.count.messages++
	if m.kind == "A" && !ours && f.loggedOn.Before(f.launched) {
		f.loggedOn = time.Now()
	}
	if f.trip != nil {
		f.trip(s, ours, m)
	}
}
