package bond

// Feature is what sets a security apart from a bullet bond with a fixed coupon.
type Feature byte

// The features. Only Plain ones have exact flows here.
const (
	Plain Feature = iota + 1
	Callable
	Floating
	InflationLinked
	Amortising
	Defaulted
)

func (f Feature) text() string {
	switch f {
	case Plain:
		return "plain"
	case Callable:
		return "callable"
	case Floating:
		return "floating"
	case InflationLinked:
		return "inflation"
	case Amortising:
		return "amortising"
	case Defaulted:
		return "defaulted"
	}
	return ""
}

// String is the word in the universe's feature column.
func (f Feature) String() string { return named(f.text(), "feature", int(f)) }

// Treatment is how the cash of a security is worked out.
type Treatment byte

// The treatments.
const (
	Exact   Treatment = iota + 1 // from its terms
	Flat                         // without accrued interest
	Refused                      // not at all
)

// String is the word for it.
func (t Treatment) String() string {
	switch t {
	case Exact:
		return "exact"
	case Flat:
		return "flat"
	case Refused:
		return "refused"
	}
	return named("", "treatment", int(t))
}

// Treatment is how b's cash is worked out and, unless it is Exact, why, in words for whoever sent
// the line.
func (b *Bond) Treatment() (Treatment, string) {
	if b.Kind == ETF {
		return Refused, "an exchange traded fund trades in shares, not as a line of bonds"
	}
	switch b.Feature {
	case Plain:
		return Exact, ""
	case Callable:
		return Refused, "callable: its flows depend on the issuer's option, which is not modelled"
	case Floating:
		return Refused, "floating rate: its coupons are not fixed, and fixings are not held"
	case InflationLinked:
		return Refused, "inflation-linked: its flows need index ratios, which are not held"
	case Amortising:
		return Refused, "amortising: its redemption schedule is not held"
	case Defaulted:
		return Flat, "in default: it trades flat, without accrued interest"
	}
	return Refused, "its features are not stated"
}
