package bond

// IDSource says what kind of identifier a security is named by, in the codes of FIX
// SecurityIDSource(22).
type IDSource byte

// The sources by which a universe can be searched.
const (
	CUSIP          IDSource = '1'
	ISIN           IDSource = '4'
	ExchangeSymbol IDSource = '8'
)

// String is the name a trader would use.
func (s IDSource) String() string {
	switch s {
	case CUSIP:
		return "CUSIP"
	case ISIN:
		return "ISIN"
	case ExchangeSymbol:
		return "symbol"
	}
	return "identifier source " + string(rune(s))
}

// CUSIPCheckDigit is the ninth character that belongs to the first eight of base, or ok is false when
// base is not eight characters of 0-9, A-Z, '*', '@' or '#'.
func CUSIPCheckDigit(base string) (digit byte, ok bool) {
	if len(base) != 8 {
		return 0, false
	}
	sum := 0
	for i := range 8 {
		v, ok := cusipValue(base[i])
		if !ok {
			return 0, false
		}
		if i%2 == 1 {
			v *= 2
		}
		sum += v/10 + v%10
	}
	return byte('0' + (10-sum%10)%10), true
}

func cusipValue(c byte) (int, bool) {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0'), true
	case c >= 'A' && c <= 'Z':
		return int(c-'A') + 10, true
	case c == '*':
		return 36, true
	case c == '@':
		return 37, true
	case c == '#':
		return 38, true
	}
	return 0, false
}

// ISINCheckDigit is the twelfth character that belongs to the first eleven of base (two letters and
// nine letters or digits), by Luhn's sum over the digits of their base-36 values.
func ISINCheckDigit(base string) (digit byte, ok bool) {
	if len(base) != 11 || !letter(base[0]) || !letter(base[1]) {
		return 0, false
	}
	sum, double := 0, true
	for i := 10; i >= 0; i-- {
		v, ok := cusipValue(base[i])
		if !ok || v > 35 {
			return 0, false
		}
		for {
			d := v % 10
			if double {
				d *= 2
			}
			sum += d/10 + d%10
			double = !double
			if v /= 10; v == 0 {
				break
			}
		}
	}
	return byte('0' + (10-sum%10)%10), true
}

func letter(c byte) bool { return c >= 'A' && c <= 'Z' }

// IsCUSIP reports whether id has the form of a CUSIP; CheckDigit says whether its last digit agrees.
func IsCUSIP(id string) bool {
	if len(id) != 9 || id[8] < '0' || id[8] > '9' {
		return false
	}
	_, ok := CUSIPCheckDigit(id[:8])
	return ok
}

// IsISIN reports whether id has the form of an ISIN; CheckDigit says whether its last digit agrees.
func IsISIN(id string) bool {
	if len(id) != 12 || id[11] < '0' || id[11] > '9' {
		return false
	}
	_, ok := ISINCheckDigit(id[:11])
	return ok
}

// CheckDigit reports whether the check digit of a CUSIP or an ISIN agrees with the rest of it. Real
// data carries identifiers that do not; they name a bond all the same, so the answer is for a warning.
func CheckDigit(id string) bool {
	switch {
	case IsCUSIP(id):
		digit, _ := CUSIPCheckDigit(id[:8])
		return digit == id[8]
	case IsISIN(id):
		digit, _ := ISINCheckDigit(id[:11])
		return digit == id[11]
	}
	return false
}
