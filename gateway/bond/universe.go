package bond

import (
	"fmt"
	"iter"

	"foliogate/gateway/units"
)

// A Universe is a snapshot of the securities that can trade. It does not change once it is built.
type Universe struct {
	// Version names the snapshot: what its file says, or else its Hash.
	Version string
	// Hash is of the content of the file, or empty for a universe that came from none.
	Hash string
	// Warnings are what looks wrong about it and does not stop a trade, such as check digits.
	Warnings []string

	bonds     []Bond
	byID      map[string]*Bond
	byISIN    map[string]*Bond
	bySymbol  map[string]*Bond
	calendars *Calendars
}

// NewUniverse makes a universe of bonds, in their order, and refuses what LoadUniverse would.
func NewUniverse(version string, bonds []Bond) (*Universe, error) {
	u := &Universe{Version: version, bonds: bonds,
		byID:     make(map[string]*Bond, len(bonds)),
		byISIN:   make(map[string]*Bond, len(bonds)),
		bySymbol: map[string]*Bond{},
	}
	for i := range u.bonds {
		b := &u.bonds[i]
		if p := b.check(); p != nil {
			return nil, fmt.Errorf("bond %q: %w", b.ID, p)
		}
		if p := u.add(b); p != nil {
			return nil, fmt.Errorf("bond %q: %w", b.ID, p)
		}
	}
	for i := range u.bonds {
		if p := u.checkBenchmark(&u.bonds[i]); p != nil {
			return nil, fmt.Errorf("bond %q: %w", u.bonds[i].ID, p)
		}
	}
	return u, nil
}

// add indexes b by its identifiers and refuses one that another bond has.
func (u *Universe) add(b *Bond) *problem {
	for _, in := range []struct {
		column, id string
		index      map[string]*Bond
	}{{"id", b.ID, u.byID}, {"isin", b.ISIN, u.byISIN}, {"symbol", b.Symbol, u.bySymbol}} {
		if in.id == "" {
			continue
		}
		if in.index[in.id] != nil {
			return &problem{in.column, in.id, "is another row's too", "remove one of them"}
		}
		in.index[in.id] = b
	}
	u.warn(b)
	return nil
}

func (u *Universe) warn(b *Bond) {
	for _, id := range []string{b.ID, b.ISIN} {
		if (IsCUSIP(id) || IsISIN(id)) && !CheckDigit(id) {
			u.Warnings = append(u.Warnings, fmt.Sprintf("%s %q: the check digit is wrong", b.Issuer, id))
		}
	}
	if IsCUSIP(b.ID) && IsISIN(b.ISIN) && (b.ISIN[:2] == "US" || b.ISIN[:2] == "CA") && b.ISIN[2:11] != b.ID {
		u.Warnings = append(u.Warnings, fmt.Sprintf("%s %q: its ISIN %s names another CUSIP", b.Issuer, b.ID, b.ISIN))
	}
}

func (u *Universe) checkBenchmark(b *Bond) *problem {
	if b.BenchmarkID == "" || u.byID[b.BenchmarkID] != nil {
		return nil
	}
	return &problem{"benchmark_id", b.BenchmarkID, "is not in the universe",
		"add a row for the benchmark, or leave the cell blank"}
}

// Observe tells every bond which calendars its market keeps. It belongs to building the universe,
// before anybody else reads it.
func (u *Universe) Observe(c *Calendars) {
	u.calendars = c
	for i := range u.bonds {
		u.bonds[i].Observe(c)
	}
}

// Calendars is what the universe observes, or nil.
func (u *Universe) Calendars() *Calendars { return u.calendars }

// SettlementDate is when a trade in b on that date settles; see Calendars.SettlementDate.
func (u *Universe) SettlementDate(b *Bond, trade units.Date) (units.Date, error) {
	if u.calendars == nil {
		return 0, errNoCalendars
	}
	return u.calendars.SettlementDate(b, trade)
}

// Find is the security that a counterparty names. What it names does not have to have a right check
// digit.
func (u *Universe) Find(source IDSource, id string) (*Bond, bool) {
	var b *Bond
	switch source {
	case CUSIP:
		if len(id) == len("037833100") {
			b = u.byID[id]
		}
	case ISIN:
		b = u.byISIN[id]
	case ExchangeSymbol:
		b = u.bySymbol[id]
	}
	return b, b != nil
}

// Get is the security of that ID.
func (u *Universe) Get(id string) (*Bond, bool) {
	b := u.byID[id]
	return b, b != nil
}

// Len is how many securities there are.
func (u *Universe) Len() int { return len(u.bonds) }

// All goes through the securities in the order of the file.
func (u *Universe) All() iter.Seq[*Bond] {
	return func(yield func(*Bond) bool) {
		for i := range u.bonds {
			if !yield(&u.bonds[i]) {
				return
			}
		}
	}
}
