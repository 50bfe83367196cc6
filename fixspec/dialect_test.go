package fixspec

import (
	"strings"
	"testing"

	"foliogate/fixspec/dict"
	"foliogate/fixspec/wire"
)

func TestDialectLeavesOutAndAdds(t *testing.T) {
	request := &QuoteRequest{QuoteReqID: "Q1", Instrument: pseudo("L1"), Side: SideAsDefined,
		OrderQty: 1_000_000_00, QuotePriceType: 3, ExpireTime: deadline, PriceType: PriceFixedAmount}
	dialect := Dialect{
		Omits: []Omission{{"R", 692}, {"R", 126}, {"S", 131}},
		Adds:  []Addition{{"R", 58, "PT"}, {"R", 528, "P"}, {"8", 1, "X"}},
	}
	table := dict.New(dict.Tier0)
	if err := dialect.Check(table); err != nil {
		t.Fatal(err)
	}
	request.Text = "replaced"
	got := strings.ReplaceAll(string(dialect.say(request).AppendBody([]byte("kept"))), "\x01", "|")
	want := "kept131=Q1|146=1|55=[N/A]|48=L1|22=8|54=B|38=1000000|423=3|58=PT|528=P|"
	if got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
	raw := AppendMessage(nil, Frame{SenderCompID: "A", TargetCompID: "B", MsgSeqNum: 1, SendingTime: noon},
		Envelope{Message: dialect.say(request)})
	var m wire.Message
	if err := m.Parse(raw); err != nil {
		t.Fatal(err)
	}
	if err := table.Validate(&m, wire.Policy{}); err != nil {
		t.Errorf("the message table refuses what the dialect said: %v", err)
	}
	if other := Message(new(QuoteCancel)); dialect.say(other) != other {
		t.Error("a message that the dialect does not change is not the same")
	}
}

func TestDialectThatIsNotFIXIsRefused(t *testing.T) {
	table := dict.New(dict.Tier0)
	for _, test := range []struct {
		dialect Dialect
		want    string
	}{
		{Dialect{Omits: []Omission{{"R", 692}, {"R", 131}}}, "omits[1]: R cannot be sent without field 131"},
		{Dialect{Omits: []Omission{{"E", 54}}}, "omits[0]: E cannot be sent without field 54"},
		{Dialect{Omits: []Omission{{"R", 146}}}, "cannot be sent without field 146"},
		{Dialect{Omits: []Omission{{"R", 9999}}}, "omits[0]: R has no field 9999"},
		{Dialect{Omits: []Omission{{"??", 1}}}, `message type "??" is not spoken here`},
		{Dialect{Adds: []Addition{{"E", 126, "20260105-12:00:00"}}}, "adds[0]: E takes no field 126 outside"},
		{Dialect{Adds: []Addition{{"AJ", 555, "0"}}}, "AJ takes no field 555 outside its groups"},
		{Dialect{Adds: []Addition{{"AJ", 1, ""}}}, "the value of field 1 must be text"},
		{Dialect{Adds: []Addition{{"AJ", 1, "A\x01B"}}}, "the value of field 1 must be text"},
	} {
		err := test.dialect.Check(table)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%+v: got %v, want %q", test.dialect, err, test.want)
		}
	}
}
