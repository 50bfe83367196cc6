package journal

import (
	"errors"
	"fmt"
)

// ErrClosed is returned by a log after Close.
var ErrClosed = errors.New("journal: closed")

// ErrTooLarge is returned by Append when one call's records do not fit into one segment.
var ErrTooLarge = errors.New("journal: one Append must fit into one segment")

// ErrNotDurable is returned when reading an LSN that is not durable, or was never given out.
var ErrNotDurable = errors.New("journal: no durable record has this lsn")

// An ArchivedError is returned when reading what was moved to the archive.
type ArchivedError struct {
	LSN   uint64
	First uint64 // where the journal begins now
}

func (e *ArchivedError) Error() string {
	return fmt.Sprintf("journal: lsn %d is in the archive; the journal begins at lsn %d", e.LSN, e.First)
}

const remedyRestore = "restore the directory and its mark from the mirror or the last backup; " +
	"nothing was changed"

// A DamageError says that the journal's history cannot be trusted: where, why, and what to do.
// The process must not start on it.
type DamageError struct {
	Segment string // file name; "mark" for the high-water mark
	Offset  int64  // byte offset in the file
	LSN     uint64 // the first LSN that cannot be had; 0 if unknown
	Cause   string
	Remedy  string
}

func (e *DamageError) Error() string {
	return fmt.Sprintf("journal: damaged at segment %s, offset %d, lsn %d: %s; remedy: %s",
		e.Segment, e.Offset, e.LSN, e.Cause, e.Remedy)
}
