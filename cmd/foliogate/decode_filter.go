package main

import (
	"bytes"
	"errors"
	"slices"
	"strings"

	"foliogate/fixspec/dict"
)

// messageFilter is which messages to show. It looks at the bytes alone: most of a log is passed
// over without being taken apart.
type messageFilter struct {
	session, list, order string
	types                []string
}

func (f *messageFilter) check() error {
	if strings.ContainsAny(f.session+f.list+f.order, "\x01") {
		return errors.New("a filter cannot hold SOH")
	}
	return nil
}

func (f *messageFilter) admits(table *dict.Dictionary, raw []byte) bool {
	return (f.session == "" || f.speaks(raw)) &&
		(f.list == "" || holdsField(raw, "66", f.list)) &&
		(f.order == "" || holdsField(raw, "11", f.order)) &&
		(len(f.types) == 0 || f.isType(table, string(firstField(raw, "35"))))
}

// speaks tells whether a CompID sends or receives, or A sends to B of A>B.
func (f *messageFilter) speaks(raw []byte) bool {
	sender, target := firstField(raw, "49"), firstField(raw, "56")
	if from, to, ok := strings.Cut(f.session, ">"); ok {
		return string(sender) == from && string(target) == to
	}
	return string(sender) == f.session || string(target) == f.session
}

func (f *messageFilter) isType(table *dict.Dictionary, msgType string) bool {
	if slices.Contains(f.types, msgType) {
		return true
	}
	m, ok := table.Message(msgType)
	return ok && slices.ContainsFunc(f.types, func(t string) bool { return strings.EqualFold(t, m.Name) })
}

// holdsField tells whether any field of that tag has the value.
func holdsField(raw []byte, tag, value string) bool {
	return bytes.Contains(raw, []byte("\x01"+tag+"="+value+"\x01"))
}

// firstField is the value of the first field of that tag.
func firstField(raw []byte, tag string) []byte {
	at := bytes.Index(raw, []byte("\x01"+tag+"="))
	if at < 0 {
		return nil
	}
	value, _, _ := bytes.Cut(raw[at+len(tag)+2:], []byte{1})
	return value
}
