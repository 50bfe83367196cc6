package fixspec

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"foliogate/fixspec/dict"
	"foliogate/fixspec/wire"
	"foliogate/gateway/units"
)

// listTwin reads a list in the slow and obvious way: every field of every line by its tag.
type listTwin struct{ NewOrderList }

func (x *listTwin) decode(d *wire.Decoder) {
	x.ListID = d.String(66)
	x.ClientBidID = d.String(391)
	x.ProgRptReqs = d.Int(414)
	x.BidType = d.Int(394)
	x.ListExecInstType = ListExecInstType(d.Char(433))
	x.ListExecInst = d.String(69)
	x.TotNoOrders = d.Int(68)
	x.LastFragment = d.Bool(893)
	marked := d.Has(893)
	for range d.Group(73) {
		x.Orders = append(x.Orders, x.order(d))
	}
	if !marked {
		x.LastFragment = len(x.Orders) == x.TotNoOrders
	}
}

func (x *listTwin) order(d *wire.Decoder) (o ListOrder) {
	o.ClOrdID = d.String(11)
	o.ListSeqNo = d.Int(67)
	o.Parties.decode(d)
	o.Account = d.String(1)
	for range d.Group(78) {
		o.Allocs = append(o.Allocs, Alloc{Account: d.String(79), Qty: face(d, 80)})
	}
	o.SettlType = d.Char(63)
	o.SettlDate = date(d, 64)
	o.ExecInst = d.String(18)
	o.Instrument.decode(d)
	o.Side = Side(d.Char(54))
	o.QtyType = d.Int(854)
	o.OrderQty = face(d, 38)
	o.OrdType = d.Char(40)
	o.PriceType = PriceType(d.Int(423))
	o.Price = price(d, 44)
	o.Benchmark.decode(d)
	o.Currency = currency(d, 15)
	o.TimeInForce = d.Char(59)
	o.ExpireTime = d.Time(126)
	o.SettlCurrency = currency(d, 120)
	o.Text = d.String(58)
	return o
}

// listReader reads lists both ways.
type listReader struct {
	table *dict.Dictionary
	raw   wire.Message
	list  NewOrderList
}

// read returns the lines of a list that both ways read alike, or the error that both give. Which of
// two wrong fields is named first follows from the order of the message where that is free.
func (r *listReader) read(t *testing.T, raw []byte, policy wire.Policy) ([]ListOrder, error) {
	t.Helper()
	if err := r.raw.Parse(raw); err != nil {
		return nil, err
	}
	if err := r.table.Validate(&r.raw, policy); err != nil {
		return nil, err
	}
	var twin listTwin
	err, want := DecodeInto(&r.list, &r.raw), DecodeInto(&twin, &r.raw)
	if fmt.Sprint(err) != fmt.Sprint(want) && (!policy.AnyGroupOrder || err == nil || want == nil) {
		t.Fatalf("%v\n%+v: %v, its twin says %v", &r.raw, policy, err, want)
	}
	if err != nil {
		return nil, err
	}
	got := r.list
	got.allocs, got.Orders = nil, slices.Clone(got.Orders)
	if len(got.Orders) == 0 {
		got.Orders = nil
	}
	if !reflect.DeepEqual(got, twin.NewOrderList) {
		t.Fatalf("%v\n%+v: read as\n%+v\nits twin says\n%+v", &r.raw, policy, got, twin.NewOrderList)
	}
	return got.Orders, nil
}

func listPolicies() []wire.Policy {
	return []wire.Policy{{}, {Unknown: wire.TolerateUserDefined}, {AnyGroupOrder: true}}
}

// randomList is a list of lines that trade, often with the accounts, parties or texts of the ones
// before them.
func randomList(r *rand.Rand) *NewOrderList {
	list := listOf(1 + r.IntN(6))
	for i := range list.Orders {
		o := &list.Orders[i]
		switch {
		case i > 0 && r.IntN(4) > 0:
			last := list.Orders[i-1]
			o.Parties, o.Allocs, o.Text, o.Benchmark = last.Parties, last.Allocs, last.Text, last.Benchmark
		case r.IntN(2) == 0:
			o.Parties, o.Text = Parties{Client: "LEI1"}, "first"
		default:
			o.Allocs = []Alloc{{"F1", units.Face(1 + r.IntN(2))}, {"F2", 400_000_50}}[:1+r.IntN(2)]
			o.Benchmark = fullList().Orders[0].Benchmark
		}
	}
	return list
}

// A line that is like the one before is read from it; what is read is what stands there.
func TestLinesAreReadAsTheirTwins(t *testing.T) {
	reader := listReader{table: testTable()}
	r := rand.New(rand.NewPCG(44, 4))
	lines, refused := 0, 0
	for range 20_000 {
		raw := AppendMessage(nil, testFrame(), Envelope{Message: randomList(r)})
		if r.IntN(2) == 0 {
			raw, _ = reader.table.Random("E", r.IntN)
		}
		for range r.IntN(3) {
			raw = dict.Damaged(raw, r.IntN)
		}
		for _, policy := range listPolicies() {
			orders, err := reader.read(t, raw, policy)
			if err != nil {
				refused++
			} else if len(orders) > 1 {
				lines += len(orders)
			}
		}
	}
	if lines < 30_000 || refused < 30_000 {
		t.Errorf("%d lines read, %d lists refused: one of them proves nothing", lines, refused)
	}
}

// FuzzLines reads lists of lines both ways.
func FuzzLines(f *testing.F) {
	r := rand.New(rand.NewPCG(44, 5))
	reader := listReader{table: testTable()}
	for range 8 {
		raw, _ := reader.table.Random("E", r.IntN)
		f.Add(raw)
		f.Add(dict.Damaged(raw, r.IntN))
	}
	f.Add(AppendMessage(nil, testFrame(), Envelope{Message: randomList(r)}))
	f.Fuzz(func(t *testing.T, raw []byte) {
		for _, policy := range listPolicies() {
			_, _ = reader.read(t, resummed(raw), policy)
		}
	})
}

// resummed gives a message that was changed its length and sum again.
func resummed(raw []byte) []byte {
	var m wire.Message
	if len(raw) < 2 || m.ParseBody(raw) != nil || len(m.Fields) < 5 {
		return raw
	}
	body := raw[m.Fields[2].End+1 : m.Fields[len(m.Fields)-2].End+1]
	return wire.Finish(append(wire.Begin(nil, "E"), body...), 0)
}
