package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"golang.org/x/sys/unix"

	"foliogate/gateway/units"
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
	crowd, err := quoteTogether(p, rooms)
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
	return syncs, r.take(), nil
}

// quoteTogether has all dealers of all rooms quote on.
func quoteTogether(p plan, rooms []*room) (hops []time.Duration, err error) {
	var work sync.WaitGroup
	faults := make(chan error, hopTeams*hopDesks)
	for i, r := range rooms {
		if err := r.renew(); err != nil {
			return nil, err
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
			return nil, err
		}
	}
	for _, r := range rooms {
		if err := r.settle(); err != nil {
			return nil, err
		}
		hops = append(hops, r.take()...)
	}
	return hops, nil
}

// room is a client with an inquiry that its dealers quote again and again.
type room struct {
	portfolio *portfolio
	client    *party
	dealers   []*party
	total     units.Money
	inquiries int

	mu     sync.Mutex // guards what follows
	moved  sync.Cond
	lists  []string             // ListID(66) of the inquiry for each dealer, "" before it is asked
	priced int                  // quotes made
	left   map[string]time.Time // when a quote left, by its price
	hops   []time.Duration
	late   error
}

func openRoom(address string, t team, p *portfolio) (*room, error) {
	r := &room{portfolio: p, left: map[string]time.Time{}, lists: make([]string, len(t.dealers))}
	r.moved.L = &r.mu
	var err error
	if r.total, err = units.ParseMoney(p.total, "USD"); err != nil {
		return r, err
	}
	for i, name := range t.dealers {
		d, err := join(address, name, func(m message) { r.atDealer(i, m) })
		if err != nil {
			return r, err
		}
		r.dealers = append(r.dealers, d)
	}
	if r.client, err = join(address, t.client, r.atClient); err != nil {
		return r, err
	}
	return r, r.renew()
}

func (r *room) leave() {
	leaveAll(r.dealers)
	if r.client != nil {
		r.client.leave()
	}
}

// renew opens another inquiry, and returns when every dealer is asked.
func (r *room) renew() error {
	r.inquiries++
	r.mu.Lock()
	clear(r.lists)
	r.mu.Unlock()
	id := fmt.Sprintf("%s-Q%d", r.client.name, r.inquiries)
	bodies := r.portfolio.bodies(id, fragmentLines, time.Now().Add(30*time.Minute))
	if err := r.client.say("E", bodies...); err != nil {
		return err
	}
	return r.until(func() bool { return !slices.Contains(r.lists, "") })
}

// settle returns when every quote came through.
func (r *room) settle() error { return r.until(func() bool { return len(r.left) == 0 }) }

func (r *room) until(holds func() bool) error {
	const within = 20 * time.Second
	late := time.AfterFunc(within, func() {
		r.mu.Lock()
		defer r.mu.Unlock()
		r.late = fmt.Errorf("%s waits in vain: dealers are asked %q, %d quotes are on their way",
			r.client.name, r.lists, len(r.left))
		r.moved.Broadcast()
	})
	defer late.Stop()
	r.mu.Lock()
	defer r.mu.Unlock()
	for !holds() && r.late == nil {
		r.moved.Wait()
	}
	return r.late
}

func (r *room) atDealer(i int, m message) {
	if m.kind != "k" || m.get("374") == "C" {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.lists[i] = m.get("391")
	r.moved.Broadcast()
}

func (r *room) atClient(m message) {
	if m.kind != "l" {
		return
	}
	came, price := time.Now(), m.get("44")
	r.mu.Lock()
	defer r.mu.Unlock()
	if at, ok := r.left[price]; ok {
		r.hops = append(r.hops, came.Sub(at))
		delete(r.left, price)
		r.moved.Broadcast()
	}
}

// quote has a dealer quote, a cent less than anybody before.
func (r *room) quote(dealer int) error {
	r.mu.Lock()
	r.priced++
	n, list := r.priced, r.lists[dealer]
	price := (r.total - units.Money(n)).Format("USD")
	r.left[price] = time.Now()
	r.mu.Unlock()
	return r.dealers[dealer].say("l", bars(fmt.Sprintf("390=%s-B%d|391=%s|420=1|12=0|13=3|66=%s|44=%s|423=3|",
		r.dealers[dealer].name, n, list, list, price)))
}

// quoteOn has a dealer quote so many times, at its pace.
func (r *room) quoteOn(dealer, times int) error {
	ticks := time.NewTicker(hopPeriod)
	defer ticks.Stop()
	for range times {
		if err := r.quote(dealer); err != nil {
			return err
		}
		<-ticks.C
	}
	return nil
}

// take returns how long quotes took since the last call.
func (r *room) take() []time.Duration {
	r.mu.Lock()
	defer r.mu.Unlock()
	taken := r.hops
	r.hops = nil
	return taken
}
