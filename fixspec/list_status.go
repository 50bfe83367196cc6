package fixspec

import (
	"time"

	"foliogate/fixspec/wire"
	"foliogate/gateway/units"
)

// ListStatus is ListStatus(N): where a list stands, with all lines, only the bad ones, or none.
type ListStatus struct {
	ListID          string          // ListID(66)
	ListStatusType  ListStatusType  // ListStatusType(429): why this is sent
	NoRpts          int             // NoRpts(82): messages of this answer
	ListOrderStatus ListOrderStatus // ListOrderStatus(431): the state of the list
	RptSeq          int             // RptSeq(83): which of the NoRpts, from 1
	ListStatusText  string          // ListStatusText(444)
	TransactTime    time.Time       // TransactTime(60)
	TotNoOrders     int             // TotNoOrders(68): lines of the whole list
	LastFragment    bool            // LastFragment(893); absent: true
	Orders          []OrderState    // NoOrders(73)
}

// OrderState is one line of a ListStatus.
type OrderState struct {
	ClOrdID      string       // ClOrdID(11)
	CumQty       units.Face   // CumQty(14)
	OrdStatus    OrdStatus    // OrdStatus(39)
	LeavesQty    units.Face   // LeavesQty(151)
	CxlQty       units.Face   // CxlQty(84)
	AvgPx        units.Price  // AvgPx(6)
	OrdRejReason OrdRejReason // OrdRejReason(103); written only when the line is rejected
	Text         string       // Text(58)
}

// ListStatusType is ListStatusType(429).
type ListStatusType int

// Why a ListStatus is sent.
const (
	StatusAck         ListStatusType = 1
	StatusResponse    ListStatusType = 2
	StatusTimed       ListStatusType = 3
	StatusExecStarted ListStatusType = 4
	StatusAllDone     ListStatusType = 5
	StatusAlert       ListStatusType = 6
)

// ListOrderStatus is ListOrderStatus(431).
type ListOrderStatus int

// States of a list.
const (
	ListInBidding  ListOrderStatus = 1
	ListReceived   ListOrderStatus = 2
	ListExecuting  ListOrderStatus = 3
	ListCancelling ListOrderStatus = 4
	ListAlert      ListOrderStatus = 5
	ListAllDone    ListOrderStatus = 6
	ListRejected   ListOrderStatus = 7
)

// MsgType returns N.
func (*ListStatus) MsgType() string { return "N" }

// AppendBody appends the status. A NoOrders(73) of 0 is written: the group is required.
func (x *ListStatus) AppendBody(b []byte) []byte {
	b = wire.AppendString(b, 66, x.ListID)
	b = wire.AppendInt(b, 429, x.ListStatusType)
	b = wire.AppendInt(b, 82, max(x.NoRpts, 1))
	b = wire.AppendInt(b, 431, x.ListOrderStatus)
	b = wire.AppendInt(b, 83, max(x.RptSeq, 1))
	b = wire.AppendString(b, 444, x.ListStatusText)
	b = wire.AppendTime(b, 60, x.TransactTime)
	b = wire.AppendInt(b, 68, x.TotNoOrders)
	b = wire.AppendBool(b, 893, x.LastFragment)
	b = wire.AppendInt(b, 73, len(x.Orders))
	for i := range x.Orders {
		b = x.Orders[i].append(b)
	}
	return b
}

func (x *OrderState) append(b []byte) []byte {
	b = wire.AppendString(b, 11, x.ClOrdID)
	b = wire.AppendValue(b, 14, x.CumQty)
	b = wire.AppendChar(b, 39, byte(x.OrdStatus))
	b = wire.AppendValue(b, 151, x.LeavesQty)
	b = wire.AppendValue(b, 84, x.CxlQty)
	b = wire.AppendValue(b, 6, x.AvgPx)
	if x.OrdStatus == OrdRejected {
		b = wire.AppendInt(b, 103, x.OrdRejReason)
	}
	return wire.AppendString(b, 58, x.Text)
}

func (x *ListStatus) decode(d *wire.Decoder) {
	x.ListID = d.String(66)
	x.ListStatusType = ListStatusType(d.Int(429))
	x.NoRpts = d.Int(82)
	x.ListOrderStatus = ListOrderStatus(d.Int(431))
	x.RptSeq = d.Int(83)
	x.ListStatusText = d.String(444)
	x.TransactTime = d.Time(60)
	x.TotNoOrders = d.Int(68)
	x.LastFragment = d.Bool(893) || !d.Has(893)
	x.Orders = x.Orders[:0]
	for range d.Group(73) {
		x.Orders = append(x.Orders, OrderState{
			ClOrdID:      d.String(11),
			CumQty:       face(d, 14),
			OrdStatus:    OrdStatus(d.Char(39)),
			LeavesQty:    face(d, 151),
			CxlQty:       face(d, 84),
			AvgPx:        price(d, 6),
			OrdRejReason: OrdRejReason(d.Int(103)),
			Text:         d.String(58),
		})
	}
}
