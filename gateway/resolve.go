package gateway

import (
	"cmp"
	"fmt"

	"foliogate/gateway/bond"
)

// resolve looks up every line and works out what it needs to settle and to be
// priced, or says what is wrong with it. It reports all wrong lines, not the first.
func resolve(env Env, t Terms, lines []Line) ([]Facts, []LineRefusal) {
	facts := make([]Facts, len(lines))
	var wrong []LineRefusal
	seen := make(map[sameTrade]int, len(lines))
	for i, l := range lines {
		f, fault, text := resolveLine(env, t, l)
		if fault == 0 {
			fault, text = doubled(seen, l, f.Bond)
		}
		if fault != 0 {
			wrong = append(wrong, LineRefusal{l.Number, l.ClOrdID, fault, text})
			continue
		}
		facts[i] = f
	}
	return facts, wrong
}

// sameTrade is what no two lines may share: one bond, one side, one account.
type sameTrade struct {
	bond    string
	side    Side
	account string
}

func doubled(seen map[sameTrade]int, l Line, bond string) (LineFault, string) {
	key := sameTrade{bond, l.Side, l.Account}
	if first, ok := seen[key]; ok {
		return DuplicateLine, fmt.Sprintf(
			"the same bond, side and account as line %d: send them as one line", first)
	}
	seen[key] = l.Number
	return 0, ""
}

func resolveLine(env Env, t Terms, l Line) (Facts, LineFault, string) {
	b, ok := env.Ref.Universe.Find(l.Security.Source, l.Security.ID)
	if !ok {
		return Facts{}, UnknownSecurity, fmt.Sprintf("SecurityID(48) %s is not in the universe%s",
			l.Security.ID, hint(l.Security))
	}
	if treatment, reason := b.Treatment(); treatment == bond.Refused {
		return Facts{}, UnsupportedSecurity, reason
	}
	if b.Evaluated == 0 && t.Kind != SpreadConcession {
		return Facts{}, UnsupportedSecurity, "no evaluated price is known today, and without one" +
			" no part of a single price can be given to the line"
	}
	if text := sided(t, l); text != "" {
		return Facts{}, WrongSide, text
	}
	if fault, text := sized(env, l, b); fault != 0 {
		return Facts{}, fault, text
	}
	if b.Currency != t.Currency {
		return Facts{}, WrongCurrency, fmt.Sprintf(
			"the bond is in %s but the list settles in %s: send one list a currency",
			b.Currency, t.Currency)
	}
	if l.Currency != "" && l.Currency != b.Currency {
		return Facts{}, WrongCurrency, fmt.Sprintf("Currency(15) is %s but the bond is in %s",
			l.Currency, b.Currency)
	}
	f := Facts{Bond: b.ID, Face: b.CurrentFace(l.Face), Mark: b.Evaluated, HalfSpread: b.HalfSpread,
		Note: note(l, b)}
	if fault, text := dated(env, l, b, &f); fault != 0 {
		return Facts{}, fault, text
	}
	if fault, text := referenced(env, t, l, b, &f); fault != 0 {
		return Facts{}, fault, text
	}
	return f, 0, ""
}

// sided says what is wrong with the line's side. A price either way is for a single
// bond, in percent of par, and the client has to choose.
func sided(t Terms, l Line) string {
	switch {
	case l.Side == Buy || l.Side == Sell:
		return ""
	case l.Side != TwoWay || !t.Single:
		return "Side(54) must be 1, buy, or 2, sell"
	case t.Kind != PercentPerSide:
		return "a two-way price is in percent of par: PriceType(423) must be 1"
	case t.Trigger != OnAccept:
		return "a two-way price waits for its client: it cannot be taken at the deadline"
	case l.Limit != 0:
		return "a limit needs a side: Side(54) must be 1, buy, or 2, sell"
	}
	return ""
}

// note is what the client should know of a line that trades all the same.
func note(l Line, b *bond.Bond) string {
	if treatment, why := b.Treatment(); treatment == bond.Flat {
		return why
	}
	if !bond.CheckDigit(l.Security.ID) {
		return "the check digit of SecurityID(48) " + l.Security.ID + " is wrong; it was found all the same"
	}
	return ""
}

// hint says what may be wrong with the name of a bond that nobody knows.
func hint(s Security) string {
	switch {
	case s.Source != bond.CUSIP && s.Source != bond.ISIN:
		return ": name it by CUSIP, SecurityIDSource(22)=1, or by ISIN, 22=4"
	case s.Source == bond.CUSIP && !bond.IsCUSIP(s.ID):
		return ", and is not a CUSIP"
	case s.Source == bond.ISIN && !bond.IsISIN(s.ID):
		return ", and is not an ISIN"
	case !bond.CheckDigit(s.ID):
		return ", and its check digit is wrong"
	}
	return ""
}

// sized checks the face and its allocations.
func sized(env Env, l Line, b *bond.Bond) (LineFault, string) {
	switch {
	case l.Face <= 0 || b.CurrentFace(l.Face) == 0:
		return WrongQuantity, "OrderQty(38) must be greater than 0"
	case l.Face > env.Policy.MaxFace:
		return WrongQuantity, fmt.Sprintf("OrderQty(38) %s is above the limit of %s a line",
			l.Face, env.Policy.MaxFace)
	case b.AmountOutstanding > 0 && l.Face > b.AmountOutstanding:
		return WrongQuantity, fmt.Sprintf("OrderQty(38) %s is more than the %s outstanding",
			l.Face, b.AmountOutstanding)
	case b.MinPiece > 0 && l.Face < b.MinPiece:
		return WrongQuantity, fmt.Sprintf("OrderQty(38) %s is below the minimum piece of %s",
			l.Face, b.MinPiece)
	case b.Increment > 0 && l.Face%b.Increment != 0:
		return WrongQuantity, fmt.Sprintf("OrderQty(38) %s is not a multiple of %s",
			l.Face, b.Increment)
	}
	return allocated(l)
}

func allocated(l Line) (LineFault, string) {
	if len(l.Allocations) == 0 {
		return 0, ""
	}
	left := l.Face
	for _, a := range l.Allocations {
		switch {
		case a.Face <= 0 || a.Account == "":
			return WrongAllocation, "every allocation needs an AllocAccount(79) and an" +
				" AllocQty(80) greater than 0"
		case a.Face > left: // said before adding up, which could overflow
			return WrongAllocation, fmt.Sprintf(
				"the allocations add up to more than OrderQty(38) %s", l.Face)
		}
		left -= a.Face
	}
	if left != 0 {
		return WrongAllocation, fmt.Sprintf(
			"the allocations leave %s of OrderQty(38) %s to nobody", left, l.Face)
	}
	return 0, ""
}

// furthestSettlement is how many days ahead a line may ask to settle.
const furthestSettlement = 31

// dated resolves the settlement date and the accrued interest up to it.
func dated(env Env, l Line, b *bond.Bond, f *Facts) (LineFault, string) {
	standard, err := env.Ref.Calendar.SettlementDate(b, env.Today)
	if err != nil {
		return WrongDate, err.Error()
	}
	f.Settle = standard
	if l.SettleOn != 0 && l.SettleOn != standard {
		if err := env.Ref.Calendar.CheckSettlementDate(b, env.Today, l.SettleOn); err != nil {
			return WrongDate, fmt.Sprintf("SettlDate(64): %v", err)
		}
		if l.SettleOn > env.Today.AddDays(furthestSettlement) {
			return WrongDate, fmt.Sprintf("SettlDate(64) %s is more than %d days ahead: marks and"+
				" spreads are for spot", l.SettleOn, furthestSettlement)
		}
		f.Settle = l.SettleOn
	}
	accrued, err := b.AccruedAt(f.Settle)
	if err != nil {
		return UnsupportedSecurity, err.Error()
	}
	f.AccruedDays = accrued.Days
	f.AccruedRate = accrued.Per100()
	f.Accrued = accrued.Money(f.Face, b.Currency)
	return 0, ""
}

// referenced resolves what a spread concession is measured against.
func referenced(env Env, t Terms, l Line, b *bond.Bond, f *Facts) (LineFault, string) {
	if t.Kind != SpreadConcession {
		return 0, ""
	}
	f.Benchmark, f.ReferenceSpread = b.BenchmarkID, b.ReferenceSpread
	if l.Reference.Given {
		f.ReferenceSpread = l.Reference.Spread
	}
	named := l.Reference.Benchmark
	if named.ID != "" {
		benchmark, ok := env.Ref.Universe.Find(named.Source, named.ID)
		if !ok {
			return WrongReference, fmt.Sprintf(
				"BenchmarkSecurityID(699) %s is not in the universe", named.ID)
		}
		if benchmark.ID != b.BenchmarkID && !l.Reference.Given {
			return WrongReference, fmt.Sprintf("Spread(218) is missing: the bond's own is against %s,"+
				" not BenchmarkSecurityID(699) %s", cmp.Or(b.BenchmarkID, "nothing"), named.ID)
		}
		f.Benchmark = benchmark.ID
	}
	if f.Benchmark == "" {
		return WrongReference, "a spread inquiry needs BenchmarkSecurityID(699) and Spread(218)" +
			" on this line: the bond has no reference of its own"
	}
	return 0, ""
}
