package main

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

func (e *era) journal() string { return filepath.Join(e.setup.folder, e.setup.data, "journal") }

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
	e.overhear(g)
	if _, err := os.Stat(filepath.Join(e.journal(), "00000001.segment")); err != nil {
		e.hit("killed before there was a journal")
		return nil
	}
	l, err := readLedger(e.journal())
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

// overhear looks through what the log says since the last time: a panic that was contained is a bug
// too, but for those that a list asks for.
func (e *era) overhear(g *gatewayProcess) {
	file, err := os.Open(g.log)
	if err != nil {
		e.violation("%v", err)
		return
	}
	defer file.Close()
	if _, err = file.Seek(e.read, io.SeekStart); err != nil {
		e.violation("%v", err)
	}
	text, err := io.ReadAll(file)
	if err != nil {
		e.violation("%v", err)
	}
	e.read += int64(len(text))
	for _, said := range strings.Split(string(text), "\n") {
		if strings.Contains(said, "panic") && !strings.Contains(said, bugMark) {
			e.violation("the gateway contained a panic: %.2000s", said)
		}
		if strings.Contains(said, "do not fit") {
			e.violation("the gateway takes its journal for an old copy: %.2000s", said)
		}
	}
}

// settle is the last life: nobody dies, and everything comes to its end.
func (e *era) settle() error {
	e.Lock()
	e.trip, e.settling = nil, true
	e.Unlock()
	g, err := e.launch("")
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
	e.overhear(g)
	if pending != "" {
		e.violation("not everything came to its end within %v:\n%s\nlast words:\n%s", settleWithin,
			pending, g.lastWords())
	}
	if g.state.ExitCode() != 0 {
		e.violation("the gateway was told to stop and ended %s:\n%s", g.state, g.lastWords())
	}
	l, err := readLedger(e.journal())
	if err != nil {
		return err
	}
	e.audit(l, true)
	return nil
}
