package main

import (
	"strconv"
	"strings"
	"time"
)

// acknowledged hears that the list is taken. A gateway that asks nobody for a list alone is asked for
// the panel.
func (a *auction) acknowledged(now time.Time, text string) {
	n, err := strconv.Atoi(strings.TrimPrefix(text, "DEALERS="))
	switch {
	case err == nil && n > 0:
		a.asked = max(a.asked, n)
	case err == nil && len(a.terms.Dealers) == 0:
		a.ask("")
	}
	if a.phase == auctionSent {
		a.phase = auctionOpen
	}
	if a.moments.Acknowledged.IsZero() {
		a.moments.Acknowledged = now
		a.tell(inquiryEvent{At: now, Kind: newsAcknowledged, Lines: a.asked})
	}
}

func (a *auction) dealerNews(now time.Time, dealer, text string) {
	b := a.bidder(dealer)
	switch {
	case text == "ACK" && b.State == bidderAsked:
		b.State = bidderHasList
	case text == "NO RESPONSE" && !b.State.answered():
		b.State = bidderSilent
	case strings.HasPrefix(text, "CANNOT QUOTE"):
		b.State = bidderUnable
	}
	a.asked = max(a.asked, len(a.bidders))
	a.tell(inquiryEvent{At: now, Kind: newsDealer, Dealer: dealer, Text: string(b.State)})
}

// stillOpen hears, after a gap in the connection, that nothing is taken: an accept that got lost
// in the gap is sent again, which is harmless if it was not.
func (a *auction) stillOpen(now time.Time) {
	switch a.phase {
	case auctionSent:
		a.phase = auctionOpen
	case auctionTaking:
		a.sendAccept(now)
	case auctionLastLook:
		a.phase, a.taking = auctionOpen, ""
	}
	if a.leaving {
		a.sendCancel(now)
	}
}

// looking hears that the dealer looks.
func (a *auction) looking(now time.Time, dealer, text string) {
	a.phase = auctionLastLook
	a.tell(inquiryEvent{At: now, Kind: newsLastLook, Dealer: dealer, Text: text})
}

// notStood hears that the dealer did not stand by the quote that was taken.
func (a *auction) notStood(now time.Time, dealer, text string) {
	a.bidder(dealer).State = bidderDeclined
	a.declines++
	a.reopen(now)
	a.tell(inquiryEvent{At: now, Kind: newsDeclined, Dealer: dealer, Text: text,
		Ranking: a.ranking()})
}

// notTaken hears that the accept was refused. The quote is left alone from now on, live or not.
func (a *auction) notTaken(now time.Time, text string) {
	if a.taking == "" {
		a.note(now, text)
		return
	}
	a.reopen(now)
	a.tell(inquiryEvent{At: now, Kind: newsNotTaken, Text: text, Ranking: a.ranking()})
}

// reopen returns to the choice among the other quotes, or leaves if that was wanted meanwhile.
func (a *auction) reopen(now time.Time) {
	a.dead[a.taking] = true
	a.taking = ""
	if a.phase == auctionTaking || a.phase == auctionLastLook {
		a.phase = auctionOpen
	}
	if a.leaving && !a.cancelling() {
		a.sendCancel(now)
	}
}

// commit hears that the point of no return is passed.
func (a *auction) commit(now time.Time, dealer, text string) {
	if a.phase == auctionExecuting || a.over() {
		return
	}
	a.phase, a.moments.Committed = auctionExecuting, now
	a.tell(inquiryEvent{At: now, Kind: newsCommitted, Dealer: dealer, Text: text})
}

// executedWhole hears that every execution has been said, and what is said behind it.
func (a *auction) executedWhole(now time.Time, dealer, text string) {
	a.allDone = true
	a.commit(now, dealer, text)
	a.settle(now)
}

// ended ends an inquiry that was not executed: if dealers declined what the client wanted, that is
// why.
func (a *auction) ended(now time.Time, o outcome, text string) {
	if a.declines > 0 && !a.leaving {
		o, text = declined, plural(a.declines, "quote")+" taken and not stood by; "+text
	}
	a.end(now, o, text)
}

func (a *auction) note(now time.Time, text string) {
	if text != "" {
		a.warn(now, text)
	}
}
