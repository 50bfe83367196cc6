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
	// News returns durable entries after the given one that a firm may be told of, in order, at most
	// max, and the last entry that was looked at.
	News(firm gateway.Firm, after uint64, max int) (news []gateway.Entry, seen uint64, err error)
	// AwaitNews returns when there is something to look at for a firm after the given entry.
	AwaitNews(ctx context.Context, firm gateway.Firm, after uint64) error
	// Inquiry returns an inquiry as it stands now.
	Inquiry(gateway.InquiryID) (gateway.Inquiry, bool)
	// Last returns the number of the last durable entry.
	Last() uint64
}

// Journal is the log that the desk's entries and the stores' records share.
type Journal interface {
	Append(...journal.Record) (lsn uint64, err error)
	Ask(lsn uint64)
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
