package session

import (
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"time"
)

// Past is what the journal's session records say up to one of them: all that Sessions need to go
// on from there. It is made from the records alone, and its JSON form is stable.
type Past struct {
	ledgers map[string]*ledger
}

// NewPast is the past of an empty journal.
func NewPast() *Past { return &Past{ledgers: make(map[string]*ledger)} }

// Recover takes one record of kind Kind from the journal's past. Records come in order.
func (p *Past) Recover(lsn uint64, payload []byte) error {
	r, err := readRecord(payload)
	if err != nil {
		return fmt.Errorf("session: journal record %d: %w", lsn, err)
	}
	p.ledger(r.session).apply(lsn, r)
	return nil
}

func (p *Past) ledger(session string) *ledger {
	if p.ledgers[session] == nil {
		p.ledgers[session] = newLedger()
	}
	return p.ledgers[session]
}

// frozen is a ledger in its stable form.
type frozen struct {
	Session  string    `json:"session"`
	Sender   int       `json:"next_out"`
	Target   int       `json:"next_in"`
	Reserved int       `json:"reserved"`
	Entry    uint64    `json:"entry"` // of the cursor
	Index    int       `json:"index"`
	Created  time.Time `json:"created"`
	Untold   bool      `json:"untold,omitempty"`
	Sent     string    `json:"sent"` // base64 of varints: 0, or the distance to the LSN before
}

// MarshalJSON writes the sessions in the order of their names.
func (p *Past) MarshalJSON() ([]byte, error) {
	all := make([]frozen, 0, len(p.ledgers))
	for _, name := range slices.Sorted(maps.Keys(p.ledgers)) {
		l := p.ledgers[name]
		all = append(all, frozen{name, l.sender, l.target, l.reserved, l.cursor.Entry, l.cursor.Index,
			l.created, l.untold, packSent(l.sent)})
	}
	return json.Marshal(all)
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (p *Past) UnmarshalJSON(b []byte) error {
	var all []frozen
	if err := json.Unmarshal(b, &all); err != nil {
		return err
	}
	p.ledgers = make(map[string]*ledger)
	for _, f := range all {
		sent, err := unpackSent(f.Sent)
		if err != nil {
			return fmt.Errorf("session %s: %w", f.Session, err)
		}
		p.ledgers[f.Session] = &ledger{sender: f.Sender, target: f.Target, reserved: f.Reserved, sent: sent,
			cursor: Cursor{f.Entry, f.Index}, created: f.Created, untold: f.Untold}
	}
	return nil
}

func packSent(lsns []uint64) string {
	var packed []byte
	last := uint64(0)
	for _, lsn := range lsns {
		if lsn == 0 {
			packed = append(packed, 0)
			continue
		}
		packed = binary.AppendVarint(packed, int64(lsn-last))
		last = lsn
	}
	return base64.StdEncoding.EncodeToString(packed)
}

func unpackSent(text string) ([]uint64, error) {
	packed, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		return nil, err
	}
	var lsns []uint64
	for last := uint64(0); len(packed) > 0; {
		distance, n := binary.Varint(packed)
		if n <= 0 {
			return nil, fmt.Errorf("the places of sent messages are cut short")
		}
		packed = packed[n:]
		if distance == 0 {
			lsns = append(lsns, 0)
			continue
		}
		last += uint64(distance)
		lsns = append(lsns, last)
	}
	return lsns, nil
}
