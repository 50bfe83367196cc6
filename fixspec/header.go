package fixspec

import (
	"time"

	"foliogate/fixspec/wire"
)

// Header is what the rules of engagement use of the standard header beside the addresses of the
// session itself.
type Header struct {
	MsgSeqNum  int    // MsgSeqNum(34) of a received message
	OnBehalfOf string // OnBehalfOfCompID(115): the dealer that a message to a client comes from
	DeliverTo  string // DeliverToCompID(128): the dealer that a client's message is meant for
	PossResend bool   // PossResend(97): the same business content may have been sent before
	PossDup    bool   // PossDupFlag(43) of a received message
}

// DecodeHeader reads the header of a parsed message.
func DecodeHeader(m *wire.Message) (Header, error) {
	d := wire.NewDecoder(m)
	h := Header{
		OnBehalfOf: d.String(115),
		DeliverTo:  d.String(128),
		MsgSeqNum:  d.Int(34),
		PossResend: d.Bool(97),
		PossDup:    d.Bool(43),
	}
	return h, d.Err()
}

// Frame is what a session adds to an envelope. Tests and tools that have no session fill it in.
type Frame struct {
	SenderCompID, TargetCompID string
	MsgSeqNum                  int
	SendingTime                time.Time
}

// AppendMessage appends a whole message: header, body and trailer.
func AppendMessage(b []byte, f Frame, e Envelope) []byte {
	start := len(b)
	b = wire.Begin(b, e.Message.MsgType())
	b = wire.AppendString(b, 49, f.SenderCompID)
	b = wire.AppendString(b, 56, f.TargetCompID)
	b = wire.AppendString(b, 115, e.OnBehalfOf)
	b = wire.AppendString(b, 128, e.DeliverTo)
	b = wire.AppendInt(b, 34, f.MsgSeqNum)
	if e.PossResend {
		b = wire.AppendBool(b, 97, true)
	}
	b = wire.AppendTime(b, 52, f.SendingTime)
	return wire.Finish(e.Message.AppendBody(b), start)
}
