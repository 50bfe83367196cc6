package bond

import "foliogate/gateway/units"

// A Bond is one security's terms and reference data. One that came out of LoadUniverse has consistent
// terms; one built by hand is checked by each method that needs them.
type Bond struct {
	// ID is the CUSIP, unique in a universe. A security without one has its ISIN here, or its symbol.
	ID     string
	ISIN   string
	Symbol string // exchange symbol, of an ETF

	Name, Issuer, Sector, Rating string
	Country                      string // ISO 3166, of the issuer
	Currency                     units.Currency
	Kind                         Kind
	Market                       Market
	Feature                      Feature

	Coupon    units.Rate // annual; 0 for a zero coupon, whose Frequency still says how it compounds
	Frequency int        // coupons a year: 1, 2, 4 or 12
	DayCount  DayCount
	Dated     units.Date // interest accrues from here
	// FirstCoupon is set where the first period is odd. Without it the coupons are the plain roll back
	// from Maturity to Dated.
	FirstCoupon units.Date
	Maturity    units.Date
	EOM         bool // coupons at month end, where Maturity is one
	ExDividend  ExDividend
	// Factor is what is left of each unit of face, in 1e-8 (FIX 228). 0 means all of it.
	Factor int64

	AmountOutstanding   units.Face
	MinPiece, Increment units.Face

	Evaluated  units.Price  // evaluated mid, clean
	HalfSpread units.Spread // evaluated half bid/ask, basis points of notional
	// BenchmarkID is the ID of the security that ReferenceSpread (yield over yield) is against.
	BenchmarkID     string
	ReferenceSpread units.Spread

	LiquidityScore int // 1 to 100, 100 the most liquid; 0 where no vendor gives one
	Liquidity      Liquidity

	calendars *Calendars
}

// Liquidity holds what is observed about how a security trades. Observed says which of the fields
// are, since a volume of zero is an observation and not the lack of one.
type Liquidity struct {
	Observed      Observed
	HalfCost      units.Spread // half an immediate institutional round trip, basis points of price
	Volume30      units.Face   // traded in the last 30 days
	ZeroTradeDays int          // of the last 30 days, without a trade
	Dealers       int          // quoting
	Amihud        units.Rate   // percent of price moved by one million traded
	Roll          units.Spread // Roll's effective spread, basis points of price
}

// Observed is a set of liquidity inputs.
type Observed byte

// The inputs of Liquidity.
const (
	ObservedHalfCost Observed = 1 << iota
	ObservedVolume30
	ObservedZeroTradeDays
	ObservedDealers
	ObservedAmihud
	ObservedRoll
)

// Has reports whether all of inputs are observed.
func (o Observed) Has(inputs Observed) bool { return o&inputs == inputs }

// CurrentFace is face x factor, rounded half away from zero to the face's hundredth. Principal and
// accrued are owed on it.
func (b *Bond) CurrentFace(face units.Face) units.Face {
	if b.Factor == 0 || b.Factor == factorUnit {
		return face
	}
	v, _ := units.MulDivRound(int64(face), b.Factor, factorUnit) // cannot overflow: factor <= 1
	return units.Face(v)
}

const factorUnit = 100_000_000
