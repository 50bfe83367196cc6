package main

import (
	"fmt"
	"strings"
	"time"

	"foliogate/fixspec"
)

// receive hears one message of the gateway.
func (a *auction) receive(now time.Time, h fixspec.Header, m fixspec.Message) reaction {
	a.heardAt = now
	switch m := m.(type) {
	case *fixspec.ExecutionReport:
		a.report(now, m)
	case *fixspec.Confirmation:
		a.confirmation(now, m)
	case *fixspec.BusinessMessageReject:
		a.rejected(now, m.RefMsgType, m.BusinessRejectRefID, m.Text)
	case *fixspec.MassQuote:
		// The line prices behind a quote: the executions will carry them.
	default:
		if !a.speech.hear(a, now, h, m) {
			a.warn(now, fmt.Sprintf("MsgType(35) %s was not expected; it is left aside", m.MsgType()))
		}
	}
	return a.take()
}

// unreadable hears that a message could not be read.
func (a *auction) unreadable(now time.Time, err error) reaction {
	a.warn(now, "a message of the gateway cannot be read: "+err.Error())
	return a.take()
}

// refusedMessage hears a Reject(3): the gateway could not read one of our messages.
func (a *auction) refusedMessage(now time.Time, msgType, text string) reaction {
	a.heardAt = now
	a.rejected(now, msgType, "", text)
	return a.take()
}

// rejected hears that a message was rejected, by the business or by the session.
func (a *auction) rejected(now time.Time, msgType, id, text string) {
	switch a.speech.wish(msgType) {
	case wishShow:
		a.end(now, refused, text)
	case wishAsk:
		a.notAsked(now, text)
	case wishTake:
		a.notTaken(now, text)
	default:
		a.warn(now, strings.TrimSpace("MsgType(35) "+msgType+" "+id)+" was rejected: "+text)
	}
}

// notAsked hears that a dealer, or the panel, will not be asked.
func (a *auction) notAsked(now time.Time, text string) {
	if a.phase != auctionNaming {
		a.warn(now, text)
		return
	}
	a.send(fixspec.Header{}, &fixspec.ListCancelRequest{ListID: a.list.ListID, TransactTime: now})
	a.end(now, refused, text+"; the list was not sent")
}

// connected hears that the session is up, for the first time or again. What was known of the
// quotes is not: the gateway tells it anew.
func (a *auction) connected(now time.Time) reaction {
	a.heardAt = now
	switch {
	case a.phase == 0:
		return a.begin(now)
	case a.over():
		return reaction{}
	}
	for _, b := range a.bidders {
		if b.State == bidderQuoting {
			b.State = bidderHasList
		}
	}
	a.parts = nil
	switch a.phase {
	case auctionNaming:
		a.name()
	case auctionSent:
		a.show(fixspec.Header{PossResend: true}) // some of it may have arrived
	default:
		a.enquire()
	}
	return a.take()
}

// disconnected hears that the session is down.
func (a *auction) disconnected(now time.Time, why string) reaction {
	if !a.over() {
		a.tell(inquiryEvent{At: now, Kind: newsDisconnected, Text: why})
	}
	return a.take()
}

func (a *auction) warn(now time.Time, text string) {
	a.tell(inquiryEvent{At: now, Kind: newsWarning, Text: text})
}
