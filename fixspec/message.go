package fixspec

import "foliogate/fixspec/wire"

// Message is the body of one FIX message: what stands between header and trailer.
type Message interface {
	// MsgType returns MsgType(35).
	MsgType() string
	// AppendBody appends the fields in the order of FIX44.xml, each ended by SOH.
	AppendBody(b []byte) []byte
	// decode reads the fields; the decoder keeps the first error.
	decode(d *wire.Decoder)
}

// Envelope is a message with what its standard header says beyond the session's own fields.
type Envelope struct {
	Header
	Message Message
}
