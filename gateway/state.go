package gateway

import (
	"cmp"
	"slices"
)

// Inquiries returns all that the book holds, in the order in which they began.
func (b *Book) Inquiries() []Inquiry {
	all := make([]Inquiry, 0, len(b.inquiries))
	for _, q := range b.inquiries {
		all = append(all, q)
	}
	slices.SortFunc(all, func(x, y Inquiry) int {
		return cmp.Or(cmp.Compare(len(x.ID), len(y.ID)), cmp.Compare(x.ID, y.ID))
	})
	return all
}

// Restore puts an inquiry into the book as Inquiries returned it. Restored in that
// order, a book answers every command as the one that they were taken from.
func (b *Book) Restore(q Inquiry) {
	b.inquiries[q.ID] = q
	b.byClient[listKey{q.Client, q.ListID}] = q.ID
	b.indexRoutes(q.ID, q.Routes)
	if q.Execution != nil {
		b.byTrade[q.Execution.Trade] = q.ID
	}
	if q.Phase.Live() {
		b.live[q.ID] = true
	}
}
