package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"foliogate/gateway"
	"foliogate/gateway/engine"
	"foliogate/gateway/journal"
	"foliogate/session"
)

// ledger is the gateway's own record: the journal as it stands on the disk.
type ledger struct {
	book *gateway.Book
	byID map[string]gateway.Inquiry // by the client's ListID(66)
	sent map[string]map[int]message // by counterparty and number
	next map[string]int             // our number that the gateway expects, by counterparty
	used map[string]int             // the gateway's numbers that may have been used
	torn int64

	quarantined []quarantined
}

// quarantined is an inquiry over which the gateway failed.
type quarantined struct {
	list string
	gateway.Quarantined
}

func readLedger(folder string) (*ledger, error) {
	v, err := journal.Inspect(folder, journal.Options{})
	if err != nil {
		return nil, err
	}
	defer v.Close()
	l := &ledger{book: gateway.NewBook(), byID: map[string]gateway.Inquiry{},
		sent: map[string]map[int]message{}, next: map[string]int{}, used: map[string]int{},
		torn: v.Torn}
	for r := v.From(1); ; {
		_, record, err := r.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err == nil {
			err = l.take(record)
		}
		if err != nil {
			return nil, err
		}
	}
	for _, q := range l.book.Inquiries() {
		l.byID[q.ListID] = q
	}
	return l, nil
}

func (l *ledger) take(r journal.Record) error {
	switch r.Kind {
	case engine.EntryKind:
		var entry gateway.Entry
		if err := entry.UnmarshalJSON(r.Payload); err != nil {
			return err
		}
		l.book.Apply(entry)
		if event, ok := entry.Event.(gateway.Quarantined); ok {
			q, _ := l.book.Inquiry(entry.Inquiry)
			l.quarantined = append(l.quarantined, quarantined{q.ListID, event})
		}
		return nil
	case session.Kind:
		return l.takeSession(r.Payload)
	}
	return fmt.Errorf("a record of kind %q", r.Kind)
}

// takeSession reads what package session says that it writes.
func (l *ledger) takeSession(payload []byte) error {
	line, raw, _ := bytes.Cut(payload, []byte{'\n'})
	words := strings.Split(string(line), " ")
	if len(words) < 2 {
		return fmt.Errorf("session record %q", line)
	}
	_, firm, _ := strings.Cut(words[1], ">")
	if l.sent[firm] == nil {
		l.sent[firm], l.next[firm] = map[int]message{}, 1
	}
	number := 0
	if len(words) > 2 {
		number, _ = strconv.Atoi(words[2])
	}
	switch words[0] {
	case "sent":
		l.used[firm] = max(l.used[firm], number)
		m := message{kind: words[3]}
		if len(raw) > 0 {
			m = read(raw)
		}
		l.sent[firm][number] = m
	case "number":
		for n := range l.sent[firm] {
			if n >= number {
				delete(l.sent[firm], n)
			}
		}
		l.used[firm] = max(l.used[firm], number-1)
	case "reserve":
		l.used[firm] = max(l.used[firm], number)
	case "release":
		l.used[firm] = number - 1
	case "received":
		l.next[firm] = number
	case "reset":
		l.sent[firm], l.next[firm], l.used[firm] = map[int]message{}, 1, 0
	}
	return nil
}
