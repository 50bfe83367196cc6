package wire

import (
	"math/bits"
	"strconv"
)

// Path names field i with the groups and instances that lead to it, as in
// NoOrders(73)[17].NoAllocs(78)[2].AllocQty(80). Instances count from one. It walks the message
// from its beginning, so it is for error texts and people, not for every field.
func (m *Message) Path(i int) string { return m.pathFrom(i, m.Fields[i].Tag) }

// pathFrom is the path of a tag on the level of field at, whether or not it is there.
func (m *Message) pathFrom(at int, tag int32) string {
	shape, path := m.shape, ""
	for i, end := 0, len(m.Fields); shape != nil && i < end && i < at; {
		f := &m.Fields[i]
		if next := after(f, i); next <= at || f.skip <= 0 {
			i = next
			continue
		}
		count, _ := shape.Member(f.Tag)
		instance := 1
		for i++; -m.Fields[i].skip <= int32(at) && m.Fields[i].skip < 0; instance++ {
			i = int(-m.Fields[i].skip)
		}
		path += label(count.Name, count.Tag) + "[" + strconv.Itoa(instance) + "]."
		shape = count.Group
		if i == at {
			break
		}
	}
	name := ""
	if shape != nil {
		member, _ := shape.Member(tag)
		name = member.Name
	}
	return path + label(name, tag)
}

// prefix is the path of the level the walk is on.
func (w *walk) prefix() string {
	path := ""
	for d := 1; d <= w.depth; d++ {
		f := &w.frames[d]
		tag := w.m.Fields[f.count].Tag
		path += w.nameIn(tag, w.frames[d-1].shape) + "[" + strconv.Itoa(f.seen) + "]."
	}
	return path
}

func (w *walk) slotName(s *Shape, slot uint16) string {
	return label(s.members[slot].Name, s.members[slot].Tag)
}

func (w *walk) nameIn(tag int32, s *Shape) string {
	member, _ := s.Member(tag)
	return label(member.Name, tag)
}

// name labels a tag as the given level or one around it knows it.
func (w *walk) name(tag int32, s *Shape) string {
	if member, ok := s.Member(tag); ok {
		return label(member.Name, tag)
	}
	for d := w.depth; d >= 0; d-- {
		if member, ok := w.frames[d].shape.Member(tag); ok {
			return label(member.Name, tag)
		}
	}
	return label("", tag)
}

// fail makes the error about field i. For a group's count the path leads to the level it
// stands on, not into the group.
func (w *walk) fail(i int, reason Reason, text string) *Error {
	tag, depth := w.m.Fields[i].Tag, w.depth
	defer func() { w.depth = depth }()
	if w.depth > 0 && w.depth < len(w.frames) && w.frames[w.depth].count == i {
		w.depth--
	}
	w.depth = min(w.depth, len(w.frames)-1)
	return &Error{Path: w.prefix() + w.name(tag, w.frames[w.depth].shape), Tag: tag,
		Reason: reason, Text: text}
}

func (w *walk) missing(f *frame, missing uint64) *Error {
	member := f.shape.members[f.shape.needs[bits.TrailingZeros64(missing)]]
	e := &Error{Path: w.prefix() + label(member.Name, member.Tag), Tag: member.Tag,
		Reason: RequiredMissing, Text: "is missing"}
	if member.Conditional && !member.Required {
		e.Reason = ConditionallyRequired
	}
	return e
}

func (w *walk) tooMany(f *frame, i int) *Error {
	return w.fail(f.count, IncorrectNumGroup, "announces "+strconv.Itoa(f.declared)+
		" instances, more follow")
}

// misplaced is a member that came again, or after a member it must precede.
func (w *walk) misplaced(f *frame, slot uint16, i int) *Error {
	tag := w.m.Fields[i].Tag
	for at := f.first; at < i; at = after(&w.m.Fields[at], at) {
		if w.m.Fields[at].Tag == tag {
			return w.fail(i, DuplicateTag, "appears more than once in its instance")
		}
	}
	return w.fail(i, GroupOutOfOrder, "must come before "+w.slotName(f.shape, f.last))
}

// unknown is a tag that no level around it defines; it may be one that belongs to a group which
// has already ended, never began, or was announced to be empty.
func (w *walk) unknown(i int) *Error {
	tag := w.m.Fields[i].Tag
	group, member := holder(w.frames[0].shape, tag)
	if group.Group == nil {
		return w.fail(i, NotDefined, "is not defined for this message")
	}
	if w.saidEmpty(group.Tag, i) {
		return &Error{Path: w.prefix() + label(group.Name, group.Tag), Tag: group.Tag,
			Reason: IncorrectNumGroup,
			Text:   "announces 0 instances, " + label(member.Name, tag) + " follows"}
	}
	return &Error{Path: w.prefix() + label(member.Name, tag), Tag: tag, Reason: NotDefined,
		Text: "stands outside " + label(group.Name, group.Tag) + ", the group it belongs to"}
}

// saidEmpty tells whether the last count of that group before field i is 0.
func (w *walk) saidEmpty(count int32, i int) bool {
	for i--; i >= 0; i-- {
		if w.m.Fields[i].Tag == count {
			n, ok := ParseInt(w.m.Value(i))
			return ok && n == 0
		}
	}
	return false
}

// holder finds a group at any depth that has the tag as a member.
func holder(s *Shape, tag int32) (group, member Member) {
	for _, m := range s.Members() {
		if m.Group == nil {
			continue
		}
		if member, ok := m.Group.Member(tag); ok {
			return m, member
		}
		if group, member := holder(m.Group, tag); group.Group != nil {
			return group, member
		}
	}
	return Member{}, Member{}
}
