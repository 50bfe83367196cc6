package main

import (
	"bytes"
	"errors"
	"strings"

	"foliogate/fixspec/dict"
	"foliogate/fixspec/wire"
)

// messageReader takes one message after another apart and judges it. It keeps its memory.
type messageReader struct {
	table   *dict.Dictionary
	outline *dict.Outline
	message wire.Message
	msgType string
	frame   error // what is wrong with the frame
	version error // it is not of FIX 4.4
	fault   error // what is wrong with the content
	places  []dict.Place
	secrets bool   // a password stands somewhere in the bytes
	rest    []byte // the fields that are fields, of a message that has others
	shown   []byte // as text
}

func newMessageReader(tier int) *messageReader {
	table := dict.New(tier)
	return &messageReader{table: table, outline: dict.NewOutline(table)}
}

// read takes a message apart as far as that can be done, and finds out what is wrong with it.
func (r *messageReader) read(raw []byte) {
	r.frame, r.version, r.fault, r.secrets = nil, nil, nil, hasSecret(raw)
	m := &r.message
	if err := m.Parse(raw); err != nil {
		r.frame = err
		r.fault = r.salvage(raw)
	}
	r.msgType = string(m.Get(tagMsgType))
	if r.fault == nil && len(m.MsgType()) > 0 {
		r.fault = r.table.Validate(m, wire.Policy{})
	}
	if version := string(m.Get(tagBeginString)); version != "FIX.4.4" {
		r.version = errors.New("BeginString(8) is " + version + ": read by the table of FIX 4.4")
	}
	r.places = r.places[:0]
	r.outline.Walk(r.msgType, m, func(_ int, p dict.Place) { r.places = append(r.places, p) })
}

// salvage takes the fields of a message whose frame is broken, passes over what is no field, and
// returns what is wrong besides the frame.
func (r *messageReader) salvage(raw []byte) error {
	first := r.message.ParseBody(raw)
	if first == nil {
		return nil
	}
	r.rest = r.rest[:0]
	for field := range bytes.SplitAfterSeq(raw, []byte{1}) {
		if tag, _, ok := bytes.Cut(field, []byte("=")); ok && isTag(tag) {
			r.rest = append(r.rest, field...)
		}
	}
	second := r.message.ParseBody(r.rest) // a data field of a wrong length ends it again
	if first.Error() != r.frame.Error() {
		return first
	}
	return second
}

func isTag(text []byte) bool {
	for _, c := range text {
		if !isDigit(c) {
			return false
		}
	}
	return len(text) > 0 && len(text) < 10 && text[0] != '0'
}

// Tags that a reader of logs looks for.
const (
	tagBeginString  = 8
	tagMsgSeqNum    = 34
	tagMsgType      = 35
	tagSender       = 49
	tagSendingTime  = 52
	tagTarget       = 56
	tagPassword     = 554
	tagNewPassword  = 925
	tagEncryptedPwd = 1402
)

func (r *messageReader) wrong() bool { return len(r.problems()) > 0 }

// problems are what is wrong, as far as it may be shown: a broken field is quoted by the error,
// and could be the end of a password.
func (r *messageReader) problems() []error {
	var list []error
	for _, err := range []error{r.frame, r.version, r.fault} {
		var e *wire.Error
		switch {
		case err == nil:
		case errors.As(err, &e) && e.Reason == wire.InvalidTag && r.secrets:
			list = append(list, &wire.Error{Reason: e.Reason, Text: "a field has no valid tag"})
		default:
			list = append(list, err)
		}
	}
	return list
}

// secret tells the fields that are never shown.
func secret(tag int32) bool {
	return tag == tagPassword || tag == tagNewPassword || tag == tagEncryptedPwd
}

// hasSecret tells whether one may stand in the bytes, whole or broken.
func hasSecret(raw []byte) bool {
	for _, tag := range []string{"554=", "925=", "1402="} {
		if bytes.Contains(raw, []byte(tag)) {
			return true
		}
	}
	return false
}

// redacted stands for a value that is never shown.
const redacted = "***"

func (r *messageReader) value(i int) string {
	if secret(r.message.Fields[i].Tag) {
		return redacted
	}
	return string(r.message.Value(i))
}

// meaning is a code in words, of a list of codes each; nothing where the value is its own meaning.
func (r *messageReader) meaning(i int) string {
	f := r.places[i].Field
	if f == nil || len(f.Codes) == 0 {
		return ""
	}
	if f.Type != dict.Codes {
		code, _ := f.Code(r.value(i))
		return code.Name
	}
	var words []string
	for _, value := range strings.Fields(r.value(i)) {
		code, ok := f.Code(value)
		if !ok {
			return ""
		}
		words = append(words, code.Name)
	}
	return strings.Join(words, ", ")
}

// name is the field's name; empty when nobody knows the tag.
func (r *messageReader) name(i int) string {
	if f := r.places[i].Field; f != nil {
		return f.Name
	}
	return ""
}

// title is the message's name and type.
func (r *messageReader) title() string {
	name := "message"
	field, _ := r.table.Field(tagMsgType)
	if code, ok := field.Code(r.msgType); ok {
		name = code.Name
	}
	return name + "(" + r.msgType + ")"
}
