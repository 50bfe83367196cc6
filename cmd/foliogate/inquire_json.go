package main

import (
	"time"

	"foliogate/gateway"
	"foliogate/gateway/units"
)

// With --json each piece of news is one object on one line, and the last line is the result. Money
// and prices are decimal text.

type quoteRecord struct {
	Rank    int       `json:"rank,omitempty"`
	Dealer  string    `json:"dealer"`
	BidID   string    `json:"bid_id"`
	At      time.Time `json:"at"`
	Version int       `json:"version"`
	priceRecord
	Cash       string `json:"cash,omitempty"`        // the client's clean cash
	BehindCash string `json:"behind_cash,omitempty"` // less than the best
	BehindBP   string `json:"behind_bp,omitempty"`
}

// priceRecord is the price of a quote; which fields there are depends on its kind.
type priceRecord struct {
	Kind       string `json:"kind"`
	Total      string `json:"total,omitempty"`
	Concession string `json:"concession_bp,omitempty"`
	SellPrice  string `json:"sell_price,omitempty"`
	BuyPrice   string `json:"buy_price,omitempty"`
}

func priceRecordOf(p gateway.Aggregate, c units.Currency) priceRecord {
	r := priceRecord{Kind: p.Kind.String()}
	switch p.Kind {
	case gateway.TotalAmount:
		r.Total = p.Total.Format(c)
	case gateway.SpreadConcession:
		r.Concession = p.Concession.String()
	case gateway.PercentPerSide:
		r.SellPrice, r.BuyPrice = given(p.SellPrice), given(p.BuyPrice)
	}
	return r
}

type ticketRecord struct {
	ConfirmID  string `json:"confirm_id"`
	Account    string `json:"account"`
	Currency   string `json:"currency"`
	SettleDate string `json:"settlement_date"`
	Face       string `json:"face"`
	Principal  string `json:"principal"`
	Accrued    string `json:"accrued"`
	Net        string `json:"net"`
	Answer     string `json:"answer,omitempty"`
	Text       string `json:"text,omitempty"`
}

type inquiryRecord struct {
	At      time.Time     `json:"at"`
	Event   string        `json:"event"`
	Dealer  string        `json:"dealer,omitempty"`
	Lines   int           `json:"lines,omitempty"`
	Quote   *quoteRecord  `json:"quote,omitempty"`
	Ranking []quoteRecord `json:"ranking,omitempty"`
	Fill    *fillRecord   `json:"fill,omitempty"`
	Ticket  *ticketRecord `json:"ticket,omitempty"`
	Outcome string        `json:"outcome,omitempty"`
	Text    string        `json:"text,omitempty"`
}

type resultRecord struct {
	Event    string         `json:"event"` // result
	ListID   string         `json:"list_id"`
	Outcome  string         `json:"outcome"`
	ExitCode int            `json:"exit_code"`
	Text     string         `json:"text,omitempty"`
	Refused  []faultRecord  `json:"refused_lines,omitempty"`
	Quotes   []quoteRecord  `json:"quotes,omitempty"`
	Taken    *quoteRecord   `json:"taken,omitempty"`
	Executed int            `json:"executed_lines"`
	Tickets  []ticketRecord `json:"tickets,omitempty"`
	Net      string         `json:"net,omitempty"`
	Faults   []string       `json:"faults,omitempty"`
}

type faultRecord struct {
	Line int    `json:"line"`
	Row  int    `json:"row,omitempty"`
	ID   string `json:"identifier"`
	Text string `json:"text"`
}

func (q clientQuote) record(c units.Currency) quoteRecord {
	r := quoteRecord{Dealer: q.Dealer, BidID: q.BidID, At: q.At.UTC(), Version: q.Version,
		priceRecord: priceRecordOf(q.Price, c)}
	if q.HasCash {
		r.Cash = q.Cash.Format(c)
	}
	return r
}

// given is a price that a portfolio with only one side does not have.
func given(p units.Price) string {
	if p == 0 {
		return ""
	}
	return p.String()
}

func rankingRecords(ranking []rankedQuote, c units.Currency) []quoteRecord {
	records := make([]quoteRecord, len(ranking))
	for i, q := range ranking {
		records[i] = q.clientQuote.record(c)
		records[i].Rank, records[i].BehindBP = q.Rank, q.BehindBP.String()
		if q.HasCash {
			records[i].BehindCash = q.Behind.Format(c)
		}
	}
	return records
}

func (t ticket) record() ticketRecord {
	c := t.Currency
	return ticketRecord{ConfirmID: t.ConfirmID, Account: t.Account, Currency: string(c),
		SettleDate: t.SettleDate.String(), Face: t.Face.String(), Principal: t.Principal.Format(c),
		Accrued: t.Accrued.Format(c), Net: t.Net.Format(c), Answer: string(t.Answer), Text: t.Text}
}

func (e inquiryEvent) record(c units.Currency) inquiryRecord {
	r := inquiryRecord{At: e.At.UTC(), Event: string(e.Kind), Dealer: e.Dealer, Lines: e.Lines,
		Ranking: rankingRecords(e.Ranking, c), Text: e.Text}
	if e.Quote != nil {
		quote := e.Quote.record(c)
		r.Quote = &quote
	}
	if e.Fill != nil {
		fill := e.Fill.record()
		r.Fill = &fill
	}
	if e.Ticket != nil {
		ticket := e.Ticket.record()
		r.Ticket = &ticket
	}
	if e.Outcome != 0 {
		r.Outcome = e.Outcome.String()
	}
	return r
}

func (r inquiryResult) record() resultRecord {
	x := resultRecord{Event: "result", ListID: r.ListID, Outcome: r.Outcome.String(),
		ExitCode: r.Outcome.exitCode(), Text: r.Text, Quotes: rankingRecords(r.Quotes, r.Currency),
		Executed: len(r.Fills), Faults: r.Faults}
	for _, f := range r.Blamed {
		x.Refused = append(x.Refused, faultRecord(f))
	}
	for _, t := range r.Tickets {
		x.Tickets = append(x.Tickets, t.record())
	}
	if r.Bought.BidID != "" {
		taken := r.Bought.record(r.Currency)
		x.Taken, x.Net = &taken, r.net().Format(r.Currency)
	}
	return x
}
