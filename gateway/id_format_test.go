package gateway

import (
	"strings"
	"testing"
)

// Ids of every format that may be agreed are short enough, of its symbols, and of no
// other line or list.
func TestIDFormats(t *testing.T) {
	tests := []struct {
		format IDFormat
		like   string // of line 17, with x for what is opaque
	}{
		{IDFormat{}, "20250616-xxxxxxxxxxxx-0017"},
		{IDFormat{MaxLength: 48}, "20250616-xxxxxxxxxxxx-0017"},
		{IDFormat{MaxLength: 27}, "20250616-xxxxxxxxxxxx-0017"},
		{IDFormat{MaxLength: 26}, "xxxxxxxxxxxx-0017"},
		{IDFormat{MaxLength: 15}, "xxxxxxxxx-0017"},
		{IDFormat{Symbols: Alphanumerics}, "20250616xxxxxxxxxxxx00017"},
		{IDFormat{16, Alphanumerics}, "xxxxxxxxxxx00017"},
		{IDFormat{Symbols: Digits}, "20250616xxxxxxxxxxxxxxxxxx00017"},
		{IDFormat{20, Digits}, "xxxxxxxxxxxxxxx00017"},
	}
	for _, test := range tests {
		if err := test.format.Check(); err != nil {
			t.Errorf("%+v: %v", test.format, err)
		}
		env, seen := newWorld(t).env(), map[string]bool{}
		for seq := range uint64(3000) {
			env.Seq = seq + 1
			route := Route{ListID: env.listID(alder, test.format), IDs: test.format}
			for _, number := range []int{1, 17, 9999, 10000, 99999} {
				id := route.LineID(number)
				if number == 17 && !alike(id, test.like) {
					t.Fatalf("%+v: %s is not like %s", test.format, id, test.like)
				}
				if longest := test.format.MaxLength; longest != 0 && len(id) > longest {
					t.Fatalf("%+v: %s is longer", test.format, id)
				}
				if seen[id] {
					t.Fatalf("%+v: %s came twice", test.format, id)
				}
				seen[id] = true
			}
		}
	}
	for _, short := range []IDFormat{{MaxLength: 1}, {MaxLength: 14}, {13, Alphanumerics}, {18, Digits}} {
		if short.Check() == nil {
			t.Errorf("ids of %d are long enough", short.MaxLength)
		}
	}
}

func alike(id, pattern string) bool {
	if len(id) != len(pattern) {
		return false
	}
	for i := range id {
		opaque := pattern[i] == 'x' && strings.IndexByte("0123456789ABCDEFGHJKMNPQRSTVWXYZ", id[i]) >= 0
		if !opaque && id[i] != pattern[i] {
			return false
		}
	}
	return true
}
