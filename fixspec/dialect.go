package fixspec

import (
	"bytes"
	"fmt"
	"iter"
	"strconv"

	"foliogate/fixspec/dict"
	"foliogate/fixspec/wire"
	"foliogate/gateway"
)

// Dialect is what one counterparty wants to be different in what it is sent, as data: fields that its
// engine refuses are left out, fields that it requires are added. What a price may be, how ids look and
// how long anybody waits is agreed in the domain's policy.
type Dialect struct {
	Omits []Omission
	Adds  []Addition
}

// Omission is a field that a message is sent without, wherever it stands in it.
type Omission struct {
	MsgType string
	Tag     int
}

// Addition is a field that a message is sent with, always with the same value, behind all others and
// in place of the message's own.
type Addition struct {
	MsgType string
	Tag     int
	Value   string
}

// Check says which of the changes would make a message that is not FIX: by the path in the dialect,
// what is wrong and what to do. Nothing is wrong with a nil error.
func (d *Dialect) Check(table *dict.Dictionary) error {
	for i, x := range d.Omits {
		if err := x.check(table); err != nil {
			return fmt.Errorf("omits[%d]: %w", i, err)
		}
	}
	for i, x := range d.Adds {
		if err := x.check(table); err != nil {
			return fmt.Errorf("adds[%d]: %w", i, err)
		}
	}
	return nil
}

func (x Omission) check(table *dict.Dictionary) error {
	shape, ok := table.Body(x.MsgType)
	if !ok {
		return unspoken(x.MsgType)
	}
	uses, required := find(shape, int32(x.Tag))
	switch {
	case uses == 0:
		return fmt.Errorf("%s has no field %d", x.MsgType, x.Tag)
	case required:
		return fmt.Errorf("%s cannot be sent without field %d: FIX requires it", x.MsgType, x.Tag)
	}
	return nil
}

func (x Addition) check(table *dict.Dictionary) error {
	shape, ok := table.Body(x.MsgType)
	if !ok {
		return unspoken(x.MsgType)
	}
	member, allowed := shape.Member(int32(x.Tag))
	uses, _ := find(shape, int32(x.Tag))
	switch {
	case !allowed || member.Group != nil:
		return fmt.Errorf("%s takes no field %d outside its groups", x.MsgType, x.Tag)
	case uses > 1:
		return fmt.Errorf("field %d of %s stands in a group too, of which it would be taken for a part",
			x.Tag, x.MsgType)
	case x.Value == "" || bytes.IndexByte([]byte(x.Value), wire.SOH) >= 0:
		return fmt.Errorf("the value of field %d must be text", x.Tag)
	}
	return nil
}

func unspoken(msgType string) error {
	return fmt.Errorf("message type %q is not spoken here", msgType)
}

// find counts the levels of a shape on which a tag stands, and tells whether one of them needs it.
func find(shape *wire.Shape, tag int32) (uses int, required bool) {
	for _, m := range shape.Members() {
		if m.Tag == tag {
			uses, required = uses+1, required || m.Required || m.Group != nil
		}
		if m.Group != nil {
			more, needed := find(m.Group, tag)
			uses, required = uses+more, required || needed
		}
	}
	return uses, required
}

// Translator is a face: it turns messages into commands, and entries into messages.
type Translator interface {
	Command(Header, Message) (gateway.Command, *BusinessMessageReject)
	Messages(gateway.Entry, gateway.Inquiry) iter.Seq[Envelope]
}

// Spoken is a face whose messages are in a dialect.
type Spoken struct {
	Translator
	Dialect Dialect
}

// Messages are those of the face, in the dialect.
func (s Spoken) Messages(e gateway.Entry, q gateway.Inquiry) iter.Seq[Envelope] {
	return func(yield func(Envelope) bool) {
		for envelope := range s.Translator.Messages(e, q) {
			envelope.Message = s.Dialect.say(envelope.Message)
			if !yield(envelope) {
				return
			}
		}
	}
}

// say is the message in the dialect; the message itself if there is nothing to change.
func (d *Dialect) say(m Message) Message {
	said := dialectMessage{Message: m}
	for _, x := range d.Omits {
		if x.MsgType == m.MsgType() {
			said.omits = append(said.omits, x.Tag)
		}
	}
	for _, x := range d.Adds {
		if x.MsgType == m.MsgType() {
			said.omits, said.adds = append(said.omits, x.Tag), append(said.adds, x)
		}
	}
	if len(said.omits)+len(said.adds) == 0 {
		return m
	}
	return said
}

type dialectMessage struct {
	Message
	omits []int
	adds  []Addition
}

// AppendBody appends the message's body, changed. Nothing that is written here holds raw data, so
// every SOH ends a field.
func (m dialectMessage) AppendBody(b []byte) []byte {
	start := len(b)
	b = m.Message.AppendBody(b)
	kept := start
	for at := start; at < len(b); {
		end := at + bytes.IndexByte(b[at:], wire.SOH) + 1
		if !m.omitted(b[at:end]) {
			kept += copy(b[kept:], b[at:end])
		}
		at = end
	}
	b = b[:kept]
	for _, x := range m.adds {
		b = wire.AppendString(b, x.Tag, x.Value)
	}
	return b
}

func (m dialectMessage) omitted(field []byte) bool {
	tag, err := strconv.Atoi(string(field[:bytes.IndexByte(field, '=')]))
	for _, omitted := range m.omits {
		if err == nil && tag == omitted {
			return true
		}
	}
	return false
}
