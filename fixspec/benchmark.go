package fixspec

import (
	"foliogate/fixspec/wire"
	"foliogate/gateway/units"
)

// Benchmark is SpreadOrBenchmarkCurveData: what a spread is measured against. Spread(218) is the
// reference spread and never a negotiated price.
type Benchmark struct {
	Spread           units.Spread
	SpreadGiven      bool     // a spread of zero is a spread
	CurveCurrency    string   // BenchmarkCurveCurrency(220)
	CurveName        string   // BenchmarkCurveName(221)
	CurvePoint       string   // BenchmarkCurvePoint(222)
	SecurityID       string   // BenchmarkSecurityID(699)
	SecurityIDSource IDSource // BenchmarkSecurityIDSource(761)
}

func (x *Benchmark) append(b []byte) []byte {
	if x.SpreadGiven {
		b = wire.AppendValue(b, 218, x.Spread)
	}
	b = wire.AppendString(b, 220, x.CurveCurrency)
	b = wire.AppendString(b, 221, x.CurveName)
	b = wire.AppendString(b, 222, x.CurvePoint)
	b = wire.AppendString(b, 699, x.SecurityID)
	return wire.AppendChar(b, 761, byte(x.SecurityIDSource))
}

func (x *Benchmark) decode(d *wire.Decoder) {
	for _, tag := range [...]int32{218, 220, 221, 222, 699, 761} {
		x.read(d, tag)
	}
}

// read reads one field, if it is one of these.
func (x *Benchmark) read(d *wire.Decoder, tag int32) {
	switch tag {
	case 218:
		x.SpreadGiven = d.Has(218)
		x.Spread = wire.Value(d, 218, units.ParseSpreadBytes)
	case 220:
		x.CurveCurrency = d.String(220)
	case 221:
		x.CurveName = d.String(221)
	case 222:
		x.CurvePoint = d.String(222)
	case 699:
		x.SecurityID = d.String(699)
	case 761:
		x.SecurityIDSource = IDSource(d.Char(761))
	}
}
