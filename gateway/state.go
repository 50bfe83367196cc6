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
	b.keep(q, q.Due())
	b.byClient[listKey{q.Client, q.ListID}] = q.ID
	b.indexRoutes(q.ID, q.Routes)
	for _, r := range q.Routes {
		for _, quote := range r.Quotes {
			b.byQuote[listKey{q.Client, quote.ID}] = q.ID
		}
	}
	if q.Execution != nil {
		b.byTrade[q.Execution.Trade] = q.ID
	}
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
	for _, q := range b.inquiries {
		seen[q.Day()] = true
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
		if q.Phase.Live() || q.Day() >= before {
			continue
		}
		delete(b.inquiries, id)
		forget(b.byClient, listKey{q.Client, q.ListID}, id)
		for _, r := range q.Routes {
			forget(b.byDealer, listKey{r.Dealer, r.ListID}, id)
			for _, quote := range r.Quotes {
				forget(b.byQuote, listKey{q.Client, quote.ID}, id)
			}
		}
		if q.Execution != nil {
			forget(b.byTrade, q.Execution.Trade, id)
		}
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
