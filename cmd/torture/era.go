package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// era is one folder, and the lives that the gateway has on it.
type era struct {
	*floor
	binary   string
	powercut bool
	config   string
	folder   string
	deaths   *rand.Rand
	life     int
	history  []string
}

const (
	longestLife   = 3 * time.Second
	settleWithin  = 30 * time.Second
	silenceWithin = 5 * time.Second
)

// play runs an era and returns what was violated.
func play(o options, number int, m *market, c *counts) ([]string, error) {
	powercut := o.powercut == "always" || (o.powercut == "some" && number%2 == 1)
	f, err := openFloor(number, o.seed, m, c, o.busy)
	if err != nil {
		return nil, err
	}
	defer f.close()
	folder := filepath.Join(o.folder, fmt.Sprintf("era-%d", number))
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, err
	}
	e := &era{floor: f, binary: o.plain, powercut: powercut, folder: folder,
		deaths: rand.New(rand.NewPCG(o.seed, uint64(number)<<20))}
	if powercut {
		e.binary = o.cutting
	}
	address, err := freeAddress()
	if err != nil {
		return nil, err
	}
	if e.config, err = writeConfig(folder, address, f.called.Addr().String()); err != nil {
		return nil, err
	}
	f.open()
	f.Lock()
	f.address = address
	f.Unlock()
	for ; e.life < o.lives && len(f.violations()) == 0; e.life++ {
		d := drawDeath(e.deaths, powercut)
		for range 10_000 {
			if strings.Contains(d.name, o.only) {
				break
			}
			d = drawDeath(e.deaths, powercut)
		}
		if err := e.live(d); err != nil {
			return nil, err
		}
	}
	if len(f.violations()) == 0 {
		if err := e.settle(); err != nil {
			return nil, err
		}
	}
	found := f.violations()
	if len(found) == 0 {
		return nil, os.RemoveAll(folder)
	}
	return append(found, e.history...), nil
}

func (f *floor) violations() []string {
	f.Lock()
	defer f.Unlock()
	return f.found[:len(f.found):len(f.found)]
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
	g, err := launch(e.binary, e.config, d.order)
	if err != nil {
		return err
	}
	e.Lock()
	e.launched = g.started
	e.Unlock()
	e.await(g, d, now)
	g.kill()
	<-g.ended
	e.mourn()
	return e.inquest(g, d)
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
		s := pick(e.chance, e.sessions()[:3])
		e.hit("30 numbers are reset")
		s.reset = true
		s.cut()
	})
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

// inquest audits what is left.
func (e *era) inquest(g *gatewayProcess, d death) error {
	e.Lock()
	defer e.Unlock()
	switch {
	case d.fault && !g.killed():
		e.count.faults++
		e.hit(d.name)
		if g.state.ExitCode() == 0 {
			e.violation("the disk failed, and the gateway ended with code 0")
		}
	case !g.killed():
		e.violation("the gateway ended by itself, %s:\n%s", g.state, g.lastWords())
	case e.powercut:
		e.count.cuts++
	default:
		e.count.kills++
	}
	e.count.deaths[d.name]++
	if _, err := os.Stat(filepath.Join(e.folder, "data", "journal", "00000001.segment")); err != nil {
		e.hit("killed before there was a journal")
		return nil
	}
	l, err := readLedger(filepath.Join(e.folder, "data", "journal"))
	if err != nil {
		e.violation("the journal of a dead gateway: %v", err)
		return nil
	}
	if l.torn > 0 {
		e.hit("a torn batch was left")
	}
	e.classify(l, g)
	e.audit(l, false)
	return nil
}

// settle is the last life: nobody dies, and everything comes to its end.
func (e *era) settle() error {
	e.Lock()
	e.trip, e.settling = nil, true
	e.Unlock()
	g, err := launch(e.binary, e.config, "")
	if err != nil {
		return err
	}
	for deadline := time.Now().Add(settleWithin); e.pending() != "" && time.Now().Before(deadline); {
		select {
		case <-time.After(10 * time.Millisecond):
		case <-g.ended:
			deadline = time.Now()
		}
	}
	pending := e.pending()
	_ = g.command.Process.Signal(syscall.SIGTERM)
	select {
	case <-g.ended:
	case <-time.After(settleWithin):
		g.kill()
		<-g.ended
	}
	e.mourn()
	e.Lock()
	defer e.Unlock()
	if pending != "" {
		e.violation("not everything came to its end within %v:\n%s\nlast words:\n%s", settleWithin,
			pending, g.lastWords())
	}
	if g.state.ExitCode() != 0 {
		e.violation("the gateway was told to stop and ended %s:\n%s", g.state, g.lastWords())
	}
	l, err := readLedger(filepath.Join(e.folder, "data", "journal"))
	if err != nil {
		return err
	}
	e.audit(l, true)
	return nil
}

// pending says what is not yet told or answered.
func (e *era) pending() string {
	e.Lock()
	defer e.Unlock()
	var b strings.Builder
	fills, tickets := 0, 0
	for _, q := range e.client.order {
		if !q.settled() {
			fmt.Fprintf(&b, "%s: outcome %q, acknowledged %v, %d of %d executions, intent %d\n", q.id, q.outcome,
				q.acked, len(q.fills), len(q.rows), q.intent)
		}
		fills += len(q.fills)
		tickets += len(q.tickets)
	}
	for _, d := range e.dealers {
		for _, l := range d.lists {
			fills -= len(l.fills)
			tickets -= len(l.tickets)
		}
	}
	for _, s := range e.sessions() {
		if !s.up {
			fmt.Fprintf(&b, "%s is not logged on\n", s.us)
		}
	}
	if fills != 0 || tickets != 0 {
		fmt.Fprintf(&b, "the client has %d executions and %d tickets more than dealers have\n", fills, tickets)
	}
	return b.String()
}
