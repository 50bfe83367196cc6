package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"sync"
	"time"

	"foliogate/gateway"
	"foliogate/gateway/units"
)

// demoShow tells people what happens, as it happens.
type demoShow struct {
	mu      sync.Mutex
	out     io.Writer
	json    bool
	started time.Time
}

func newDemoShow(out io.Writer, r rehearsal, basket []basketLine) *demoShow {
	s := &demoShow{out: out, json: r.JSON, started: time.Now()}
	var sells, buys int
	var par units.Face
	for _, l := range basket {
		par += l.Face
		if l.Side == gateway.Sell {
			sells++
		} else {
			buys++
		}
	}
	s.print("foliogate demo: one portfolio of %d lines (%d sells, %d buys, %s par), three dealers",
		len(basket), sells, buys, grouped(par.String()))
	s.print("trade date %s; real FIX 4.4 sessions over loopback TCP, journal on disk and synced",
		demoTradeDate())
	s.print("%s\n", r.Profile.words())
	return s
}

func (s *demoShow) print(format string, args ...any) {
	if !s.json {
		fmt.Fprintf(s.out, format+"\n", args...)
	}
}

// tell prints one line of the show, behind the time since the start.
func (s *demoShow) tell(who, format string, args ...any) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.print("%7.3fs  %-13s %s", time.Since(s.started).Seconds(), who, fmt.Sprintf(format, args...))
}

// client shows the client's news.
func (s *demoShow) client(e inquiryEvent) {
	switch e.Kind {
	case newsSent:
		s.tell(demoClient, "sends list %s, %d lines", e.Text, e.Lines)
	case newsAcknowledged:
		s.tell(demoClient, "hears that the gateway has the list")
	case newsQuote:
		s.tell(demoClient, "sees %s at %s", e.Quote.Dealer, s.quoteText(e.Quote.Price))
		s.ranking(e.Ranking)
	case newsAccepting:
		s.tell(demoClient, "takes %s: %s", e.Quote.Dealer, s.quoteText(e.Quote.Price))
	case newsLastLook:
		s.tell(demoClient, "hears that the dealer has its last look")
	case newsCommitted:
		s.tell(demoClient, "hears that the trade is done: every line executes")
	case newsTicket:
		s.tell(demoClient, "affirms net ticket %s: the client %s", e.Ticket.ConfirmID,
			direction(e.Ticket.Net, e.Ticket.Currency))
	case newsDealer, newsQuoteGone, newsDeclined, newsNotTaken, newsWarning, newsDisconnected:
		s.tell(demoClient, "%s %s %s", e.Kind, e.Dealer, e.Text)
	}
}

func (s *demoShow) ranking(ranked []rankedQuote) {
	if len(ranked) < 2 {
		return
	}
	places := make([]string, len(ranked))
	for i, q := range ranked {
		places[i] = q.Dealer
		if i > 0 && q.HasCash {
			places[i] += " -" + grouped(q.Behind.Format("USD"))
		}
	}
	s.tell("", "  ranking: %s", strings.Join(places, ", "))
}

// dealer shows a dealer's news.
func (s *demoShow) dealer(e dealerEvent) {
	switch e.Kind {
	case dealerConnected:
		s.tell(e.Dealer, "logs on")
	case dealerShown:
		s.tell(e.Dealer, "is shown %d lines, under a list id of its own", e.Lines)
	case dealerAwarded:
		s.tell(e.Dealer, "is awarded the portfolio")
	case dealerConfirmed:
		s.tell(e.Dealer, "confirms, with one message for all lines")
	case dealerExecuted:
		s.tell(e.Dealer, "has all %d executions", e.Lines)
	case dealerTicket:
		s.tell(e.Dealer, "affirms net ticket %s", e.Ticket.ConfirmID)
	case dealerOutcome:
		s.tell(e.Dealer, "is told: %s", e.Text)
	case dealerPassed, dealerDeclined, dealerRejected, dealerNote:
		s.tell(e.Dealer, "%s %s", e.Kind, e.Text)
	}
}

func (s *demoShow) quoteText(p gateway.Aggregate) string {
	switch p.Kind {
	case gateway.SpreadConcession:
		return p.Concession.String() + " bp"
	case gateway.PercentPerSide:
		return fmt.Sprintf("sells %s, buys %s", p.SellPrice, p.BuyPrice)
	}
	return "client " + direction(p.Total, "USD") + " clean"
}

// end prints what the examination found.
func (s *demoShow) end(r demoReport) error {
	if s.json {
		encoder := json.NewEncoder(s.out)
		encoder.SetIndent("", "  ")
		return encoder.Encode(r)
	}
	s.print("")
	if r.Lines > 0 {
		s.print("%d lines executed with %s as trade %s", r.Lines, r.Winner, r.Trade)
		s.print("  principal              %20s USD", grouped(r.Principal))
		s.print("  accrued interest       %20s USD", grouped(r.Accrued))
		s.print("  net settlement amount  %20s USD   (%s; + the client receives)", grouped(r.Net),
			plural(r.Tickets, "net ticket"))
		s.print("  list to last ticket    %20s", r.Auction.Round(10*time.Microsecond))
		s.print("  accept to last ticket  %20s", r.Settlement.Round(10*time.Microsecond))
		s.print("  journal                %20d syncs for %d entries", r.Syncs, r.Entries)
		s.print("")
	}
	for _, check := range r.Checks {
		s.print("checked: %s", check)
	}
	for _, fault := range r.Faults {
		s.print("FAULT: %s", fault)
	}
	return nil
}
