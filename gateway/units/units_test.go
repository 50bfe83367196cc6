package units

import (
	"encoding/json"
	"math"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
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

// The twin of the 128-bit helpers is math/big.
func TestMulDivAgainstBig(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	edge := []int64{0, 1, -1, 2, -2, 3, math.MaxInt64, math.MinInt64, math.MaxInt64 - 1, 100, 1e12}
	pick := func() int64 {
		if r.IntN(3) == 0 {
			return edge[r.IntN(len(edge))]
		}
		return int64(r.Uint64()) >> r.IntN(60)
	}
	for range 200_000 {
		a, b, den := pick(), pick(), pick()
		round, okRound := MulDivRound(a, b, den)
		floor, okFloor := MulDivFloor(a, b, den)
		wantRound, wantFloor := bigMulDiv(a, b, den)
		checkMulDiv(t, "MulDivRound", a, b, den, round, okRound, wantRound)
		checkMulDiv(t, "MulDivFloor", a, b, den, floor, okFloor, wantFloor)
	}
}

func bigMulDiv(a, b, den int64) (round, floor *big.Int) {
	if den == 0 {
		return nil, nil
	}
	product := new(big.Int).Mul(big.NewInt(a), big.NewInt(b))
	divisor := big.NewInt(den)
	if den < 0 {
		product.Neg(product)
		divisor.Neg(divisor)
	}
	floor = new(big.Int).Div(product, divisor)
	double := new(big.Int).Abs(product)
	double.Lsh(double, 1).Add(double, divisor).Div(double, new(big.Int).Lsh(divisor, 1))
	if product.Sign() < 0 {
		double.Neg(double)
	}
	return double, floor
}

func checkMulDiv(t *testing.T, name string, a, b, den, got int64, ok bool, want *big.Int) {
	t.Helper()
	fits := want != nil && want.IsInt64()
	if ok != fits || ok && got != want.Int64() || !ok && got != 0 {
		t.Fatalf("%s(%d, %d, %d) = %d, %t; want %v", name, a, b, den, got, ok, want)
	}
}

// Every day of the range against the standard library.
func TestDatesAgainstTime(t *testing.T) {
	at := time.Date(1900, 1, 1, 0, 0, 0, 0, time.UTC)
	for d := MinDate; d <= MaxDate; d++ {
		year, month, day := d.Civil()
		if y, m, n := at.Date(); y != year || int(m) != month || n != day || at.Weekday() != d.Weekday() {
			t.Fatalf("%d is %04d-%02d-%02d %s, want %s", d, year, month, day, d.Weekday(), at)
		}
		if DateOf(year, month, day) != d || DateFromTime(at.Add(23*time.Hour)) != d || !d.Time().Equal(at) {
			t.Fatalf("%s does not come back", d)
		}
		next := at.AddDate(0, 0, 1)
		if d.IsMonthEnd() != (next.Day() == 1) {
			t.Fatalf("%s month end: %t", d, d.IsMonthEnd())
		}
		at = next
	}
	if MaxDate.String() != "2299-12-31" {
		t.Errorf("the last date is %s", MaxDate)
	}
}

func TestAddMonths(t *testing.T) {
	for _, c := range []struct {
		from string
		n    int
		want string
	}{
		{"2024-08-31", -6, "2024-02-29"},
		{"2024-08-31", -18, "2023-02-28"},
		{"2024-02-29", 12, "2025-02-28"},
		{"2024-01-15", -1, "2023-12-15"},
		{"2024-12-31", 1, "2025-01-31"},
		{"1900-01-31", -1, ""},
		{"2299-12-31", 1, ""},
	} {
		from, err := ParseDate(c.from)
		if err != nil {
			t.Fatal(err)
		}
		if got := from.AddMonths(c.n).String(); got != c.want {
			t.Errorf("%s %+d months = %q, want %q", c.from, c.n, got, c.want)
		}
	}
}

func TestDatesRefused(t *testing.T) {
	for _, in := range []string{"", "2025-02-29", "2025-13-01", "2025-00-10", "1899-12-31", "2300-01-01",
		"2025/06/17", "20250617", "2025-06-1x", "x025-06-17", "2025-06-17 "} {
		if d, err := ParseDate(in); err == nil {
			t.Errorf("ParseDate(%q) = %s", in, d)
		}
	}
	for _, in := range []string{"", "20250229", "2025061", "202506170", "2025-6-1", "2025061x"} {
		if d, err := ParseFIXDate(in); err == nil {
			t.Errorf("ParseFIXDate(%q) = %s", in, d)
		}
		if d, err := ParseFIXDateBytes([]byte(in)); err == nil {
			t.Errorf("ParseFIXDateBytes(%q) = %s", in, d)
		}
	}
	if d := DateOf(2025, 6, 17); d.FIX() != "20250617" || d.String() != "2025-06-17" || Date(0).FIX() != "" {
		t.Errorf("2025-06-17 is written %s and %s", d.FIX(), d)
	}
	if d := MaxDate.AddDays(1) | MinDate.AddDays(-1) | Date(0).AddDays(1) | MaxDate.AddDays(math.MaxInt); d != 0 {
		t.Errorf("a day beyond the range is %d", d)
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

func BenchmarkPrincipal(b *testing.B) {
	for b.Loop() {
		Principal(2_283_000*FaceUnit, 8_669_300_000, "USD")
	}
}
