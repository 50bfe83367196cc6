package wire

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
	likeTo   int    // where it is seen to be like the one before it up to, or 0
	declared int    // instances announced
	seen     int    // instances begun
	last     uint16 // highest slot seen in this instance
	got      uint64 // required members seen in this instance
	nested   bool   // this instance has groups of its own
	slots    [(maxMembers + 1) / 64]uint64
}

// Arrange checks the structure of a parsed message against its shape and notes where each group
// and instance ends, for Decoder. A field belongs to the innermost level in which it may stand at
// that point, so fields of the message may follow a group. The first thing wrong is returned as
// an *Error: unknown, doubled, misplaced, missing and empty fields, and counts that lie. Values
// are not looked at otherwise. A message that was refused is as if it had not been arranged.
func (m *Message) Arrange(shape *Shape, policy Policy) error {
	if m.frames == nil {
		m.frames = make([]frame, maxDepth)
	}
	if m.shape != nil {
		m.forget()
	}
	w := walk{m: m, policy: policy, frames: m.frames}
	if err := w.run(shape); err != nil {
		m.forget()
		return err
	}
	m.shape = shape
	return nil
}

// forget undoes what Arrange noted.
func (m *Message) forget() {
	m.shape = nil
	for i := range m.Fields {
		m.Fields[i].skip, m.Fields[i].alike = 0, false
	}
}

func (w *walk) run(shape *Shape) error {
	m := w.m
	f := &w.frames[0]
	*f = frame{shape: shape, count: -1}
	for i := 0; i < len(m.Fields); i++ {
		field := &m.Fields[i]
		if field.Start == field.End {
			return w.empty(i)
		}
		// What almost every field is: the next member of the current instance.
		if f := &w.frames[w.depth]; w.depth > 0 {
			slot := f.shape.slot(field.Tag)
			if slot == 1 && w.alike(f, i) {
				end, err := w.repeat(f, i)
				if err != nil {
					return err
				}
				i = end - 1
				continue
			}
			if slot > f.last {
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

// empty refuses a field without a value, by the path to where it stands. What else is wrong with its
// place is not said.
func (w *walk) empty(i int) error {
	_ = w.place(i)
	return w.fail(i, EmptyValue, "has no value")
}

type walk struct {
	m       *Message
	policy  Policy
	frames  []frame
	depth   int
	stretch int // of like fields, that was reached
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
		f.nested = true
		return w.openGroup(p.group, i)
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
