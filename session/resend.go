package session

import (
	"bytes"
	"fmt"
	"time"

	"github.com/quickfixgo/quickfix"
)

// perishable tells whether a message is worth nothing once the moment is gone: a request, an award
// or a price. What is current is pushed after each logon, and so is what was left out here. A
// BidRequest(k) that ends the bidding, a BidResponse(l) without a price and a QuoteResponse(AJ) that
// tells what became of a quote are notices: they stay true. has tells whether the body has a field with this value; "" for any.
func perishable(msgType string, has func(tag, value string) bool) bool {
	switch msgType {
	case "E", "L", "R", "S", "i":
		return true
	case "k":
		return !has("374", "C")
	case "l":
		return has("44", "")
	case "AJ":
		return has("694", "1")
	}
	return false
}

// inBody is has for bytes.
func inBody(body []byte) func(tag, value string) bool {
	return func(tag, value string) bool {
		field := tag + "=" + value
		if value != "" {
			field += "\x01"
		}
		return bytes.HasPrefix(body, []byte(field)) || bytes.Contains(body, []byte("\x01"+field))
	}
}

// inMessage is has for a message that the engine parsed.
func inMessage(m *quickfix.Message) func(tag, value string) bool {
	return inBody(m.Bytes())
}

// toApp gives a message of the outbox its cursor, and decides what is sent again.
func (l *link) toApp(m *quickfix.Message) error {
	if again, err := m.Header.GetBool(tagPossDup); err == nil && again {
		return l.toAppAgain(m)
	}
	cursor := Cursor{}
	if out := l.sending.Load(); out != nil && out.message == m {
		cursor = out.next
	} else if l.isQuarantined() {
		// The engine's own answer to what was received; whoever waits for the locks that are
		// held now comes behind it.
		l.update(func(s *linkState) { s.expel = true })
	}
	l.store.attach(cursor)
	return nil
}

// toAppAgain decides whether a message is sent again. What was sent since the logon and is left
// out is not covered by the push of that logon: there must be another. A list of since the logon is
// sent again, for what follows may be the rest of it.
func (l *link) toAppAgain(m *quickfix.Message) error {
	msgType, _ := m.Header.GetString(tagMsgType)
	if !perishable(msgType, inMessage(m)) {
		return nil
	}
	n, _ := m.Header.GetInt(tagSeqNum)
	state, _ := l.look()
	if since := n > state.logon; since && msgType == "E" {
		return nil
	} else if since {
		l.stale = true
	}
	return quickfix.ErrDoNotSend
}

// resent has the outbox ask for the push, once all is sent again that can be.
func (l *link) resent() {
	if l.stale {
		l.stale = false
		l.update(func(s *linkState) { s.push = true })
	}
}

// fromResendRequest bounds what is sent again: reading it costs us more than asking costs them.
func (l *link) fromResendRequest(m *quickfix.Message) quickfix.MessageRejectError {
	begin, err := m.Body.GetInt(tagBeginSeqNo)
	if err == nil && begin < 1 {
		return quickfix.ValueIsIncorrect(tagBeginSeqNo)
	}
	if l.asksFirst() && l.isUnexplained(begin) {
		return l.halt(fmt.Sprintf("it asks for number %d again", begin))
	}
	end, _ := m.Body.GetInt(tagEndSeqNo)
	last := l.store.NextSenderMsgSeqNum() - 1
	if end < 1 || end > last {
		end = last
	}
	if l.resends.take(max(end-begin+1, 1), time.Now()) {
		return nil
	}
	why := fmt.Sprintf("more than %d messages asked for again within a minute", l.resends.amount)
	l.dismiss(why)
	tag := tagBeginSeqNo
	return quickfix.NewMessageRejectError(why, rejectOther, &tag)
}

// rejectOther is SessionRejectReason(373): other.
const rejectOther = 99
