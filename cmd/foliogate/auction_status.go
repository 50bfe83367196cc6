package main

import (
	"strconv"
	"strings"
	"time"

	"foliogate/fixspec"
)

// status hears a ListStatus(N), or one fragment of it.
func (a *auction) status(now time.Time, h fixspec.Header, m *fixspec.ListStatus) {
	if m.ListID != a.list.ListID {
		a.warn(now, "the gateway tells of a list that is not this one: "+m.ListID)
		return
	}
	a.parts = append(a.parts, m.Orders...)
	if m.RptSeq < m.NoRpts {
		return
	}
	orders := a.parts
	a.parts = nil
	switch m.ListOrderStatus {
	case fixspec.ListInBidding:
		a.bidding(now, h, m)
	case fixspec.ListReceived:
		a.lastLook(now, h, m)
	case fixspec.ListAlert:
		a.alert(now, h, m)
	case fixspec.ListExecuting:
		a.executing(now, h, m)
	case fixspec.ListAllDone:
		a.done(now, m, orders)
	case fixspec.ListRejected:
		a.refused(now, m, orders)
	}
}

// bidding hears that the list is being priced, and whatever is told on that occasion.
func (a *auction) bidding(now time.Time, h fixspec.Header, m *fixspec.ListStatus) {
	switch {
	case a.phase == auctionNaming:
		a.sendList(now) // every dealer was taken as named
	case m.ListStatusType == fixspec.StatusAck:
		a.acknowledged(now, m.ListStatusText)
	case h.OnBehalfOf != "":
		a.dealerNews(now, h.OnBehalfOf, m.ListStatusText)
	case m.ListStatusType == fixspec.StatusResponse:
		a.stillOpen(now)
	}
}

// acknowledged hears that the list is taken. A gateway that asks nobody without a BidRequest(k) is
// sent one for the panel.
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

// lastLook hears that the dealer looks; or, in that state, which quotes lead now or that a cancel
// comes too late.
func (a *auction) lastLook(now time.Time, h fixspec.Header, m *fixspec.ListStatus) {
	switch {
	case a.phase == auctionExecuting || m.ListStatusType == fixspec.StatusTimed:
		return
	case a.cancelling():
		a.cancelRefused(now, m.ListStatusText)
		return
	}
	a.phase = auctionLastLook
	if h.OnBehalfOf == "" {
		return // where the list stands, after a gap in the connection
	}
	a.tell(inquiryEvent{At: now, Kind: newsLastLook, Dealer: h.OnBehalfOf, Text: m.ListStatusText})
}

// alert hears that what was taken is not to be had: because the quote was gone before it was
// taken, or because its dealer did not stand by it.
func (a *auction) alert(now time.Time, h fixspec.Header, m *fixspec.ListStatus) {
	if h.OnBehalfOf == "" {
		a.notTaken(now, m.ListStatusText)
		return
	}
	b := a.bidder(h.OnBehalfOf)
	b.State = bidderDeclined
	a.declines++
	a.reopen(now)
	a.tell(inquiryEvent{At: now, Kind: newsDeclined, Dealer: b.Dealer, Text: m.ListStatusText,
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

// executing hears that the point of no return is passed. The same state in answer to a cancel says
// that the cancel came after it.
func (a *auction) executing(now time.Time, h fixspec.Header, m *fixspec.ListStatus) {
	if m.ListStatusType != fixspec.StatusExecStarted {
		a.cancelRefused(now, m.ListStatusText)
		return
	}
	a.commit(now, h.OnBehalfOf, m.ListStatusText)
}

func (a *auction) commit(now time.Time, dealer, text string) {
	if a.phase == auctionExecuting || a.over() {
		return
	}
	a.phase, a.moments.Committed = auctionExecuting, now
	a.tell(inquiryEvent{At: now, Kind: newsCommitted, Dealer: dealer, Text: text})
}

// done hears that nothing more will happen to the list; the lines say why.
func (a *auction) done(now time.Time, m *fixspec.ListStatus, orders []fixspec.OrderState) {
	if len(orders) == 0 {
		a.note(now, m.ListStatusText)
		return
	}
	switch orders[0].OrdStatus {
	case fixspec.OrdFilled:
		a.allDone = true
		a.commit(now, "", m.ListStatusText)
		a.settle(now)
	case fixspec.OrdCanceled:
		a.ended(now, withdrawn, m.ListStatusText)
	case fixspec.OrdExpired:
		a.ended(now, expired, m.ListStatusText)
	}
}

// ended ends an inquiry that was not executed: if dealers declined what the client wanted, that is
// why.
func (a *auction) ended(now time.Time, o outcome, text string) {
	if a.declines > 0 && !a.leaving {
		o, text = declined, plural(a.declines, "quote")+" taken and not stood by; "+text
	}
	a.end(now, o, text)
}

func (a *auction) refused(now time.Time, m *fixspec.ListStatus, orders []fixspec.OrderState) {
	for _, state := range orders {
		a.blamed = append(a.blamed, a.blame(state))
	}
	a.end(now, refused, m.ListStatusText)
}

func (a *auction) blame(state fixspec.OrderState) lineFault {
	f := lineFault{Text: state.Text, ID: state.ClOrdID}
	if o, ok := a.lines[state.ClOrdID]; ok {
		f.Line, f.ID = o.ListSeqNo, o.Instrument.SecurityID
		f.Text = strings.TrimPrefix(f.Text, "line "+strconv.Itoa(f.Line)+": ")
	}
	return f
}

func (a *auction) note(now time.Time, text string) {
	if text != "" {
		a.warn(now, text)
	}
}
