package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"golang.org/x/sys/unix"
)

const (
	hopLines  = 200 // of each inquiry that is quoted
	hopTeams  = 10  // clients, each with
	hopDesks  = 5   // dealers
	hopQuotes = 100 // of a dealer for one inquiry
	hopPeriod = 100 * time.Millisecond
)

// hop measures a quote from the dealer's socket to the client's, durable on the way: first of one
// dealer, in turn with the append and fdatasync of 1 KiB to a file of the same disk; then of 50
// dealers, each of which quotes anew ten times a second, whether the last one came through or not.
func hop(p plan) ([]row, error) {
	var teams []team
	for n := range hopTeams {
		teams = append(teams, newTeam(n, hopDesks))
	}
	g, address, err := launch(p.dir, "ours", teams)
	if err != nil {
		return nil, err
	}
	defer g.stop()
	list, err := newPortfolio(hopLines)
	if err != nil {
		return nil, err
	}
	var rooms []*room
	for _, t := range teams {
		r, err := openRoom(address, t, list)
		defer r.leave()
		if err != nil {
			return nil, err
		}
		rooms = append(rooms, r)
	}
	syncs, alone, err := quoteAlone(p, rooms[0])
	if err != nil {
		return nil, err
	}
	before, began := g.spent(), time.Now()
	crowd, lags, err := quoteTogether(p, rooms)
	if err != nil {
		return nil, err
	}
	share := 100 * float64(g.spent()-before) / float64(time.Since(began))
	rate := int(time.Second/hopPeriod) * hopTeams * hopDesks
	n := fmt.Sprintf("%d dealers, %d quotes/s: ", hopTeams*hopDesks, rate)
	sync, p50, p99 := quantile(syncs, 50), quantile(crowd, 50), quantile(crowd, 99)
	return []row{
		within("quote hop p50; limit one fdatasync + 150 us", "us", quantile(alone, 50), sync+150, 1).as(hopMedian),
		fact("one fdatasync of 1 KiB, p50", "us", sync),
		fact("one fdatasync of 1 KiB, p99", "us", quantile(syncs, 99)),
		fact("quote hop p99 of one dealer", "us", quantile(alone, 99)),
		within(n+"p99; limit their p50", "us", p99, p50, 5).as(hopTail),
		within(n+"p50; limit one fdatasync + 150 us", "us", p50, sync+150, 1),
		fact(n+"p99 of how late a dealer itself is", "us", quantile(lags, 99)),
		fact(n+"gateway's processor", "% of a core", share),
	}, nil
}

func quantile(times []time.Duration, percent int) float64 {
	times = slices.Clone(times)
	slices.Sort(times)
	return float64(times[len(times)*percent/100].Nanoseconds()) / 1e3
}

// quoteAlone takes a sync and a quote in turn.
func quoteAlone(p plan, r *room) (syncs, hops []time.Duration, err error) {
	file, err := os.Create(filepath.Join(p.dir, "appended"))
	if err != nil {
		return nil, nil, err
	}
	defer file.Close()
	kilobyte := make([]byte, 1<<10)
	for n := range p.often(1000) {
		if n > 0 && n%hopQuotes == 0 {
			if err := r.renew(); err != nil {
				return nil, nil, err
			}
		}
		began := time.Now()
		if _, err := file.Write(kilobyte); err != nil {
			return nil, nil, err
		}
		if err := unix.Fdatasync(int(file.Fd())); err != nil {
			return nil, nil, err
		}
		syncs = append(syncs, time.Since(began))
		if err := r.quote(0); err != nil {
			return nil, nil, err
		}
		if err := r.settle(); err != nil {
			return nil, nil, err
		}
	}
	hops, _ = r.take()
	return syncs, hops, nil
}

// quoteTogether has all dealers of all rooms quote on.
func quoteTogether(p plan, rooms []*room) (hops, lags []time.Duration, err error) {
	var work sync.WaitGroup
	faults := make(chan error, hopTeams*hopDesks)
	for i, r := range rooms {
		if err := r.renew(); err != nil {
			return nil, nil, err
		}
		for dealer := range hopDesks {
			delay := hopPeriod * time.Duration(i*hopDesks+dealer) / (hopTeams * hopDesks)
			work.Go(func() {
				time.Sleep(delay)
				faults <- r.quoteOn(dealer, p.often(hopQuotes))
			})
		}
	}
	work.Wait()
	for range hopTeams * hopDesks {
		if err := <-faults; err != nil {
			return nil, nil, err
		}
	}
	for _, r := range rooms {
		if err := r.settle(); err != nil {
			return nil, nil, err
		}
		came, late := r.take()
		hops, lags = append(hops, came...), append(lags, late...)
	}
	return hops, lags, nil
}
