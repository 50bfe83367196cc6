package dict

import (
	"fmt"
	"strings"
)

// Message is one MsgType(35): its structure, and who sends it to whom for what.
type Message struct {
	Type  string
	Name  string
	Admin bool // a session message, which the FIX engine answers itself
	Flows []Flow
	Body  []Member // without header and trailer
}

// Flow is one use of a message: a row of the rules of engagement.
type Flow struct {
	From, To Party
	Row      string // its number there, such as B1; empty where there is none
	Text     string
}

// Party is who speaks on the wire.
type Party uint8

// A client is a buy-side system, a dealer a sell-side one; Either is any two ends of a session.
const (
	Client Party = iota + 1
	Gateway
	Dealer
	Either
)

// String names the party.
func (p Party) String() string {
	return [...]string{"", "client", "gateway", "dealer", "either"}[p]
}

// Member is one place in a message or group.
type Member struct {
	Field     *Field
	Required  bool // by FIX
	Relaxed   bool // what FIX 4.4 requires and later versions do not: required in tier 0 only
	Use       Use
	Note      string // what we mean by it in this message; empty where the field says all
	Tier      int
	Component string   // the component of FIX that it comes from; empty when it stands alone
	Members   []Member // of a group, in their order; the first is the delimiter
}

// Use is what we do with a member.
type Use uint8

const (
	Ignored  Use = iota // accepted, not read, not written
	Used                // read or written where the situation asks for it
	Demanded            // as Used, and required by us although FIX does not
)

// String names the use.
func (u Use) String() string { return [...]string{"ignored", "used", "demanded"}[u] }

// definition is a message as the table has it.
type definition struct {
	msgType, name string
	admin         bool
	flows         []Flow
	body          string
	uses          string
	notes         string // lines of a field and what we mean by it here
}

// Header returns the members of the standard header.
func (d *Dictionary) Header() []Member { return d.parse("the header", headerBody, headerUses) }

// Trailer returns the members of the standard trailer.
func (d *Dictionary) Trailer() []Member { return d.parse("the trailer", trailerBody, "CheckSum") }

func (d *Dictionary) readMessages() {
	d.byType = map[string]*entry{}
	for _, table := range [][]definition{listMessages(), executionMessages(),
		confirmationMessages(), quoteMessages(), sessionMessages()} {
		for _, def := range table {
			if d.byType[def.msgType] != nil {
				must(fmt.Errorf("message %s is there twice", def.msgType))
			}
			m := &Message{Type: def.msgType, Name: def.name, Admin: def.admin, Flows: def.flows,
				Body: d.parse(def.name, def.body, def.uses)}
			d.note(m, def.notes)
			d.messages = append(d.messages, m)
			d.byType[m.Type] = &entry{message: m}
		}
	}
}

// parse reads a structure and marks in it what we use.
func (d *Dictionary) parse(name, body, uses string) []Member {
	n := notation{d: d, words: words(body)}
	members := n.members("")
	n.end(name)
	u := notation{d: d, words: words(uses)}
	u.mark(name, members)
	u.end(name)
	return members
}

// note gives members of a message a meaning of their own. A name is looked for on every level.
func (d *Dictionary) note(m *Message, notes string) {
	for line := range strings.Lines(notes) {
		name, text, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if !ok {
			continue
		}
		member := findDeep(m.Body, name)
		if member == nil {
			must(fmt.Errorf("%s has a note on %q, which it does not have", m.Name, name))
		}
		member.Note = text
	}
}

// findDeep finds the first member of that name that is used, groups included.
func findDeep(members []Member, name string) *Member {
	for i := range members {
		if m := &members[i]; m.Field.Name == name && m.Use != Ignored {
			return m
		} else if m := findDeep(m.Members, name); m != nil {
			return m
		}
	}
	return nil
}

// Text is what we mean by the member.
func (m Member) Text() string {
	if m.Note != "" {
		return m.Note
	}
	return m.Field.Text
}

// words splits the notation: names with their marks, and parentheses.
func words(text string) []string {
	var list []string
	start := 0
	for i := 0; i <= len(text); i++ {
		if i < len(text) && !strings.ContainsRune(" \t\n()", rune(text[i])) {
			continue
		}
		if i > start {
			list = append(list, text[start:i])
		}
		if i < len(text) && (text[i] == '(' || text[i] == ')') {
			list = append(list, text[i:i+1])
		}
		start = i + 1
	}
	return list
}
