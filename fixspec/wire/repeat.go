package wire

import (
	"encoding/binary"
	"slices"
)

// Lines of a list are alike: what followed a field the last time follows it again, and most of it
// says the same. So a field is compared with the one that stood at its place, eight bytes at a
// time, and only what differs is read. That is a guess about what comes, not about what it means:
// the fields are those that would have been read one by one.

// places is where tags were read one by one the last time, one for each class of them.
type places [64]int32

// back tells how many fields before the last one its tag stood the last time, or 0 when that is not
// known, and notes where it stands now.
func (p *places) back(fields []Field) int {
	at := len(fields) - 1
	tag := fields[at].Tag
	noted := p[tag&63]
	p[tag&63] = int32(at)
	if noted == 0 || fields[noted].Tag != tag {
		return 0
	}
	before := at - 1 // it may have been followed since
	for fields[before].Tag != tag {
		before--
	}
	return at - before
}

// follow appends the fields from pos on for as long as each has the tag of the field that stands
// so many back. It returns where the first field begins that has another tag, or must be read for
// another reason: it is of type data, or not ended.
func (m *Message) follow(back, pos int) int {
	raw, at := m.Raw, len(m.Fields)
	fields := m.Fields[:cap(m.Fields)]
	shift := pos - int(fields[at-back-1].End) - 1 // from those fields to these
	for pos < len(raw) && !fields[at-back].data {
		to := int(fields[at-back].End) + shift + ahead
		if room := (to+8-pos)/shortest + 1; len(fields)-at < room {
			fields = slices.Grow(fields[:at], room)
			fields = fields[:cap(fields)]
		}
		same := agree(raw, shift, pos, to)
		before := &fields[at-back]
		for int(before.End)+shift < same && !before.data {
			fields[at] = Field{Tag: before.Tag, Start: before.Start + int32(shift),
				End: before.End + int32(shift), again: true}
			at++
			before = &fields[at-back]
		}
		pos = int(fields[at-1].End) + 1
		if same >= to {
			continue
		}
		start := int(before.Start) + shift
		if before.data || same < start {
			break
		}
		end := soh(raw, same)
		if end == len(raw) {
			break
		}
		m.saw(end - start)
		fields[at] = Field{Tag: before.Tag, Start: int32(start), End: int32(end)}
		pos, shift = end+1, end-int(before.End)
		at++
	}
	m.Fields = fields[:at]
	return pos
}

const (
	ahead    = 256 // how much is compared beyond a field: most lines are shorter
	shortest = 3   // bytes of a field: 1=|
)

// agree returns where raw[from:] first differs from the bytes that stand shift before it, or
// something that is not less than to when it does not differ before that.
func agree(raw []byte, shift, from, to int) int {
	for ; from < to && from+8 <= len(raw); from += 8 {
		w := binary.LittleEndian.Uint64(raw[from-shift:]) ^ binary.LittleEndian.Uint64(raw[from:])
		if w != 0 {
			return from + trailingBytes(w)
		}
	}
	for from < to && from < len(raw) && raw[from] == raw[from-shift] {
		from++
	}
	return from
}

// stretch is of fields that each have the tag of the field that stands so many back.
type stretch struct{ from, to, back int32 }

// stretchFrom notes a stretch that ends with the last field, or makes the one before it longer.
func (m *Message) stretchFrom(from, back int) {
	s := stretch{int32(from), int32(len(m.Fields)), int32(back)}
	if n := len(m.stretches) - 1; n >= 0 && m.stretches[n].to == s.from && m.stretches[n].back == s.back {
		m.stretches[n].to = s.to
	} else if s.to-s.from > 1 {
		m.stretches = append(m.stretches, s)
	}
}
