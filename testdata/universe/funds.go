package universe

import (
	"foliogate/gateway/bond"
	"foliogate/gateway/units"
)

// funds are exchange traded funds. Evaluated is dollars a share.
func (u *builder) funds() {
	by := u.issuer(sponsor)
	for _, f := range []struct {
		symbol, name string
		price        units.Price // cents
		halfSpread   float64
	}{
		{"FOLIGC", "Specimen Investment Grade Corporate Fund", 10843, 0.5},
		{"FOLSHT", "Specimen Short Corporate Fund", 5127, 0.9},
		{"FOLLNG", "Specimen Long Corporate Fund", 4968, 1.8},
		{"FOLHYC", "Specimen High Yield Fund", 7952, 0.7},
		{"FOLTSY", "Specimen Intermediate Treasury Fund", 9411, 0.6},
		{"FOLTLT", "Specimen Long Treasury Fund", 8604, 0.6},
	} {
		b := bond.Bond{Symbol: f.symbol, Name: f.name, Issuer: by.name, Sector: by.sector,
			Country: by.country, Currency: by.currency, Kind: bond.ETF, Market: bond.USFund,
			Feature: bond.Plain, Evaluated: f.price * units.PriceUnit / 100,
			HalfSpread: tenths(f.halfSpread), LiquidityScore: 98}
		u.strikeFund(&b, by)
		u.bonds = append(u.bonds, b)
	}
}
