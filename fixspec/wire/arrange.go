package wire

import "strconv"

// Unknown says what to do with a tag that no level of the message defines. A tolerated one stays
// in the instance it stands in and never ends a group.
type Unknown uint8

const (
	RefuseUnknown       Unknown = iota // 373=2
	TolerateUserDefined                // tags from 5000 on are let through
	TolerateUnknown                    // all of them, such as fields of later FIX versions
)

// userDefined is the first tag that FIX leaves to its users.
const userDefined = 5000

// Policy is what one session allows beyond the letter of FIX, which is its zero value.
type Policy struct {
	Unknown Unknown
	// HeaderAnywhere lets fields of the standard header stand among those of the body.
	HeaderAnywhere bool
	// AnyGroupOrder lets the members of an instance come in any order after its first field.
	// A field that an outer level defines too is still read by order, so that it cannot be misread.
	AnyGroupOrder bool
}

// Limits of a shape: members of a level, and levels of groups in a message.
const (
	maxMembers = 447
	maxDepth   = 8
)

// frame is one level of the walk: the message, or a group with its current instance.
type frame struct {
	shape    *Shape
	count    int    // index of the group's count field; -1 for the message
	first    int    // index of the current instance's first field
	declared int    // instances announced
	seen     int    // instances begun
	last     uint16 // highest slot seen in this instance
	got      uint64 // required members seen in this instance
	slots    [(maxMembers + 1) / 64]uint64
}

// Arrange checks the structure of a parsed message against its shape and notes where each group
// and instance ends, for Decoder. A field belongs to the innermost level in which it may stand at
// that point, so fields of the message may follow a group. The first thing wrong is returned as
// an *Error: unknown, doubled, misplaced, missing and empty fields, and counts that lie. Values
// are not looked at otherwise.
func (m *Message) Arrange(shape *Shape, policy Policy) error {
	if m.frames == nil {
		m.frames = make([]frame, maxDepth)
	}
	w := walk{m: m, policy: policy, frames: m.frames}
	if m.shape != nil {
		for i := range m.Fields {
			m.Fields[i].skip = 0
		}
	}
	m.shape = shape
	f := &w.frames[0]
	*f = frame{shape: shape, count: -1}
	for i := range m.Fields {
		field := &m.Fields[i]
		if field.Start == field.End {
			return w.fail(i, EmptyValue, "has no value")
		}
		// What almost every field is: the next member of the current instance.
		if f := &w.frames[w.depth]; w.depth > 0 {
			if slot := f.shape.slot(field.Tag); slot > f.last {
				f.last = slot
				if err := w.accept(f, slot, i); err != nil {
					return err
				}
				continue
			}
		}
		if err := w.place(i); err != nil {
			return err
		}
	}
	for ; w.depth > 0; w.depth-- {
		if err := w.closeGroup(len(m.Fields)); err != nil {
			return err
		}
	}
	return w.complete(&w.frames[0])
}

type walk struct {
	m      *Message
	policy Policy
	frames []frame
	depth  int
}

// place attributes field i to a level, closing the groups it ends.
func (w *walk) place(i int) error {
	tag := w.m.Fields[i].Tag
	for {
		f := &w.frames[w.depth]
		slot := f.shape.slot(tag)
		switch {
		case w.depth == 0:
			return w.placeTop(f, slot, i)
		case slot == 1:
			if f.seen < f.declared {
				return w.nextInstance(f, i)
			}
			if !w.outside(tag) {
				return w.tooMany(f, i)
			}
		case slot > f.last:
			f.last = slot
			return w.accept(f, slot, i)
		case slot != 0 && w.policy.AnyGroupOrder && !f.has(slot) && !w.outside(tag):
			return w.accept(f, slot, i)
		case slot != 0 && !w.outside(tag):
			return w.misplaced(f, slot, i)
		case slot == 0 && !w.outside(tag):
			if w.tolerated(tag) {
				return nil
			}
			return w.unknown(i)
		}
		if err := w.closeGroup(i); err != nil {
			return err
		}
		w.depth--
	}
}

func (w *walk) placeTop(f *frame, slot uint16, i int) error {
	tag := w.m.Fields[i].Tag
	if slot == 0 {
		if w.tolerated(tag) {
			return nil
		}
		return w.unknown(i)
	}
	if f.has(slot) {
		return w.fail(i, DuplicateTag, "appears more than once")
	}
	if slot > f.last {
		f.last = slot
	} else if f.shape.section(slot) < f.shape.section(f.last) && !w.policy.HeaderAnywhere {
		return w.fail(i, OutOfOrder, "must come before "+w.slotName(f.shape, f.last))
	}
	return w.accept(f, slot, i)
}

// accept notes a member of the current instance, and opens the group that it counts.
func (w *walk) accept(f *frame, slot uint16, i int) error {
	f.slots[slot>>6] |= 1 << (slot & 63)
	p := &f.shape.places[slot]
	f.got |= p.need
	if p.group != nil {
		return w.openGroup(p.group, i)
	}
	return nil
}

func (w *walk) openGroup(g *Shape, i int) error {
	n, ok := ParseInt(w.m.Value(i))
	if !ok {
		return w.fail(i, BadFormat, "is not a number of instances")
	}
	left := int64(len(w.m.Fields) - i - 1)
	if n < 0 || n > left {
		return w.fail(i, IncorrectNumGroup, "announces "+strconv.FormatInt(n, 10)+
			" instances, which this message cannot hold")
	}
	if n == 0 {
		w.m.Fields[i].skip = int32(i + 1)
		return nil
	}
	if next := w.m.Fields[i+1].Tag; next != g.members[1].Tag {
		reason := IncorrectNumGroup
		if g.slot(next) != 0 {
			reason = GroupOutOfOrder
		}
		return w.fail(i, reason, "must be followed by "+label(g.members[1].Name, g.members[1].Tag)+
			", not by "+w.name(next, g))
	}
	if w.depth++; w.depth == len(w.frames) {
		return w.fail(i, IncorrectNumGroup, "is nested too deep")
	}
	f := &w.frames[w.depth]
	f.shape, f.count, f.declared, f.seen, f.last = g, i, int(n), 0, 1
	return nil
}

func (w *walk) nextInstance(f *frame, i int) error {
	if f.seen > 0 {
		if err := w.endInstance(f, i); err != nil {
			return err
		}
	}
	f.seen++
	f.first, f.last, f.got = i, 1, f.shape.places[1].need
	if w.policy.AnyGroupOrder {
		clear(f.slots[:])
	}
	return nil
}

func (w *walk) endInstance(f *frame, end int) error {
	w.m.Fields[f.first].skip = int32(-end)
	return w.complete(f)
}

func (w *walk) closeGroup(end int) error {
	f := &w.frames[w.depth]
	w.m.Fields[f.count].skip = int32(end)
	if err := w.endInstance(f, end); err != nil {
		return err
	}
	if f.seen != f.declared {
		return w.fail(f.count, IncorrectNumGroup, "announces "+strconv.Itoa(f.declared)+
			" instances, "+strconv.Itoa(f.seen)+" follow")
	}
	return nil
}

// complete checks that the current instance of a level has all that it needs.
func (w *walk) complete(f *frame) error {
	if missing := f.shape.need &^ f.got; missing != 0 {
		return w.missing(f, missing)
	}
	return nil
}

// outside tells whether a level around the current one defines the tag.
func (w *walk) outside(tag int32) bool {
	for d := w.depth - 1; d >= 0; d-- {
		if w.frames[d].shape.slot(tag) != 0 {
			return true
		}
	}
	return false
}

func (w *walk) tolerated(tag int32) bool {
	switch w.policy.Unknown {
	case TolerateUnknown:
		return true
	case TolerateUserDefined:
		return tag >= userDefined
	}
	return false
}

func (f *frame) has(slot uint16) bool { return f.slots[slot>>6]&(1<<(slot&63)) != 0 }
