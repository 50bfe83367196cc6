package universe

import (
	"fmt"
	"strings"

	"foliogate/gateway/bond"
)

// A mint gives bonds their identifiers and names, none of them twice.
type mint struct {
	issues map[string]int  // by issuer number
	names  map[string]bool // of securities
}

// issueLetters are those of an issue number: I and O are left out, being too like 1 and 0.
const issueLetters = "ABCDEFGHJKLMNPQRSTUVWXYZ"

// strike identifies b as its issuer's next bond: a letter and a digit is an issue of debt.
func (m *mint) strike(b *bond.Bond, by issuer) {
	n := m.issues[by.number]
	m.issues[by.number]++
	identify(b, fmt.Sprintf("%s%c%d", by.number, issueLetters[n/8], 2+n%8))
}

// strikeFund identifies b as its sponsor's next fund: two digits are an issue of shares.
func (m *mint) strikeFund(b *bond.Bond, by issuer) {
	m.issues[by.number]++
	identify(b, fmt.Sprintf("%s%d", by.number, 10*m.issues[by.number]))
}

func identify(b *bond.Bond, cusip string) {
	digit, _ := bond.CUSIPCheckDigit(cusip)
	b.ID = cusip + string(digit)
	digit, _ = bond.ISINCheckDigit("US" + b.ID)
	b.ISIN = "US" + b.ID + string(digit)
}

// name calls b by its issuer, coupon and year, or reports that another is called so.
func (m *mint) name(b *bond.Bond, suffix string) bool {
	year, _, _ := b.Maturity.Civil()
	b.Name = strings.TrimSpace(fmt.Sprintf("%s %s %d %s", b.Issuer, b.Coupon, year, suffix))
	if m.names[b.Name] {
		return false
	}
	m.names[b.Name] = true
	return true
}
