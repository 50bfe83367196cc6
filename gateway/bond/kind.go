package bond

import (
	"fmt"
	"strconv"
)

// Kind is what sort of security it is.
type Kind byte

// The kinds of security.
const (
	Corporate  Kind = iota + 1
	Treasury        // of the United States, notes and bonds
	Strip           // a stripped government coupon or principal
	Agency          // of the United States
	Gilt            // of the United Kingdom
	Government      // any other sovereign, state or city
	ETF             // an exchange traded fund: no terms, only identifiers and a price per share
)

func (k Kind) text() string {
	switch k {
	case Corporate:
		return "corporate"
	case Treasury:
		return "treasury"
	case Strip:
		return "strip"
	case Agency:
		return "agency"
	case Gilt:
		return "gilt"
	case Government:
		return "government"
	case ETF:
		return "etf"
	}
	return ""
}

// String is the word in the universe's kind column.
func (k Kind) String() string { return named(k.text(), "kind", int(k)) }

// Market is where a security settles: which calendars and which settlement cycle hold for it.
type Market byte

// The markets with a settlement cycle.
const (
	USBond      Market = iota + 1 // corporates and agencies in dollars
	USTreasury                    // Treasuries and their strips
	EuroBond                      // euro bonds, on TARGET days
	UKBond                        // sterling corporates
	UKGilt                        // gilts
	USFund                        // exchange traded funds listed in New York
	USMunicipal                   // of states and cities, under the rules of the MSRB
)

func (m Market) text() string {
	switch m {
	case USBond:
		return "us_bond"
	case USTreasury:
		return "us_treasury"
	case EuroBond:
		return "euro_bond"
	case UKBond:
		return "uk_bond"
	case UKGilt:
		return "uk_gilt"
	case USFund:
		return "us_fund"
	case USMunicipal:
		return "us_municipal"
	}
	return ""
}

// String is the word in the universe's market column.
func (m Market) String() string { return named(m.text(), "market", int(m)) }

// ExDividend is how long before a coupon its buyer no longer receives it.
type ExDividend byte

const (
	// NoExDividend: a coupon goes to whoever holds the bond on its date.
	NoExDividend ExDividend = iota
	// UK7: from six United Kingdom business days before the coupon, the seller keeps it and the
	// accrued interest is negative. The last cum-dividend day is the seventh.
	UK7
)

func (e ExDividend) text() string {
	if e == UK7 {
		return "UK7"
	}
	return ""
}

// String is the word in the universe's ex_dividend column.
func (e ExDividend) String() string {
	if e == NoExDividend {
		return "none"
	}
	return named(e.text(), "ex-dividend rule", int(e))
}

// ParseExDividend reads the word in the universe's ex_dividend column.
func ParseExDividend(s string) (ExDividend, error) { return parseEnum[ExDividend](s) }

// named panics on a value that no door lets in: an enumeration is checked where it is parsed. Zero is
// one that nobody has stated.
func named(text, what string, v int) string {
	switch {
	case v == 0:
		return "no " + what
	case text == "":
		panic("bond: impossible " + what + " " + strconv.Itoa(v))
	}
	return text
}

// enum is one of this package's small enumerations that start at one.
type enum interface {
	~byte
	text() string
}

// parseEnum finds the value whose text is s among those counted from one.
func parseEnum[E enum](s string) (E, error) {
	list := ""
	for e := E(1); e.text() != ""; e++ {
		if e.text() == s {
			return e, nil
		}
		list += ", " + e.text()
	}
	return 0, fmt.Errorf("%q is none of %s", s, list[2:])
}
