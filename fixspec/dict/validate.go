package dict

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"foliogate/fixspec/wire"
)

// Validate checks a parsed message against the table and arranges it for decoding: structure
// first, then the format and code of every value. The first thing wrong is a *wire.Error with the
// path to the field and FIX's reason. It keeps nothing of the message.
func (d *Dictionary) Validate(m *wire.Message, policy wire.Policy) error {
	msgType := m.MsgType()
	e, ok := d.byType[string(msgType)]
	if !ok {
		return d.unknownType(string(msgType))
	}
	if err := m.Arrange(e.whole, policy); err != nil {
		return d.explain(err)
	}
	return d.content(m)
}

// ValidateBody is Validate for a message without header and trailer.
func (d *Dictionary) ValidateBody(msgType string, m *wire.Message, policy wire.Policy) error {
	e, ok := d.byType[msgType]
	if !ok {
		return d.unknownType(msgType)
	}
	if err := m.Arrange(e.body, policy); err != nil {
		return d.explain(err)
	}
	return d.content(m)
}

// lastTag is the highest that FIX 4.4 has.
const lastTag = 956

// explain says more of a tag that has no place in the message than its shape can: its name, or that
// no message has it.
func (d *Dictionary) explain(err error) error {
	var e *wire.Error
	if !errors.As(err, &e) || e.Reason != wire.NotDefined {
		return err
	}
	if f := d.byTag[e.Tag]; f != nil && d.placed[e.Tag] {
		path, _ := strings.CutSuffix(e.Path, fmt.Sprintf("Tag(%d)", e.Tag))
		return &wire.Error{Path: path + f.String(), Tag: e.Tag, Reason: e.Reason, Text: e.Text}
	}
	if e.Tag > lastTag {
		return &wire.Error{Path: e.Path, Tag: e.Tag, Reason: wire.Undefined, Text: "is in no message of FIX 4.4"}
	}
	return err
}

// content checks the values of a message whose structure is right.
func (d *Dictionary) content(m *wire.Message) error {
	if err := d.texts(m); err != nil {
		return err
	}
	return d.values(m)
}

// unknownType tells a message that FIX has but we do not speak from one that nobody speaks.
func (d *Dictionary) unknownType(msgType string) *wire.Error {
	field := d.byName["MsgType"]
	e := &wire.Error{Path: field.String(), Tag: field.Tag, Reason: wire.InvalidMsgType,
		Text: "cannot be " + strconv.Quote(msgType[:min(len(msgType), 32)])}
	if code, ok := field.Code(msgType); ok {
		e.Reason = wire.UnsupportedMsgType
		e.Text = msgType + " (" + code.Name + ") is not spoken here"
	}
	return e
}
