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
	x.SpreadGiven = d.Has(218)
	x.Spread = wire.Value(d, 218, units.ParseSpreadBytes)
	x.CurveCurrency = d.String(220)
	x.CurveName = d.String(221)
	x.CurvePoint = d.String(222)
	x.SecurityID = d.String(699)
	x.SecurityIDSource = IDSource(d.Char(761))
}
