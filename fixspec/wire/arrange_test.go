package wire

import (
	"errors"
	"strings"
	"testing"
)

func shape(t testing.TB, members ...Member) *Shape {
	t.Helper()
	s, err := NewShape(members...)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// listShape is a small list: lines with parties and allocations, allocations with parties.
func listShape(t testing.TB) *Shape {
	allocParties := shape(t, Member{Tag: 524, Name: "NestedPartyID"}, Member{Tag: 538,
		Name: "NestedPartyRole"})
	allocs := shape(t, Member{Tag: 79, Name: "AllocAccount"},
		Member{Tag: 539, Name: "NoNestedPartyIDs", Group: allocParties}, Member{Tag: 80,
			Name: "AllocQty"})
	parties := shape(t, Member{Tag: 448, Name: "PartyID"}, Member{Tag: 452, Name: "PartyRole"})
	lines := shape(t, Member{Tag: 11, Name: "ClOrdID", Required: true}, Member{Tag: 67,
		Name: "ListSeqNo", Required: true},
		Member{Tag: 453, Name: "NoPartyIDs", Group: parties}, Member{Tag: 513, Name: "RegistID"},
		Member{Tag: 78, Name: "NoAllocs", Group: allocs}, Member{Tag: 55, Name: "Symbol"},
		Member{Tag: 54, Name: "Side", Conditional: true}, Member{Tag: 38, Name: "OrderQty"},
		Member{Tag: 20007, Name: "Ours"})
	return shape(t, Member{Tag: 8, Header: true}, Member{Tag: 9, Header: true}, Member{Tag: 35,
		Header: true},
		Member{Tag: 49, Name: "SenderCompID", Header: true}, Member{Tag: 52, Name: "SendingTime",
			Header: true},
		Member{Tag: 66, Name: "ListID", Required: true}, Member{Tag: 513, Name: "RegistID"},
		Member{Tag: 394, Name: "BidType"},
		Member{Tag: 73, Name: "NoOrders", Group: lines}, Member{Tag: 893, Name: "LastFragment"},
		Member{Tag: 58, Name: "Text"}, Member{Tag: 10, Trailer: true})
}

func TestArrangeNamesWhatIsWrong(t *testing.T) {
	cases := []struct {
		name, text string
		policy     Policy
		reason     Reason
		want       string
	}{
		{"required", "58=x|", Policy{}, RequiredMissing, "ListID(66) is missing"},
		{"required in a line", "66=L|73=2|11=a|67=1|54=1|11=b|54=1|", Policy{}, RequiredMissing,
			"NoOrders(73)[2].ListSeqNo(67) is missing"},
		{"conditional in a line", "66=L|73=2|11=a|67=1|11=b|67=2|54=1|", Policy{},
			ConditionallyRequired,
			"NoOrders(73)[1].Side(54) is missing"},
		{"empty", "66=L|73=1|11=a|67=|", Policy{}, EmptyValue,
			"NoOrders(73)[1].ListSeqNo(67) has no value"},
		{"unknown", "66=L|7777=1|", Policy{}, NotDefined,
			"Tag(7777) is not defined for this message"},
		{"unknown in a line", "66=L|73=1|11=a|7777=1|67=1|54=1|", Policy{}, NotDefined,
			"NoOrders(73)[1].Tag(7777) is not defined for this message"},
		{"unknown standard tag", "66=L|111=1|", Policy{Unknown: TolerateUserDefined}, NotDefined,
			"Tag(111) is not defined"},
		{"stray member", "66=L|38=5|", Policy{}, NotDefined,
			"OrderQty(38) stands outside NoOrders(73), the group it belongs to"},
		{"stray member of another group", "66=L|73=1|11=a|80=5|67=1|", Policy{}, NotDefined,
			"NoOrders(73)[1].AllocQty(80) stands outside NoAllocs(78), the group it belongs to"},
		{"duplicate", "66=L|58=a|66=L|", Policy{}, DuplicateTag,
			"ListID(66) appears more than once"},
		{"duplicate in a line", "66=L|73=1|11=a|67=1|54=1|67=1|", Policy{}, DuplicateTag,
			"NoOrders(73)[1].ListSeqNo(67) appears more than once in its instance"},
		{"duplicate in a line of any order", "66=L|73=1|11=a|67=1|54=1|67=1|",
			Policy{AnyGroupOrder: true},
			DuplicateTag, "NoOrders(73)[1].ListSeqNo(67) appears more than once in its instance"},
		{"order in a line", "66=L|73=1|11=a|67=1|38=5|54=1|", Policy{}, GroupOutOfOrder,
			"NoOrders(73)[1].Side(54) must come before OrderQty(38)"},
		{"line like the last, both incomplete", "66=L|73=2|11=a|67=1|11=b|67=2|", Policy{},
			ConditionallyRequired, "NoOrders(73)[1].Side(54) is missing"},
		{"line like the last, then one that is not",
			"66=L|73=3|11=a|67=1|54=1|11=b|67=2|54=1|11=c|54=1|", Policy{}, RequiredMissing,
			"NoOrders(73)[3].ListSeqNo(67) is missing"},
		{"line like the last, but empty", "66=L|73=2|11=a|67=1|54=1|11=b|67=|54=1|", Policy{},
			EmptyValue, "NoOrders(73)[2].ListSeqNo(67) has no value"},
		{"line like the last, and more", "66=L|73=2|11=a|67=1|54=1|11=b|67=2|54=1|67=2|", Policy{},
			DuplicateTag, "NoOrders(73)[2].ListSeqNo(67) appears more than once in its instance"},
		{"line like the last, and more of any order",
			"66=L|73=2|11=a|67=1|54=1|11=b|67=2|54=1|67=2|", Policy{AnyGroupOrder: true},
			DuplicateTag, "NoOrders(73)[2].ListSeqNo(67) appears more than once in its instance"},
		{"one line like the last too few", "66=L|73=3|11=a|67=1|54=1|11=b|67=2|54=1|", Policy{},
			IncorrectNumGroup, "NoOrders(73) announces 3 instances, 2 follow"},
		{"header in the body", "66=L|49=A|", Policy{}, OutOfOrder,
			"SenderCompID(49) must come before ListID(66)"},
		{"count too high", "66=L|73=3|11=a|67=1|54=1|11=b|67=2|54=1|893=Y|", Policy{},
			IncorrectNumGroup,
			"NoOrders(73) announces 3 instances, 2 follow"},
		{"count too low", "66=L|73=1|11=a|67=1|54=1|11=b|67=2|54=1|", Policy{}, IncorrectNumGroup,
			"NoOrders(73) announces 1 instances, more follow"},
		{"count zero, lines follow", "66=L|73=0|11=a|", Policy{}, IncorrectNumGroup,
			"NoOrders(73) announces 0 instances, ClOrdID(11) follows"},
		{"count negative", "66=L|73=-1|11=a|", Policy{}, IncorrectNumGroup,
			"NoOrders(73) announces -1 instances"},
		{"count absurd", "66=L|73=1000000000|11=a|", Policy{}, IncorrectNumGroup,
			"NoOrders(73) announces 1000000000"},
		{"count beyond 64 bits", "66=L|73=99999999999999999999|11=a|", Policy{}, BadFormat,
			"NoOrders(73) is not a number"},
		{"count not a number", "66=L|73=two|11=a|", Policy{}, BadFormat,
			"NoOrders(73) is not a number of instances"},
		{"no delimiter", "66=L|73=1|67=1|11=a|", Policy{}, GroupOutOfOrder,
			"NoOrders(73) must be followed by ClOrdID(11), not by ListSeqNo(67)"},
		{"no instance", "66=L|73=1|58=x|", Policy{}, IncorrectNumGroup,
			"NoOrders(73) must be followed by ClOrdID(11), not by Text(58)"},
		{"nested count", "66=L|73=1|11=a|67=1|78=2|79=x|80=5|54=1|", Policy{}, IncorrectNumGroup,
			"NoOrders(73)[1].NoAllocs(78) announces 2 instances, 1 follow"},
		{"deep", "66=L|73=2|11=a|67=1|54=1|11=b|67=2|78=2|79=x|79=y|539=1|524=p|538=|", Policy{},
			EmptyValue,
			"NoOrders(73)[2].NoAllocs(78)[2].NoNestedPartyIDs(539)[1].NestedPartyRole(538) has no value"},
	}
	list := listShape(t)
	var m Message
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if err := m.Parse(fix("E|" + c.text)); err != nil {
				t.Fatal(err)
			}
			var e *Error
			if err := m.Arrange(list, c.policy); !errors.As(err, &e) {
				t.Fatalf("got %v, want an *Error", err)
			}
			if e.Reason != c.reason || !strings.HasPrefix(e.Error(), c.want) {
				t.Errorf("got %d %q, want %d %q", e.Reason, e, c.reason, c.want)
			}
		})
	}
}

func TestShapeRefusals(t *testing.T) {
	group := shape(t, Member{Tag: 11})
	many := make([]Member, maxMembers+1)
	need := make([]Member, 65)
	for i := range many {
		many[i].Tag = int32(i + 1)
	}
	for i := range need {
		need[i] = Member{Tag: int32(i + 1), Required: true}
	}
	for name, members := range map[string][]Member{
		"twice": {{Tag: 11}, {Tag: 11}}, "no tag": {{}}, "too many": many,
		"too many required": need,
		"empty group":       {{Tag: 73, Group: shape(t)}},
		"group before name": {{Tag: 73, Group: shape(t, Member{Tag: 78, Group: group})}},
	} {
		if _, err := NewShape(members...); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}

func TestDeepNestingIsRefused(t *testing.T) {
	s := shape(t, Member{Tag: 1})
	for depth := int32(1); depth <= maxDepth; depth++ {
		s = shape(t, Member{Tag: 100 + depth}, Member{Tag: 200 + depth, Group: s})
	}
	text := ""
	for depth := int32(maxDepth); depth > 0; depth-- {
		text += string(AppendInt(nil, int(100+depth), 1)) + string(AppendInt(nil, int(200+depth),
			1))
	}
	var m Message
	if err := m.ParseBody([]byte(text + "1=x\x01")); err != nil {
		t.Fatal(err)
	}
	if err := m.Arrange(s, Policy{}); err == nil || !strings.Contains(err.Error(),
		"nested too deep") {
		t.Errorf("got %v", err)
	}
}
