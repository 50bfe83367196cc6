package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"foliogate/gateway/units"
)

// A client of the RFQ profile does the same in other words: it asks for quotes on its lines, hits one
// and is told by reports what comes of it.

// noQuote is the QuoteID(117) of what is about no quote.
const noQuote = "[N/A]"

// pseudo is a list in the place of an instrument.
func pseudo(list string) string {
	return fmt.Sprintf("55=[N/A]|48=%s|22=8|460=12|167=MLEG|", list)
}

func requestText(q *inquiry) string {
	var par units.Face
	for _, r := range q.rows {
		par += r.Face
	}
	return fmt.Sprintf("131=R-%s|146=1|%s303=1|537=1|54=B|38=%s|15=USD|423=3|", q.id, pseudo(q.id), par)
}

// hitText takes a quote: the same one by the same QuoteRespID(693), however often.
func hitText(q *inquiry, quote string) string {
	return fmt.Sprintf("693=H-%s|117=%s|694=1|%s54=B|60=%s|", quote, quote, pseudo(q.id), stamp(time.Now()))
}

func (c *client) enquire(q *inquiry) {
	if c.quotes {
		c.say("a", "649=S-"+q.id+"|"+pseudo(q.id))
		return
	}
	c.say("M", "66="+q.id+"|")
}

func (c *client) cancel(q *inquiry) {
	now := stamp(time.Now())
	if some := slices.Sorted(maps.Values(q.quotes)); c.quotes && len(some) > 0 {
		c.say("AJ", fmt.Sprintf("693=C-%s|117=%s|694=6|%s60=%s|", q.id, some[0], pseudo(q.id), now))
		return
	}
	c.say("K", fmt.Sprintf("66=%s|60=%s|", q.id, now))
}

// reported hears a QuoteStatusReport(AI): of a quote, of what was said to it, or of the inquiry.
func (c *client) reported(q *inquiry, m message) {
	status, quote, dealer := m.get("297"), m.get("117"), m.get("115")
	switch {
	case quote != noQuote && status == "0":
		c.end(q, "EXECUTED", m)
	case status == "10":
	case m.get("693") != "" && status == "11", quote != noQuote && m.get("693") == "":
		c.offered(q, dealer, quote, false)
	case m.get("693") == "" && dealer == "":
		c.stands(q, m)
	case quote != noQuote && q.accepted == quote:
		q.vain()
	}
}

// stands hears where the inquiry stands, or that something about it is declined.
func (c *client) stands(q *inquiry, m message) {
	if strings.HasPrefix(m.get("58"), "TOO LATE") {
		return
	}
	switch m.get("297") {
	case "4":
		c.end(q, "CANCELLED", m)
	case "7":
		c.end(q, "EXPIRED", m)
	case "5":
		if !q.acked {
			c.end(q, "REFUSED", m)
		}
	}
}
