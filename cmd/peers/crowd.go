package main

import (
	"fmt"
	"time"
)

// quotesWithin is how long the dealers of the crowd's auctions have to quote and its clients to take
// a quote, and lastLook how long a dealer whose quote is taken has to confirm it.
const (
	quotesWithin = 10 * time.Second
	lastLook     = 10 * time.Second
)

// crowd measures many auctions at once. All lists are sent together; no quote is taken before every
// list has all its quotes, so that all of them are live at one time; then all are taken together.
func crowd(p plan) ([]row, error) {
	clients, each, lines := 8, 25, 200
	if p.smoke {
		clients, each, lines = 2, 4, 20
	}
	var teams []team
	for n := range clients {
		teams = append(teams, newTeam(n, 3))
	}
	g, address, err := launch(p.dir, "ours", teams)
	if err != nil {
		return nil, err
	}
	defer g.stop()
	list, err := newPortfolio(lines)
	if err != nil {
		return nil, err
	}
	c := newThrong(list, clients*each)
	defer func() { leaveAll(c.parties) }()
	if err := c.open(address, teams); err != nil {
		return nil, err
	}
	before := g.spent()
	if err := c.play(each); err != nil {
		return nil, err
	}
	used := g.spent() - before
	reports := float64(2 * lines * c.done)
	all, quoted := c.ended.Sub(c.taken), c.quoted.Sub(c.began)
	n := fmt.Sprintf("%d auctions of %d lines at once: ", len(c.auctions), lines)
	return []row{
		least(n+"executed in time", "auctions", float64(c.done), float64(clients*each)).as(crowdExecuted),
		most(n+"first line to last quote; limit the deadline", "s", quoted.Seconds(), quotesWithin.Seconds()),
		most(n+"first accept to last report; limit the last look", "s", all.Seconds(), lastLook.Seconds()),
		fact(n+"ExecutionReports meanwhile", "/s", reports/all.Seconds()),
		fact(n+"all of it", "s", c.ended.Sub(c.began).Seconds()),
		fact(n+"gateway's processor time", "s", used.Seconds()),
	}, nil
}
