// Package wire reads and writes FIX as bytes: tag=value fields ended by SOH, which comments and
// error texts write as a bar.
//
// Reading goes in three steps, each one walk over the message and none with an allocation once
// the Message has grown to its working size:
//
//	var m wire.Message                      // kept and used again
//	err := m.Parse(raw)                     // framing, BodyLength(9), CheckSum(10), flat list
//	err = m.Arrange(shape, wire.Policy{})   // repeating groups: counts, order, membership
//	d := wire.NewDecoder(&m)                // values by tag, first error kept
//	id := d.String(66)
//	for line := range d.Group(73) {         // line is 1, 2, 3 ...
//		face := wire.Value(&d, 38, units.ParseFaceBytes)
//	}
//	err = d.Err()                           // NoOrders(73)[17].OrderQty(38) is not a number
//
// Lines of a list repeat each other, and what is there again is looked at once: Parse compares
// bytes with those of the line before, Arrange takes over what was decided about it, and a
// decoding function may read only what differs (Decoder.Alike, Decoder.Next).
//
// Writing is a chain of Append functions over one buffer, either a whole message (Begin, Finish)
// or the body alone for an engine that writes its own header (SplitBody).
//
// It guarantees that a field is never attributed to another group instance than the one its shape
// says, that values alias the parsed bytes and nothing outside them, and that no value written
// through AppendString or AppendBytes can be empty or contain a delimiter.
//
// It does not know what any tag means, which messages exist, or what a price is: shapes come from
// the message table (fixspec/dict), and exact numbers are parsed by functions handed in.
package wire

// SOH ends every field.
const SOH = 0x01

// Tags that frame a message and therefore have a meaning here.
const (
	tagBeginString = 8
	tagBodyLength  = 9
	tagCheckSum    = 10
	tagMsgType     = 35
)

// Field is one tag=value of a message; its value is Raw[Start:End] of the message it stands in.
type Field struct {
	Tag        int32
	Start, End int32
	// skip is written by Arrange. On the count field of a group it is the index of the first field
	// after the group. On the first field of an instance it is minus the index of the first field
	// after the instance. On every other field it is zero.
	skip int32
	// again is written by Parse: another field before this one is known to have the same tag and
	// value. So is data: the field is of type data.
	again, data bool
	// alike is written by Arrange, on the first field of an instance that has the same fields in
	// the same order as the one before it, those of its groups included. What is there again in
	// such an instance stands at the same place of the one before it.
	alike bool
}

// Repeats tells whether the field was seen to be the same, tag and value, as one before it: what
// holds for the value of that one holds for this one. It may miss one.
func (f *Field) Repeats() bool { return f.again }

// Message is a parsed message: its bytes, and its fields in the order received. It is meant to be
// kept and parsed into again; what it returned before is then invalid. The zero value is empty.
type Message struct {
	Raw    []byte
	Fields []Field
	shape  *Shape
	frames []frame
	// What Parse saw on its way.
	stretches []stretch
	ascii     bool
	blank     bool // a value is empty
	longest   int
}

// ASCII tells whether all bytes are ASCII.
func (m *Message) ASCII() bool { return m.ascii }

// Longest returns how many bytes the longest value has.
func (m *Message) Longest() int { return m.longest }

// Value returns the bytes of field i, aliasing Raw.
func (m *Message) Value(i int) []byte {
	f := &m.Fields[i]
	return m.Raw[f.Start:f.End:f.End]
}

// MsgType returns MsgType(35), or nothing when the message was parsed as a body.
func (m *Message) MsgType() []byte {
	if len(m.Fields) > 2 && m.Fields[2].Tag == tagMsgType {
		return m.Value(2)
	}
	return nil
}

// Find returns the index of the first field with this tag outside all groups, or -1. On a message
// that was not arranged it looks through all fields.
func (m *Message) Find(tag int32) int {
	for i := 0; i < len(m.Fields); {
		f := &m.Fields[i]
		if f.Tag == tag {
			return i
		}
		i = after(f, i)
	}
	return -1
}

// Get returns the value of the first field with this tag outside all groups, or nil.
func (m *Message) Get(tag int32) []byte {
	if i := m.Find(tag); i >= 0 {
		return m.Value(i)
	}
	return nil
}

// String shows the message as people write it, with bars for SOH.
func (m *Message) String() string {
	b := append([]byte(nil), m.Raw...)
	for i, c := range b {
		if c == SOH {
			b[i] = '|'
		}
	}
	return string(b)
}

// after returns the index of the field that follows field i on the same level.
func after(f *Field, i int) int {
	if f.skip > 0 {
		return int(f.skip)
	}
	return i + 1
}

func (m *Message) reset(raw []byte) {
	m.Raw, m.Fields, m.shape = raw, m.Fields[:0], nil
	m.stretches, m.ascii, m.blank, m.longest = m.stretches[:0], false, false, 0
}
