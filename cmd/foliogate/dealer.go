package main

import (
	"slices"
	"time"

	"foliogate/config"
	"foliogate/fixspec"
	"foliogate/gateway"
	"foliogate/gateway/dealer"
)

// desk is the dealer's mind. The reference model of package dealer is one; a firm's own pricing
// engine takes its place here.
type desk interface {
	// Pass tells whether there is no interest in the basket at all.
	Pass(dealer.Basket) bool
	// Price makes the version-th quote, the first being 0; an error says why there is none.
	Price(b dealer.Basket, version int, p gateway.Pricer) (dealer.Offer, error)
	// LastLook says whether the offer still stands.
	LastLook(dealer.Basket, dealer.Offer) dealer.Answer
}

// dealerPlan is when and how the dealer speaks; what it says is for its desk.
type dealerPlan struct {
	CompID         string
	QuotePrefix    string        // of the quotes' ids; differs from one start of the program to the next
	ThinkTime      time.Duration // before the first quote
	Updates        int           // quotes after it
	UpdateInterval time.Duration
	LinePrices     bool
	LookDelay      time.Duration // before the answer in last look
	Profile        config.Profile
}

// dealerBook is a dealer's side of all its inquiries, without clock or socket: messages and moments
// go in, messages to send and news come out. A list is quoted once however often it is shown; after
// a lost connection, which costs the dealer its quotes, it is quoted again when it is shown again.
type dealerBook struct {
	plan   dealerPlan
	speech dealerSpeech
	desk   desk
	market gateway.Market
	lists  map[string]*shownList // by the dealer's id of them
	ids    []string              // of lists, the oldest first
	shown  map[uint64]int        // how often a basket was shown before, by fingerprint
	quotes int                   // made so far
	out    []fixspec.Envelope
	news   []dealerEvent
}

// maxShown is how many lists a dealer remembers; the oldest that are over are forgotten.
const maxShown = 1000

func newDealerBook(plan dealerPlan, d desk, market gateway.Market) *dealerBook {
	return &dealerBook{plan: plan, speech: dealerSpeechOf(plan), desk: d, market: market,
		lists: map[string]*shownList{}, shown: map[uint64]int{}}
}

// dealerReaction is what the book wants sent and has to tell.
type dealerReaction struct {
	Send []fixspec.Envelope
	News []dealerEvent
}

// receive hears one message of the gateway.
func (b *dealerBook) receive(now time.Time, h fixspec.Header, m fixspec.Message) dealerReaction {
	switch m := m.(type) {
	case *fixspec.NewOrderList:
		b.fragment(now, m)
	case *fixspec.ExecutionReport:
		b.report(now, m)
	case *fixspec.Confirmation:
		b.confirmation(now, m)
	case *fixspec.MassQuoteAck:
		b.linesAnswered(now, m)
	case *fixspec.BusinessMessageReject:
		b.rejected(now, m.RefMsgType, m.BusinessRejectRefID, m.Text)
	default:
		if !b.speech.hear(b, now, m) {
			b.tell(dealerEvent{At: now, Kind: dealerNote,
				Text: "MsgType(35) " + m.MsgType() + " was not expected; it is left aside"})
		}
	}
	return b.take()
}

// wake is when tick has something to do; zero if never.
func (b *dealerBook) wake() time.Time {
	var at time.Time
	for _, l := range b.lists {
		if !l.due.IsZero() && (at.IsZero() || l.due.Before(at)) {
			at = l.due
		}
	}
	return at
}

// tick lets time do what is due, the oldest list first.
func (b *dealerBook) tick(now time.Time) dealerReaction {
	for _, id := range b.ids {
		l := b.lists[id]
		if l.due.IsZero() || now.Before(l.due) {
			continue
		}
		l.due = time.Time{}
		if l.state == listAwarded {
			b.answer(now, l)
		} else {
			b.quote(now, l)
		}
	}
	return b.take()
}

// refusedMessage hears a Reject(3): the gateway could not read one of our messages.
func (b *dealerBook) refusedMessage(now time.Time, msgType, text string) dealerReaction {
	b.rejected(now, msgType, "", text)
	return b.take()
}

// connected hears that the session is up. What is still wanted will be shown again.
func (b *dealerBook) connected(now time.Time, to string) dealerReaction {
	b.tell(dealerEvent{At: now, Kind: dealerConnected, Text: to})
	return b.take()
}

// unreadable hears that a message could not be read.
func (b *dealerBook) unreadable(now time.Time, err error) dealerReaction {
	b.tell(dealerEvent{At: now, Kind: dealerNote,
		Text: "a message of the gateway cannot be read: " + err.Error()})
	return b.take()
}

// disconnected hears that the session is down: whatever was quoted can no longer be taken.
func (b *dealerBook) disconnected(now time.Time, why string) dealerReaction {
	for _, l := range b.lists {
		if l.state == listWorking || l.state == listQuoting || l.state == listAwarded {
			l.state, l.due = listShown, time.Time{}
		}
	}
	b.tell(dealerEvent{At: now, Kind: dealerDisconnected, Text: why})
	return b.take()
}

// leave takes back every quote that can be taken.
func (b *dealerBook) leave(now time.Time) dealerReaction {
	for _, id := range b.ids {
		if l := b.lists[id]; l.state == listQuoting {
			b.withdraw(now, l, "going home")
		}
	}
	return b.take()
}

// list finds a list, or enters it.
func (b *dealerBook) list(id string) *shownList {
	if l, ok := b.lists[id]; ok {
		return l
	}
	if len(b.ids) >= maxShown {
		b.forget()
	}
	l := &shownList{id: id, state: listReceiving, filled: map[string]bool{}}
	b.lists[id] = l
	b.ids = append(b.ids, id)
	return l
}

func (b *dealerBook) forget() {
	for i, id := range b.ids {
		if b.lists[id].state == listOver {
			delete(b.lists, id)
			b.ids = slices.Delete(b.ids, i, i+1)
			return
		}
	}
}

func (b *dealerBook) send(messages ...fixspec.Message) {
	for _, m := range messages {
		b.out = append(b.out, fixspec.Envelope{Message: m})
	}
}

func (b *dealerBook) tell(e dealerEvent) { b.news = append(b.news, e) }

func (b *dealerBook) take() dealerReaction {
	r := dealerReaction{b.out, b.news}
	b.out, b.news = nil, nil
	return r
}
