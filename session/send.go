package session

import (
	"context"
	"fmt"

	"github.com/quickfixgo/quickfix"

	"foliogate/fixspec"
	"foliogate/fixspec/wire"
)

// outgoing is the message in the outbox's hands, and where the cursor stands once it has a number.
type outgoing struct {
	message *quickfix.Message
	next    Cursor
}

// held is a message that is sent when it is known whether another one of its entry follows: the
// cursor behind the last one is the next entry.
type held struct {
	number  int // of the entry's messages; 0: none is held
	header  fixspec.Header
	msgType string
	body    []byte
}

// hold keeps a message whose body stands in o.spare.
func (o *outbox) hold(number int, m fixspec.Envelope) {
	o.held.body, o.spare = o.spare, o.held.body
	o.held.number, o.held.header, o.held.msgType = number, m.Header, m.Message.MsgType()
}

// sendHeld hands what is held to the engine once there is room, and moves the cursor.
func (o *outbox) sendHeld(epoch context.Context, next Cursor) error {
	if o.held.number == 0 {
		return nil
	}
	if err := o.pace(epoch); err != nil {
		return err
	}
	m, err := message(o.held.header, o.held.msgType, o.held.body)
	if err != nil {
		return err
	}
	o.sending.Store(&outgoing{m, next})
	if err := quickfix.SendToTarget(m, o.id); err != nil {
		return err
	}
	o.held.number, o.next = 0, next
	return nil
}

// pace waits until few messages are still with the engine.
func (o *outbox) pace(epoch context.Context) error {
	for o.waiting() >= window && epoch.Err() == nil {
		select {
		case <-o.leaving:
		case <-epoch.Done():
		}
	}
	return epoch.Err()
}

// outOfService is what a counterparty learns of a session that only a person can bring back.
const outOfService = "the session is out of service: call the gateway's operators"

// sayGoodbye logs the counterparty out.
func (o *outbox) sayGoodbye(why string) {
	m := quickfix.NewMessage()
	m.Header.SetString(tagMsgType, "5")
	m.Body.SetString(tagText, why)
	if err := quickfix.SendToTarget(m, o.id); err != nil {
		o.log.Error("the counterparty was not logged out", "fault", err)
	}
}

// message makes one for the engine, which writes the rest of the header. The body goes as one raw
// field: its first tag, and everything behind.
func message(h fixspec.Header, msgType string, body []byte) (*quickfix.Message, error) {
	tag, rest, ok := wire.SplitBody(body)
	if !ok {
		return nil, fmt.Errorf("session: the body of a message of type %s is no body: %.80q", msgType, body)
	}
	m := quickfix.NewMessage()
	m.Header.SetString(tagMsgType, msgType)
	if h.OnBehalfOf != "" {
		m.Header.SetString(tagOnBehalfOf, h.OnBehalfOf)
	}
	if h.DeliverTo != "" {
		m.Header.SetString(tagDeliverTo, h.DeliverTo)
	}
	if h.PossResend {
		m.Header.SetString(tagPossResend, "Y")
	}
	m.Body.SetBytes(quickfix.Tag(tag), rest)
	return m, nil
}
