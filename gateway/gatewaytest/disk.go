package gatewaytest

import (
	"bytes"
	"context"
	"errors"

	"foliogate/gateway/journal"
)

// disk is the journal of a run. What an Append took is at first only in memory: it becomes durable
// by a sync, append by append. A crash keeps what is durable and any number of the appends behind
// it, whole; the first that is torn goes, with all that follow.
type disk struct {
	records []journal.Record
	notes   []note // of session records, the same index
	ends    []int  // of the appends that are not durable: how many records there were behind each
	durable int
	entries uint64 // records of the engine among them
	broken  error  // a sync failed: nobody knows what is on the disk

	torn   func(record journal.Record) []journal.Record // a mutant's hand; nil
	hidden func() bool                                  // a mutant's: whether an append goes nowhere
	skew   uint64                                       // entries that a mutant hid
}

// note is a record of the session layer, as its package comment lists them.
type note struct {
	verb   string // sent, received, number, cursor, reserve, reset, told
	firm   int
	number int
	kind   string // MsgType(35) of a message that was sent
	cursor cursor
	packet packet // of a message that was sent
}

// cursor is session.Cursor: the message that an outbox tells next.
type cursor struct {
	entry uint64
	index int
}

const sessionKind = 'S' // session.Kind

var (
	errBroken    = errors.New("the disk failed: it is not known what it holds")
	errUndurable = errors.New("not durable")
)

// Append is the engine's.
func (d *disk) Append(records ...journal.Record) (uint64, error) {
	if d.broken != nil {
		return 0, d.broken
	}
	if d.hidden != nil && d.hidden() {
		d.skew += uint64(len(records))
		return uint64(len(d.records)), nil
	}
	for _, r := range records {
		if d.torn != nil {
			for _, part := range d.torn(r) {
				d.put(part, note{})
				d.ends = append(d.ends, len(d.records))
			}
			continue
		}
		d.put(r, note{})
	}
	if n := len(d.ends); n == 0 || d.ends[n-1] != len(d.records) {
		d.ends = append(d.ends, len(d.records))
	}
	return uint64(len(d.records)), nil
}

func (d *disk) put(r journal.Record, n note) {
	if d.skew > 0 && r.Kind != sessionKind {
		r.Payload = renumber(r.Payload, -int64(d.skew))
	}
	d.records, d.notes = append(d.records, r), append(d.notes, n)
	if r.Kind != sessionKind {
		d.entries++
	}
}

// write appends a session record.
func (d *disk) write(n note) (lsn uint64, err error) {
	if d.broken != nil {
		return 0, d.broken
	}
	d.put(journal.Record{Kind: sessionKind}, n)
	d.ends = append(d.ends, len(d.records))
	return uint64(len(d.records)), nil
}

// Ask changes nothing: the run decides when a sync begins and ends.
func (d *disk) Ask(uint64) {}

// Follow never waits.
func (d *disk) Follow(_ context.Context, lsn uint64) (durable uint64, err error) {
	if lsn > uint64(d.durable) {
		return uint64(d.durable), errUndurable
	}
	return uint64(d.durable), d.broken
}

// ReadAt is the engine's.
func (d *disk) ReadAt(lsn uint64) (journal.Record, error) { return d.records[lsn-1], nil }

// last is the LSN of the last record, durable or not.
func (d *disk) last() uint64 { return uint64(len(d.records)) }

// sync makes some appends durable.
func (d *disk) sync(appends int) {
	appends = min(appends, len(d.ends))
	if appends > 0 {
		d.durable = d.ends[appends-1]
		d.ends = append(d.ends[:0], d.ends[appends:]...)
	}
}

// crash keeps so many of the appends that were not durable, and returns what was lost.
func (d *disk) crash(keep int) (lost []journal.Record) {
	d.sync(keep)
	lost = append(lost, d.records[d.durable:]...)
	d.records, d.notes = d.records[:d.durable], d.notes[:d.durable]
	d.ends, d.broken, d.skew = d.ends[:0], nil, 0
	for _, r := range lost {
		if r.Kind != sessionKind {
			d.entries--
		}
	}
	return lost
}

// appendAgain is what no house does: it writes once more what may be on the disk.
func (d *disk) appendAgain() {
	d.broken = nil
	for i, n := d.durable, len(d.records); i < n; i++ {
		d.records, d.notes = append(d.records, d.records[i]), append(d.notes, d.notes[i])
	}
	d.ends = append(d.ends, len(d.records))
}

// renumber moves the number of an entry, for mutants whose journal has others than their book.
func renumber(payload []byte, by int64) []byte {
	head := []byte(`{"seq":`)
	rest := payload[len(head):]
	at := bytes.IndexByte(rest, ',')
	seq := int64(0)
	for _, c := range rest[:at] {
		seq = 10*seq + int64(c-'0')
	}
	return append(appendInt(bytes.Clone(head), seq+by), rest[at:]...)
}
