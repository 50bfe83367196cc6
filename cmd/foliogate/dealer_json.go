package main

import (
	"time"

	"foliogate/gateway/dealer"
)

// dealerNewsRecord is one piece of a dealer's news as JSON. Money and prices are decimal text.
type dealerNewsRecord struct {
	At       time.Time      `json:"at"`
	Dealer   string         `json:"dealer"`
	Event    string         `json:"event"`
	List     string         `json:"list_id,omitempty"`
	Lines    int            `json:"lines,omitempty"`
	Deadline time.Time      `json:"deadline,omitzero"`
	BidID    string         `json:"bid_id,omitempty"`
	Price    *priceRecord   `json:"price,omitempty"`
	Cash     string         `json:"cash,omitempty"` // the client's net clean cash
	Charge   *dealer.Charge `json:"charge,omitempty"`
	Currency string         `json:"currency,omitempty"`
	Fills    []fillRecord   `json:"fills,omitempty"`
	Ticket   *ticketRecord  `json:"ticket,omitempty"`
	Text     string         `json:"text,omitempty"`
}

func (e dealerEvent) record() dealerNewsRecord {
	r := dealerNewsRecord{At: e.At.UTC(), Dealer: e.Dealer, Event: string(e.Kind), List: e.List,
		Lines: e.Lines, Deadline: e.Deadline, BidID: e.BidID, Currency: string(e.Currency),
		Text: e.Text}
	if e.Offer != nil {
		r.Cash, r.Charge = e.Offer.Cash.Format(e.Currency), &e.Offer.Charge
		if e.Offer.Price.Kind != 0 {
			price := priceRecordOf(e.Offer.Price, e.Currency)
			r.Price = &price
		}
	}
	for _, f := range e.Fills {
		r.Fills = append(r.Fills, f.record())
	}
	if e.Ticket != nil {
		ticket := e.Ticket.record()
		r.Ticket = &ticket
	}
	return r
}
