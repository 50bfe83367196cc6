package wire

import (
	"errors"
	"strings"
	"testing"
)

// lines writes what a decoder finds, one line each, so that orders can be compared.
func lines(m *Message) (string, error) {
	d := NewDecoder(m)
	var b strings.Builder
	b.WriteString(d.String(66) + " " + d.String(394) + " " + d.String(513) + " " + d.String(893) + "\n")
	for n := range d.Group(73) {
		b.WriteString(string(rune('0'+n)) + " " + d.String(11) + " " + d.String(67) + " " + string(d.Char(54)) +
			" " + d.String(38) + " " + d.String(513) + " " + d.String(20007))
		for range d.Group(453) {
			b.WriteString(" party " + d.String(448) + " " + d.String(452))
		}
		for range d.Group(78) {
			b.WriteString(" alloc " + d.String(79) + " " + d.String(80))
			for range d.Group(539) {
				b.WriteString(" nested " + d.String(524))
			}
		}
		b.WriteString(" " + d.String(11) + "\n")
	}
	b.WriteString(d.String(66))
	return b.String(), d.Err()
}

func TestGroupsReadTheSameInAnyLegalOrder(t *testing.T) {
	const want = "L 2 R Y\n" +
		"1 a 1 1 5   party p 1 party q 3 alloc x 2 nested n alloc y 3 a\n" +
		"2 b 2 2 6   b\nL"
	const body = "11=a|67=1|453=2|448=p|452=1|448=q|452=3|78=2|79=x|539=1|524=n|80=2|79=y|80=3|54=1|38=5|"
	tolerant := Policy{Unknown: TolerateUserDefined}
	cases := []struct {
		name, text string
		policy     Policy
	}{
		{"as the table has it", "66=L|513=R|394=2|73=2|" + body + "11=b|67=2|54=2|38=6|893=Y|",
			Policy{}},
		{"group first", "73=2|" + body + "11=b|67=2|54=2|38=6|893=Y|513=R|66=L|394=2|", Policy{}},
		{"sorted by tag", "66=L|73=2|" + body + "11=b|67=2|54=2|38=6|394=2|513=R|893=Y|", Policy{}},
		{"header anywhere",
			"66=L|513=R|49=A|73=2|" + body + "11=b|67=2|54=2|38=6|394=2|893=Y|52=x|",
			Policy{HeaderAnywhere: true}},
		{"own tags in lines", "66=L|513=R|394=2|73=2|" + strings.Replace(body, "|54", "|9999=z|54",
			1) +
			"11=b|67=2|9999=z|54=2|38=6|893=Y|9998=1|", tolerant},
		{"any order in lines", "66=L|394=2|73=2|" + body + "11=b|38=6|54=2|67=2|513=R|893=Y|",
			Policy{AnyGroupOrder: true}},
	}
	list := listShape(t)
	var m Message
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if err := m.Parse(fix("E|" + c.text)); err != nil {
				t.Fatal(err)
			}
			if err := m.Arrange(list, c.policy); err != nil {
				t.Fatal(err)
			}
			if got, err := lines(&m); got != want || err != nil {
				t.Errorf("got %v\n%s\nwant\n%s", err, got, want)
			}
		})
	}
}

// A message that was refused after it had been accepted by another shape has no groups left.
func TestRefusedMessageReadsFlat(t *testing.T) {
	var m Message
	if err := m.Parse(fix("E|66=L|73=2|11=a|67=1|54=1|11=b|67=2|54=2|")); err != nil {
		t.Fatal(err)
	}
	if err := m.Arrange(listShape(t), Policy{}); err != nil {
		t.Fatal(err)
	}
	if err := m.Arrange(shape(t, Member{Tag: 66}), Policy{}); err == nil {
		t.Fatal("a shape of one field accepts ten")
	}
	d := NewDecoder(&m)
	for range d.Group(73) {
		t.Error("a group is read")
	}
	if d.String(66) != "L" || string(m.Get(11)) != "a" || m.Path(4) != "Tag(73)" {
		t.Errorf("read %q, %q, %s", d.String(66), m.Get(11), m.Path(4))
	}
}

func TestDecoderKeepsTheFirstError(t *testing.T) {
	list := listShape(t)
	var m Message
	read := func(text string, f func(d *Decoder)) error {
		t.Helper()
		if err := m.Parse(fix("E|66=L|" + text)); err != nil {
			t.Fatal(err)
		}
		if err := m.Arrange(list, Policy{}); err != nil {
			t.Fatal(err)
		}
		d := NewDecoder(&m)
		f(&d)
		return d.Err()
	}
	const two = "73=2|11=a|67=1|54=1|11=b|67=x|54=12|38=1e3|893=maybe|"
	inLines := func(f func(d *Decoder)) func(d *Decoder) {
		return func(d *Decoder) {
			for range d.Group(73) {
				f(d)
			}
		}
	}
	refuse := func([]byte) (int, error) { return 0, errors.New("no exponents") }
	cases := []struct {
		name string
		f    func(d *Decoder)
		want string
	}{
		{"int", inLines(func(d *Decoder) { d.Int(67) }),
			"NoOrders(73)[2].ListSeqNo(67) is not a whole number"},
		{"char", inLines(func(d *Decoder) { d.Char(54); d.Int(67) }),
			"NoOrders(73)[2].Side(54) is not a single character"},
		{"bool", func(d *Decoder) { d.Bool(893) }, "LastFragment(893) is not a single character"},
		{"time", func(d *Decoder) { d.Time(893) }, "LastFragment(893) is not a UTC time"},
		{"value", inLines(func(d *Decoder) { Value(d, 38, refuse) }),
			"NoOrders(73)[2].OrderQty(38) is not valid: no exponents"},
		{"need", inLines(func(d *Decoder) { d.Need(11, 38) }),
			"NoOrders(73)[1].OrderQty(38) is required here"},
		{"fail", inLines(func(d *Decoder) { d.Fail(11, ValueOutOfRange, "is odd") }),
			"NoOrders(73)[1].ClOrdID(11) is odd"},
		{"after a group", func(d *Decoder) {
			for range d.Group(73) {
				break
			}
			d.Need(58)
		}, "Text(58) is required here"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			err := read(two, func(d *Decoder) {
				c.f(d)
				if d.Bytes(66) != nil || d.Has(66) {
					t.Error("the decoder went on reading after its error")
				}
			})
			if err == nil || !strings.HasPrefix(err.Error(), c.want) {
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
	if err := read(two,
		func(d *Decoder) { d.Group(73)(func(int) bool { return true }) }); err != nil {
		t.Errorf("nothing was read, yet %v", err)
	}
}
