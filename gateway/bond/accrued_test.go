package bond

import (
	"math"
	"math/big"
	"strings"
	"testing"

	"foliogate/gateway/units"
)

func TestAccruedAgainstTheOracle(t *testing.T) {
	c := calendars(t)
	for _, row := range readCSV(t, "bonds_oracle_public.csv") {
		b := oracleBond(t, row, c)
		a, err := b.AccruedAt(day(t, row["settlement"]))
		if err != nil {
			t.Errorf("%s: %v", b.ID, err)
			continue
		}
		if int64(a.Days) != int64(number(t, row["accrued_days"])) {
			t.Errorf("%s %s: %d days, want %s", b.ID, row["category"], a.Days, row["accrued_days"])
		}
		if want := number(t, row["accrued_per_100"]); math.Abs(exactly(a)-want) > 1e-12 {
			t.Errorf("%s %s: accrued %v, want %v", b.ID, row["category"], exactly(a), want)
		}
		checkCash(t, b.ID, a, face(t, row["notional"]), price(t, row["clean_price"]), b.Currency,
			cents(t, row["principal_amount"], b.Currency), cents(t, row["accrued_amount"], b.Currency),
			cents(t, row["net_amount"], b.Currency))
	}
}

func checkCash(t *testing.T, id string, a Accrued, face units.Face, clean units.Price, c units.Currency,
	principal, accrued, net units.Money) {
	t.Helper()
	gotPrincipal, gotAccrued := units.Principal(face, clean, c), a.Money(face, c)
	if gotPrincipal != principal || gotAccrued != accrued || gotPrincipal+gotAccrued != net {
		t.Errorf("%s: principal %s accrued %s, want %s and %s", id, gotPrincipal.Format(c),
			gotAccrued.Format(c), principal.Format(c), accrued.Format(c))
	}
}

func TestAccruedWhereTheMarketLeavesQuantLib(t *testing.T) {
	for _, row := range readCSV(t, "bonds_divergence.csv") {
		b := &Bond{Feature: Plain, Coupon: rate(t, row["coupon_pct"]), Frequency: 2,
			DayCount: dayCount(t, row["day_count"]), Dated: day(t, row["dated_date"]),
			Maturity: day(t, row["maturity"]), EOM: row["eom"] == "1"}
		a, err := b.AccruedAt(day(t, row["settlement"]))
		if err != nil {
			t.Fatal(err)
		}
		if want := number(t, row["accrued_per_100"]); math.Abs(exactly(a)-want) > 1e-12 {
			t.Errorf("%s settling %s: accrued %v, want %v", b.Maturity, row["settlement"], exactly(a), want)
		}
	}
}

// The switch of the scenario: 125 lines to the cent, and one net amount.
func TestSwitchBasketSettles(t *testing.T) {
	var net units.Money
	rows := readCSV(t, "switch_basket.csv")
	for _, row := range rows {
		b := &Bond{ID: "line " + row["line"], Feature: Plain, Coupon: rate(t, row["coupon_pct"]), Frequency: 2,
			DayCount: dayCount(t, row["day_count"]), Dated: day(t, row["dated"]), Maturity: day(t, row["maturity"])}
		a, err := b.AccruedAt(day(t, row["settlement"]))
		if err != nil {
			t.Fatal(err)
		}
		if a.Days != int(number(t, row["accrued_days"])) {
			t.Errorf("%s: %d days, want %s", b.ID, a.Days, row["accrued_days"])
		}
		principal, accrued := cents(t, row["principal"], "USD"), cents(t, row["accrued"], "USD")
		checkCash(t, b.ID, a, face(t, row["notional"]), price(t, row["clean"]), "USD", principal, accrued,
			cents(t, row["net"], "USD"))
		if row["side(client)"] == "BUY" {
			net -= principal + accrued
		} else {
			net += principal + accrued
		}
	}
	if len(rows) != 125 || net != 17_423 {
		t.Errorf("%d lines net to %s, want 125 and 174.23", len(rows), net.Format("USD"))
	}
}

func TestRoundingTies(t *testing.T) {
	ties := readCSV(t, "rounding_ties.csv")
	if len(ties) != 60 {
		t.Errorf("%d ties, want 60", len(ties))
	}
	for _, row := range ties {
		a := Accrued{Coupon: rate(t, row["coupon_pct"]), Years: fractionOf(int64(number(t, row["days_30_360"])), 360)}
		want := cents(t, row["half_up_cents"], "USD")
		if got := a.Money(face(t, row["notional"]), "USD"); got != want {
			t.Errorf("%v: %s", row, got.Format("USD"))
		}
		a.Years.Num = -a.Years.Num
		if got := a.Money(face(t, row["notional"]), "USD"); got != -want {
			t.Errorf("%v ex-dividend: %s", row, got.Format("USD"))
		}
	}
}

// MSRB G-33(d) truncates accrued interest to three decimals and then rounds it to two. That is Money: what
// is cut off cannot carry.
func TestAccruedMoneyIsThatOfG33(t *testing.T) {
	for days := int64(1); days < 180; days++ {
		for _, f := range []units.Face{500_000, 2_500_000, 12_345_600, 999_900_000} {
			a := Accrued{Coupon: 487_500_000, Years: fractionOf(days, 360)}
			mills := new(big.Int).Mul(big.NewInt(int64(f)*int64(a.Coupon)), big.NewInt(a.Years.Num))
			mills.Quo(mills, big.NewInt(a.Years.Den)).Quo(mills, big.NewInt(1e9))
			if want := units.Money((mills.Int64() + 5) / 10); a.Money(f, "USD") != want {
				t.Errorf("%d days of %s: %d, want %d", days, f, a.Money(f, "USD"), want)
			}
		}
	}
}

// The twin of Money is math/big, at the edges of the allowed ranges and beyond them.
func TestAccruedMoneyAgainstBig(t *testing.T) {
	faces := []units.Face{1, 99, 100_000_00, 123_456_789_01, units.MaxFace, -units.MaxFace, math.MaxInt64}
	coupons := []units.Rate{1, 487_500_000, 333_333_333, MaxCoupon}
	years := []Fraction{{1, 360}, {-5, 366}, {5_546_115_119, 1_109_223_024}, {167, 365}, {1, 2}, {0, 1}}
	for _, c := range []units.Currency{"USD", "JPY", "KWD"} {
		for _, f := range faces {
			for _, coupon := range coupons {
				for _, y := range years {
					a := Accrued{Coupon: coupon, Years: y}
					got, want := a.Money(f, c), bigMoney(f, a, c)
					if f > units.MaxFace && got == math.MaxInt64 {
						continue // beyond the ranges it may saturate early, and never wraps
					}
					if got != want {
						t.Errorf("%d of face at %d x %v in %s = %d, want %d", f, coupon, y, c, got, want)
					}
				}
			}
		}
	}
}

func bigMoney(face units.Face, a Accrued, c units.Currency) units.Money {
	num := new(big.Int).Mul(big.NewInt(int64(face)), big.NewInt(int64(a.Coupon)))
	num.Mul(num, big.NewInt(a.Years.Num))
	den := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(12-c.Decimals())), nil)
	den.Mul(den, big.NewInt(a.Years.Den))
	sign := num.Sign()
	num.Abs(num).Lsh(num, 1).Add(num, den).Div(num, den.Lsh(den, 1))
	switch {
	case !num.IsInt64() && sign < 0:
		return math.MinInt64
	case !num.IsInt64():
		return math.MaxInt64
	}
	return units.Money(num.Int64() * int64(sign))
}

func TestTreatments(t *testing.T) {
	for feature, want := range map[Feature]string{Callable: "callable", Floating: "floating",
		InflationLinked: "inflation", Amortising: "amortising", 0: "not stated"} {
		b := sound()
		b.Feature = feature
		if _, err := b.AccruedAt(day(t, "2025-06-17")); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want a refusal that says so", want, err)
		}
	}
	b := sound()
	b.Feature = Defaulted
	if a, err := b.AccruedAt(day(t, "2025-06-17")); err != nil || a.Money(units.MaxFace, "USD") != 0 {
		t.Errorf("in default: accrued %v, %v", a, err)
	}
	if treatment, why := b.Treatment(); treatment != Flat || why == "" {
		t.Errorf("in default: %s, %q", treatment, why)
	}
}

// sound is a bond that nothing is wrong with.
func sound() *Bond {
	return &Bond{ID: "SOUND", Feature: Plain, Kind: Corporate, Market: USBond, Currency: "USD",
		Coupon: 5 * units.RateUnit, Frequency: 2, DayCount: Thirty360US,
		Dated: units.DateOf(2020, 3, 15), Maturity: units.DateOf(2030, 3, 15)}
}

func TestUnsoundTermsAreRefused(t *testing.T) {
	for want, spoil := range map[string]func(*Bond){
		"frequency \"3\"":     func(b *Bond) { b.Frequency = 3 },
		"day_count \"\" is":   func(b *Bond) { b.DayCount = 0 },
		"coupon_pct \"-1\"":   func(b *Bond) { b.Coupon = -units.RateUnit },
		"coupon_pct \"100.0":  func(b *Bond) { b.Coupon = MaxCoupon + 1 },
		"dated_date \"\"":     func(b *Bond) { b.Dated = 0 },
		"lies before 1901":    func(b *Bond) { b.Dated = 1 },
		"not after the dated": func(b *Bond) { b.Maturity = b.Dated },
		"first_coupon_date \"2020-03-15\" is not after": func(b *Bond) { b.FirstCoupon = b.Dated },
		"the nearest is":                 func(b *Bond) { b.FirstCoupon = b.Dated + 100 },
		"more than 60 months":            func(b *Bond) { b.FirstCoupon = units.DateOf(2025, 9, 15) },
		"factor \"1.00000001\"":          func(b *Bond) { b.Factor = factorUnit + 1 },
		"ex_dividend":                    func(b *Bond) { b.ExDividend = UK7 + 1 },
		"before interest":                func(b *Bond) { b.Dated = units.DateOf(2025, 6, 18) },
		"not before its matur":           func(b *Bond) { b.Maturity = units.DateOf(2025, 6, 17) },
		"needs calendars":                func(b *Bond) { b.ExDividend, b.Maturity = UK7, units.DateOf(2025, 6, 20) },
		"up to maturity 2030-03-15":      func(b *Bond) { b.FirstCoupon = units.DateOf(2030, 3, 16) },
		"maturity \"1999-01-01\" is not": func(b *Bond) { b.Maturity = units.DateOf(1999, 1, 1) },
	} {
		b := sound()
		spoil(b)
		if _, err := b.AccruedAt(units.DateOf(2025, 6, 17)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want one with %q", err, want)
		}
	}
}

func TestFactor(t *testing.T) {
	b := sound()
	if b.CurrentFace(units.MaxFace) != units.MaxFace {
		t.Error("without a factor the current face is not the face")
	}
	b.Factor = 37_500_001
	if got := b.CurrentFace(1_000_000 * units.FaceUnit); got != 37_500_001 {
		t.Errorf("current face %s, want 375000.01", got)
	}
}

func FuzzAccrued(f *testing.F) {
	f.Add(int32(44_000), int32(0), int32(48_000), int32(46_000), int64(487_500_000), 2, byte(1), true, true)
	f.Add(int32(45_000), int32(45_600), int32(48_000), int32(45_599), int64(1), 12, byte(6), false, false)
	f.Add(int32(366), int32(0), int32(units.MaxDate), int32(367), int64(MaxCoupon), 1, byte(7), true, true)
	c := calendars(f)
	f.Fuzz(func(t *testing.T, dated, first, maturity, settle int32, coupon int64, frequency int, count byte,
		eom, ex bool) {
		b := &Bond{Feature: Plain, Coupon: units.Rate(coupon), Frequency: frequency, DayCount: DayCount(count),
			Dated: units.Date(dated), FirstCoupon: units.Date(first), Maturity: units.Date(maturity), EOM: eom}
		if ex {
			b.ExDividend = UK7
		}
		b.Observe(c)
		a, err := b.AccruedAt(units.Date(settle))
		if err != nil {
			return
		}
		if a.Years.Den <= 0 || a.Years.Den > 1_109_223_024 || a.Years.Num > 6*a.Years.Den {
			t.Errorf("%+v settling %s: %+v", b, units.Date(settle), a)
		}
		if got, want := a.Money(units.MaxFace, "USD"), bigMoney(units.MaxFace, a, "USD"); got != want {
			t.Errorf("%+v: %d, want %d", a, got, want)
		}
	})
}

func BenchmarkAccruedAndCents5000(b *testing.B) {
	c := calendars(b)
	var bonds []*Bond
	var settles []units.Date
	var faces []units.Face
	for len(bonds) < 5000 {
		for _, row := range readCSV(b, "bonds_oracle_public.csv") {
			bonds = append(bonds, oracleBond(b, row, c))
			settles = append(settles, day(b, row["settlement"]))
			faces = append(faces, face(b, row["notional"]))
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		for i, bond := range bonds[:5000] {
			a, err := bond.AccruedAt(settles[i])
			if err != nil {
				b.Fatal(err)
			}
			a.Money(faces[i], bond.Currency)
			units.Principal(faces[i], 9_925_000_000, bond.Currency)
		}
	}
}
