package session

import (
	"errors"
	"strings"

	"github.com/quickfixgo/quickfix"

	"foliogate/fixspec"
	"foliogate/fixspec/wire"
)

// fromApp decides one received message, which is sealed. A fault of the desk ends the session before the engine
// counts the message, which is asked for again.
func (l *link) fromApp(raw []byte) quickfix.MessageRejectError {
	if l.isQuarantined() {
		return unavailable()
	}
	header, message, err := l.reader.Read(unseal(raw))
	if err != nil {
		return l.reject(err)
	}
	command, no := l.row.Face.Command(header, message)
	if no != nil {
		l.log.Warn("rejected", "reason", int(no.BusinessRejectReason), "text", no.Text)
		return quickfix.NewBusinessMessageRejectErrorWithRefID(printable(no.Text),
			int(no.BusinessRejectReason), no.BusinessRejectRefID, nil)
	}
	if command == nil {
		return nil
	}
	if err := l.desk.Submit(command); err != nil {
		l.fail("the desk took no command", err)
		return unavailable()
	}
	return nil
}

// reject is the one place where wire errors become replies.
func (l *link) reject(err error) quickfix.MessageRejectError {
	var wrong *wire.Error
	if !errors.As(err, &wrong) {
		l.log.Error("a message was not understood", "fault", err)
		return unavailable()
	}
	text := printable(wrong.Error())
	l.log.Warn("rejected", "reason", wrong.Reason.String(), "text", text)
	switch wrong.Reason {
	case wire.UnsupportedMsgType:
		return business(text, fixspec.BusinessUnsupported)
	case wire.ConditionallyRequired:
		return business(text, fixspec.BusinessFieldMissing)
	case wire.Garbled:
		return quickfix.NewMessageRejectError(text, int(wire.ValueOutOfRange), tagOf(wrong))
	}
	return quickfix.NewMessageRejectError(text, int(wrong.Reason), tagOf(wrong))
}

func tagOf(wrong *wire.Error) *quickfix.Tag {
	if wrong.Tag == 0 {
		return nil
	}
	tag := quickfix.Tag(wrong.Tag)
	return &tag
}

func business(text string, reason fixspec.BusinessRejectReason) quickfix.MessageRejectError {
	return quickfix.NewBusinessMessageRejectError(text, int(reason), nil)
}

func unavailable() quickfix.MessageRejectError {
	return business("the gateway cannot take this message now", fixspec.BusinessUnavailable)
}

// printable keeps control characters out of a field, and passwords: the text may quote the
// counterparty's bytes.
func printable(text string) string {
	return strings.Map(func(c rune) rune {
		if c < ' ' || c == 0x7f {
			return ' '
		}
		return c
	}, string(redact([]byte(text))))
}
