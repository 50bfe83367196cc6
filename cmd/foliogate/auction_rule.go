package main

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"foliogate/fixspec"
)

// acceptRule is who chooses among the quotes.
type acceptRule string

const (
	acceptBest acceptRule = "best" // the best, when it is ripe
	acceptNone acceptRule = "none" // nobody: the quotes are shown and the inquiry is withdrawn
	acceptAsk  acceptRule = "ask"  // a person at the terminal
)

// patience is when quotes are ripe for a choice: once enough dealers have answered and none of them
// has moved for a while, and in any case shortly before the deadline.
type patience struct {
	MinQuotes int           // 0: every dealer that was asked, but those that pass or are silent
	Earliest  time.Duration // after the list was sent
	Quiet     time.Duration // since the last quote came
}

const (
	giveUp       = time.Minute      // without a word of the gateway that is owed
	giveUpCancel = 10 * time.Second // for the answer to a cancel
)

// lastCall is when the choice is made with what there is: late enough for every dealer, early
// enough for the accept to arrive.
func (a *auction) lastCall() time.Time {
	return a.deadline.Add(-min(a.deadline.Sub(a.sentAt)/5, 5*time.Second))
}

// ripeAt is when a choice is due if nothing changes before; false if none is. A person is asked
// once.
func (a *auction) ripeAt() (time.Time, bool) {
	asked := a.terms.Rule == acceptAsk && a.ripened
	if a.phase != auctionOpen || a.leaving || asked {
		return time.Time{}, false
	}
	quotes := len(a.ranking())
	if quotes == 0 || quotes < a.terms.Patience.MinQuotes {
		return time.Time{}, false
	}
	if a.ripened {
		return a.heardAt, true
	}
	if !a.enough(quotes) {
		return a.lastCall(), true
	}
	ripe := a.movedAt.Add(a.terms.Patience.Quiet)
	if earliest := a.sentAt.Add(a.terms.Patience.Earliest); ripe.Before(earliest) {
		ripe = earliest
	}
	if last := a.lastCall(); ripe.After(last) {
		ripe = last
	}
	return ripe, true
}

// enough tells whether no more quotes need to be waited for.
func (a *auction) enough(quotes int) bool {
	if a.terms.Patience.MinQuotes > 0 {
		return quotes >= a.terms.Patience.MinQuotes
	}
	for _, b := range a.bidders {
		if !b.State.answered() {
			return false
		}
	}
	return len(a.bidders) >= a.asked
}

// wake is when tick has something to do.
func (a *auction) wake() time.Time {
	at := a.heardAt.Add(giveUp)
	if a.phase != auctionSent && a.phase != auctionNaming {
		if late := a.deadline.Add(giveUp); at.Before(late) && a.phase != auctionExecuting {
			at = late
		}
	}
	if a.cancelling() {
		at = a.cancelledAt.Add(giveUpCancel)
	}
	if ripe, ok := a.ripeAt(); ok && ripe.Before(at) {
		at = ripe
	}
	return at
}

// tick lets time do what is due.
func (a *auction) tick(now time.Time) reaction {
	if a.over() || now.Before(a.wake()) {
		return reaction{}
	}
	if ripe, ok := a.ripeAt(); ok && !now.Before(ripe) {
		a.ripen(now)
		return a.take()
	}
	a.abandon(now)
	return a.take()
}

// ripen makes the choice, or asks for it.
func (a *auction) ripen(now time.Time) {
	a.ripened = true
	switch a.terms.Rule {
	case acceptBest:
		a.accept(now, a.ranking()[0].BidID)
	case acceptNone:
		a.cancel(now, "nothing is to be taken")
	case acceptAsk:
		a.tell(inquiryEvent{At: now, Kind: newsAsk, Ranking: a.ranking()})
	}
}

// abandon stops waiting for a gateway that is silent.
func (a *auction) abandon(now time.Time) {
	switch {
	case a.phase == auctionExecuting:
		a.faults = append(a.faults, fmt.Sprintf("only %d of %d executions and %s have come",
			len(a.fills), len(a.list.Orders), plural(len(a.tickets), "ticket")))
		a.end(now, mismatch, "")
	case a.cancelling():
		a.end(now, lost, "the gateway has not confirmed that the inquiry is withdrawn; ask for its"+
			" status before sending it again")
	case a.phase == auctionNaming || a.phase == auctionSent:
		a.end(now, lost, "the gateway has not answered the list")
	default:
		a.end(now, lost, "the gateway has not said how the inquiry ended; ask for its status")
	}
}

// hearPerson hears what the person at the terminal wants: a rank, a dealer, or to withdraw. When
// nobody is there any more, that is the last of these.
func (a *auction) hearPerson(now time.Time, word string, present bool) reaction {
	switch {
	case word == "" && present:
		return a.take()
	case !present || strings.EqualFold(word, "withdraw"):
		return a.withdraw(now, "as you wish")
	}
	for _, q := range a.ranking() {
		if word != strconv.Itoa(q.Rank) && !strings.EqualFold(word, q.Dealer) {
			continue
		}
		if a.phase == auctionOpen && !a.leaving {
			a.accept(now, q.BidID)
			return a.take()
		}
	}
	a.warn(now, quoted(word)+" cannot be taken now: write the rank or the dealer of a quote,"+
		" or withdraw")
	return a.take()
}

func (a *auction) accept(now time.Time, bidID string) {
	ranking := a.ranking()
	for _, q := range ranking {
		if q.BidID != bidID {
			continue
		}
		quote := q.clientQuote
		a.phase, a.taking, a.bought, a.ranked = auctionTaking, bidID, quote, ranking
		a.moments.Accepted = now
		a.sendAccept(now)
		a.tell(inquiryEvent{At: now, Kind: newsAccepting, Dealer: q.Dealer, Quote: &quote,
			Ranking: ranking})
	}
}

func (a *auction) sendAccept(now time.Time) {
	a.send(fixspec.Header{}, a.speech.take(a, now))
}

// withdraw takes the inquiry back, if that is still possible.
func (a *auction) withdraw(now time.Time, why string) reaction {
	switch {
	case a.over() || a.leaving || a.phase == auctionExecuting:
	case a.phase == 0:
		a.end(now, withdrawn, "before the list was sent")
	default:
		a.cancel(now, why)
	}
	return a.take()
}

func (a *auction) cancel(now time.Time, why string) {
	a.leaving, a.ranked = true, a.ranking()
	a.sendCancel(now)
	a.tell(inquiryEvent{At: now, Kind: newsWithdrawing, Text: why, Ranking: a.ranked})
}

func (a *auction) sendCancel(now time.Time) {
	a.cancelledAt = now
	a.send(fixspec.Header{}, &fixspec.ListCancelRequest{ListID: a.list.ListID, TransactTime: now})
}

// cancelling tells whether the answer to a cancel is awaited.
func (a *auction) cancelling() bool { return !a.cancelledAt.IsZero() }

// cancelRefused hears that the cancel came too late: what was taken is decided first. If nothing
// comes of that, the cancel is sent again.
func (a *auction) cancelRefused(now time.Time, text string) {
	a.cancelledAt = time.Time{}
	a.note(now, text)
}
