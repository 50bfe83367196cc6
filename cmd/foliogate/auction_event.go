package main

import "time"

// newsKind names what happened in an inquiry, as JSON has it too.
type newsKind string

// The news, roughly in the order in which they come.
const (
	newsConnected    newsKind = "connected"
	newsDisconnected newsKind = "disconnected"
	newsSent         newsKind = "sent"
	newsAcknowledged newsKind = "acknowledged" // the gateway has the list
	newsDealer       newsKind = "dealer"       // a dealer's state, told in Text
	newsQuote        newsKind = "quote"
	newsQuoteGone    newsKind = "quote gone"
	newsAsk          newsKind = "ask" // the person may choose now
	newsAccepting    newsKind = "accepting"
	newsLastLook     newsKind = "last look"
	newsNotTaken     newsKind = "not taken" // the accept was refused
	newsDeclined     newsKind = "declined"  // by the dealer, in last look
	newsCommitted    newsKind = "committed" // the point of no return
	newsFill         newsKind = "fill"
	newsTicket       newsKind = "ticket"
	newsWithdrawing  newsKind = "withdrawing"
	newsWarning      newsKind = "warning"
	newsOver         newsKind = "over"
)

// inquiryEvent is one piece of news. Only what belongs to its kind is set.
type inquiryEvent struct {
	At      time.Time
	Kind    newsKind
	Dealer  string
	Lines   int           // sent, or executed so far
	Quote   *clientQuote  // of a quote, an accept
	Ranking []rankedQuote // live quotes, best first, after it happened
	Fill    *fill
	Ticket  *ticket
	Outcome outcome
	Text    string
}
