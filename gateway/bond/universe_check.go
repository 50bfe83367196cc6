package bond

import (
	"strconv"
	"strings"

	"foliogate/gateway/units"
)

// A problem is what is wrong in one cell of a universe, and what to do about it.
type problem struct{ column, text, reason, remedy string }

func (p *problem) Error() string {
	return p.column + " " + strconv.Quote(p.text) + " " + p.reason + "; " + p.remedy
}

// check says what is inconsistent about one security by itself, and settles its defaults.
func (b *Bond) check() *problem {
	if p := b.checkIdentity(); p != nil {
		return p
	}
	if p := b.checkTrading(); p != nil {
		return p
	}
	if treatment, _ := b.Treatment(); treatment == Refused {
		return nil // its terms are not used
	}
	return b.termProblem()
}

func (b *Bond) checkIdentity() *problem {
	switch {
	case b.ID == "":
		return &problem{"id", "", "is blank", "write the CUSIP, or the ISIN or symbol where there is none"}
	case b.Kind != ETF && !IsCUSIP(b.ID) && !IsISIN(b.ID):
		return &problem{"id", b.ID, "is neither a CUSIP nor an ISIN", "write nine or twelve characters"}
	case b.ISIN != "" && !IsISIN(b.ISIN):
		return &problem{"isin", b.ISIN, "is not an ISIN", "write two letters, nine letters or digits, one digit"}
	case IsISIN(b.ID) && b.ISIN != b.ID:
		return &problem{"isin", b.ISIN, "differs from the id", "write the same ISIN in both"}
	case !b.Currency.Valid():
		return &problem{"currency", string(b.Currency), "is no currency", "write its three letters of ISO 4217"}
	case b.Kind.text() == "":
		return &problem{"kind", "", "is blank", "write one of the kinds"}
	case b.Rating != "" && !rated(b.Rating):
		return &problem{"rating", b.Rating, "is no rating", "write " + ratings + "or leave it blank"}
	}
	if b.Feature == 0 {
		b.Feature = Plain
	}
	if b.Market == 0 {
		b.Market = usualMarket(b.Kind, b.Currency)
	}
	if b.Market == 0 {
		return &problem{"market", "", "does not follow from kind " + b.Kind.String() + " in " + string(b.Currency),
			"write the market"}
	}
	return nil
}

func (b *Bond) checkTrading() *problem {
	negative := "must not be negative"
	switch {
	case b.Evaluated < 0 || b.Evaluated > units.MaxPrice:
		return &problem{"evaluated_price", b.Evaluated.String(), "is not a price", "write percent of par"}
	case b.HalfSpread < 0:
		return &problem{"half_spread_bp", b.HalfSpread.String(), negative, "write basis points of notional"}
	case b.AmountOutstanding < 0:
		return &problem{"amount_outstanding", b.AmountOutstanding.String(), negative, "write a par amount"}
	case b.MinPiece < 0 || b.MinPiece > units.MaxFace:
		return &problem{"min_piece", b.MinPiece.String(), "is not a par amount", "write the smallest tradable face"}
	case b.Increment < 0 || b.Increment > units.MaxFace:
		return &problem{"increment", b.Increment.String(), "is not a par amount", "write the step of face"}
	case b.LiquidityScore < 0 || b.LiquidityScore > 100:
		return &problem{"liquidity_score", strconv.Itoa(b.LiquidityScore), "is not within 1 to 100",
			"write 100 for the most liquid, or leave it blank"}
	case b.Liquidity.ZeroTradeDays < 0 || b.Liquidity.ZeroTradeDays > 30:
		return &problem{"zero_trade_days", strconv.Itoa(b.Liquidity.ZeroTradeDays), "is not within 0 to 30",
			"write the days of the last 30 without a trade"}
	case b.BenchmarkID == b.ID && b.ID != "":
		return &problem{"benchmark_id", b.BenchmarkID, "is the bond itself", "write another, or leave it blank"}
	}
	return nil
}

const ratings = "AAA, AA+, AA, AA-, A+, A, A-, BBB+, BBB, BBB-, BB+, BB, BB-, B+, B, B-, " +
	"CCC+, CCC, CCC-, CC, C, D, NR "

func rated(rating string) bool {
	for list := ratings; list != ""; {
		var one string
		one, list, _ = strings.Cut(list, " ")
		if strings.TrimSuffix(one, ",") == rating {
			return true
		}
	}
	return false
}

// usualMarket is where a kind of security settles unless its row says otherwise, or 0.
func usualMarket(k Kind, c units.Currency) Market {
	switch {
	case k == ETF && c == "USD":
		return USFund
	case (k == Treasury || k == Strip) && c == "USD":
		return USTreasury
	case k == Gilt || k == Strip && c == "GBP":
		return UKGilt
	case c == "USD":
		return USBond
	case c == "EUR":
		return EuroBond
	case c == "GBP":
		return UKBond
	}
	return 0
}
