package engine

import (
	"fmt"
	"time"

	"foliogate/gateway"
	"foliogate/gateway/units"
)

// Past is what the journal's entries say up to a record: all that a Writer needs to
// go on from there. It is made from the entries alone, by Recover, or from an
// earlier Past, by RestorePast.
type Past struct {
	book   *gateway.Book
	last   uint64
	lsns   []uint64 // of entries 1, 1+mileage, 1+2*mileage...
	before units.Date
	at     time.Time // of the last entry
}

// mileage is how many entries lie between two whose place a Past remembers.
const mileage = 1024

// PastState is a Past without its inquiries, in a stable form.
type PastState struct {
	Last   uint64     `json:"last"`   // number of the last entry
	LSNs   []uint64   `json:"lsns"`   // where entries 1, 1025, 2049... stand
	Before units.Date `json:"before"` // what ended before this trading day is forgotten
	At     time.Time  `json:"at"`     // of the last entry
}

// NewPast is the past of an empty journal.
func NewPast() *Past { return &Past{book: gateway.NewBook()} }

// RestorePast makes a Past from what State and Kept returned.
func RestorePast(s PastState, kept []gateway.Kept) (*Past, error) {
	if want := (s.Last + mileage - 1) / mileage; uint64(len(s.LSNs)) != want {
		return nil, fmt.Errorf("engine: places of %d entries, where %d belong to %d entries",
			len(s.LSNs), want, s.Last)
	}
	p := &Past{book: gateway.NewBook(), last: s.Last, lsns: s.LSNs, before: s.Before,
		at: s.At}
	for i := range kept {
		if err := restore(p.book, kept[i]); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// State returns what there is to keep beside the inquiries.
func (p *Past) State() PastState { return PastState{p.last, p.lsns, p.before, p.at} }

// Inquiries returns the inquiries in the order in which they began.
func (p *Past) Inquiries() []gateway.Inquiry { return p.book.Inquiries() }

// Kept returns the same without unpacking what is filed.
func (p *Past) Kept() []gateway.Kept { return p.book.Kept() }

// File puts away what has ended: to keep it takes less room, and to restore it less time.
func (p *Past) File() error { return p.book.File() }

// Since returns the past as it is once what ended before the day is forgotten.
func (p *Past) Since(day units.Date) *Past {
	book := gateway.NewBook()
	for _, k := range p.book.Kept() {
		book.RestoreKept(k)
	}
	since := &Past{book: book, last: p.last, lsns: p.lsns, at: p.at}
	since.ForgetBefore(day)
	return since
}

// Recover applies the next entry.
func (p *Past) Recover(lsn uint64, payload []byte) error {
	entry, err := readEntry(lsn, payload, p.last+1)
	if err != nil {
		return err
	}
	steps, err := applied(p.book, lsn, entry)
	if err != nil {
		return err
	}
	for _, step := range steps {
		p.book.Keep(step)
	}
	p.passed(lsn, entry)
	return nil
}

// passed counts an entry.
func (p *Past) passed(lsn uint64, entry gateway.Entry) {
	if p.last%mileage == 0 {
		p.lsns = append(p.lsns, lsn)
	}
	p.last, p.at = entry.Seq, entry.At
}

// readEntry reads the entry that must have the number.
func readEntry(lsn uint64, payload []byte, want uint64) (gateway.Entry, error) {
	var entry gateway.Entry
	if err := entry.UnmarshalJSON(payload); err != nil {
		return entry, fmt.Errorf("engine: journal record %d: %w", lsn, err)
	}
	if entry.Seq != want {
		return entry, fmt.Errorf("engine: journal record %d holds entry %d where entry %d belongs",
			lsn, entry.Seq, want)
	}
	return entry, nil
}

// Needs returns an lsn below which no entry is of an inquiry that is not forgotten.
func (p *Past) Needs() uint64 {
	first := p.last + 1
	if id := p.book.First(); id != "" {
		first = id.Seq()
	}
	if len(p.lsns) == 0 {
		return 0
	}
	return p.lsns[min(int(first-1)/mileage, len(p.lsns)-1)]
}

// Forget drops inquiries that have ended, but those of the last days on which there
// were any.
func (p *Past) Forget(days int) { p.ForgetBefore(p.book.LastDays(days)) }

// ForgetBefore drops inquiries that ended on an earlier trading day.
func (p *Past) ForgetBefore(day units.Date) {
	p.before = max(p.before, day)
	p.book.Forget(p.before)
}
