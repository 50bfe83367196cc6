package wire

import (
	"errors"
	"strings"
	"testing"
	"time"
)

// fix makes a message's bytes from what people write: bars, and no 8, 9 or 10.
func fix(text string) []byte {
	typ, body, _ := strings.Cut(strings.ReplaceAll(text, "|", "\x01"), "\x01")
	b := Begin(nil, typ)
	return Finish(append(b, body...), 0)
}

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
	allocParties := shape(t, Member{Tag: 524, Name: "NestedPartyID"}, Member{Tag: 538, Name: "NestedPartyRole"})
	allocs := shape(t, Member{Tag: 79, Name: "AllocAccount"},
		Member{Tag: 539, Name: "NoNestedPartyIDs", Group: allocParties}, Member{Tag: 80, Name: "AllocQty"})
	parties := shape(t, Member{Tag: 448, Name: "PartyID"}, Member{Tag: 452, Name: "PartyRole"})
	lines := shape(t, Member{Tag: 11, Name: "ClOrdID", Required: true}, Member{Tag: 67, Name: "ListSeqNo", Required: true},
		Member{Tag: 453, Name: "NoPartyIDs", Group: parties}, Member{Tag: 513, Name: "RegistID"},
		Member{Tag: 78, Name: "NoAllocs", Group: allocs}, Member{Tag: 55, Name: "Symbol"},
		Member{Tag: 54, Name: "Side", Conditional: true}, Member{Tag: 38, Name: "OrderQty"}, Member{Tag: 20007, Name: "Ours"})
	return shape(t, Member{Tag: 8, Header: true}, Member{Tag: 9, Header: true}, Member{Tag: 35, Header: true},
		Member{Tag: 49, Name: "SenderCompID", Header: true}, Member{Tag: 52, Name: "SendingTime", Header: true},
		Member{Tag: 66, Name: "ListID", Required: true}, Member{Tag: 513, Name: "RegistID"}, Member{Tag: 394, Name: "BidType"},
		Member{Tag: 73, Name: "NoOrders", Group: lines}, Member{Tag: 893, Name: "LastFragment"},
		Member{Tag: 58, Name: "Text"}, Member{Tag: 10, Trailer: true})
}

func TestParseRefusesBrokenFrames(t *testing.T) {
	good := string(fix("E|66=L1|58=x|"))
	cases := map[string]struct {
		raw    string
		reason Reason
		text   string
	}{
		"empty":               {"", Garbled, "begin with BeginString(8)"},
		"cut":                 {good[:len(good)-1], Garbled, "CheckSum(10)"},
		"trailing":            {good + "8", Garbled, "CheckSum(10)"},
		"two":                 {good + good, Garbled, "BodyLength(9) is 16, counted"},
		"checksum":            {good[:len(good)-4] + "000\x01", Garbled, `CheckSum(10) is "000", counted`},
		"length":              {strings.Replace(good, "9=16", "9=17", 1), Garbled, "BodyLength(9) is 17, counted 16"},
		"length not a number": {strings.Replace(good, "9=16", "9=1x", 1), Garbled, "BodyLength(9) is not a number"},
		"length empty":        {strings.Replace(good, "9=16", "9=", 1), Garbled, "BodyLength(9) is not a number"},
		"length negative":     {strings.Replace(good, "9=16", "9=-15", 1), Garbled, "BodyLength(9) is not a number"},
		"length huge":         {strings.Replace(good, "9=16", "9=9223372036854775807", 1), Garbled, "BodyLength(9)"},
		"no length":           {"8=FIX.4.4\x0135=E\x0110=000\x01", Garbled, "BodyLength(9) is not the second"},
		"type third":          {string(Finish(append([]byte("8=FIX.4.4\x019=000\x01"), "49=A\x0135=E\x01"...), 0)), Garbled, "MsgType(35) is not the third"},
		"tag not a number":    {string(fix("E|6x=1|")), InvalidTag, `the field after Tag(35) has no valid tag: "6x=1`},
		"tag zero":            {string(fix("E|0=1|")), InvalidTag, "no valid tag"},
		"tag with zeros":      {string(fix("E|066=1|")), InvalidTag, "no valid tag"},
		"tag negative":        {string(fix("E|-66=1|")), InvalidTag, "no valid tag"},
		"tag huge":            {string(fix("E|99999999999999999999=1|")), InvalidTag, "no valid tag"},
		"no equals":           {string(fix("E|66|")), InvalidTag, "no valid tag"},
		"empty field":         {string(fix("E||66=1|")), InvalidTag, "no valid tag"},
		"data without length": {string(fix("E|355=x|")), BadFormat, "Tag(355) does not have the length given by Tag(354)"},
		"data too short":      {string(fix("E|354=3|355=x|")), BadFormat, "Tag(355)"},
		"data too long":       {string(fix("E|354=1|355=xyz|")), BadFormat, "Tag(355)"},
		"data beyond":         {string(fix("E|354=999999999|355=xyz|")), BadFormat, "Tag(355)"},
		"data negative":       {string(fix("E|354=-1|355=xyz|")), BadFormat, "Tag(355)"},
	}
	var m Message
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			var e *Error
			if err := m.Parse([]byte(c.raw)); !errors.As(err, &e) {
				t.Fatalf("got %v, want an *Error", err)
			}
			if e.Reason != c.reason || !strings.Contains(e.Error(), c.text) {
				t.Errorf("got %d %q, want %d ...%s...", e.Reason, e, c.reason, c.text)
			}
		})
	}
}

func TestParseKeepsEveryByte(t *testing.T) {
	raw := fix("E|66=L=1|354=5|355=a|b=c|58=|")
	var m Message
	if err := m.Parse(raw); err != nil {
		t.Fatal(err)
	}
	want := []string{"8=FIX.4.4", "9=32", "35=E", "66=L=1", "354=5", "355=a\x01b=c", "58=", "10="}
	if len(m.Fields) != len(want) {
		t.Fatalf("%d fields, want %d", len(m.Fields), len(want))
	}
	for i, w := range want {
		got := strings.TrimPrefix(label("", m.Fields[i].Tag), "Tag(")
		got = strings.TrimSuffix(got, ")") + "=" + string(m.Value(i))
		if !strings.HasPrefix(got, w) {
			t.Errorf("field %d is %q, want %q", i, got, w)
		}
	}
	if string(m.MsgType()) != "E" || string(m.Get(66)) != "L=1" || m.Get(99) != nil {
		t.Errorf("type %q, ListID %q", m.MsgType(), m.Get(66))
	}
	if !strings.HasPrefix(m.String(), "8=FIX.4.4|9=32|35=E|") {
		t.Errorf("shown as %s", m.String())
	}
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
		{"conditional in a line", "66=L|73=2|11=a|67=1|11=b|67=2|54=1|", Policy{}, ConditionallyRequired,
			"NoOrders(73)[1].Side(54) is missing"},
		{"empty", "66=L|73=1|11=a|67=|", Policy{}, EmptyValue, "NoOrders(73)[1].ListSeqNo(67) has no value"},
		{"unknown", "66=L|7777=1|", Policy{}, NotDefined, "Tag(7777) is not defined for this message"},
		{"unknown in a line", "66=L|73=1|11=a|7777=1|67=1|54=1|", Policy{}, NotDefined,
			"NoOrders(73)[1].Tag(7777) is not defined for this message"},
		{"unknown standard tag", "66=L|111=1|", Policy{Unknown: TolerateUserDefined}, NotDefined, "Tag(111) is not defined"},
		{"stray member", "66=L|38=5|", Policy{}, NotDefined,
			"OrderQty(38) stands outside NoOrders(73), the group it belongs to"},
		{"stray member of another group", "66=L|73=1|11=a|80=5|67=1|", Policy{}, NotDefined,
			"NoOrders(73)[1].AllocQty(80) stands outside NoAllocs(78), the group it belongs to"},
		{"duplicate", "66=L|58=a|66=L|", Policy{}, DuplicateTag, "ListID(66) appears more than once"},
		{"duplicate in a line", "66=L|73=1|11=a|67=1|54=1|67=1|", Policy{}, DuplicateTag,
			"NoOrders(73)[1].ListSeqNo(67) appears more than once in its instance"},
		{"duplicate in a line of any order", "66=L|73=1|11=a|67=1|54=1|67=1|", Policy{AnyGroupOrder: true},
			DuplicateTag, "NoOrders(73)[1].ListSeqNo(67) appears more than once in its instance"},
		{"order in a line", "66=L|73=1|11=a|67=1|38=5|54=1|", Policy{}, GroupOutOfOrder,
			"NoOrders(73)[1].Side(54) must come before OrderQty(38)"},
		{"header in the body", "66=L|49=A|", Policy{}, OutOfOrder, "SenderCompID(49) must come before ListID(66)"},
		{"count too high", "66=L|73=3|11=a|67=1|54=1|11=b|67=2|54=1|893=Y|", Policy{}, IncorrectNumGroup,
			"NoOrders(73) announces 3 instances, 2 follow"},
		{"count too low", "66=L|73=1|11=a|67=1|54=1|11=b|67=2|54=1|", Policy{}, IncorrectNumGroup,
			"NoOrders(73) announces 1 instances, more follow"},
		{"count zero, lines follow", "66=L|73=0|11=a|", Policy{}, NotDefined, "ClOrdID(11) stands outside NoOrders(73)"},
		{"count negative", "66=L|73=-1|11=a|", Policy{}, IncorrectNumGroup, "NoOrders(73) announces -1 instances"},
		{"count absurd", "66=L|73=1000000000|11=a|", Policy{}, IncorrectNumGroup, "NoOrders(73) announces 1000000000"},
		{"count beyond 64 bits", "66=L|73=99999999999999999999|11=a|", Policy{}, BadFormat, "NoOrders(73) is not a number"},
		{"count not a number", "66=L|73=two|11=a|", Policy{}, BadFormat, "NoOrders(73) is not a number of instances"},
		{"no delimiter", "66=L|73=1|67=1|11=a|", Policy{}, GroupOutOfOrder,
			"NoOrders(73) must be followed by ClOrdID(11), not by ListSeqNo(67)"},
		{"no instance", "66=L|73=1|58=x|", Policy{}, IncorrectNumGroup,
			"NoOrders(73) must be followed by ClOrdID(11), not by Text(58)"},
		{"nested count", "66=L|73=1|11=a|67=1|78=2|79=x|80=5|54=1|", Policy{}, IncorrectNumGroup,
			"NoOrders(73)[1].NoAllocs(78) announces 2 instances, 1 follow"},
		{"deep", "66=L|73=2|11=a|67=1|54=1|11=b|67=2|78=2|79=x|79=y|539=1|524=p|538=|", Policy{}, EmptyValue,
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
		{"as the table has it", "66=L|513=R|394=2|73=2|" + body + "11=b|67=2|54=2|38=6|893=Y|", Policy{}},
		{"group first", "73=2|" + body + "11=b|67=2|54=2|38=6|893=Y|513=R|66=L|394=2|", Policy{}},
		{"sorted by tag", "66=L|73=2|" + body + "11=b|67=2|54=2|38=6|394=2|513=R|893=Y|", Policy{}},
		{"header anywhere", "66=L|513=R|49=A|73=2|" + body + "11=b|67=2|54=2|38=6|394=2|893=Y|52=x|",
			Policy{HeaderAnywhere: true}},
		{"own tags in lines", "66=L|513=R|394=2|73=2|" + strings.Replace(body, "|54", "|9999=z|54", 1) +
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
		{"int", inLines(func(d *Decoder) { d.Int(67) }), "NoOrders(73)[2].ListSeqNo(67) is not a whole number"},
		{"char", inLines(func(d *Decoder) { d.Char(54); d.Int(67) }), "NoOrders(73)[2].Side(54) is not a single character"},
		{"bool", func(d *Decoder) { d.Bool(893) }, "LastFragment(893) is not a single character"},
		{"time", func(d *Decoder) { d.Time(893) }, "LastFragment(893) is not a UTC time"},
		{"value", inLines(func(d *Decoder) { Value(d, 38, refuse) }), "NoOrders(73)[2].OrderQty(38) is not valid: no exponents"},
		{"need", inLines(func(d *Decoder) { d.Need(11, 38) }), "NoOrders(73)[1].OrderQty(38) is required here"},
		{"fail", inLines(func(d *Decoder) { d.Fail(11, ValueOutOfRange, "is odd") }), "NoOrders(73)[1].ClOrdID(11) is odd"},
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
	if err := read(two, func(d *Decoder) { d.Group(73)(func(int) bool { return true }) }); err != nil {
		t.Errorf("nothing was read, yet %v", err)
	}
}

func TestTimes(t *testing.T) {
	day := func(h, m, s, n int) time.Time { return time.Date(2026, 1, 5, h, m, s, n, time.UTC) }
	for text, want := range map[string]time.Time{
		"20260105-10:20:30":           day(10, 20, 30, 0),
		"20260105-10:20:30.5":         day(10, 20, 30, 500_000_000),
		"20260105-10:20:30.123":       day(10, 20, 30, 123_000_000),
		"20260105-10:20:30.123456":    day(10, 20, 30, 123_456_000),
		"20260105-10:20:30.123456789": day(10, 20, 30, 123_456_789),
		"20260105-23:59:60":           day(24, 0, 0, 0),
	} {
		if got, ok := ParseTime([]byte(text)); !ok || !got.Equal(want) {
			t.Errorf("%s is read as %v, %v", text, got, ok)
		}
	}
	for _, text := range []string{"", "20260105", "20260105 10:20:30", "20260230-10:20:30", "20261305-10:20:30",
		"20260105-24:00:00", "20260105-10:60:00", "20260105-10:20:61", "20260105-10:20:30.", "20260105-1:20:30",
		"20260105-10:20:30.1234567890", "2026010x-10:20:30", "20260105-10:20:30,5"} {
		if got, ok := ParseTime([]byte(text)); ok {
			t.Errorf("%q is read as %v", text, got)
		}
	}
	for decimals, want := range map[int]string{0: "10:20:30", 3: "10:20:30.123", 6: "10:20:30.123456", 9: "10:20:30.123456789"} {
		got := string(AppendTimeDecimals(nil, 60, day(10, 20, 30, 123_456_789), decimals))
		if got != "60=20260105-"+want+"\x01" {
			t.Errorf("%d decimals: %q", decimals, got)
		}
	}
}

type cents int64

func (c cents) AppendText(b []byte) []byte { return append(b, "1.50"...) }

func TestAppend(t *testing.T) {
	cases := []struct{ got, want []byte }{
		{AppendInt(nil, 9, 0), []byte("9=0\x01")},
		{AppendInt(nil, 34, -12), []byte("34=-12\x01")},
		{AppendInt(nil, 20001, int64(1)<<62), []byte("20001=4611686018427387904\x01")},
		{AppendChar(nil, 54, '1'), []byte("54=1\x01")},
		{AppendChar(nil, 54, 0), nil},
		{AppendChar(nil, 54, SOH), []byte("54= \x01")},
		{AppendBool(nil, 893, true), []byte("893=Y\x01")},
		{AppendBool(nil, 893, false), []byte("893=N\x01")},
		{AppendString(nil, 58, ""), nil},
		{AppendString(nil, 58, "a\x01b\nc\x7fé=|"), []byte("58=a b c é=|\x01")},
		{AppendBytes(nil, 58, []byte("a\x00b")), []byte("58=a b\x01")},
		{AppendBytes(nil, 58, nil), nil},
		{AppendValue(nil, 423, cents(3)), []byte("423=1.50\x01")},
		{AppendTime(nil, 60, time.Time{}), nil},
		{AppendDate(nil, 64, 2026, 1, 7), []byte("64=20260107\x01")},
		{AppendDate(nil, 64, 0, 0, 0), nil},
	}
	for _, c := range cases {
		if string(c.got) != string(c.want) {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func TestBeginFinishParse(t *testing.T) {
	var m Message
	b := []byte("before")
	for _, size := range []int{0, 1, 80, 95, 96, 900, 990, 1000, 9_990, 99_990, 1_000_000} {
		start := len(b)
		b = AppendString(Begin(b, "8"), 58, strings.Repeat("x", size))
		b = Finish(b, start)
		if err := m.Parse(b[start:]); err != nil {
			t.Fatalf("text of %d: %v", size, err)
		}
		if len(m.Get(58)) != size {
			t.Errorf("text of %d is read back as %d", size, len(m.Get(58)))
		}
	}
	if string(b[:6]) != "before" {
		t.Error("bytes before the message were changed")
	}
}

func TestSplitBody(t *testing.T) {
	tag, rest, ok := SplitBody([]byte("66=L\x0158=x\x01"))
	if tag != 66 || string(rest) != "L\x0158=x" || !ok {
		t.Errorf("got %d %q %v", tag, rest, ok)
	}
	for _, bad := range []string{"", "66", "66=L", "=L\x01", "x=L\x01", "1234567890=L\x01"} {
		if _, _, ok := SplitBody([]byte(bad)); ok {
			t.Errorf("%q passes as a body", bad)
		}
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
		"twice": {{Tag: 11}, {Tag: 11}}, "no tag": {{}}, "too many": many, "too many required": need,
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
		text += string(AppendInt(nil, int(100+depth), 1)) + string(AppendInt(nil, int(200+depth), 1))
	}
	var m Message
	if err := m.ParseBody([]byte(text + "1=x\x01")); err != nil {
		t.Fatal(err)
	}
	if err := m.Arrange(s, Policy{}); err == nil || !strings.Contains(err.Error(), "nested too deep") {
		t.Errorf("got %v", err)
	}
}
