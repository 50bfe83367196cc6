package fixspec

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"foliogate/fixspec/wire"
)

// twoOrders is a list whose first line has a group of its own.
const twoOrders = "49=EMS|56=GW|34=2|52=20260105-10:00:00|66=L-1|394=2|69=AON|68=2|893=Y|73=2|" +
	"11=C-1|67=1|78=2|79=A|80=1|79=B|80=2|18=G|48=99ZAA0002|22=1|54=1|38=5|40=2|423=3|44=99.5|58=one|" +
	"11=C-2|67=2|18=G|48=99ZAA0002|22=1|54=2|38=5|40=1|423=3|58=two|"

// A user-defined tag anywhere in a list, in its groups and in theirs, is refused, or passed over by
// sessions that agreed to that; it never changes what is read.
func TestUserDefinedTagsAreNeverMisread(t *testing.T) {
	strictly := NewReader(testTable(), wire.Policy{})
	tolerant := NewReader(testTable(), wire.Policy{Unknown: wire.TolerateUserDefined})
	raw := func(fields []string) []byte {
		return wire.Finish(append(wire.Begin(nil, "E"), strings.Join(fields, "\x01")+"\x01"...), 0)
	}
	fields := strings.Split(strings.TrimSuffix(twoOrders, "|"), "|")
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
	sorted := strings.NewReplacer("394=2|", "", "893=Y|", "").Replace(twoOrders) + "394=2|433=1|893=Y|"
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
