package gateway

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"foliogate/gateway/units"
)

// Inquiries returns all that the book holds, in the order in which they began.
func (b *Book) Inquiries() []Inquiry {
	kept := b.Kept()
	all := make([]Inquiry, len(kept))
	for i := range kept {
		all[i] = kept[i].Inquiry()
	}
	return all
}

// First is the id of the inquiry that began first; "" if there is none.
func (b *Book) First() InquiryID {
	first := InquiryID("")
	for id := range b.ids {
		if first == "" || began(id, first) < 0 {
			first = id
		}
	}
	return first
}

// began orders ids by the entries that they are named after.
func began(x, y InquiryID) int { return cmp.Or(cmp.Compare(len(x), len(y)), cmp.Compare(x, y)) }

// ids yields all ids, in no order, with the day of each.
func (b *Book) ids(yield func(InquiryID, units.Date) bool) {
	for id, q := range b.inquiries {
		if !yield(id, q.Day()) {
			return
		}
	}
	for id, f := range b.filed {
		if !yield(id, f.Day) {
			return
		}
	}
}

// Restore puts an inquiry into the book as Inquiries returned it. Restored in that
// order, a book answers every command as the one that they were taken from.
func (b *Book) Restore(q Inquiry) {
	b.keep(q, q.Due())
	b.label(q.labelled())
}

// Day is the trading day that an inquiry belongs to: the day on which it was opened,
// or was to be complete.
func (q Inquiry) Day() units.Date {
	if q.TradeDate != 0 {
		return q.TradeDate
	}
	return units.DateFromTime(q.CompleteBy)
}

// LastDays returns the earliest of the last n days on which there was an inquiry;
// zero if there were no more than n.
func (b *Book) LastDays(n int) units.Date {
	seen := make(map[units.Date]bool)
	for _, day := range b.ids {
		seen[day] = true
	}
	days := slices.Sorted(maps.Keys(seen))
	if len(days) <= n {
		return 0
	}
	return days[len(days)-n]
}

// Forget drops the inquiries that have ended and belong to a day before the given
// one. Their ids are free again; nobody can ask for them, affirm or dispute them.
func (b *Book) Forget(before units.Date) {
	for id, q := range b.inquiries {
		if !q.Phase.Live() && q.Day() < before {
			delete(b.inquiries, id)
			b.lose(q.labelled())
		}
	}
	for id, f := range b.filed {
		if f.Day < before {
			delete(b.filed, id)
			b.lose(f)
		}
	}
}

// label lets an inquiry be found.
func (b *Book) label(f *Filed) {
	b.byClient[listKey{f.Client, f.ListID}] = f.ID
	for _, r := range f.Routes {
		b.byDealer[listKey{r.Dealer, r.ListID}] = f.ID
		for _, quote := range r.Quotes {
			b.byQuote[listKey{f.Client, quote}] = f.ID
		}
	}
	if f.Trade != "" {
		b.byTrade[f.Trade] = f.ID
	}
}

// lose drops what an inquiry was found by.
func (b *Book) lose(f *Filed) {
	forget(b.byClient, listKey{f.Client, f.ListID}, f.ID)
	for _, r := range f.Routes {
		forget(b.byDealer, listKey{r.Dealer, r.ListID}, f.ID)
		for _, quote := range r.Quotes {
			forget(b.byQuote, listKey{f.Client, quote}, f.ID)
		}
	}
	if f.Trade != "" {
		forget(b.byTrade, f.Trade, f.ID)
	}
}

// forget drops a key unless it has come to mean another inquiry since.
func forget[K comparable](index map[K]InquiryID, key K, id InquiryID) {
	if index[key] == id {
		delete(index, key)
	}
}

// Seq returns the number of the entry that began the inquiry, which InquiryIDAt
// named it after; zero for another id.
func (id InquiryID) Seq() uint64 {
	seq, err := strconv.ParseUint(strings.TrimPrefix(string(id), "I"), 10, 64)
	if err != nil || InquiryIDAt(seq) != id {
		return 0
	}
	return seq
}
