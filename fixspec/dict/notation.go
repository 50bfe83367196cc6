package dict

import (
	"fmt"
	"strings"
)

// notation reads the words of a structure from left to right.
type notation struct {
	d     *Dictionary
	words []string
}

func (n *notation) peek() string {
	if len(n.words) == 0 {
		return ""
	}
	return n.words[0]
}

func (n *notation) next() string {
	w := n.peek()
	n.words = n.words[1:]
	return w
}

// end checks that everything was read.
func (n *notation) end(name string) {
	if len(n.words) > 0 {
		must(fmt.Errorf("%s: unexpected %q", name, n.peek()))
	}
}

// members reads one level, all of it from the given component.
func (n *notation) members(component string) []Member {
	var list []Member
	for n.peek() != "" && n.peek() != ")" {
		word := n.next()
		if inner, ok := strings.CutPrefix(word, "<"); ok {
			list = append(list, n.component(inner)...)
			continue
		}
		m := n.member(word, component)
		if n.peek() == "(" {
			n.next()
			m.Members = n.members(component)
			if n.peek() != ")" {
				must(fmt.Errorf("the group %v is not closed", m.Field))
			}
			n.next()
		}
		if m.Tier <= n.d.tier {
			list = append(list, m)
		}
	}
	return list
}

func (n *notation) member(word, component string) Member {
	word, tier, err := cutTier(word)
	must(err)
	name, once := strings.CutSuffix(word, "!0")
	name, required := strings.CutSuffix(name, "!")
	f := n.d.byName[name]
	if f == nil {
		must(fmt.Errorf("no field is called %q", name))
	}
	return Member{Field: f, Required: required || once && n.d.tier == Tier0, Relaxed: once,
		Tier: tier, Component: component}
}

// component puts the members of a component in its place. A component that FIX requires, written
// with ! as fields are, demands none of its members, for none is required inside it. Its tier
// becomes theirs.
func (n *notation) component(word string) []Member {
	word, tier, err := cutTier(word)
	must(err)
	name := strings.TrimSuffix(strings.TrimSuffix(word, "!"), ">")
	body, ok := n.d.components[name]
	if !ok {
		must(fmt.Errorf("no component is called %q", name))
	}
	inner := notation{d: n.d, words: words(body)}
	members := inner.members(name)
	inner.end(name)
	if tier > n.d.tier {
		return nil
	}
	for i := range members {
		members[i].Tier = max(members[i].Tier, tier)
	}
	return members
}

// mark reads a list of uses, in the same notation with + for what we demand, into the members.
func (n *notation) mark(where string, members []Member) {
	markRequired(members)
	for n.peek() != "" && n.peek() != ")" {
		name, demanded := strings.CutSuffix(n.next(), "+")
		m := find(members, name)
		if m == nil && n.d.tier < Tier2 {
			m = &Member{} // a use of a higher tier: read over it
		}
		if m == nil {
			must(fmt.Errorf("%s uses %q, which it does not have", where, name))
		}
		m.Use = Used
		if demanded {
			m.Use = Demanded
		}
		if n.peek() == "(" {
			n.next()
			n.mark(where+", "+name, m.Members)
			n.next()
		}
	}
}

// markRequired marks what FIX requires: what it requires is used, if only to be written.
func markRequired(members []Member) {
	for i := range members {
		if members[i].Required {
			members[i].Use = Used
			markRequired(members[i].Members)
		}
	}
}

func find(members []Member, name string) *Member {
	for i := range members {
		if members[i].Field.Name == name {
			return &members[i]
		}
	}
	return nil
}
