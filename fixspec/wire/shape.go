package wire

import (
	"fmt"
	"sort"
)

// Member is one field that a shape may hold, in the order of the message table.
type Member struct {
	Tag         int32
	Name        string
	Required    bool   // FIX requires it: its absence is RequiredMissing
	Conditional bool   // we require it: its absence is ConditionallyRequired
	Group       *Shape // not nil for the count field of a group
	Header      bool   // a field of the standard header: belongs before the body
	Trailer     bool   // a field of the standard trailer: belongs after the body
}

// Shape is what may stand on one level: a message with its header and trailer, or one instance of
// a repeating group, whose first member is then the delimiter. A Shape never changes once made
// and may be used by any number of messages at once.
type Shape struct {
	members []Member // members[0] is nobody, so that slot 0 means "not a member"
	slots   []uint16 // by tag, for tags below len(slots)
	high    []int32  // the other tags, ascending
	highAt  []uint16
	places  []place  // by slot
	needs   []uint16 // slots of the members that are required
	need    uint64   // all bits of places
	body    uint16   // first slot after the header
	trailer uint16   // first slot of the trailer
}

// place is what the walk over a message needs of a member.
type place struct {
	need  uint64 // its bit among the required members, or 0
	group *Shape
}

// maxDense is where tags stop being looked up by index: all of FIX 4.4 lies below.
const maxDense = 1024

// NewShape makes a shape of these members. It refuses a tag named twice, a group that begins with
// another group's count, more than 64 required members and more than 447 members. Header members
// come first and trailer members last.
func NewShape(members ...Member) (*Shape, error) {
	if len(members) > maxMembers {
		return nil, fmt.Errorf("wire: a shape of %d members, at most %d are possible",
			len(members), maxMembers)
	}
	s := &Shape{members: append(make([]Member, 1, len(members)+1), members...)}
	s.places = make([]place, len(s.members))
	s.slots = make([]uint16, dense(members))
	for i := 1; i < len(s.members); i++ {
		if err := s.place(uint16(i)); err != nil {
			return nil, err
		}
	}
	s.trailer = uint16(len(s.members))
	for i := len(s.members) - 1; i > 0; i-- {
		if s.members[i].Trailer {
			s.trailer = uint16(i)
		}
		if s.members[i].Header && s.body == 0 {
			s.body = uint16(i + 1)
		}
	}
	return s, nil
}

// section tells header, body and trailer apart, in this order.
func (s *Shape) section(slot uint16) int {
	switch {
	case slot < s.body:
		return 0
	case slot < s.trailer:
		return 1
	}
	return 2
}

func (s *Shape) place(slot uint16) error {
	m := &s.members[slot]
	if m.Tag <= 0 || s.slot(m.Tag) != 0 {
		return fmt.Errorf("wire: %s is no tag, or there twice", label(m.Name, m.Tag))
	}
	if m.Group != nil && (len(m.Group.members) < 2 || m.Group.members[1].Group != nil) {
		return fmt.Errorf("wire: %s has no plain first field", label(m.Name, m.Tag))
	}
	if m.Tag < maxDense {
		s.slots[m.Tag] = slot
	} else {
		at := sort.Search(len(s.high), func(i int) bool { return s.high[i] > m.Tag })
		s.high = append(s.high[:at], append([]int32{m.Tag}, s.high[at:]...)...)
		s.highAt = append(s.highAt[:at], append([]uint16{slot}, s.highAt[at:]...)...)
	}
	s.places[slot].group = m.Group
	if !m.Required && !m.Conditional {
		return nil
	}
	if len(s.needs) == 64 {
		return fmt.Errorf("wire: more than 64 required members")
	}
	s.places[slot].need = 1 << len(s.needs)
	s.need |= s.places[slot].need
	s.needs = append(s.needs, slot)
	return nil
}

// dense returns how many tags are looked up by index.
func dense(members []Member) int {
	n := 0
	for _, m := range members {
		if m.Tag < maxDense && int(m.Tag) >= n {
			n = int(m.Tag) + 1
		}
	}
	return n
}

// Members returns the members in order. The caller must not change them.
func (s *Shape) Members() []Member { return s.members[1:] }

// Member returns what the shape knows of a tag.
func (s *Shape) Member(tag int32) (Member, bool) {
	slot := s.slot(tag)
	return s.members[slot], slot != 0
}

// slot returns the place of a tag among the members, 0 if it is none of them.
func (s *Shape) slot(tag int32) uint16 {
	if int(tag) < len(s.slots) {
		return s.slots[tag]
	}
	if len(s.high) == 0 || tag < maxDense {
		return 0
	}
	return s.highSlot(tag)
}

func (s *Shape) highSlot(tag int32) uint16 {
	at := sort.Search(len(s.high), func(i int) bool { return s.high[i] >= tag })
	if at < len(s.high) && s.high[at] == tag {
		return s.highAt[at]
	}
	return 0
}
