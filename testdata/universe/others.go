package universe

import (
	"foliogate/gateway/bond"
	"foliogate/gateway/units"
)

// spreadOf is the usual spread of a rating over the zero curve, as a fraction a year.
func spreadOf(rating string) float64 {
	switch rating {
	case "AAA":
		return .0035
	case "AA+": // the agency's
		return .0020
	case "AA":
		return .0048
	case "AA-":
		return .0055
	case "A+":
		return .0062
	case "A":
		return .0072
	case "A-":
		return .0085
	case "BBB+":
		return .0105
	case "BBB":
		return .0125
	case "BBB-":
		return .0155
	case "BB+":
		return .0210
	case "BB":
		return .0250
	case "BB-":
		return .0300
	case "B+":
		return .0360
	case "B":
		return .0430
	case "B-":
		return .0520
	}
	return .0750
}

// fixed adds a bond with a fixed coupon that ends some years after Trade.
func (u *builder) fixed(by issuer, years float64, change func(*bond.Bond)) {
	for range attempts {
		b := u.draft(by)
		spread := spreadOf(by.rating) * u.between(0.85, 1.15)
		u.issued(&b, Trade().AddMonths(int(12*years)+u.below(7)-3), spread)
		b.AmountOutstanding = u.outstanding(0)
		change(&b)
		u.price(&b, spread)
		if u.name(&b, suffixOf(b.Feature)) {
			u.settle(&b, 1)
			u.add(b, by)
			return
		}
	}
	u.fail(&bond.Bond{Issuer: by.name}, errDoubledName)
}

func suffixOf(f bond.Feature) string {
	switch f {
	case bond.Plain:
		return ""
	case bond.Floating:
		return "FRN"
	case bond.InflationLinked:
		return "I/L"
	}
	return f.String()
}

func plain(*bond.Bond) {}

// middles are bonds of the ratings and maturities that the switch does not touch.
func (u *builder) middles() {
	for _, rating := range []string{"AAA", "AA", "AA-", "A+", "A", "BBB+", "BBB", "BBB-"} {
		for i, by := range u.rated("USD", rating) {
			if i%2 == 0 {
				u.fixed(by, u.between(7, 13), plain)
			}
		}
	}
	for _, rating := range []string{"A-", "BB+", "BB", "BB-", "B+", "B", "B-", "CCC+"} {
		for _, by := range u.rated("USD", rating) {
			for _, years := range []float64{2, 4.5, 7.5} {
				u.fixed(by, years, plain)
			}
		}
	}
}

// newIssues are bonds of the last weeks, whose first coupon is longer or shorter than the others.
func (u *builder) newIssues() {
	for _, firm := range []string{"Ottermead Software", "Saltwhistle Bancorp", "Pewterfield Mutual",
		"Ironwhin Engines", "Larkrelay Wireless", "Pondlantern Gas"} {
		u.fixed(u.issuer(firm), 10, func(b *bond.Bond) {
			b.Maturity = units.DateOf(2035, 6+u.below(6), 15)
			b.Dated = units.DateOf(2025, 5, 20+u.below(9))
			b.Coupon = eighths(100 * (curveOf("USD").zero(3650) + spreadOf(b.Rating)))
			b.FirstCoupon = b.Maturity.AddMonths(-12*10 + 6*u.below(2))
			if b.FirstCoupon <= Trade() {
				b.FirstCoupon = b.FirstCoupon.AddMonths(6)
			}
		})
	}
}

// agencies are two bonds that are as good as the government's, and settle as corporates do.
func (u *builder) agencies() {
	for _, years := range []float64{3, 10} {
		u.fixed(u.issuer(agency), years, func(b *bond.Bond) { b.Kind = bond.Agency })
	}
}

// euros are annual bonds: by the days of the period, or of the older kind by months of thirty days.
func (u *builder) euros() {
	for i, by := range u.such(func(i issuer) bool { return i.currency == "EUR" && corporate(i) }) {
		for _, years := range []float64{2.5, 4.5, 7, 10} {
			u.fixed(by, years, func(b *bond.Bond) {
				if i%10 >= 7 {
					b.DayCount, b.Dated = bond.ThirtyE360, b.Maturity.AddMonths(-12*25)
				}
			})
		}
	}
}

func (u *builder) sterlings() {
	for _, by := range u.such(func(i issuer) bool { return i.currency == "GBP" && corporate(i) }) {
		for _, years := range []float64{3, 6, 11} {
			u.fixed(by, years, plain)
		}
	}
}

// refused are bonds whose cash cannot be stated exactly, and those in default, which trade flat.
func (u *builder) refused() {
	for _, firm := range []string{"Larkspur Foundry", "Gullmarrow Pipelines", "Brickfern Properties",
		"Gingerwhin Motors", "Cinderbrook Bancorp", "Mallowbrook Pharma", "Grindlemoss Packaging",
		"Faintrelay Satellite", "Ziegelfink Werke", "Puddlewick Water"} {
		u.featured(firm, 8, bond.Callable)
	}
	for _, firm := range []string{"Saltwhistle Bancorp", "Elderwharf Bancorp", "Duskmallow Bancorp",
		"Quillfern Circuits", "Nebelquell Bank", "Thimbleshire Building Society"} {
		u.featured(firm, 3, bond.Floating)
	}
	for _, firm := range []string{"Thornlantern Electric", "Puddlewick Water"} {
		u.featured(firm, 12, bond.InflationLinked)
	}
	for _, firm := range []string{"Rooksaddle Rail", "Barnlantern Storage", "Waterquill Power"} {
		u.featured(firm, 9, bond.Amortising)
	}
	for _, by := range u.rated("USD", "D") {
		u.featured(by.name, 3, bond.Defaulted)
		u.featured(by.name, 6, bond.Defaulted)
	}
}

func (u *builder) featured(firm string, years float64, f bond.Feature) {
	u.fixed(u.issuer(firm), years, func(b *bond.Bond) {
		b.Feature = f
		switch f {
		case bond.Floating: // its coupon is the current one
			b.Frequency, b.DayCount = 4, bond.Act360
			if b.Currency == "GBP" {
				b.DayCount = bond.Act365F
			}
		case bond.InflationLinked: // before indexation
			b.Coupon = eighths(u.between(0.25, 1.75))
		case bond.Amortising:
			b.Factor = int64(40+u.below(50)) * 1_000_000
		}
	})
	if u.err != nil {
		return
	}
	switch b := &u.bonds[len(u.bonds)-1]; f {
	case bond.Floating:
		b.Evaluated = quoted(u.between(99.2, 100.6), 3)
	case bond.InflationLinked:
		b.Evaluated = quoted(u.between(88, 103), 3)
	case bond.Defaulted:
		b.Evaluated = quoted(u.between(12, 38), 3)
		b.HalfSpread = tenths(u.between(100, 200))
	}
}
