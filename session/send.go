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
	m, err := o.slate.write(o.held.header, o.held.msgType, o.held.body)
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

// callUs is what a counterparty learns of a session that only a person can bring back.
const callUs = "the session is out of service: call the gateway's operators"

// sayGoodbye logs the counterparty out.
func (o *outbox) sayGoodbye(why string) {
	m := quickfix.NewMessage()
	m.Header.SetString(tagMsgType, "5")
	m.Body.SetString(tagText, why)
	if err := quickfix.SendToTarget(m, o.id); err != nil {
		o.log.Error("the counterparty was not logged out", "fault", err)
	}
}

// slate is a message for the engine that is written again and again: the engine keeps its bytes
// and not the message. There is one for each set of optional fields, because a field that was taken
// away from the engine's message and comes back is written twice.
type slate map[fixspec.Header]*quickfix.Message

// write makes a message, of which the engine writes the rest of the header. The body goes as one raw
// field: its first tag, and everything behind. It is good until the next one is written.
func (s slate) write(h fixspec.Header, msgType string, body []byte) (*quickfix.Message, error) {
	m := s[shapeOf(h)]
	if m == nil {
		m = quickfix.NewMessage()
		s[shapeOf(h)] = m
	}
	m.Body.Clear()
	return m, fill(m, h, msgType, body)
}

// shapeOf tells which optional fields there are.
func shapeOf(h fixspec.Header) (shape fixspec.Header) {
	if h.OnBehalfOf != "" {
		shape.OnBehalfOf = "115"
	}
	if h.DeliverTo != "" {
		shape.DeliverTo = "128"
	}
	shape.PossResend = h.PossResend
	return shape
}

// message makes one that is used once.
func message(h fixspec.Header, msgType string, body []byte) (*quickfix.Message, error) {
	m := quickfix.NewMessage()
	return m, fill(m, h, msgType, body)
}

func fill(m *quickfix.Message, h fixspec.Header, msgType string, body []byte) error {
	tag, rest, ok := wire.SplitBody(body)
	if !ok {
		return fmt.Errorf("session: the body of a message of type %s is no body: %.80q", msgType, body)
	}
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
	return nil
}
