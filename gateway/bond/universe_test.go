package bond

import (
	"bytes"
	"strings"
	"testing"

	"foliogate/gateway/units"
)

const small = `# version: spring-1
# clearly fictional
id,isin,symbol,issuer,rating,currency,kind,feature,coupon_pct,frequency,day_count,dated_date,first_coupon_date,maturity,eom,ex_dividend,min_piece,evaluated_price,half_spread_bp,benchmark_id,reference_spread_bp,liquidity_score,volume_30d
99999AAA9,US99999AAA91,,Acme,BBB+,USD,corporate,plain,5.125,2,30/360-US,2021-02-11,2021-09-15,2031-03-15,0,,1000,99.25,12.5,99999TTT6,145,42,0
99999TTT6,,,Treasury,AA+,USD,treasury,,4.25,2,ACT/ACT-ICMA,2025-05-15,,2035-05-15,0,,100,98.5625,0.5,,,98,
99999FFF1,,,Acme,,USD,corporate,floating,,,,,,,,,,,,,,,
99999CCC0,,,Acme,,USD,corporate,callable,6,2,30/360-US,2021-02-11,,2031-03-15,,,,,,,,,
GB00B24FF097,GB00B24FF097,,HM Treasury,AA,GBP,gilt,,4.75,2,ACT/ACT-ICMA,2007-12-07,,2030-12-07,0,UK7,,,,,,,
LQQ,,LQQ,Fund,,USD,etf,,,,,,,,,,,,,,,,
`

func load(t testing.TB, text string) (*Universe, error) {
	t.Helper()
	return LoadUniverse(strings.NewReader(text), "bonds.csv")
}

func TestLoadUniverse(t *testing.T) {
	u, err := load(t, small)
	if err != nil {
		t.Fatal(err)
	}
	if u.Len() != 6 || u.Version != "spring-1" || len(u.Hash) != 12 {
		t.Errorf("%d bonds, version %s, hash %s", u.Len(), u.Version, u.Hash)
	}
	b, ok := u.Find(ISIN, "US99999AAA91")
	if !ok || b.ID != "99999AAA9" || b.Market != USBond || b.Feature != Plain || b.LiquidityScore != 42 ||
		b.ReferenceSpread != 145*units.SpreadUnit || b.FirstCoupon != day(t, "2021-09-15") {
		t.Errorf("the corporate is %+v", b)
	}
	if !b.Liquidity.Observed.Has(ObservedVolume30) || b.Liquidity.Observed.Has(ObservedRoll) {
		t.Errorf("observed %b", b.Liquidity.Observed)
	}
	for _, find := range []struct {
		source IDSource
		id     string
		found  bool
	}{{CUSIP, "99999TTT6", true}, {CUSIP, "LQQ", false}, {ExchangeSymbol, "LQQ", true}, {ISIN, "GB00B24FF097", true},
		{CUSIP, "GB00B24FF097", false}, {CUSIP, "", false}, {ISIN, "", false}, {'9', "99999TTT6", false}} {
		if _, ok := u.Find(find.source, find.id); ok != find.found {
			t.Errorf("%s %q found: %t", find.source, find.id, ok)
		}
	}
	if gilt, _ := u.Get("GB00B24FF097"); gilt.Market != UKGilt || gilt.ExDividend != UK7 {
		t.Errorf("the gilt is %+v", gilt)
	}
	if len(u.Warnings) == 0 || !strings.Contains(strings.Join(u.Warnings, "\n"), "check digit") {
		t.Errorf("warnings %v", u.Warnings)
	}
}

func TestUniverseObservesCalendars(t *testing.T) {
	u, err := load(t, small)
	if err != nil {
		t.Fatal(err)
	}
	b, _ := u.Get("99999AAA9")
	if _, err := u.SettlementDate(b, day(t, "2025-06-16")); err == nil {
		t.Error("a universe without calendars knows a settlement date")
	}
	if _, err := b.SettlementDate(day(t, "2025-06-16")); err == nil {
		t.Error("a bond without calendars knows a settlement date")
	}
	u.Observe(calendars(t))
	date, err := u.SettlementDate(b, day(t, "2025-06-16"))
	if same, _ := b.SettlementDate(day(t, "2025-06-16")); err != nil || date != day(t, "2025-06-17") || same != date {
		t.Errorf("settles %s and %s, %v", date, same, err)
	}
}

func TestUniverseRoundTrips(t *testing.T) {
	u, err := load(t, small)
	if err != nil {
		t.Fatal(err)
	}
	var first, second bytes.Buffer
	if err := WriteUniverse(&first, "v", u.bonds); err != nil {
		t.Fatal(err)
	}
	again, err := LoadUniverse(bytes.NewReader(first.Bytes()), "again.csv")
	if err != nil {
		t.Fatal(err)
	}
	if err := WriteUniverse(&second, again.Version, again.bonds); err != nil {
		t.Fatal(err)
	}
	if first.String() != second.String() {
		t.Errorf("written\n%s\nand again\n%s", first.String(), second.String())
	}
	for i := range u.bonds {
		if u.bonds[i] != again.bonds[i] {
			t.Errorf("%+v\nbecame\n%+v", u.bonds[i], again.bonds[i])
		}
	}
}

func TestUniverseErrorsNameTheCell(t *testing.T) {
	for _, c := range []struct{ from, to, want string }{
		{"", "", ""},
		{"2031-03-15,0", "2031-02-30,0", `bonds.csv:4: maturity: units: date "2031-02-30": expected a day`},
		{"5.125", "5,125", "bonds.csv: record on line 4: wrong number of fields"},
		{"5.125", "5.123456789", `bonds.csv:4: coupon_pct: units: rate "5.123456789": more than 8 decimals`},
		{"5.125", "", `bonds.csv:4: coupon_pct "" is blank; fill it`},
		{",2,30/360-US,2021-02-11,2021", ",3,30/360-US,2021-02-11,2021", `bonds.csv:4: frequency "3" is not a number`},
		{"30/360-US,2021-02-11,2021", "30/360,2021-02-11,2021", `bonds.csv:4: day_count: "30/360" is none of 30/360-US`},
		{"2021-09-15", "2021-09-16", `bonds.csv:4: first_coupon_date "2021-09-16" is not maturity 2031-03-15 minus`},
		{"BBB+", "BBB++", `bonds.csv:4: rating "BBB++" is no rating; write AAA`},
		{"99999TTT6,145", "99999TTT7,145", `bonds.csv:4: benchmark_id "99999TTT7" is not in the universe; add a row`},
		{"99999TTT6,,,", "99999AAA9,,,", `bonds.csv:5: id "99999AAA9" is another row's too; remove one`},
		{"GB00B24FF097,GB00B24FF097", "GB00B24FF097,", `isin "" differs from the id`},
		{"Acme,BBB+,USD", "Acme,BBB+,US$", `bonds.csv:4: currency "US$" is no currency`},
		{"USD,corporate,plain", "CHF,corporate,plain", `bonds.csv:4: market "" does not follow from kind corporate in CHF`},
		{"USD,corporate,plain", "USD,loan,plain", `bonds.csv:4: kind: "loan" is none of corporate, treasury`},
		{"0,UK7", "0,UK8", `ex_dividend: "UK8" is none of UK7`},
		{"12.5", "-12.5", `bonds.csv:4: half_spread_bp "-12.5" must not be negative`},
		{"145,42", "145,101", `bonds.csv:4: liquidity_score "101" is not within 1 to 100`},
		{"145,42", "145,x", `bonds.csv:4: liquidity_score: "x" is not a whole number`},
		{"99.25", "-99.25", `bonds.csv:4: evaluated_price "-99.25" is not a price`},
		{"99999TTT6,,,Treasury", "T,,,Treasury", `bonds.csv:5: id "T" is neither a CUSIP nor an ISIN`},
		{"issuer", "issuers", `bonds.csv:3: column "issuers" is unknown or doubled; the columns are id, isin`},
		{"isin,symbol", "isin,isin", `bonds.csv:3: column "isin" is unknown or doubled`},
		{"id,isin,symbol", "name,isin,symbol", `bonds.csv:3: column "id" is missing; add it`},
		{"Acme,BBB+", "\"Acme,BBB+", "bonds.csv: record on line 4"},
	} {
		_, err := load(t, strings.Replace(small, c.from, c.to, 1))
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%q for %q: %v\nwant %q", c.to, c.from, err, c.want)
		}
	}
	if _, err := load(t, ""); err == nil || !strings.Contains(err.Error(), "bonds.csv: no header") {
		t.Errorf("an empty file: %v", err)
	}
}

// A wrong benchmark is told at its own row, and not at each row that names it.
func TestWrongBenchmarkIsNamedOnce(t *testing.T) {
	_, err := load(t, strings.Replace(small, "4.25,2,ACT", "high,2,ACT", 1))
	if err == nil || strings.Contains(err.Error(), "\n") || !strings.HasPrefix(err.Error(), "bonds.csv:5: coupon_pct: ") {
		t.Errorf("%v", err)
	}
}

func TestEveryWrongRowIsNamed(t *testing.T) {
	header, rows := "id,currency,kind,coupon_pct,frequency,day_count,dated_date,maturity\n", ""
	for range 50 {
		rows += "x,USD,corporate,5,2,30/360-US,2020-01-15,2030-01-15\n"
	}
	_, err := load(t, header+rows)
	if err == nil || strings.Count(err.Error(), "\n") != maxReported || !strings.Contains(err.Error(), "and 30 more") {
		t.Errorf("50 wrong rows: %v", err)
	}
}

func TestNewUniverseRefusesWhatTheLoaderRefuses(t *testing.T) {
	good := *sound()
	good.ID = "99999AAA9"
	u, err := NewUniverse("v", []Bond{good})
	if err != nil || u.Len() != 1 {
		t.Fatalf("%v", err)
	}
	for want, spoil := range map[string]func(*Bond){
		"is neither a CUSIP": func(b *Bond) { b.ID = "ABC" },
		"is not in the univ": func(b *Bond) { b.BenchmarkID = "99999BBB8" },
		"the bond itself":    func(b *Bond) { b.BenchmarkID = b.ID },
		"frequency":          func(b *Bond) { b.Frequency = 0 },
	} {
		b := good
		spoil(&b)
		if _, err := NewUniverse("v", []Bond{b}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %q", err, want)
		}
	}
	if _, err := NewUniverse("v", []Bond{good, good}); err == nil {
		t.Error("the same bond twice is accepted")
	}
}

func TestFindDoesNotAllocate(t *testing.T) {
	good := *sound()
	good.ID, good.FirstCoupon = "99999AAA9", units.DateOf(2021, 3, 15)
	u, err := NewUniverse("v", []Bond{good})
	if err != nil {
		t.Fatal(err)
	}
	settle := units.DateOf(2025, 6, 17)
	if n := testing.AllocsPerRun(100, func() {
		b, _ := u.Find(CUSIP, "99999AAA9")
		if a, err := b.AccruedAt(settle); err != nil || a.Money(units.MaxFace, b.Currency) == 0 {
			t.Fatal(err)
		}
	}); n != 0 {
		t.Errorf("%v allocations to find and accrue", n)
	}
}

func FuzzLoadUniverse(f *testing.F) {
	f.Add(small)
	f.Add("id,currency\n")
	f.Fuzz(func(t *testing.T, text string) {
		u, err := LoadUniverse(strings.NewReader(text), "fuzz.csv")
		if err != nil {
			return
		}
		var out bytes.Buffer
		if err := WriteUniverse(&out, "fuzz", u.bonds); err != nil {
			t.Fatal(err)
		}
		again, err := LoadUniverse(&out, "again.csv")
		if err != nil || again.Len() != u.Len() {
			t.Errorf("%q is written as\n%s\n%v", text, out.String(), err)
		}
	})
}
