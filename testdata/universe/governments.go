package universe

import (
	"math"

	"foliogate/gateway/bond"
	"foliogate/gateway/units"
)

// A sovereign bond is stated by its coupon in eighths of a percent and its dates; its price follows
// from the zero curve.
type sovereign struct {
	eighths         units.Rate
	dated, maturity [3]int
	halfSpread      float64    // basis points of notional
	outstanding     units.Face // billions
}

// treasuries are like those on the run on Trade: coupons are next to the par yield, month-end
// maturities pay at month end, and prices are in 256ths.
func (u *builder) treasuries() {
	for _, s := range []sovereign{
		{36, [3]int{2025, 5, 31}, [3]int{2027, 5, 31}, 0.4, 69},
		{34, [3]int{2025, 6, 15}, [3]int{2028, 6, 15}, 0.5, 58},
		{33, [3]int{2025, 5, 31}, [3]int{2030, 5, 31}, 0.5, 70},
		{33, [3]int{2025, 5, 31}, [3]int{2032, 5, 31}, 0.8, 44},
		{34, [3]int{2025, 5, 15}, [3]int{2035, 5, 15}, 0.8, 42},
		{36, [3]int{2025, 5, 15}, [3]int{2045, 5, 15}, 1.6, 16},
		{35, [3]int{2025, 5, 15}, [3]int{2055, 5, 15}, 1.6, 25},
	} {
		b := u.sovereign(s, treasury)
		b.Kind, b.Market, b.DayCount = bond.Treasury, bond.USTreasury, bond.ActActICMA
		b.EOM = b.Maturity.IsMonthEnd()
		u.benchmark(b, func(clean float64) units.Price {
			return units.Price(math.Round(clean*256)) * units.PriceUnit / 256
		})
	}
}

// bunds pay once a year.
func (u *builder) bunds() {
	for _, s := range []sovereign{
		{22, [3]int{2025, 6, 10}, [3]int{2027, 6, 10}, 0.5, 20},
		{20, [3]int{2025, 4, 18}, [3]int{2030, 4, 18}, 0.6, 24},
		{20, [3]int{2025, 2, 15}, [3]int{2035, 2, 15}, 1, 30},
		{21, [3]int{2024, 8, 15}, [3]int{2054, 8, 15}, 3, 18},
	} {
		b := u.sovereign(s, bund)
		b.Kind = bond.Government
		u.benchmark(b, func(clean float64) units.Price { return quoted(clean, 3) })
	}
}

// gilts go ex-dividend, those of 22 June already on Trade: their accrued interest is negative.
func (u *builder) gilts() {
	benchmarks := []sovereign{
		{35, [3]int{2025, 1, 29}, [3]int{2027, 7, 29}, 0.8, 32},
		{35, [3]int{2025, 3, 7}, [3]int{2030, 3, 7}, 1, 34},
		{36, [3]int{2025, 3, 7}, [3]int{2035, 3, 7}, 1.2, 30},
		{35, [3]int{2024, 7, 31}, [3]int{2054, 7, 31}, 4, 26},
	}
	others := []sovereign{
		{10, [3]int{2020, 6, 22}, [3]int{2026, 12, 22}, 1.5, 28},
		{30, [3]int{2022, 6, 22}, [3]int{2032, 6, 22}, 2, 25},
		{34, [3]int{2009, 12, 22}, [3]int{2039, 12, 22}, 4, 22},
		{14, [3]int{2018, 4, 22}, [3]int{2048, 10, 22}, 6, 18},
	}
	for i, s := range append(benchmarks, others...) {
		b := u.sovereign(s, gilt)
		b.Kind, b.Market, b.ExDividend = bond.Gilt, bond.UKGilt, bond.UK7
		b.Frequency, b.MinPiece = 2, thousand
		b.EOM = b.Maturity.IsMonthEnd()
		u.benchmark(b, func(clean float64) units.Price { return quoted(clean, 3) })
		if i >= len(benchmarks) {
			marks := u.benchmarks[b.Currency]
			u.benchmarks[b.Currency] = marks[:len(marks)-1]
		}
	}
}

func (u *builder) sovereign(s sovereign, issuer string) bond.Bond {
	b := u.draft(u.issuer(issuer))
	b.Coupon = s.eighths * units.RateUnit / 8
	b.Dated = units.DateOf(s.dated[0], s.dated[1], s.dated[2])
	b.Maturity = units.DateOf(s.maturity[0], s.maturity[1], s.maturity[2])
	b.AmountOutstanding = s.outstanding * 1000 * million
	b.HalfSpread = tenths(s.halfSpread)
	return b
}

// benchmark prices b off the curve and adds it as one of its currency's benchmarks.
func (u *builder) benchmark(b bond.Bond, quote func(clean float64) units.Price) {
	v, err := value(b)
	if err != nil {
		u.fail(&b, err)
		return
	}
	b.Evaluated = quote(v.clean(0))
	u.name(&b, "")
	b.LiquidityScore = 99
	u.observe(&b, basisPoints(b.HalfSpread), 99)
	u.benchmarks[b.Currency] = append(u.benchmarks[b.Currency], len(u.bonds))
	u.add(b, u.issuer(b.Issuer))
}
