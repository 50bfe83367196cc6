package main

import (
	"strconv"
	"strings"
	"time"

	"foliogate/fixspec"
)

// ListStatus(N) is all that the LIST profile tells of a list but its quotes. In the RFQ profile it answers
// the lines.

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

// lastLook hears that the dealer looks; or, in that state, which quotes lead now or that a cancel
// comes too late.
func (a *auction) lastLook(now time.Time, h fixspec.Header, m *fixspec.ListStatus) {
	switch {
	case a.phase == auctionExecuting || m.ListStatusType == fixspec.StatusTimed:
	case a.cancelling():
		a.cancelRefused(now, m.ListStatusText)
	case h.OnBehalfOf == "":
		a.phase = auctionLastLook // where the list stands, after a gap in the connection
	default:
		a.looking(now, h.OnBehalfOf, m.ListStatusText)
	}
}

// alert hears that what was taken is not to be had: because the quote was gone before it was
// taken, or because its dealer did not stand by it.
func (a *auction) alert(now time.Time, h fixspec.Header, m *fixspec.ListStatus) {
	if h.OnBehalfOf == "" {
		a.notTaken(now, m.ListStatusText)
		return
	}
	a.notStood(now, h.OnBehalfOf, m.ListStatusText)
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

// done hears that nothing more will happen to the list; the lines say why.
func (a *auction) done(now time.Time, m *fixspec.ListStatus, orders []fixspec.OrderState) {
	if len(orders) == 0 {
		a.note(now, m.ListStatusText)
		return
	}
	switch orders[0].OrdStatus {
	case fixspec.OrdFilled:
		a.executedWhole(now, "", m.ListStatusText)
	case fixspec.OrdCanceled:
		a.ended(now, withdrawn, m.ListStatusText)
	case fixspec.OrdExpired:
		a.ended(now, expired, m.ListStatusText)
	}
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
