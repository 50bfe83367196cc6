package fixspec

import (
	"math"
	"testing"

	"foliogate/gateway/units"
)

func TestAmountText(t *testing.T) {
	for _, text := range []string{"0", "0.0", "5", "-5", "-0.01", "0.000000001", "-995125.50",
		"999999999999999999", "-999999999.999999999", "100.00"} {
		a, err := parseAmount([]byte(text))
		if err != nil || a.String() != text || !a.Given() {
			t.Errorf("%q: %q, %v", text, a, err)
		}
	}
	for _, text := range []string{"", "-", ".", "-.", "1e6", "+1", "1.2.3", "1,000", " 1",
		"1234567890123456789", "0.0000000001"} {
		if a, err := parseAmount([]byte(text)); err == nil {
			t.Errorf("%q was read as %s", text, a)
		}
	}
}

func TestAmountUnits(t *testing.T) {
	parse := func(s string) Amount {
		a, err := parseAmount([]byte(s))
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	if m, ok := parse("-995125.5").Money("USD"); m != -995_125_50 || !ok {
		t.Error(m, ok)
	}
	if m, ok := parse("12.00").Money("JPY"); m != 12 || !ok {
		t.Error(m, ok)
	}
	if _, ok := parse("12.5").Money("JPY"); ok {
		t.Error("half a yen")
	}
	if p, ok := parse("99.25").Price(); p != 99_25000000 || !ok {
		t.Error(p, ok)
	}
	if _, ok := parse("999999999999999999").Price(); ok {
		t.Error("a price that does not fit")
	}
	if s, ok := parse("-4.25").Spread(); s != -4_250_000 || !ok {
		t.Error(s, ok)
	}
	if _, ok := parse("0.0000001").Spread(); ok {
		t.Error("a spread of too many decimals")
	}
	for _, m := range []units.Money{0, 1, -1, math.MaxInt64 / 100, -995_125_50} {
		if got, ok := MoneyAmount(m, "KWD").Money("KWD"); got != m || !ok {
			t.Error(m, got, ok)
		}
	}
	if s := PriceAmount(99_25000000).String() + " " + SpreadAmount(0).String(); s != "99.25 0" {
		t.Error(s)
	}
	if (Amount{}).Given() {
		t.Error("nothing is an amount")
	}
}
