package fixspec

import (
	"foliogate/fixspec/wire"
	"foliogate/gateway/units"
)

// Instrument is the part of the Instrument component that names and describes a bond, or the
// pseudo-instrument that stands for a whole list.
type Instrument struct {
	Symbol           string     // Symbol(55); NoSymbol when empty
	SecurityID       string     // SecurityID(48)
	SecurityIDSource IDSource   // SecurityIDSource(22)
	Product          int        // Product(460)
	SecurityType     string     // SecurityType(167)
	MaturityDate     units.Date // MaturityDate(541)
	Factor           Amount     // Factor(228): what is left of each unit of face, where not all
	CouponRate       units.Rate // CouponRate(223), percent a year; 0 is not written
	Issuer           string     // Issuer(106)
	SecurityDesc     string     // SecurityDesc(107)
}

// Products and security types that the gateway itself writes.
const (
	ProductAgency     = 1
	ProductCorporate  = 3
	ProductEquity     = 5
	ProductGovernment = 6
	ProductOther      = 12

	SecurityMultileg = "MLEG"
)

func (x *Instrument) append(b []byte) []byte {
	if x.Symbol == "" {
		b = wire.AppendString(b, 55, NoSymbol)
	} else {
		b = wire.AppendString(b, 55, x.Symbol)
	}
	b = wire.AppendString(b, 48, x.SecurityID)
	b = wire.AppendChar(b, 22, byte(x.SecurityIDSource))
	b = appendCount(b, 460, x.Product)
	b = wire.AppendString(b, 167, x.SecurityType)
	b = appendDate(b, 541, x.MaturityDate)
	if x.Factor.Given() {
		b = wire.AppendValue(b, 228, x.Factor)
	}
	if x.CouponRate != 0 {
		b = wire.AppendValue(b, 223, x.CouponRate)
	}
	b = wire.AppendString(b, 106, x.Issuer)
	return wire.AppendString(b, 107, x.SecurityDesc)
}

func (x *Instrument) decode(d *wire.Decoder) {
	for _, tag := range [...]int32{55, 48, 22, 460, 167, 541, 228, 223, 106, 107} {
		x.read(d, tag)
	}
}

// read reads one field, if it is one of these.
func (x *Instrument) read(d *wire.Decoder, tag int32) {
	switch tag {
	case 55:
		x.Symbol = d.String(55)
	case 48:
		x.SecurityID = d.String(48)
	case 22:
		x.SecurityIDSource = IDSource(d.Char(22))
	case 460:
		x.Product = d.Int(460)
	case 167:
		x.SecurityType = d.String(167)
	case 541:
		x.MaturityDate = date(d, 541)
	case 228:
		x.Factor = wire.Value(d, 228, parseAmount)
	case 223:
		x.CouponRate = wire.Value(d, 223, units.ParseRateBytes)
	case 106:
		x.Issuer = d.String(106)
	case 107:
		x.SecurityDesc = d.String(107)
	}
}
