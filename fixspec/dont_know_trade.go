package fixspec

import (
	"foliogate/fixspec/wire"
	"foliogate/gateway/units"
)

// DontKnowTrade is DontKnowTrade(Q): disputes the execution of one line.
type DontKnowTrade struct {
	OrderID    string      // OrderID(37)
	ExecID     string      // ExecID(17)
	DKReason   byte        // DKReason(127)
	Instrument Instrument  //
	Side       Side        // Side(54)
	OrderQty   units.Face  // OrderQty(38)
	LastQty    units.Face  // LastQty(32)
	LastPx     units.Price // LastPx(31)
	Text       string      // Text(58)
}

// DKCalculation is the DKReason(127) of wrong money.
const DKCalculation = 'F'

// MsgType returns Q.
func (*DontKnowTrade) MsgType() string { return "Q" }

// AppendBody appends the dispute.
func (x *DontKnowTrade) AppendBody(b []byte) []byte {
	b = wire.AppendString(b, 37, x.OrderID)
	b = wire.AppendString(b, 17, x.ExecID)
	b = wire.AppendChar(b, 127, x.DKReason)
	b = x.Instrument.append(b)
	b = wire.AppendChar(b, 54, byte(x.Side))
	b = wire.AppendValue(b, 38, x.OrderQty)
	b = wire.AppendValue(b, 32, x.LastQty)
	b = wire.AppendValue(b, 31, x.LastPx)
	return wire.AppendString(b, 58, x.Text)
}

func (x *DontKnowTrade) decode(d *wire.Decoder) {
	x.OrderID = d.String(37)
	x.ExecID = d.String(17)
	x.DKReason = d.Char(127)
	x.Instrument.decode(d)
	x.Side = Side(d.Char(54))
	x.OrderQty = face(d, 38)
	x.LastQty = face(d, 32)
	x.LastPx = price(d, 31)
	x.Text = d.String(58)
}
