package session

import (
	"context"

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

// Face translates between one counterparty and the domain. Its two methods are called from two
// goroutines, each method from one only.
type Face interface {
	// Command reads one whole received message. No command and no error: there is nothing to
	// decide. A *wire.Error becomes a reject.
	Command(raw []byte) (gateway.Command, error)
	// Messages returns what the counterparty is told of an entry, given the inquiry as it stands
	// now. Number and order of the messages of one entry never change.
	Messages(gateway.Entry, gateway.Inquiry) []fixspec.Envelope
}
