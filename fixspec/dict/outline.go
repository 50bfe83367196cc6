package dict

import "foliogate/fixspec/wire"

// Place is where a field of a message stands, as a reader would see it.
type Place struct {
	Depth    int    // groups around it
	Instance int    // of the innermost of them, from 1; 0 outside groups
	Begins   bool   // it is the first of its instance
	Opens    bool   // it counts a group, and instances follow
	Field    *Field // nil when the table does not have the tag
}

// Outline finds the place of every field of a parsed message. Unlike Validate it takes messages
// as they come: what is misplaced, doubled or unknown stands where it was sent, and counts that
// lie are believed only where nothing speaks against them. It is for people; what is read for
// trading is validated and arranged. An Outline is kept and used again, by one goroutine.
type Outline struct {
	d      *Dictionary
	whole  map[string][]Member
	other  []Member // of types that the table does not have
	levels []level
}

// level is a group that is open, or at the bottom the message.
type level struct {
	members  []Member
	at       int // the last member that came, -1 before the first
	instance int
	declared int64
}

// NewOutline makes one for a table.
func NewOutline(d *Dictionary) *Outline {
	header, trailer := d.Header(), d.Trailer()
	o := &Outline{d: d, whole: map[string][]Member{}}
	with := func(body []Member) []Member {
		all := append([]Member(nil), header...)
		return append(append(all, body...), trailer...)
	}
	for _, m := range d.messages {
		o.whole[m.Type] = with(m.Body)
	}
	o.other = with(nil)
	return o
}

// Walk calls see with each field in turn. msgType says what the message is.
func (o *Outline) Walk(msgType string, m *wire.Message, see func(i int, p Place)) {
	members, ok := o.whole[msgType]
	if !ok {
		members = o.other
	}
	o.levels = append(o.levels[:0], level{members: members, at: -1})
	for i := range m.Fields {
		see(i, o.place(m, i))
	}
}

func (o *Outline) place(m *wire.Message, i int) Place {
	tag := m.Fields[i].Tag
	for {
		depth := len(o.levels) - 1
		l := &o.levels[depth]
		at := l.find(tag)
		if depth > 0 && l.ended(at) && o.outside(tag) {
			o.levels = o.levels[:depth]
			continue
		}
		p := Place{Depth: depth, Field: o.d.byTag[tag]}
		if depth > 0 && at == 0 {
			l.instance++
			p.Begins = true
		}
		p.Instance = l.instance
		if at >= 0 {
			l.at = at
			p.Opens = o.open(l.members[at], m.Value(i))
		}
		return p
	}
}

// ended tells whether a tag that an outer level has too ends the group: it is no member, comes
// again or too late, or would begin one instance more than was announced.
func (l *level) ended(at int) bool {
	return at < 0 || at == 0 && int64(l.instance) >= l.declared || at > 0 && at <= l.at
}

// find looks for the next member of that tag, and then for an earlier one.
func (l *level) find(tag int32) int {
	for i := l.at + 1; i < len(l.members); i++ {
		if l.members[i].Field.Tag == tag {
			return i
		}
	}
	for i := 0; i <= l.at; i++ {
		if l.members[i].Field.Tag == tag {
			return i
		}
	}
	return -1
}

// outside tells whether a level around the innermost has the tag.
func (o *Outline) outside(tag int32) bool {
	for _, l := range o.levels[:len(o.levels)-1] {
		if l.find(tag) >= 0 {
			return true
		}
	}
	return false
}

// open begins the group that a member counts, if instances were announced.
func (o *Outline) open(m Member, value []byte) bool {
	n, ok := wire.ParseInt(value)
	if len(m.Members) == 0 || !ok || n <= 0 {
		return false
	}
	o.levels = append(o.levels, level{members: m.Members, at: -1, declared: n})
	return true
}
