package fixspec

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"foliogate/fixspec/wire"
)

// A user-defined tag anywhere in a list, in its groups and in theirs, is refused, or passed over by
// sessions that agreed to that; it never changes what is read.
func TestUserDefinedTagsAreNeverMisread(t *testing.T) {
	strictly := NewReader(testTable(), wire.Policy{})
	tolerant := NewReader(testTable(), wire.Policy{Unknown: wire.TolerateUserDefined})
	raw := func(fields []string) []byte {
		return wire.Finish(append(wire.Begin(nil, "E"), strings.Join(fields, "\x01")+"\x01"...), 0)
	}
	fields := strings.Split(strings.TrimSuffix(badList, "|"), "|")
	read := func(r *Reader, fields []string) (NewOrderList, error) {
		_, m, err := r.Read(raw(fields))
		if err != nil {
			return NewOrderList{}, err
		}
		return *m.(*NewOrderList), nil
	}
	want, err := read(strictly, fields)
	if err != nil {
		t.Fatal(err)
	}
	want.Orders, want.allocs = slices.Clone(want.Orders), slices.Clone(want.allocs)
	passed := 0
	for at := range len(fields) + 1 {
		with := slices.Insert(slices.Clone(fields), at, "20005=x")
		if _, err := read(strictly, with); err == nil {
			t.Errorf("before field %d: taken by a session that did not agree to it", at)
		}
		got, err := read(tolerant, with)
		afterCount := at > 0 && (strings.HasPrefix(fields[at-1], "73=") || strings.HasPrefix(fields[at-1], "78="))
		if afterCount {
			if answer(err) == "taken" { // the first field of a group must follow its count
				t.Errorf("before field %d: taken between a count and its group", at)
			}
			continue
		}
		if err != nil {
			t.Errorf("before field %d: %v", at, err)
			continue
		}
		passed++
		if !reflect.DeepEqual(got.Orders, want.Orders) || got.ListID != want.ListID ||
			got.TotNoOrders != want.TotNoOrders {
			t.Errorf("before field %d: read as %+v", at, got)
		}
	}
	if passed < 30 {
		t.Errorf("only %d places", passed)
	}
}

// Engines that sort the body put what follows the group number behind the group.
func TestBodyFieldsAfterTheGroupAreTheMessages(t *testing.T) {
	sorted := strings.NewReplacer("394=2|", "", "893=Y|", "").Replace(badList) + "394=2|433=1|893=Y|"
	raw := append(wire.Begin(nil, "E"), strings.ReplaceAll(sorted, "|", "\x01")...)
	_, m, err := NewReader(testTable(), strict()).Read(wire.Finish(raw, 0))
	if err != nil {
		t.Fatal(err)
	}
	list := m.(*NewOrderList)
	if list.BidType != 2 || list.ListExecInstType != ExecImmediate || !list.LastFragment ||
		len(list.Orders) != 2 || list.Orders[1].Text != "two" {
		t.Errorf("%+v", list)
	}
}
