package gateway

import "time"

// Step is an entry with what it makes of its inquiry.
type Step struct {
	Entry
	left Inquiry // the zero Inquiry: there is nothing to keep
	due  time.Time
}

// Try applies entries that follow one another, and keeps nothing: what cannot be
// applied fails here, before it is journaled.
func (b *Book) Try(entries []Entry) []Step {
	steps := make([]Step, len(entries))
	for i, entry := range entries {
		before, _ := b.Inquiry(entry.Inquiry)
		if i > 0 && entries[i-1].Inquiry == entry.Inquiry {
			before = steps[i-1].left
		}
		steps[i] = b.try(entry, before)
	}
	return steps
}

func (b *Book) try(entry Entry, before Inquiry) Step {
	s := Step{Entry: entry}
	_, begins := entry.Event.(Begun)
	if entry.Inquiry == "" || before.Phase == Unknown && !begins {
		return s // an answer about no inquiry, or about one that was forgotten
	}
	s.left = Apply(before, entry)
	s.due = s.left.Due()
	return s
}

// Keep takes a step that Try made. It follows those that were taken before.
func (b *Book) Keep(s Step) {
	if s.left.Phase != Unknown {
		b.keep(s.left, s.due)
		b.index(s.left, s.Event)
	}
}
