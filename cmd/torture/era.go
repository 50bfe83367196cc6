package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"time"
)

// era is one folder, and the lives that the gateway has on it.
type era struct {
	*floor
	binary   string
	former   string // the binary of its first lives; "": the same
	plain    string // the binary whose verb journal verify judges
	powercut bool
	setup    setup
	config   string
	deaths   *rand.Rand
	lives    int
	history  []string
	read     int64 // of the log
}

const (
	longestLife   = 3 * time.Second
	settleWithin  = 30 * time.Second
	silenceWithin = 5 * time.Second
)

// play runs an era and returns what was violated.
func play(o options, number int, m *market, c *counts) ([]string, error) {
	e, err := openEra(o, number, m, c)
	if err != nil {
		return nil, err
	}
	defer e.close()
	e.open()
	for ; e.life < e.lives && e.sound(); e.age() {
		if e.life == e.lives/3 {
			if err := e.keepOld(); err != nil {
				return nil, err
			}
		}
		if err := e.live(e.draw(o.only)); err != nil {
			return nil, err
		}
	}
	for _, last := range []func() error{e.settle, e.verify, e.damage, e.goBack} {
		if e.sound() {
			if err := last(); err != nil {
				return nil, err
			}
		}
	}
	if e.sound() && o.keep {
		return nil, nil
	}
	if e.sound() {
		return nil, os.RemoveAll(e.setup.folder)
	}
	return append(e.found, e.history...), nil
}

func openEra(o options, number int, m *market, c *counts) (*era, error) {
	f, err := openFloor(number, o.seed, m, c, o.busy)
	if err != nil {
		return nil, err
	}
	e := &era{floor: f, binary: o.plain, plain: o.plain, lives: o.lives,
		powercut: o.powercut == "always" || (o.powercut == "some" && number%2 == 1),
		setup: setup{folder: filepath.Join(o.folder, fmt.Sprintf("era-%d", number)), data: "data",
			copperline: f.called.Addr().String()},
		deaths: rand.New(rand.NewPCG(o.seed, uint64(number)<<20))}
	if o.formerBinary == "" { // which may not know the RFQ profile
		e.setup.quotes = f.mix(number)
	}
	if e.powercut {
		e.binary, f.buggy = o.cutting, true
	} else {
		e.former = o.formerBinary
	}
	f.narrow = number%3 == 0
	if err := os.MkdirAll(e.setup.folder, 0o700); err != nil {
		return nil, err
	}
	if e.setup.accept, err = freeAddress(); err != nil {
		return nil, err
	}
	f.address = e.setup.accept
	e.config, err = e.setup.write()
	return e, err
}

// age begins the next life.
func (f *floor) age() {
	f.Lock()
	defer f.Unlock()
	f.life++
}

func (f *floor) sound() bool {
	f.Lock()
	defer f.Unlock()
	return len(f.found) == 0
}

// live is one life, from its launch to its death and the audit.
func (e *era) live(d death) error {
	e.history = append(e.history, fmt.Sprintf("life %d: %s, after %v, order %q", e.life, d.name, d.after,
		d.order))
	now := make(chan struct{}, 1)
	e.arm(d, now)
	if e.deaths.IntN(6) == 0 {
		e.renew()
	}
	if e.deaths.IntN(5) == 0 {
		e.deafen()
	}
	g, err := e.launch(d.order)
	if err != nil {
		return err
	}
	e.await(g, d, now)
	e.classifyDeaf()
	g.kill()
	<-g.ended
	e.mourn()
	return e.inquest(g, d)
}

// launch starts the next life.
func (e *era) launch(order string) (*gatewayProcess, error) {
	binary := e.binary
	if e.former != "" && e.life < e.lives/2 {
		binary = e.former
		e.Lock()
		e.hit("34 a life of the former version")
		e.Unlock()
	}
	g, err := launch(binary, e.config, order)
	if err != nil {
		return nil, err
	}
	e.Lock()
	defer e.Unlock()
	e.launched = g.started
	return g, nil
}

// arm sets the trigger.
func (e *era) arm(d death, now chan<- struct{}) {
	e.Lock()
	defer e.Unlock()
	e.trip = nil
	if d.start || d.order != "" && d.met == nil && d.after > longestLife {
		return
	}
	met := d.met
	if met == nil {
		met = func(_ *line, ours bool, m message) bool { return !ours && m.kind == "A" }
	}
	e.trip = func(s *line, ours bool, m message) {
		if met(s, ours, m) {
			select {
			case now <- struct{}{}:
			default:
			}
		}
	}
}

// await returns when the life is to end, or has ended.
func (e *era) await(g *gatewayProcess, d death, now <-chan struct{}) {
	if !d.start {
		select {
		case <-now:
		case <-g.ended:
			return
		case <-time.After(longestLife):
			return
		}
	}
	if d.after < time.Millisecond {
		// A sleep is longer than that.
		for begun := time.Now(); time.Since(begun) < d.after; {
		}
		return
	}
	select {
	case <-time.After(d.after):
	case <-g.ended:
	}
}

// renew has somebody begin at number 1 again, now or in the midst of it.
func (e *era) renew() {
	e.soon(e.deaths.IntN(2)*e.deaths.IntN(1500), func() {
		if e.settling {
			return
		}
		s := pick(e.chance, e.sessions()[:3])
		e.hit("30 numbers are reset")
		s.reset = true
		s.cut()
	})
}

// deafen has somebody stop reading for a while: nobody else may wait for it.
func (e *era) deafen() {
	e.soon(e.deaths.IntN(600), func() {
		s := pick(e.chance, e.sessions())
		e.hit("29 a counterparty does not read")
		s.deaf = time.Now().Add(time.Duration(100+e.chance.IntN(1900)) * time.Millisecond)
	})
}

// classifyDeaf looks who does not read as the gateway dies. Soon everybody does.
func (e *era) classifyDeaf() {
	e.Lock()
	defer e.Unlock()
	for _, s := range e.sessions() {
		if time.Now().Before(s.deaf) {
			e.hit("29 dies while a counterparty does not read")
		}
	}
}

// mourn waits until everybody has read what the gateway said last.
func (e *era) mourn() {
	deadline := time.Now().Add(silenceWithin)
	for time.Now().Before(deadline) {
		e.Lock()
		quiet := true
		for _, s := range e.sessions() {
			quiet = quiet && s.cable == nil
		}
		e.Unlock()
		if quiet {
			return
		}
		time.Sleep(time.Millisecond)
	}
	e.Lock()
	e.violation("the counterparties did not notice the end of the gateway")
	e.Unlock()
}
