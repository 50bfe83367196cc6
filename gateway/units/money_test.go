package units

import (
	"math"
	"testing"
)

func TestMoney(t *testing.T) {
	for _, c := range []struct {
		in   string
		c    Currency
		want Money
		out  string
	}{
		{"-995125.50", "USD", -99_512_550, "-995125.50"},
		{"0.05", "EUR", 5, "0.05"},
		{"-0.05", "EUR", -5, "-0.05"},
		{"7", "GBP", 700, "7.00"},
		{"123", "JPY", 123, "123"},
		{"1.234", "KWD", 1234, "1.234"},
	} {
		got, err := ParseMoney(c.in, c.c)
		if err != nil || got != c.want || got.Format(c.c) != c.out {
			t.Errorf("ParseMoney(%q, %s) = %d (%s), %v; want %d (%s)", c.in, c.c, got, got.Format(c.c), err,
				c.want, c.out)
		}
	}
	if _, err := ParseMoney("1.5", "JPY"); err == nil {
		t.Error("half a yen was accepted")
	}
}

func TestCurrency(t *testing.T) {
	for c, want := range map[Currency]bool{"USD": true, "CHF": true, "JPY": true, "KWD": true, "AED": true,
		"ZWG": true, "XXX": false, "usd": false, "US": false, "": false, "D A": false, " US": false} {
		if c.Valid() != want {
			t.Errorf("%q valid: %t, want %t", c, c.Valid(), want)
		}
	}
}

func TestPrincipalRoundsHalfAwayFromZero(t *testing.T) {
	for _, c := range []struct {
		face     string
		clean    string
		currency Currency
		want     Money
	}{
		{"2283000", "86.693", "USD", 197_920_119},
		{"137000", "95.4921875", "USD", 13_082_430}, // 130824.296875
		{"1000", "0.0005", "USD", 1},                // exactly half a cent
		{"1000", "-0.0005", "USD", -1},
		{"1000", "0.00049999", "USD", 0},
		{"100", "100.5", "JPY", 101},
		{"1000000000000", "100000", "KWD", 1_000_000_000_000_000_000},
	} {
		face, err := ParseFace(c.face)
		if err != nil {
			t.Fatal(err)
		}
		clean, err := ParsePrice(c.clean)
		if err != nil {
			t.Fatal(err)
		}
		if got := Principal(face, clean, c.currency); got != c.want {
			t.Errorf("%s of %s at %s = %d, want %d", c.face, c.currency, c.clean, got, c.want)
		}
	}
	if Principal(math.MaxInt64, math.MaxInt64, "USD") != math.MaxInt64 ||
		Principal(math.MaxInt64, math.MinInt64, "USD") != math.MinInt64 {
		t.Error("an absurd principal does not saturate")
	}
}

func BenchmarkPrincipal(b *testing.B) {
	for b.Loop() {
		Principal(2_283_000*FaceUnit, 8_669_300_000, "USD")
	}
}
