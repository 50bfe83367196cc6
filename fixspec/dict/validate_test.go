package dict_test

import (
	"errors"
	"strings"
	"testing"

	"foliogate/fixspec/dict"
	"foliogate/fixspec/wire"
)

const header = "49=EMS|56=GW|34=2|52=20260105-10:00:00|"

// line is a line of an inquiry that is valid but for what a test puts into it.
const (
	inquiry = "E|" + header + "66=L|394=2|68=2|73=2|"
	good    = "11=a|67=1|48=912828XX1|22=1|54=1|38=5|"
	begin   = "11=b|67=2|48=912828XX1|22=1|54=2|"
)

func TestValidateNamesWhatIsWrong(t *testing.T) {
	tolerant := wire.Policy{Unknown: wire.TolerateUserDefined}
	cases := []struct {
		name, text string
		policy     wire.Policy
		reason     wire.Reason
		want       string
	}{
		{"unknown type", "XX|" + header, wire.Policy{}, wire.InvalidMsgType,
			`MsgType(35) cannot be "XX"`},
		{"type we do not speak", "D|" + header, wire.Policy{}, wire.UnsupportedMsgType,
			"MsgType(35) D (NewOrderSingle) is not spoken here"},
		{"header field", "M|49=EMS|56=GW|52=20260105-10:00:00|66=L", wire.Policy{},
			wire.RequiredMissing,
			"MsgSeqNum(34) is missing"},
		{"body field", "M|" + header, wire.Policy{}, wire.RequiredMissing, "ListID(66) is missing"},
		{"field of another message", "M|" + header + "66=L|390=B", wire.Policy{}, wire.NotDefined,
			"BidID(390) is not defined for this message"},
		{"our demand", "L|" + header + "66=L|60=20260105-10:00:00", wire.Policy{},
			wire.ConditionallyRequired,
			"BidID(390) is missing"},
		{"demand in a line", inquiry + good + "11=b|67=2|22=1|54=2|38=5", wire.Policy{},
			wire.ConditionallyRequired,
			"NoOrders(73)[2].SecurityID(48) is missing"},
		{"decimal", inquiry + good + begin + "38=1e6", wire.Policy{}, wire.BadFormat,
			"NoOrders(73)[2].OrderQty(38) is not a decimal number"},
		{"not a number", inquiry + good + begin + "38=NaN", wire.Policy{}, wire.BadFormat,
			"NoOrders(73)[2].OrderQty(38)"},
		{"only a point", inquiry + good + begin + "38=.", wire.Policy{}, wire.BadFormat,
			"NoOrders(73)[2].OrderQty(38)"},
		{"two points", inquiry + good + begin + "38=1.0.0", wire.Policy{}, wire.BadFormat,
			"NoOrders(73)[2].OrderQty(38)"},
		{"plus", inquiry + good + begin + "38=+1", wire.Policy{}, wire.BadFormat,
			"NoOrders(73)[2].OrderQty(38)"},
		{"whole number", inquiry + good + strings.Replace(begin, "67=2", "67=2.0", 1) + "38=5",
			wire.Policy{},
			wire.BadFormat, "NoOrders(73)[2].ListSeqNo(67) is not a whole number"},
		{"code", inquiry + good + strings.Replace(begin, "54=2", "54=Z", 1) + "38=5", wire.Policy{},
			wire.ValueOutOfRange, `NoOrders(73)[2].Side(54) cannot be "Z"`},
		{"code of two characters", inquiry + good + begin + "38=5|423=12", wire.Policy{},
			wire.ValueOutOfRange,
			`NoOrders(73)[2].PriceType(423) cannot be "12", only 1 PercentOfPar, 2 PerUnit`},
		{"single character", inquiry + good + strings.Replace(begin, "54=2", "54=22", 1) + "38=5",
			wire.Policy{},
			wire.BadFormat, "NoOrders(73)[2].Side(54) is not a single character"},
		{"codes", inquiry + good + strings.Replace(begin, "48=", "18=G ~|48=", 1) + "38=5",
			wire.Policy{},
			wire.ValueOutOfRange, `NoOrders(73)[2].ExecInst(18) cannot be "G ~"`},
		{"currency", inquiry + good + begin + "38=5|15=usd", wire.Policy{}, wire.BadFormat,
			"NoOrders(73)[2].Currency(15) is not a currency"},
		{"date", inquiry + good + strings.Replace(begin, "48=", "64=20260230|48=", 1) + "38=5",
			wire.Policy{},
			wire.BadFormat, "NoOrders(73)[2].SettlDate(64) is not a date"},
		{"time", inquiry + good + begin + "38=5|126=20260105", wire.Policy{}, wire.BadFormat,
			"NoOrders(73)[2].ExpireTime(126) is not a UTC time"},
		{"month", inquiry + good + strings.Replace(begin, "54=", "200=202613|54=", 1) + "38=5",
			wire.Policy{},
			wire.BadFormat, "NoOrders(73)[2].MaturityMonthYear(200) is not a month"},
		{"order", inquiry + good + "11=b|67=2|48=x|22=1|64=20260107|54=2|38=5", wire.Policy{},
			wire.GroupOutOfOrder,
			"NoOrders(73)[2].SettlDate(64) must come before SecurityIDSource(22)"},
		{"first of the bid", "l|" + header + "390=B|391=I|420=1|66=L|44=1|423=1", wire.Policy{},
			wire.GroupOutOfOrder,
			"NoBidComponents(420) must be followed by Commission(12), not by ListID(66)"},
		{"own tag", inquiry + good + begin + "38=5|20005=x", wire.Policy{}, wire.Undefined,
			"NoOrders(73)[2].Tag(20005) is in no message of FIX 4.4"},
		{"later tag", inquiry + good + begin + "38=5|1913=x", tolerant, wire.Undefined,
			"NoOrders(73)[2].Tag(1913)"},
		{"tag that we never use", inquiry + good + begin + "38=5|571=x", wire.Policy{}, wire.NotDefined,
			"NoOrders(73)[2].Tag(571) is not defined for this message"},
		{"later code", "AJ|" + header + "693=R|694=9|55=[N/A]", wire.Policy{}, wire.ValueOutOfRange,
			`QuoteRespType(694) cannot be "9"`},
	}
	d := dict.New(dict.Tier0)
	var m wire.Message
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if err := m.Parse(raw(c.text)); err != nil {
				t.Fatal(err)
			}
			var e *wire.Error
			if err := d.Validate(&m, c.policy); !errors.As(err, &e) {
				t.Fatalf("got %v, want an *Error", err)
			}
			if e.Reason != c.reason || !strings.HasPrefix(e.Error(), c.want) {
				t.Errorf("got %d %q, want %d %q", e.Reason, e, c.reason, c.want)
			}
		})
	}
}

func TestValidateLetsThrough(t *testing.T) {
	tolerant := wire.Policy{Unknown: wire.TolerateUserDefined}
	const late = "E|" + header + "66=L|68=2|73=2|" + good + begin + "38=5|394=2|433=2|893=Y"
	cases := []struct {
		name, text string
		tier       int
		policy     wire.Policy
	}{
		{"body after the group", late, dict.Tier0, wire.Policy{}},
		{"own tags anywhere",
			inquiry + "11=a|20005=x|67=1|48=x|22=1|54=1|38=5|5001=y|" + begin + "38=5|9999=z",
			dict.Tier0, tolerant},
		{"later tags", inquiry + good + begin + "38=5|1913=3", dict.Tier0,
			wire.Policy{Unknown: wire.TolerateUnknown}},
		{"lines in any order", inquiry + "11=a|38=5|22=1|48=x|54=1|67=1|" + begin + "38=5",
			dict.Tier0,
			wire.Policy{AnyGroupOrder: true}},
		{"header anywhere", strings.Replace(inquiry, "34=2|", "", 1) + good + begin + "38=5|34=2",
			dict.Tier0,
			wire.Policy{HeaderAnywhere: true}},
		{"tier 1 code", "AJ|" + header + "693=R|694=9|55=[N/A]|1917=99.5", dict.Tier1,
			wire.Policy{}},
		{"tier 1 fields",
			"l|" + header + "390=B|60=20260105-10:00:00|62=20260105-10:05:00|420=1|12=0",
			dict.Tier1,
			wire.Policy{}},
		{"tier 2 fields", "l|" + header + "390=B|20001=1|20002=Y|420=1|12=0", dict.Tier2,
			wire.Policy{}},
		{"week", inquiry + good + strings.Replace(begin, "54=", "200=202612w5|54=", 1) + "38=5",
			dict.Tier0, wire.Policy{}},
	}
	var m wire.Message
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if err := m.Parse(raw(c.text)); err != nil {
				t.Fatal(err)
			}
			if err := dict.New(c.tier).Validate(&m, c.policy); err != nil {
				t.Fatal(err)
			}
			if c.text == late {
				d := wire.NewDecoder(&m)
				if d.Int(394) != 2 || d.Char(433) != '2' || !d.Bool(893) {
					t.Error("the fields after the group are not the message's")
				}
			}
		})
	}
}

func TestValidateBody(t *testing.T) {
	d := dict.New(dict.Tier0)
	var m wire.Message
	if err := m.ParseBody([]byte("66=L\x01")); err != nil {
		t.Fatal(err)
	}
	if err := d.ValidateBody("M", &m, wire.Policy{}); err != nil {
		t.Error(err)
	}
	if err := d.ValidateBody("L", &m, wire.Policy{}); err == nil {
		t.Error("a ListExecute(L) without TransactTime(60) passes")
	}
	if err := d.ValidateBody("XX", &m, wire.Policy{}); err == nil {
		t.Error("a message that does not exist passes")
	}
}

func TestValidateDoesNotAllocate(t *testing.T) {
	d := dict.New(dict.Tier2)
	var m wire.Message
	for _, line := range corpus(t) {
		bytes := raw(line)
		check := func() {
			if m.Parse(bytes) != nil || d.Validate(&m, wire.Policy{}) != nil {
				t.Fatal(line)
			}
		}
		check()
		if n := testing.AllocsPerRun(10, check); n != 0 {
			t.Errorf("%s: %v allocations", m.MsgType(), n)
		}
	}
}

// FuzzValidate breaks valid messages byte by byte: no panic, and no error without a place.
func FuzzValidate(f *testing.F) {
	for _, line := range corpus(f) {
		msgType, body, _ := strings.Cut(line, "|")
		f.Add(msgType, strings.ReplaceAll(body, "|", "\x01")+"\x01")
	}
	tiers := []*dict.Dictionary{dict.New(dict.Tier0), dict.New(dict.Tier2)}
	policies := []wire.Policy{{}, {Unknown: wire.TolerateUnknown, AnyGroupOrder: true,
		HeaderAnywhere: true}}
	f.Fuzz(func(t *testing.T, msgType, body string) {
		var m wire.Message
		if m.Parse(wire.Finish(append(wire.Begin(nil, msgType), body...), 0)) != nil {
			return
		}
		for _, d := range tiers {
			for _, p := range policies {
				var e *wire.Error
				err := d.Validate(&m, p)
				if err != nil && (!errors.As(err,
					&e) || e.Path == "" || e.Tag == 0 || e.Text == "") {
					t.Fatalf("%v: %#v", &m, err)
				}
			}
		}
	})
}
