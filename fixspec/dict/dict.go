// Package dict is the message table: every field, code, group and message that foliogate speaks,
// as data, and the structural validation that follows from it.
//
// The table is written in a small notation, in constants that a person can read and that the
// documents given to counterparties are made from. Fields stand in fields_*.go:
//
//	54 Side Char                       tag, name, type
//		-- The client's side ...       what we mean by it
//		1=Buy 2=Sell 7=EndTrade@1      codes; @ is the tier from which one exists
//
// Messages and components stand in messages_*.go and components.go:
//
//	ListID! NoOrders!(ClOrdID! <Instrument>) CoverPrice@1
//
// where ! is required by FIX, !0 only by FIX 4.4, (..) are the members of a group, <..> is a
// component, and @ the tier. The structure is that of FIX 4.4 whole, so a message that is legal FIX is never refused
// for a field that we do not read; beside it each message lists what it uses, with + for what the
// rules of engagement require although FIX does not.
//
// Tier 0 is FIX 4.4 itself. Tier 1 adds standard fields of later versions, tier 2 our own from
// 20001 on; both are agreed session by session.
//
// It guarantees that tier 0 agrees with the unmodified FIX44.xml of quickfixgo in tags, types,
// codes, groups, member order and requiredness. It does not know what a message does to an
// inquiry, or what a session is.
package dict

import (
	"fmt"

	"foliogate/fixspec/wire"
)

// Tiers of the protocol, each including the ones before it.
const (
	Tier0 = iota // FIX 4.4
	Tier1        // fields and codes of later FIX versions
	Tier2        // fields of our own
)

// Dictionary is the table of one tier. It never changes once made and may be shared.
type Dictionary struct {
	tier     int
	fields   []*Field // in the order of the table
	byTag    map[int32]*Field
	byName   map[string]*Field
	placed   map[int32]bool // tags that some message of the tier has
	messages []*Message
	byType   map[string]*entry

	components map[string]string
	checks     []check // by tag, for tags below len(checks)
	high       map[int32]*check
}

// entry is a message with what validation needs of it.
type entry struct {
	message     *Message
	whole, body *wire.Shape
}

// New reads the table up to a tier. It panics when the table itself is wrong, which only a
// programmer can have caused. It takes some milliseconds: make one and keep it.
func New(tier int) *Dictionary {
	d := &Dictionary{tier: tier, components: components(), placed: map[int32]bool{}}
	d.readFields()
	d.readMessages()
	d.makeShapes()
	d.makeChecks()
	return d
}

// Tier returns the tier up to which this table was read.
func (d *Dictionary) Tier() int { return d.tier }

// Fields returns every field, by tag. The caller must not change them.
func (d *Dictionary) Fields() []*Field { return d.fields }

// Field returns the field with a tag.
func (d *Dictionary) Field(tag int32) (*Field, bool) {
	f, ok := d.byTag[tag]
	return f, ok
}

// Messages returns every message in the order of the table. The caller must not change them.
func (d *Dictionary) Messages() []*Message { return d.messages }

// Message returns the message with a MsgType(35).
func (d *Dictionary) Message(msgType string) (*Message, bool) {
	if e, ok := d.byType[msgType]; ok {
		return e.message, true
	}
	return nil, false
}

// Shape returns the shape of a whole message, header and trailer included.
func (d *Dictionary) Shape(msgType string) (*wire.Shape, bool) {
	if e, ok := d.byType[msgType]; ok {
		return e.whole, true
	}
	return nil, false
}

// Body returns the shape of a message without header and trailer.
func (d *Dictionary) Body(msgType string) (*wire.Shape, bool) {
	if e, ok := d.byType[msgType]; ok {
		return e.body, true
	}
	return nil, false
}

// must stops on an error in the table.
func must(err error) {
	if err != nil {
		panic(fmt.Sprintf("dict: the message table is wrong: %v", err))
	}
}
