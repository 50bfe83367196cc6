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

// send hands one message, whose body stands in o.body, to the engine once there is room.
func (o *outbox) send(epoch context.Context, e fixspec.Envelope, next Cursor) error {
	for o.waiting() >= window {
		select {
		case <-o.leaving:
		case <-epoch.Done():
		}
		if epoch.Err() != nil {
			break
		}
	}
	if err := epoch.Err(); err != nil {
		return err
	}
	m, err := message(e.Header, e.Message.MsgType(), o.body)
	if err != nil {
		return err
	}
	o.sending.Store(&outgoing{m, next})
	return quickfix.SendToTarget(m, o.id)
}

// sayGoodbye logs the counterparty out.
func (o *outbox) sayGoodbye() {
	m := quickfix.NewMessage()
	m.Header.SetString(tagMsgType, "5")
	m.Body.SetString(tagText, "the session is out of service: call the gateway's operators")
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
