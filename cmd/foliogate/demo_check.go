package main

import (
	"fmt"
	"reflect"
	"time"

	"foliogate/config"
	"foliogate/gateway"
	"foliogate/gateway/engine"
	"foliogate/gateway/journal"
	"foliogate/gateway/units"
)

// evidence is what is left of a demo once everybody has gone home.
type evidence struct {
	Rehearsal     rehearsal
	Client        inquiryResult
	Dealers       map[string]demoRecord
	Entries       []gateway.Entry
	Inquiry       gateway.Inquiry // as the gateway held it at the end
	Before, After journal.Stats
	Folder        string
	Market        gateway.Market
	Config        config.Gateway
}

// demoReport is what the examination found.
type demoReport struct {
	Outcome    string        `json:"outcome"`
	Lines      int           `json:"lines"`
	Winner     string        `json:"winner"`
	Trade      string        `json:"trade"`
	Principal  string        `json:"principal"`
	Accrued    string        `json:"accrued"`
	Net        string        `json:"net"`
	Tickets    int           `json:"tickets"`
	Losers     []string      `json:"losers"`
	Entries    int           `json:"journal_entries"`
	Syncs      uint64        `json:"journal_syncs"`
	Unasked    uint64        `json:"journal_syncs_in_lulls"` // of those: nobody waited for them
	Auction    time.Duration `json:"list_to_tickets_ns"`
	Settlement time.Duration `json:"accept_to_tickets_ns"`
	Checks     []string      `json:"checks"`
	Faults     []string      `json:"faults"`
}

// examine holds both sides' reports and the journal against each other.
func (e evidence) examine() demoReport {
	r := demoReport{
		Outcome: e.Client.Outcome.String(), Lines: len(e.Client.Fills), Winner: e.Client.Bought.Dealer,
		Entries: len(e.Entries), Syncs: e.After.Syncs - e.Before.Syncs,
		Unasked: e.After.Unasked - e.Before.Unasked, Tickets: len(e.Client.Tickets),
		Faults: append([]string{}, e.Client.Faults...),
	}
	if e.Client.Outcome != executed {
		r.Faults = append(r.Faults, "the client was told: "+e.Client.Outcome.String()+" "+e.Client.Text)
		return r
	}
	winner := e.Dealers[r.Winner]
	e.total(&r)
	e.time(&r, winner)
	check := func(what string, faults []string) {
		r.Checks = append(r.Checks, what)
		r.Faults = append(r.Faults, faults...)
	}
	check("every line executed, on both sides", e.complete(winner))
	check("both sides' reports agree, line by line", sameFills(e.Client.Fills, winner.Fills))
	check("the lines sum to the net tickets, and both sides affirmed", e.netted(winner))
	check("every loser was told, and has no execution", e.losers(&r))
	check("the journal replays to the same state", e.replayed())
	return r
}

func (e evidence) total(r *demoReport) {
	var whole sums
	for _, f := range e.Client.Fills {
		whole.addFill(f)
	}
	c := e.Client.Currency
	r.Trade = e.Client.Fills[0].Trade
	r.Principal, r.Accrued = whole.principal.Format(c), whole.accrued.Format(c)
	r.Net = whole.net.Format(c)
}

// time measures from the decision on the last fragment of the list, and from that
// on the accept, to the moment at which the later of the two sides had the last
// ticket in its hands, all executions before it.
func (e evidence) time(r *demoReport, winner demoRecord) {
	var listed, accepted time.Time
	for _, entry := range e.Entries {
		switch entry.Event.(type) {
		case gateway.Opened:
			listed = entry.At
		case gateway.QuoteAwarded:
			accepted = entry.At
		}
	}
	end := e.Client.Moments.Settled
	if winner.Settled.After(end) {
		end = winner.Settled
	}
	r.Auction, r.Settlement = end.Sub(listed), end.Sub(accepted)
}

func (e evidence) complete(winner demoRecord) (faults []string) {
	for side, fills := range map[string][]fill{
		"the client": e.Client.Fills, e.Client.Bought.Dealer: winner.Fills,
	} {
		if len(fills) != e.Rehearsal.Lines {
			faults = append(faults, fmt.Sprintf("%s has %d executions of %d lines", side, len(fills),
				e.Rehearsal.Lines))
		}
	}
	return faults
}

func sameFills(client, dealer []fill) (faults []string) {
	for i := range min(len(client), len(dealer)) {
		a, b := client[i], dealer[i]
		if a.Line != b.Line || a.ID != b.ID || a.Side != b.Side || a.Face != b.Face ||
			a.Price != b.Price || a.Principal != b.Principal || a.Accrued != b.Accrued ||
			a.Net != b.Net || a.SettleDate != b.SettleDate || a.ExecID != b.ExecID {
			faults = append(faults, fmt.Sprintf("line %d differs between the sides", a.Line))
		}
	}
	return faults
}

func (e evidence) netted(winner demoRecord) (faults []string) {
	var lines, client, dealer units.Money
	for _, f := range e.Client.Fills {
		lines += f.Net
	}
	for _, t := range e.Client.Tickets {
		client += t.Net
	}
	for _, t := range winner.Tickets {
		dealer += t.Net
	}
	if lines != client || lines != dealer {
		faults = append(faults, fmt.Sprintf("the lines net %s, the client's tickets %s, the dealer's %s",
			lines.Format("USD"), client.Format("USD"), dealer.Format("USD")))
	}
	if e.Inquiry.Phase != gateway.Settled {
		faults = append(faults, "the inquiry is "+e.Inquiry.Phase.String()+", not settled")
	}
	return faults
}

func (e evidence) losers(r *demoReport) (faults []string) {
	for _, d := range demoDealers() {
		if d.compID == r.Winner {
			continue
		}
		record := e.Dealers[d.compID]
		r.Losers = append(r.Losers, d.compID+": "+record.Outcome)
		if record.Outcome == "" || len(record.Fills) > 0 {
			faults = append(faults, d.compID+" lost and was not told, or has executions")
		}
	}
	return faults
}

// replayed opens the journal that was left behind and builds the book anew.
func (e evidence) replayed() (faults []string) {
	l, err := journal.Open(journalFolder(e.Folder), journal.Options{})
	if err != nil {
		return []string{err.Error()}
	}
	defer l.Close()
	fresh := engine.New(engine.Options{Journal: l, Market: e.Market})
	ignore := func(uint64, []byte) error { return nil }
	if err := replay(l, 1, fresh.Recover, ignore); err != nil {
		return []string{err.Error()}
	}
	again, ok := fresh.Inquiry(e.Inquiry.ID)
	if !ok || !reflect.DeepEqual(again, e.Inquiry) {
		faults = append(faults, "the journal replays to another state")
	}
	return faults
}
