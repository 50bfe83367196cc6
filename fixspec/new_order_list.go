package fixspec

import (
	"slices"
	"time"

	"foliogate/fixspec/wire"
	"foliogate/gateway/units"
)

// NewOrderList is NewOrderList(E): an inquiry, or one fragment of it. Every fragment repeats the
// fields before the lines.
type NewOrderList struct {
	ListID           string           // ListID(66)
	ClientBidID      string           // ClientBidID(391)
	ProgRptReqs      int              // ProgRptReqs(414)
	BidType          int              // BidType(394)
	ListExecInstType ListExecInstType // ListExecInstType(433)
	ListExecInst     string           // ListExecInst(69)
	TotNoOrders      int              // TotNoOrders(68): lines of the whole list
	LastFragment     bool             // LastFragment(893); absent, it is whether all lines are here
	Orders           []ListOrder      // NoOrders(73)

	allocs []Alloc // of all lines; each line holds a part of it
}

// ListExecInstType is ListExecInstType(433).
type ListExecInstType byte

// What makes the client's choice.
const (
	ExecImmediate ListExecInstType = '1' // the best quote at the deadline
	ExecWait      ListExecInstType = '2' // the client's ListExecute(L)
)

// ListOrder is one line.
type ListOrder struct {
	ClOrdID       string         // ClOrdID(11)
	ListSeqNo     int            // ListSeqNo(67)
	Parties       Parties        // the client, where it is disclosed
	Account       string         // Account(1)
	Allocs        []Alloc        // NoAllocs(78)
	SettlType     byte           // SettlType(63)
	SettlDate     units.Date     // SettlDate(64)
	ExecInst      string         // ExecInst(18): several codes, separated by blanks
	Instrument    Instrument     //
	Side          Side           // Side(54)
	QtyType       int            // QtyType(854): 0, par
	OrderQty      units.Face     // OrderQty(38)
	OrdType       byte           // OrdType(40)
	PriceType     PriceType      // PriceType(423): of the price for the whole list
	Price         units.Price    // Price(44): the line's limit, always clean percent of par; 0 = none
	Benchmark     Benchmark      //
	Currency      units.Currency // Currency(15)
	TimeInForce   byte           // TimeInForce(59)
	ExpireTime    time.Time      // ExpireTime(126): the deadline
	SettlCurrency units.Currency // SettlCurrency(120)
	Text          string         // Text(58)
}

// Alloc is the part of a line that one account takes.
type Alloc struct {
	Account string     // AllocAccount(79)
	Qty     units.Face // AllocQty(80)
}

// Codes of a line.
const (
	ExecInstAllOrNone = 'G'
	OrdTypeMarket     = '1'
	OrdTypeLimit      = '2'
	TIFGoodTillDate   = '6'
)

// MsgType returns E.
func (*NewOrderList) MsgType() string { return "E" }

// AppendBody appends the list or fragment.
func (x *NewOrderList) AppendBody(b []byte) []byte {
	b = wire.AppendString(b, 66, x.ListID)
	b = wire.AppendString(b, 391, x.ClientBidID)
	b = appendCount(b, 414, x.ProgRptReqs)
	b = wire.AppendInt(b, 394, x.BidType)
	b = wire.AppendChar(b, 433, byte(x.ListExecInstType))
	b = wire.AppendString(b, 69, x.ListExecInst)
	b = wire.AppendInt(b, 68, x.TotNoOrders)
	b = wire.AppendBool(b, 893, x.LastFragment)
	b = wire.AppendInt(b, 73, len(x.Orders))
	for i := range x.Orders {
		b = x.Orders[i].append(b)
	}
	return b
}

func (x *ListOrder) append(b []byte) []byte {
	b = wire.AppendString(b, 11, x.ClOrdID)
	b = wire.AppendInt(b, 67, x.ListSeqNo)
	b = x.Parties.append(b)
	b = wire.AppendString(b, 1, x.Account)
	b = appendAllocs(b, x.Allocs)
	b = wire.AppendChar(b, 63, x.SettlType)
	b = appendDate(b, 64, x.SettlDate)
	b = wire.AppendString(b, 18, x.ExecInst)
	b = x.Instrument.append(b)
	b = wire.AppendChar(b, 54, byte(x.Side))
	b = wire.AppendInt(b, 854, x.QtyType)
	b = wire.AppendValue(b, 38, x.OrderQty)
	b = wire.AppendChar(b, 40, x.OrdType)
	b = appendCount(b, 423, x.PriceType)
	if x.Price != 0 {
		b = wire.AppendValue(b, 44, x.Price)
	}
	b = x.Benchmark.append(b)
	b = wire.AppendString(b, 15, string(x.Currency))
	b = wire.AppendChar(b, 59, x.TimeInForce)
	b = wire.AppendTime(b, 126, x.ExpireTime)
	b = wire.AppendString(b, 120, string(x.SettlCurrency))
	return wire.AppendString(b, 58, x.Text)
}

func appendAllocs(b []byte, allocs []Alloc) []byte {
	if len(allocs) == 0 {
		return b
	}
	b = wire.AppendInt(b, 78, len(allocs))
	for i := range allocs {
		b = wire.AppendString(b, 79, allocs[i].Account)
		b = wire.AppendValue(b, 80, allocs[i].Qty)
	}
	return b
}

func (x *NewOrderList) decode(d *wire.Decoder) {
	x.ListID = d.String(66)
	x.ClientBidID = d.String(391)
	x.ProgRptReqs = d.Int(414)
	x.BidType = d.Int(394)
	x.ListExecInstType = ListExecInstType(d.Char(433))
	x.ListExecInst = d.String(69)
	x.TotNoOrders = d.Int(68)
	x.LastFragment = d.Bool(893)
	marked := d.Has(893)
	x.Orders, x.allocs = x.Orders[:0], x.allocs[:0]
	for range d.Group(73) {
		o := x.nextOrder(d.Alike())
		for tag := d.Next(); tag != 0; tag = d.Next() {
			x.readOrder(d, o, tag)
		}
	}
	if !marked {
		x.LastFragment = len(x.Orders) == x.TotNoOrders
	}
}

// nextOrder appends an order, empty or like the last one: most of what lines say, the line before
// has said.
func (x *NewOrderList) nextOrder(like bool) *ListOrder {
	n := len(x.Orders)
	x.Orders = slices.Grow(x.Orders, 1)[:n+1]
	if like {
		x.Orders[n] = x.Orders[n-1]
	} else {
		x.Orders[n] = ListOrder{}
	}
	return &x.Orders[n]
}

// readOrder reads one field of a line.
func (x *NewOrderList) readOrder(d *wire.Decoder, o *ListOrder, tag int32) {
	switch tag {
	case 11:
		o.ClOrdID = d.String(11)
	case 67:
		o.ListSeqNo = d.Int(67)
	case 453:
		o.Parties.decode(d)
	case 1:
		o.Account = d.String(1)
	case 78:
		o.Allocs = x.decodeAllocs(d)
	case 63:
		o.SettlType = d.Char(63)
	case 64:
		o.SettlDate = date(d, 64)
	case 18:
		o.ExecInst = d.String(18)
	case 54:
		o.Side = Side(d.Char(54))
	case 854:
		o.QtyType = d.Int(854)
	case 38:
		o.OrderQty = face(d, 38)
	case 40:
		o.OrdType = d.Char(40)
	case 423:
		o.PriceType = PriceType(d.Int(423))
	case 44:
		o.Price = price(d, 44)
	case 15:
		o.Currency = currency(d, 15)
	case 59:
		o.TimeInForce = d.Char(59)
	case 126:
		o.ExpireTime = d.Time(126)
	case 120:
		o.SettlCurrency = currency(d, 120)
	case 58:
		o.Text = d.String(58)
	default:
		o.Instrument.read(d, tag)
		o.Benchmark.read(d, tag)
	}
}

// decodeAllocs keeps the allocations of all lines in one slice, so that a list costs a few
// allocations and not one a line.
func (x *NewOrderList) decodeAllocs(d *wire.Decoder) []Alloc {
	from := len(x.allocs)
	for range d.Group(78) {
		x.allocs = append(x.allocs, Alloc{Account: d.String(79), Qty: face(d, 80)})
	}
	if from == len(x.allocs) {
		return nil
	}
	return x.allocs[from:len(x.allocs):len(x.allocs)]
}
