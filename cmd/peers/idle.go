package main

import (
	"bytes"
	"fmt"
	"os"
	"strconv"
	"sync"
	"time"
)

// heartbeat is the HeartBtInt(108) of every party.
const heartbeat = 30 * time.Second

// idle measures what sessions cost that are logged on and say nothing but their heartbeats: the
// resident memory of the process, and its processor time, user and system, over a minute.
func idle(p plan) ([]row, error) {
	if _, err := os.Stat("/proc/self/statm"); err != nil {
		fmt.Fprintln(os.Stderr, "peers: SKIPPED: there is no /proc here, so idle sessions are not weighed")
		return nil, nil
	}
	teams, calm, watched := 100, 5*time.Second, time.Minute
	if p.smoke {
		teams, calm, watched = 4, 0, time.Second
	}
	var all []team
	for n := range teams {
		all = append(all, newTeam(n, 4))
	}
	g, address, err := launch(p.dir, "ours", all)
	if err != nil {
		return nil, err
	}
	defer g.stop()
	alone, err := g.resident()
	if err != nil {
		return nil, err
	}
	parties, err := joinAll(address, all)
	defer leaveAll(parties)
	if err != nil {
		return nil, err
	}
	end := beat(parties)
	defer end()
	time.Sleep(calm)
	before, began := g.spent(), time.Now()
	time.Sleep(watched)
	share := 100 * float64(g.spent()-before) / float64(time.Since(began))
	memory, err := g.resident()
	if err != nil {
		return nil, err
	}
	if err := stillOn(parties); err != nil {
		return nil, err
	}
	n := fmt.Sprintf("%d sessions idle: ", len(parties))
	return []row{
		most(n+"resident memory", "MiB", memory, 100).as(sessionsMemory),
		most(n+"processor", "% of a core", share, 3).as(sessionsProcessor),
		fact(n+"before anybody came", "MiB", alone),
		fact(n+"memory of a session", "KiB", (memory-alone)*1024/float64(len(parties))),
	}, nil
}

func joinAll(address string, teams []team) ([]*party, error) {
	var parties []*party
	for _, t := range teams {
		for _, name := range append([]string{t.client}, t.dealers...) {
			p, err := join(address, name, func(message) {})
			if err != nil {
				return parties, err
			}
			parties = append(parties, p)
		}
	}
	return parties, nil
}

func leaveAll(parties []*party) {
	for _, p := range parties {
		p.leave()
	}
}

// beat has every party send its heartbeats, one after the other, until the end.
func beat(parties []*party) (end func()) {
	done := make(chan struct{})
	var work sync.WaitGroup
	work.Go(func() {
		ticks := time.NewTicker(heartbeat / time.Duration(len(parties)))
		defer ticks.Stop()
		for n := 0; ; n++ {
			select {
			case <-done:
				return
			case <-ticks.C:
				_ = parties[n%len(parties)].say("0", nil) // stillOn finds who cannot
			}
		}
	})
	return func() { close(done); work.Wait() }
}

func stillOn(parties []*party) error {
	for _, p := range parties {
		select {
		case err := <-p.over:
			return fmt.Errorf("%s did not stay: %w", p.name, err)
		default:
		}
	}
	return nil
}

// resident is the memory of the process that is in RAM, in MiB.
func (p *process) resident() (float64, error) {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/statm", p.command.Process.Pid))
	if err != nil {
		return 0, err
	}
	words := bytes.Fields(text)
	if len(words) < 2 {
		return 0, fmt.Errorf("statm is %q", text)
	}
	pages, err := strconv.Atoi(string(words[1]))
	return float64(pages*os.Getpagesize()) / (1 << 20), err
}
