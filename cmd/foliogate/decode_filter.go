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
		(f.list == "" || names(raw, f.list, listStandsIn)) &&
		(f.order == "" || names(raw, f.order, lineStandsIn)) &&
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

// listStandsIn tells whether a field names a list: ListID(66), SecurityID(48) of the pseudo-instrument,
// QuoteSetID(302), or BusinessRejectRefID(379).
func listStandsIn(tag string) bool {
	return tag == "66" || tag == "48" || tag == "302" || tag == "379"
}

// lineStandsIn tells whether a field names a line: ClOrdID(11) or QuoteEntryID(299).
func lineStandsIn(tag string) bool { return tag == "11" || tag == "299" }

// names tells whether a field of such a tag has the value.
func names(raw []byte, value string, standsIn func(tag string) bool) bool {
	wanted := []byte("=" + value + "\x01")
	for from := 0; ; {
		at := bytes.Index(raw[from:], wanted)
		if at < 0 {
			return false
		}
		before := raw[:from+at]
		if standsIn(string(before[bytes.LastIndexByte(before, 1)+1:])) {
			return true
		}
		from += at + 1
	}
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
