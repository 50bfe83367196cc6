package fixspec

import (
	"fmt"
	"reflect"
	"testing"

	"foliogate/fixspec/dict"
	"foliogate/fixspec/wire"
)

func testTable() *dict.Dictionary { return dict.New(dict.Tier0) }

func strict() wire.Policy { return wire.Policy{} }

// Every message, written whole and read again, says the same, header included.
func TestRoundTrip(t *testing.T) {
	reader := NewReader(testTable(), strict())
	for i, want := range samples() {
		t.Run(fmt.Sprintf("%02d %s", i, want.MsgType()), func(t *testing.T) {
			raw := AppendMessage(nil, testFrame(), envelopeOf(want))
			header, got, err := reader.Read(raw)
			if err != nil {
				t.Fatalf("%v\n%s", err, shown(raw))
			}
			if !reflect.DeepEqual(plain(got), plain(want)) {
				t.Errorf("got  %+v\nwant %+v\n%s", got, want, shown(raw))
			}
			if want := (Header{MsgSeqNum: 42, OnBehalfOf: "DLRA", DeliverTo: "DLRB",
				PossResend: true}); header != want {
				t.Errorf("header %+v, want %+v", header, want)
			}
		})
	}
}

// A message decoded into a used one keeps nothing of it.
func TestDecodeIntoForgets(t *testing.T) {
	all := samples()
	for i, want := range all {
		for _, other := range all {
			if other.MsgType() != want.MsgType() {
				continue
			}
			into := decoded(t, other)
			m := arranged(t, AppendMessage(nil, testFrame(), envelopeOf(want)))
			if err := DecodeInto(into, m); err != nil {
				t.Fatalf("sample %d: %v", i, err)
			}
			if !reflect.DeepEqual(plain(into), plain(want)) {
				t.Errorf("sample %d over %+v: got %+v", i, other, into)
			}
		}
	}
}

func TestNewRefusesOtherTypes(t *testing.T) {
	for _, msgType := range []string{"", "D", "A", "J", "zz"} {
		if m, err := New(msgType); err == nil {
			t.Errorf("New(%q) = %T", msgType, m)
		}
	}
}

func decoded(t *testing.T, m Message) Message {
	t.Helper()
	x, err := Decode(arranged(t, AppendMessage(nil, testFrame(), envelopeOf(m))))
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func arranged(t *testing.T, raw []byte) *wire.Message {
	t.Helper()
	m := new(wire.Message)
	if err := m.Parse(raw); err != nil {
		t.Fatalf("%v\n%s", err, shown(raw))
	}
	if err := testTable().Validate(m, strict()); err != nil {
		t.Fatalf("%v\n%s", err, shown(raw))
	}
	return m
}

// plain drops what is working memory, and the difference between no lines and an empty slice.
func plain(m Message) any {
	switch m := m.(type) {
	case *NewOrderList:
		x := *m
		x.allocs = nil
		return x
	case *BidResponse:
		return *m
	case *ListStatus:
		x := *m
		if len(x.Orders) == 0 {
			x.Orders = nil
		}
		return x
	case *Quote:
		x := *m
		if len(x.Legs) == 0 {
			x.Legs = nil
		}
		return x
	case *MassQuoteAck:
		x := *m
		if len(x.Entries) == 0 {
			x.Entries = nil
		}
		return x
	}
	return m
}

func shown(raw []byte) string {
	m := wire.Message{Raw: raw}
	return m.String()
}
