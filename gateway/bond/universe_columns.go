package bond

import (
	"errors"
	"fmt"
	"strconv"

	"foliogate/gateway/units"
)

// A column of the universe: one cell of text to a field and back. A blank cell is never read, and
// leaves the field at its zero.
type column struct {
	name     string
	required bool // the column must be there, and filled unless the security's terms are not used
	read     func(*Bond, string) error
	write    func(*Bond) string
}

// columns is the format of a universe, in the order in which it is written. A cell may be blank unless
// said otherwise; the columns marked with must have to be there, and filled for a security whose
// terms are used.
//
//	id                    CUSIP; ISIN or symbol where there is none; never blank
//	isin, symbol          other identifiers; symbol is the exchange's
//	name, issuer, sector, country
//	rating                S&P scale, or NR
//	currency              ISO 4217; never blank
//	kind                  corporate, treasury, strip, agency, gilt, government, etf; never blank
//	market                us_bond, us_treasury, us_municipal, euro_bond, uk_bond, uk_gilt, us_fund; by
//	                      default what follows from kind and currency
//	feature               plain (the default), callable, floating, inflation, amortising, defaulted
//	coupon_pct            percent a year, at most 8 decimals; a zero coupon is 0
//	frequency             coupons a year: 1, 2, 4, 12
//	day_count             30/360-US, 30/360-BB, 30E/360, ACT/360, ACT/365F, ACT/ACT-ICMA, ACT/ACT-ISDA,
//	                      ACT/ACT-AFB
//	dated_date            interest accrues from here; all dates as 2006-01-02
//	first_coupon_date     of an odd first period
//	maturity
//	eom                   1: coupons at month end
//	ex_dividend           UK7
//	factor                what is left of one unit of face
//	amount_outstanding, min_piece, increment
//	                      par
//	evaluated_price       clean mid, percent of par
//	half_spread_bp        half the evaluated bid/ask, basis points of notional
//	benchmark_id          id of another row
//	reference_spread_bp   yield over the benchmark's, basis points
//	liquidity_score       1 to 100, 100 the most liquid
//	half_cost_bp          half of an institutional round trip, basis points of price
//	volume_30d            par traded in 30 days
//	zero_trade_days       of those, without a trade
//	dealers_quoting       how many
//	amihud_pct_per_million, roll_bp
//	                      price impact and effective spread
func columns() []column {
	return append(append(identityColumns(), termColumns()...), tradingColumns()...)
}

func identityColumns() []column {
	return []column{
		text("id", func(b *Bond) *string { return &b.ID }).must(),
		text("isin", func(b *Bond) *string { return &b.ISIN }),
		text("symbol", func(b *Bond) *string { return &b.Symbol }),
		text("name", func(b *Bond) *string { return &b.Name }),
		text("issuer", func(b *Bond) *string { return &b.Issuer }),
		text("sector", func(b *Bond) *string { return &b.Sector }),
		text("rating", func(b *Bond) *string { return &b.Rating }),
		text("country", func(b *Bond) *string { return &b.Country }),
		{name: "currency", required: true,
			read:  func(b *Bond, s string) error { b.Currency = units.Currency(s); return nil },
			write: func(b *Bond) string { return string(b.Currency) }},
		word("kind", func(b *Bond) *Kind { return &b.Kind }).must(),
		word("market", func(b *Bond) *Market { return &b.Market }),
		word("feature", func(b *Bond) *Feature { return &b.Feature }),
	}
}

func termColumns() []column {
	return []column{
		amount("coupon_pct", units.ParseRate, func(b *Bond) *units.Rate { return &b.Coupon }).must(),
		whole("frequency", func(b *Bond) *int { return &b.Frequency }).must(),
		word("day_count", func(b *Bond) *DayCount { return &b.DayCount }).must(),
		date("dated_date", func(b *Bond) *units.Date { return &b.Dated }).must(),
		date("first_coupon_date", func(b *Bond) *units.Date { return &b.FirstCoupon }),
		date("maturity", func(b *Bond) *units.Date { return &b.Maturity }).must(),
		{name: "eom", read: readEOM, write: func(b *Bond) string {
			if b.EOM {
				return "1"
			}
			return "0"
		}},
		word("ex_dividend", func(b *Bond) *ExDividend { return &b.ExDividend }),
		{name: "factor", read: readFactor, write: writeFactor},
	}
}

func tradingColumns() []column {
	return []column{
		amount("amount_outstanding", units.ParseFace, func(b *Bond) *units.Face { return &b.AmountOutstanding }),
		amount("min_piece", units.ParseFace, func(b *Bond) *units.Face { return &b.MinPiece }),
		amount("increment", units.ParseFace, func(b *Bond) *units.Face { return &b.Increment }),
		amount("evaluated_price", units.ParsePrice, func(b *Bond) *units.Price { return &b.Evaluated }),
		amount("half_spread_bp", units.ParseSpread, func(b *Bond) *units.Spread { return &b.HalfSpread }),
		text("benchmark_id", func(b *Bond) *string { return &b.BenchmarkID }),
		amount("reference_spread_bp", units.ParseSpread, func(b *Bond) *units.Spread { return &b.ReferenceSpread }),
		whole("liquidity_score", func(b *Bond) *int { return &b.LiquidityScore }),
		amount("half_cost_bp", units.ParseSpread,
			func(b *Bond) *units.Spread { return &b.Liquidity.HalfCost }).observed(ObservedHalfCost),
		amount("volume_30d", units.ParseFace,
			func(b *Bond) *units.Face { return &b.Liquidity.Volume30 }).observed(ObservedVolume30),
		whole("zero_trade_days",
			func(b *Bond) *int { return &b.Liquidity.ZeroTradeDays }).observed(ObservedZeroTradeDays),
		whole("dealers_quoting",
			func(b *Bond) *int { return &b.Liquidity.Dealers }).observed(ObservedDealers),
		amount("amihud_pct_per_million", units.ParseRate,
			func(b *Bond) *units.Rate { return &b.Liquidity.Amihud }).observed(ObservedAmihud),
		amount("roll_bp", units.ParseSpread,
			func(b *Bond) *units.Spread { return &b.Liquidity.Roll }).observed(ObservedRoll),
	}
}

func (c column) must() column {
	c.required = true
	return c
}

// observed makes a filled cell an observation, even of zero.
func (c column) observed(input Observed) column {
	read, write := c.read, c.write
	c.read = func(b *Bond, s string) error {
		b.Liquidity.Observed |= input
		return read(b, s)
	}
	c.write = func(b *Bond) string {
		switch {
		case !b.Liquidity.Observed.Has(input):
			return ""
		case write(b) == "":
			return "0"
		}
		return write(b)
	}
	return c
}

func text(name string, field func(*Bond) *string) column {
	return column{name: name,
		read:  func(b *Bond, s string) error { *field(b) = s; return nil },
		write: func(b *Bond) string { return *field(b) }}
}

func word[E enum](name string, field func(*Bond) *E) column {
	return column{name: name,
		read: func(b *Bond, s string) (err error) {
			*field(b), err = parseEnum[E](s)
			return err
		},
		write: func(b *Bond) string { return (*field(b)).text() }}
}

func date(name string, field func(*Bond) *units.Date) column {
	return column{name: name,
		read: func(b *Bond, s string) (err error) {
			*field(b), err = units.ParseDate(s)
			return err
		},
		write: func(b *Bond) string { return field(b).String() }}
}

// decimal is one of the exact decimals of units.
type decimal interface {
	~int64
	String() string
}

func amount[D decimal](name string, parse func(string) (D, error), field func(*Bond) *D) column {
	return column{name: name,
		read: func(b *Bond, s string) (err error) {
			*field(b), err = parse(s)
			return err
		},
		write: func(b *Bond) string {
			if *field(b) == 0 && name != "coupon_pct" {
				return ""
			}
			return (*field(b)).String()
		}}
}

func whole(name string, field func(*Bond) *int) column {
	return column{name: name,
		read: func(b *Bond, s string) error {
			v, err := strconv.ParseUint(s, 10, 31)
			if err != nil {
				return fmt.Errorf("%q is not a whole number", s)
			}
			*field(b) = int(v)
			return nil
		},
		write: func(b *Bond) string {
			if *field(b) == 0 {
				return ""
			}
			return strconv.Itoa(*field(b))
		}}
}

func readEOM(b *Bond, s string) error {
	if s != "0" && s != "1" {
		return errors.New("write 1 for coupons at month end, or 0")
	}
	b.EOM = s == "1"
	return nil
}

func readFactor(b *Bond, s string) error {
	v, err := units.ParsePrice(s)
	if err != nil || v <= 0 || v > factorUnit {
		return errors.New("write what is left of one unit of face, above 0 and up to 1, in at most 8 decimals")
	}
	b.Factor = int64(v)
	return nil
}

func writeFactor(b *Bond) string {
	if b.Factor == 0 {
		return ""
	}
	return units.Price(b.Factor).String()
}
