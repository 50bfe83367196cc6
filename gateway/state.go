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
	for i, k := range kept {
		all[i] = k.Inquiry()
	}
	return all
}

// Kept returns the same without unpacking what is filed.
func (b *Book) Kept() []Kept {
	all := make([]Kept, 0, len(b.inquiries)+len(b.filed))
	for _, q := range b.inquiries {
		all = append(all, Kept{Whole: q})
	}
	for _, f := range b.filed {
		all = append(all, Kept{Filed: f})
	}
	slices.SortFunc(all, func(x, y Kept) int { return began(x.ID(), y.ID()) })
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

// RestoreKept is Restore for what Kept returned.
func (b *Book) RestoreKept(k Kept) {
	if k.Filed == nil {
		b.Restore(k.Whole)
		return
	}
	b.filed[k.Filed.ID] = k.Filed
	b.label(k.Filed)
}

// File puts away what has ended.
func (b *Book) File() error {
	p, err := newPacker()
	if err != nil {
		return err
	}
	for id, q := range b.inquiries {
		if q.Phase.Live() {
			continue
		}
		f, err := p.file(q)
		if err != nil {
			return err
		}
		b.filed[id] = f
		delete(b.inquiries, id)
	}
	return nil
}

// Fetch makes a filed inquiry whole: so who asks for it again and again has it unpacked once.
func (b *Book) Fetch(id InquiryID) {
	if f, ok := b.filed[id]; ok {
		q := f.inquiry()
		b.keep(q, q.Due())
	}
}

// filedOn returns which of a day's filed inquiries are meant.
func (b *Book) filedOn(day units.Date, meant func(f *Filed) bool) []InquiryID {
	var ids []InquiryID
	for id, f := range b.filed {
		if f.Day == day && meant(f) {
			ids = append(ids, id)
		}
	}
	return ids
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
