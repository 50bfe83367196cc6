package fixspec

import (
	"strings"
	"testing"
)

func TestFragments(t *testing.T) {
	for _, c := range []struct {
		name  string
		lines int
		limit Limit
		text  int // of each line
		want  []int
	}{
		{"no lines", 0, StandardLimit(), 0, []int{0}},
		{"one", 1, StandardLimit(), 0, []int{1}},
		{"full", 250, StandardLimit(), 0, []int{250}},
		{"one more", 251, StandardLimit(), 0, []int{250, 1}},
		{"by bytes", 5, Limit{250, 4096}, 1000, []int{2, 2, 1}},
		{"lines longer than the limit", 3, Limit{250, 600}, 1000, []int{1, 1, 1}},
	} {
		list := listOf(c.lines)
		list.LastFragment = false
		for i := range list.Orders {
			list.Orders[i].Text = strings.Repeat("x", c.text)
		}
		fragments := list.Fragments(c.limit)
		if len(fragments) != len(c.want) {
			t.Errorf("%s: %d fragments, want %v", c.name, len(fragments), c.want)
			continue
		}
		next := 1
		for i, f := range fragments {
			if len(f.Orders) != c.want[i] || f.TotNoOrders != c.lines || f.ListID != list.ListID ||
				f.LastFragment != (i == len(fragments)-1) {
				t.Errorf("%s: fragment %d: %d lines of %d, last %v", c.name, i+1, len(f.Orders),
					f.TotNoOrders, f.LastFragment)
			}
			if n := len(f.AppendBody(nil)); n > c.limit.Bytes && len(f.Orders) > 1 {
				t.Errorf("%s: fragment %d has %d bytes", c.name, i+1, n)
			}
			for _, order := range f.Orders {
				if order.ListSeqNo != next {
					t.Errorf("%s: line %d, want %d", c.name, order.ListSeqNo, next)
				}
				next++
			}
		}
	}
}

// The other two fragmented messages number and mark their parts.
func TestFragmentsOfStatusAndQuote(t *testing.T) {
	status := ListStatus{ListID: "L", TotNoOrders: 5, Orders: make([]OrderState, 5)}
	for i, f := range status.Fragments(Limit{2, 64 << 10}) {
		if f.NoRpts != 3 || f.RptSeq != i+1 || f.LastFragment != (i == 2) || f.TotNoOrders != 5 {
			t.Errorf("status %d: %+v", i, f)
		}
	}
	quote := MassQuote{QuoteID: "Q", TotNoQuoteEntries: 5, Entries: make([]QuoteEntry, 5)}
	parts := quote.Fragments(Limit{4, 64 << 10})
	if len(parts) != 2 || len(parts[0].Entries) != 4 || parts[0].LastFragment || !parts[1].LastFragment {
		t.Errorf("quote: %+v", parts)
	}
}

// A list that says nothing of fragments is whole when all its lines are there.
func TestLastFragmentIsOptional(t *testing.T) {
	line := "11=C|67=1|55=[N/A]|48=X|22=1|54=1|38=1|"
	for total, want := range map[string]bool{"1": true, "2": false} {
		_, m, err := NewReader(testTable(), strict()).Read(whole("E", "", "66=L|394=2|68="+total+"|73=1|"+line))
		if err != nil {
			t.Fatal(err)
		}
		if got := m.(*NewOrderList).LastFragment; got != want {
			t.Errorf("1 line of %s: LastFragment %v", total, got)
		}
	}
}
