package main

import (
	"fmt"
	"sync"
	"time"
)

// throng is clients and dealers with many lists between them.
type throng struct {
	portfolio *portfolio
	wanted    int
	teams     []team
	parties   []*party
	clients   []*party
	dealers   map[string]*party

	mu                          sync.Mutex // guards what follows
	auctions                    map[string]*auction
	bids                        int
	priced, done, dealerReports int
	began, quoted, taken, ended time.Time
	stage                       chan struct{} // all are quoted, then all are done
}

// auction is one list, by the client's id of it.
type auction struct {
	client *party
	asked  int    // dealers
	winner string // one of them
	quotes int
	bid    string // BidID(390) of the winner
	heard  heard  // by the client
}

func newThrong(p *portfolio, wanted int) *throng {
	return &throng{portfolio: p, wanted: wanted, dealers: map[string]*party{},
		auctions: map[string]*auction{}, stage: make(chan struct{}, 2)}
}

func (c *throng) open(address string, teams []team) error {
	c.teams = teams
	for _, t := range teams {
		for _, name := range t.dealers {
			d, err := join(address, name, func(m message) { c.atDealer(name, m) })
			if err != nil {
				return err
			}
			c.parties, c.dealers[name] = append(c.parties, d), d
		}
		client, err := join(address, t.client, c.atClient)
		if err != nil {
			return err
		}
		c.parties, c.clients = append(c.parties, client), append(c.clients, client)
	}
	return nil
}

// play sends all lists, waits for all quotes, takes them all and waits for all reports.
func (c *throng) play(each int) error {
	var lists sync.WaitGroup
	faults := make(chan error, len(c.clients))
	c.began = time.Now()
	for n, client := range c.clients {
		lists.Go(func() { faults <- c.send(client, c.teams[n].dealers, each) })
	}
	lists.Wait()
	close(faults)
	for err := range faults {
		if err != nil {
			return err
		}
	}
	if err := c.until("quoted"); err != nil {
		return err
	}
	if err := c.takeAll(); err != nil {
		return err
	}
	return c.until("done")
}

// send sends the lists of one client.
func (c *throng) send(client *party, dealers []string, each int) error {
	for i := range each {
		id := fmt.Sprintf("%s-%d", client.name, i)
		c.mu.Lock()
		c.auctions[id] = &auction{client: client, asked: len(dealers), winner: dealers[i%len(dealers)]}
		c.mu.Unlock()
		bodies := c.portfolio.bodies(id, fragmentLines, time.Now().Add(quotesWithin))
		if err := client.say("E", bodies...); err != nil {
			return err
		}
	}
	return nil
}

func (c *throng) takeAll() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.taken = time.Now()
	for id, a := range c.auctions {
		if err := a.client.say("L", bars(fmt.Sprintf("66=%s|391=R-%s|390=%s|60=%s|", id, id, a.bid,
			stamp(c.taken)))); err != nil {
			return err
		}
	}
	return nil
}

func (c *throng) until(what string) error {
	select {
	case <-c.stage:
		return nil
	case <-time.After(playWithin):
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	return fmt.Errorf("not all of %d auctions are %s: %d have all quotes, %d all reports of the client,"+
		" and dealers have %d reports", c.wanted, what, c.priced, c.done, c.dealerReports)
}

func (c *throng) atClient(m message) {
	c.mu.Lock()
	defer c.mu.Unlock()
	switch m.kind {
	case "l":
		c.quote(m)
	case "8", "AK":
		c.report(m)
	}
}

func (c *throng) report(m message) {
	a := c.auctions[m.get("66")]
	if a == nil {
		return
	}
	if m.kind == "8" {
		a.heard.reports++
	} else {
		a.heard.tickets++
	}
	if a.heard == (heard{len(c.portfolio.orders), 1}) {
		c.done++
		c.finish()
	}
}

func (c *throng) quote(m message) {
	a := c.auctions[m.get("66")]
	if a == nil {
		return
	}
	if m.get("115") == a.winner {
		a.bid = m.get("390")
	}
	if a.quotes++; a.quotes == a.asked {
		c.priced++
	}
	if c.priced == c.wanted && c.quoted.IsZero() {
		c.quoted = time.Now()
		c.stage <- struct{}{}
	}
}

// atDealer quotes every list that is asked, and confirms every award.
func (c *throng) atDealer(name string, m message) {
	c.mu.Lock()
	defer c.mu.Unlock()
	dealer := c.dealers[name]
	switch m.kind {
	case "k":
		if m.get("374") == "C" {
			return
		}
		c.bids++
		list := m.get("391")
		_ = dealer.say("l", bars(fmt.Sprintf("390=B%d|391=%s|420=1|12=0|13=3|66=%s|44=%s|423=3|", c.bids,
			list, list, c.portfolio.total)))
	case "L":
		_ = dealer.say("N", bars(fmt.Sprintf("66=%s|429=4|82=1|431=3|83=1|68=%d|73=0|", m.get("66"),
			len(c.portfolio.orders))))
	case "8":
		c.dealerReports++
		c.finish()
	}
}

// finish notes that both sides have everything.
func (c *throng) finish() {
	if c.done == c.wanted && c.dealerReports == c.wanted*len(c.portfolio.orders) && c.ended.IsZero() {
		c.ended = time.Now()
		c.stage <- struct{}{}
	}
}
