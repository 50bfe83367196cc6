package session

import (
	"context"
	"iter"

	"foliogate/fixspec"
	"foliogate/gateway"
	"foliogate/gateway/journal"
)

// Desk decides, and remembers what it decided. The engine is one.
type Desk interface {
	// Submit decides a command and queues its entries in the journal.
	Submit(gateway.Command) error
	// Entries returns durable entries after the given one, in order, at most max.
	Entries(after uint64, max int) ([]gateway.Entry, error)
	// Wait returns when an entry after the given one is durable.
	Wait(ctx context.Context, after uint64) error
	// Inquiry returns an inquiry as it stands now.
	Inquiry(gateway.InquiryID) (gateway.Inquiry, bool)
	// Last returns the number of the last durable entry.
	Last() uint64
}

// Journal is the log that the desk's entries and the stores' records share.
type Journal interface {
	Append(...journal.Record) (lsn uint64, err error)
	Wait(ctx context.Context, lsn uint64) error
	Last() uint64
	ReadAt(lsn uint64) (journal.Record, error)
}

// Face translates between one counterparty and the domain. Command and Messages are called from two
// goroutines, each from one only.
type Face interface {
	// Command translates a received message, or rejects it. Neither: there is nothing to decide.
	Command(fixspec.Header, fixspec.Message) (gateway.Command, *fixspec.BusinessMessageReject)
	// Messages are what the counterparty is told of an entry, given the inquiry as it stands now.
	// The messages of one entry and their order do not change while time passes. Each is good
	// until the next one is asked for.
	Messages(gateway.Entry, gateway.Inquiry) iter.Seq[fixspec.Envelope]
}
