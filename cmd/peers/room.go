package main

import (
	"fmt"
	"slices"
	"sync"
	"time"

	"foliogate/gateway/units"
)

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
	lags   []time.Duration
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

// quoteOn has a dealer quote so many times, at its pace, and notes how late the dealer itself is.
func (r *room) quoteOn(dealer, times int) error {
	for due := time.Now(); times > 0; times-- {
		r.mu.Lock()
		r.lags = append(r.lags, time.Since(due))
		r.mu.Unlock()
		if err := r.quote(dealer); err != nil {
			return err
		}
		due = due.Add(hopPeriod)
		time.Sleep(time.Until(due))
	}
	return nil
}

// take returns how long quotes took since the last call, and how late dealers were.
func (r *room) take() (hops, lags []time.Duration) {
	r.mu.Lock()
	defer r.mu.Unlock()
	hops, lags = r.hops, r.lags
	r.hops, r.lags = nil, nil
	return hops, lags
}
