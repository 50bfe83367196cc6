package units

import "strings"

// Currency is an ISO 4217 code: three capital letters.
type Currency string

const (
	noMinor    = " BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF "
	threeMinor = " BHD IQD JOD KWD LYD OMR TND "
	twoMinor   = " AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN" +
		" BZD CAD CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP" +
		" GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL" +
		" MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK" +
		" PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB" +
		" TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VES WST XCD XCG YER ZAR ZMW ZWG "
)

// Decimals is how many decimals the minor unit has: 0 for the yen, 3 for the Kuwaiti dinar, 2 for
// most.
func (c Currency) Decimals() int {
	switch {
	case c == "USD" || c == "EUR" || c == "GBP": // nearly every line, before any search
		return 2
	case c.in(noMinor):
		return 0
	case c.in(threeMinor):
		return 3
	}
	return 2
}

// Valid reports whether c is a currency of ISO 4217 in which bonds are owed.
func (c Currency) Valid() bool { return c.in(twoMinor) || c.in(noMinor) || c.in(threeMinor) }

func (c Currency) in(list string) bool {
	if len(c) != 3 {
		return false
	}
	at := strings.Index(list, string(c))
	return at > 0 && list[at-1] == ' ' && list[at+3] == ' '
}
