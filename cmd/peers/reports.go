package main

import (
	"fmt"
	"time"
)

// reports measures what follows four confirmations at once: ExecutionReports to eight sessions.
func reports(p plan) ([]row, error) {
	ours, err := outbound(p, "ours", 5000, p.often(5))
	if err != nil {
		return nil, err
	}
	naive, err := outbound(p, "naive", 250, p.often(3))
	if err != nil {
		return nil, err
	}
	return []row{
		least("ExecutionReports over 8 sessions, journal synced", "/s", ours.rate, 50_000).as(reportRate),
		faster("the same; peer naive", "us each", 1e6/ours.rate, 1e6/naive.rate, 1),
		faster("processor time of a report; peer naive", "us", ours.spent, naive.spent, 6),
	}, nil
}

// flow is how fast reports left, and the microseconds of processor time that each took.
type flow struct{ rate, spent float64 }

// outbound trades lists of four clients with a dealer each, confirmed together.
func outbound(p plan, kind string, lines, times int) (flow, error) {
	if p.smoke {
		lines = 50
	}
	list, err := newPortfolio(lines)
	if err != nil {
		return flow{}, err
	}
	const teams = 4
	var all []team
	for n := range teams {
		all = append(all, newTeam(n, 1))
	}
	g, address, err := launch(p.dir, kind, all)
	if err != nil {
		return flow{}, err
	}
	defer g.stop()
	var desks []*desk
	for _, t := range all {
		d, err := openDesk(address, t, list)
		if err != nil {
			return flow{}, err
		}
		defer d.leave()
		desks = append(desks, d)
	}
	var rates, spent []float64
	for range times {
		f, err := together(g, desks, float64(2*lines*teams))
		if err != nil {
			return flow{}, fmt.Errorf("%s: %w", kind, err)
		}
		rates, spent = append(rates, f.rate), append(spent, f.spent)
	}
	return flow{median(rates), median(spent)}, nil
}

// together plays all desks and lets their dealers confirm at the same time.
func together(g *process, desks []*desk, count float64) (flow, error) {
	release, awarded := make(chan struct{}), make(chan struct{}, len(desks))
	ends, faults := make(chan time.Time, len(desks)), make(chan error, len(desks))
	for _, d := range desks {
		d.hold(func() { awarded <- struct{}{}; <-release })
		go func() {
			a, err := d.play()
			if err != nil {
				faults <- err
				return
			}
			ends <- a.ended
		}()
	}
	for range desks {
		select {
		case <-awarded:
		case err := <-faults:
			return flow{}, err
		}
	}
	before, began := g.spent(), time.Now()
	close(release)
	var last time.Time
	for range desks {
		select {
		case at := <-ends:
			if at.After(last) {
				last = at
			}
		case err := <-faults:
			return flow{}, err
		}
	}
	used := g.spent() - before
	return flow{count / last.Sub(began).Seconds(), float64(used.Nanoseconds()) / 1e3 / count}, nil
}
