package main

import (
	"fmt"
	"sync"
	"time"
)

// desk is a client and its dealers, connected to a gateway, with one list between them at a time.
type desk struct {
	portfolio *portfolio
	client    *party
	dealers   []*party
	lists     int

	mu    sync.Mutex // guards what follows
	now   *played
	bids  int
	await func() // nil, or what a dealer waits for before it confirms
}

// played is one auction as it happened.
type played struct {
	list                     string
	began, shown, ended      time.Time
	asked, quotes            int
	best                     string // BidID(390) of the first dealer
	clientHeard, winnerHeard heard
	done                     chan struct{}
}

// heard is what one side has of a trade.
type heard struct{ reports, tickets int }

// openDesk connects a team.
func openDesk(address string, t team, p *portfolio) (*desk, error) {
	d := &desk{portfolio: p, now: &played{}}
	var err error
	for i, name := range t.dealers {
		var dealer *party
		dealer, err = join(address, name, func(m message) { d.atDealer(i, m) })
		if err != nil {
			return nil, err
		}
		d.dealers = append(d.dealers, dealer)
	}
	d.client, err = join(address, t.client, d.atClient)
	return d, err
}

func (d *desk) leave() {
	for _, p := range d.everybody() {
		p.leave()
	}
}

func (d *desk) everybody() []*party { return append([]*party{d.client}, d.dealers...) }

// playWithin bounds an auction.
const playWithin = 2 * time.Minute

// play trades the portfolio once.
func (d *desk) play() (*played, error) {
	d.lists++
	list := fmt.Sprintf("%s-%d", d.client.name, d.lists)
	bodies := d.portfolio.bodies(list, fragmentLines, time.Now().Add(2*playWithin))
	now := &played{list: list, done: make(chan struct{})}
	d.mu.Lock()
	d.now = now
	now.began = time.Now()
	d.mu.Unlock()
	if err := d.client.say("E", bodies...); err != nil {
		return nil, err
	}
	select {
	case <-now.done:
		return now, nil
	case err := <-d.client.over:
		return nil, err
	case err := <-d.dealers[0].over:
		return nil, err
	case <-time.After(playWithin):
		d.mu.Lock()
		defer d.mu.Unlock()
		return nil, fmt.Errorf("%s did not end: %d asked, %d quotes, %+v, %+v", list,
			now.asked, now.quotes, now.clientHeard, now.winnerHeard)
	}
}

// atClient takes the first dealer's price when all prices are there.
func (d *desk) atClient(m message) {
	d.mu.Lock()
	defer d.mu.Unlock()
	switch m.kind {
	case "l":
		d.now.quotes++
		if m.get("115") == d.dealers[0].name {
			d.now.best = m.get("390")
		}
		if d.now.quotes == len(d.dealers) {
			d.tell(d.client, "L", fmt.Sprintf("66=%s|391=R-%s|390=%s|60=%s|", d.now.list, d.now.list,
				d.now.best, stamp(time.Now())))
		}
	case "8", "AK":
		d.count(&d.now.clientHeard, m.kind)
	}
}

// atDealer quotes every list that is asked, and confirms every award.
func (d *desk) atDealer(i int, m message) {
	d.mu.Lock()
	defer d.mu.Unlock()
	dealer := d.dealers[i]
	switch m.kind {
	case "k":
		if m.get("374") == "C" {
			return
		}
		if d.now.asked++; d.now.asked == len(d.dealers) {
			d.now.shown = time.Now()
		}
		d.bids++
		list := m.get("391")
		d.tell(dealer, "l", fmt.Sprintf("390=%s-B%d|391=%s|420=1|12=0|13=3|66=%s|44=%s|423=3|",
			dealer.name, d.bids, list, list, d.portfolio.total))
	case "L":
		confirm := fmt.Sprintf("66=%s|429=4|82=1|431=3|83=1|68=%d|73=0|", m.get("66"),
			len(d.portfolio.orders))
		if d.await == nil {
			d.tell(dealer, "N", confirm)
			return
		}
		await := d.await
		go func() { await(); d.tell(dealer, "N", confirm) }()
	case "8", "AK":
		d.count(&d.now.winnerHeard, m.kind)
	}
}

// hold makes dealers wait for something before they confirm.
func (d *desk) hold(await func()) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.await = await
}

// tell says something; whoever cannot be told has ended, which play hears of.
func (d *desk) tell(p *party, kind, body string) { _ = p.say(kind, bars(body)) }

func (d *desk) count(h *heard, kind string) {
	if kind == "8" {
		h.reports++
	} else {
		h.tickets++
	}
	full := func(h heard) bool { return h.reports == len(d.portfolio.orders) && h.tickets > 0 }
	if full(d.now.clientHeard) && full(d.now.winnerHeard) && d.now.ended.IsZero() {
		d.now.ended = time.Now()
		close(d.now.done)
	}
}
