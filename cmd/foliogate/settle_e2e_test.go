package main

import (
	"testing"
	"time"

	"foliogate/gateway/units"
)

func now() string { return fixTime(time.Now()) }

// books is what one side of a trade has been told of it, as it would enter it: executions by
// ExecID(17), each once, and the net ticket.
type books struct {
	t      testing.TB
	fills  map[string]heard
	ticket heard
}

func newBooks(t testing.TB) *books { return &books{t: t, fills: map[string]heard{}} }

// enter takes an execution. One that is known already must say the same.
func (b *books) enter(h heard) {
	b.t.Helper()
	before, known := b.fills[h.get("17")]
	if known && substance(before) != substance(h) {
		b.t.Fatalf("one ExecID(17), two executions:\n%s\n%s", before.text, h.text)
	}
	b.fills[h.get("17")] = h
}

// substance is an execution without what its transport adds.
func substance(h heard) string {
	text := ""
	for _, tag := range []string{"11", "66", "37", "198", "1", "48", "54", "38", "32", "31", "64", "381", "159", "118"} {
		text += tag + "=" + h.get(tag) + "|"
	}
	return text
}

// sum adds up a side's view of the client's cash.
func (b *books) sum() units.Money {
	b.t.Helper()
	var sum units.Money
	for _, f := range b.fills {
		sum += cashFlow(b.t, f, "118")
	}
	return sum
}

// cashFlow is an amount, positive when the client receives it.
func cashFlow(t testing.TB, h heard, tag string) units.Money {
	t.Helper()
	money, err := units.ParseMoney(h.get(tag), "USD")
	if err != nil {
		t.Fatalf("%v in %s", err, h.text)
	}
	if h.get("54") == "1" {
		return -money
	}
	return money
}

// settles has both sides of a trade hear all of it and affirm the ticket, and every other dealer
// hear that it is over.
func (d *deal) settles(winner string) (client, dealer *books) {
	d.t.Helper()
	client, dealer = d.clientBooks(winner), d.dealerBooks(winner)
	d.agree(client, dealer)
	for _, loser := range panel() {
		if loser != winner {
			d.players[loser].hears("k", "374=C", "391="+d.shown[loser])
			if d.quoted[loser] != "" {
				d.players[loser].hears("AJ", "117="+d.quoted[loser])
			}
		}
	}
	d.affirm(d.client(), client.ticket)
	d.affirm(d.players[winner], dealer.ticket)
	return client, dealer
}

func (d *deal) clientBooks(winner string) *books {
	d.t.Helper()
	b := newBooks(d.t)
	d.client().hears("N", "115="+winner, "429=4", "431=3")
	for range d.list.lines {
		b.enter(d.client().hears("8", "66="+d.list.id, "150=F", "39=2", "97!"))
	}
	d.client().hears("N", "429=5", "431=6", "39=2")
	b.ticket = d.client().hears("AK", "66="+d.list.id, "97!")
	return b
}

func (d *deal) dealerBooks(winner string) *books {
	d.t.Helper()
	b, p := newBooks(d.t), d.players[winner]
	for range d.list.lines {
		b.enter(p.hears("8", "66="+d.shown[winner], "150=F", "39=2", "97!"))
	}
	b.ticket = p.hears("AK", "66="+d.shown[winner], "97!")
	return b
}

// agree holds both sides against each other: the same executions of every line, and one net
// ticket that is their sum.
func (d *deal) agree(client, dealer *books) {
	d.t.Helper()
	if len(client.fills) != len(d.list.lines) || len(dealer.fills) != len(d.list.lines) {
		d.t.Fatalf("%d executions for the client, %d for the dealer, %d lines", len(client.fills),
			len(dealer.fills), len(d.list.lines))
	}
	for id, f := range client.fills {
		if !dealer.fills[id].is("8", "48="+f.get("48"), "54="+f.get("54"), "38="+f.get("38"),
			"31="+f.get("31"), "381="+f.get("381"), "159="+f.get("159"), "118="+f.get("118")) {
			d.t.Fatalf("the sides differ over %s:\n%s\n%s", id, f.text, dealer.fills[id].text)
		}
	}
	for _, side := range []*books{client, dealer} {
		if net := cashFlow(d.t, side.ticket, "118"); net != side.sum() {
			d.t.Fatalf("the executions come to %d, the ticket to %d", side.sum(), net)
		}
	}
	if client.ticket.get("664") != dealer.ticket.get("664") {
		d.t.Fatalf("two tickets:\n%s\n%s", client.ticket.text, dealer.ticket.text)
	}
}

func (d *deal) affirm(p *player, ticket heard) {
	d.t.Helper()
	p.say("AU", "664=%s|75=%s|60=%s|940=3|", ticket.get("664"), ticket.get("75"), now())
}

// priced is the client's clean cash that the executions come to.
func (b *books) priced() units.Money {
	b.t.Helper()
	var sum units.Money
	for _, f := range b.fills {
		sum += cashFlow(b.t, f, "381")
	}
	return sum
}
