package units

import (
	"encoding/json"
	"math"
	"strings"
	"testing"
)

func TestParseDecimals(t *testing.T) {
	for _, c := range []struct {
		in   string
		want Price
		out  string // when not the input itself
	}{
		{in: "0", want: 0},
		{in: "-0", want: 0, out: "0"},
		{in: "99.25", want: 9_925_000_000},
		{in: "99.2500", want: 9_925_000_000, out: "99.25"},
		{in: "99.25000000000", want: 9_925_000_000, out: "99.25"},
		{in: "100.00390625", want: 10_000_390_625},
		{in: "-0.00000001", want: -1},
		{in: ".5", want: 50_000_000, out: "0.5"},
		{in: "5.", want: 500_000_000, out: "5"},
		{in: "00012", want: 1_200_000_000, out: "12"},
		{in: "92233720368.54775807", want: math.MaxInt64},
		{in: "-92233720368.54775808", want: math.MinInt64},
	} {
		got, err := ParsePrice(c.in)
		if err != nil || got != c.want {
			t.Errorf("ParsePrice(%q) = %d, %v; want %d", c.in, got, err, c.want)
		}
		if b, err := ParsePriceBytes([]byte(c.in)); err != nil || b != c.want {
			t.Errorf("ParsePriceBytes(%q) = %d, %v; want %d", c.in, b, err, c.want)
		}
		out := c.out
		if out == "" {
			out = c.in
		}
		if got.String() != out {
			t.Errorf("ParsePrice(%q).String() = %q; want %q", c.in, got.String(), out)
		}
	}
}

func TestParseDecimalsRefused(t *testing.T) {
	for in, want := range map[string]string{
		"":                      "empty",
		"-":                     "not a decimal",
		".":                     "not a decimal",
		"+1":                    "not a decimal",
		"1e3":                   "not a decimal",
		"1,5":                   "not a decimal",
		" 1":                    "not a decimal",
		"1.2.3":                 "not a decimal",
		"--1":                   "not a decimal",
		"99.123456789":          "more than 8 decimals",
		"99.1234567801":         "more than 8 decimals",
		"99.123456789x":         "not a decimal",
		"92233720368.54775808":  "too large",
		"-92233720368.54775809": "too large",
		"99999999999999999999":  "too large",
		"9999999999999":         "too large",
	} {
		if v, err := ParsePrice(in); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("ParsePrice(%q) = %d, %v; want an error with %q", in, v, err, want)
		}
	}
}

func TestEveryUnitKeepsItsScale(t *testing.T) {
	price, _ := ParsePrice("1")
	rate, _ := ParseRate("1")
	spread, _ := ParseSpread("1")
	face, _ := ParseFace("1")
	if price != PriceUnit || rate != RateUnit || spread != SpreadUnit || face != FaceUnit {
		t.Errorf("one of each is %d %d %d %d", price, rate, spread, face)
	}
	if _, err := ParseFace("1.005"); err == nil {
		t.Error("a face of half a cent was accepted")
	}
	if _, err := ParseSpread("1.0000001"); err == nil {
		t.Error("a spread beyond 1e-6 bp was accepted")
	}
}

func TestJSONRoundTrips(t *testing.T) {
	type all struct {
		P Price
		R Rate
		S Spread
		F Face
		M Money
		D Date
		N Date
	}
	want := all{9_925_000_000, -450_000_000, -1_250_000, 100_000_050, -99_512_550, DateOf(2025, 6, 17), 0}
	text, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	const golden = `{"P":"99.25","R":"-4.5","S":"-1.25","F":"1000000.5","M":-99512550,"D":"2025-06-17","N":""}`
	if string(text) != golden {
		t.Errorf("JSON is\n%s, want\n%s", text, golden)
	}
	var got all
	if err := json.Unmarshal(text, &got); err != nil || got != want {
		t.Errorf("read back %+v, %v; want %+v", got, err, want)
	}
	for _, bad := range []string{`{"P":99.25}`, `{"P":"x"}`, `{"D":"2025-02-30"}`, `{"D":20250617}`} {
		if err := json.Unmarshal([]byte(bad), &got); err == nil {
			t.Errorf("%s was accepted", bad)
		}
	}
}

func TestPriceRound(t *testing.T) {
	for _, c := range []struct {
		in       string
		decimals int
		want     string
	}{
		{"99.12345650", 6, "99.123457"},
		{"99.12345649", 6, "99.123456"},
		{"-99.1234565", 6, "-99.123457"},
		{"0.5", 0, "1"},
		{"-0.5", 0, "-1"},
		{"0.49999999", 0, "0"},
		{"99.12345678", 8, "99.12345678"},
		{"99.12345678", 12, "99.12345678"},
		{"92233720368.54775807", 0, "92233720368"},
	} {
		p, err := ParsePrice(c.in)
		if err != nil {
			t.Fatal(err)
		}
		if got := p.Round(c.decimals).String(); got != c.want {
			t.Errorf("%s rounded to %d decimals is %s, want %s", c.in, c.decimals, got, c.want)
		}
	}
}

func TestNoAllocation(t *testing.T) {
	price, face, rate, spread := []byte("99.12345678"), []byte("1000000"), []byte("4.875"), []byte("-12.5")
	date, money, buf := []byte("20250617"), []byte("-995125.50"), make([]byte, 0, 64)
	allocs := testing.AllocsPerRun(100, func() {
		p, _ := ParsePriceBytes(price)
		f, _ := ParseFaceBytes(face)
		r, _ := ParseRateBytes(rate)
		s, _ := ParseSpreadBytes(spread)
		d, _ := ParseFIXDateBytes(date)
		m, _ := ParseMoneyBytes(money, "USD")
		buf = p.AppendText(buf[:0])
		buf = f.AppendText(buf)
		buf = r.AppendText(buf)
		buf = s.AppendText(buf)
		buf = d.AppendFIX(buf)
		buf = m.AppendFormat(buf, "JPY")
		buf = Principal(f, p, "KWD").AppendFormat(buf[:0], "KWD")
	})
	if allocs != 0 {
		t.Errorf("%v allocations", allocs)
	}
}

func FuzzDecimals(f *testing.F) {
	for _, seed := range []string{"99.25", "-0.00000001", "92233720368.54775807", "", "1.2.3", "00.1"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		p, err := ParsePrice(text)
		if err != nil {
			return
		}
		again, err := ParsePrice(p.String())
		if err != nil || again != p {
			t.Errorf("%q reads as %d, written %q, read again as %d, %v", text, p, p, again, err)
		}
	})
}

func BenchmarkParsePriceBytes(b *testing.B) {
	text := []byte("99.123456")
	for b.Loop() {
		if _, err := ParsePriceBytes(text); err != nil {
			b.Fatal(err)
		}
	}
}
