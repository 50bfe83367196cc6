package pricing

import (
	"encoding/json"
	"fmt"
	"math"
	"strings"
	"testing"

	"foliogate/gateway/bond"
	"foliogate/gateway/units"
)

// knownValue is an entry of known_values.json: a published number and where it was published.
type knownValue struct {
	ID, Kind, Dated, Maturity, Settlement string
	FirstCoupon                           string `json:"first_coupon"`
	Coupon, Clean, Dirty, Accrued         float64
	YieldPct                              float64 `json:"yield_pct"`
	Modified, Macaulay, Convexity         float64
	ConvexityOver100                      float64 `json:"convexity_over_100"`
	Expected, Price, Tol                  float64
	DiscountPct                           float64 `json:"discount_pct"`
	Days, Year                            int
	ExDividend                            int `json:"ex_dividend"`
	Notional                              float64
}

func TestKnownValues(t *testing.T) {
	var values []knownValue
	if err := json.Unmarshal(read(t, "known_values.json"), &values); err != nil {
		t.Fatal(err)
	}
	if len(values) != 29 {
		t.Fatalf("%d values, want 29", len(values))
	}
	for _, v := range values {
		t.Run(v.ID, func(t *testing.T) { v.check(t) })
	}
}

func (v knownValue) check(t *testing.T) {
	switch v.Kind {
	case "treasury_simple_stub_price":
		p := v.position(t, v.bond(t, bond.ActActICMA))
		clean := p.CleanAtYield(v.YieldPct/100, Treasury356)
		almost(t, "clean", clean, v.Clean, v.Tol)
		almost(t, "dirty", clean+p.Interest, v.Dirty, v.Tol)
		y, err := p.YieldAtClean(clean, Treasury356)
		almost(t, fmt.Sprintf("yield back (%v)", err), 100*y, v.YieldPct, 1e-10)
	case "accrued_per_1000":
		b := v.bond(t, bond.ActActICMA) // the bond of II.E
		b.Coupon, b.Dated, b.FirstCoupon, b.Maturity = rate(t, "10.75"), day(t, "1985-07-02"), day(t, "1986-02-15"),
			day(t, "2005-08-15")
		almost(t, "accrued", 10*position(t, b, day(t, "1985-11-04")).Interest, v.Expected, v.Tol)
	case "first_coupon_cash":
		// 7 7/8% notes dated 3 December 1984 whose first coupon was on 15 August 1985.
		b := v.bond(t, bond.ActActICMA)
		b.Coupon, b.Dated, b.FirstCoupon, b.Maturity = rate(t, "7.875"), day(t, "1984-12-03"), day(t, "1985-08-15"),
			day(t, "1990-02-15")
		_, amount, _ := position(t, b, b.Dated).Flow(0)
		almost(t, "coupon", amount*v.Notional/100, v.Expected, v.Tol)
	case "bill_price":
		almost(t, "price", BillPrice(v.DiscountPct/100, v.Days), v.Expected, 1e-12)
		almost(t, "discount", BillDiscount(v.Expected, v.Days), v.DiscountPct/100, 1e-14)
	case "bill_investment_rate", "bill_investment_rate_gt_half_year":
		almost(t, "rate", BillInvestmentRate(v.Price, v.Days, v.Year), v.Expected, v.Tol)
	case "gilt_dirty":
		p := v.position(t, v.bond(t, bond.ActActICMA))
		almost(t, "dirty", p.DirtyAtYield(v.YieldPct/100, Compounding), v.Expected, v.Tol)
		if (p.Interest < 0) != (v.ExDividend == 1) {
			t.Errorf("accrued %v, ex-dividend %d", p.Interest, v.ExDividend)
		}
	case "street_price":
		p := v.position(t, v.bond(t, bond.ActActICMA))
		almost(t, "clean", p.CleanAtYield(v.YieldPct/100, Compounding), v.Clean, v.Tol)
		almost(t, "accrued", p.Interest, v.Accrued, v.Tol)
	case "street_price_30_360":
		p := v.position(t, v.bond(t, bond.Thirty360US))
		almost(t, "clean", p.CleanAtYield(v.YieldPct/100, Compounding), v.Expected, 1e-5)
	case "gilt_ex":
		v.Coupon, v.Maturity = 8, "2021-06-07"
		v.checkRisk(t, v.position(t, v.bond(t, bond.ActActICMA)), v.Clean)
	case "30/360 settlement on 31st":
		v.Coupon, v.Dated, v.Maturity = 1.5, "2014-02-13", "2018-08-13"
		p := v.position(t, v.bond(t, bond.Thirty360US))
		y, err := p.YieldAtClean(100, Compounding)
		risk := p.RiskAtYield(y, Compounding)
		almost(t, "accrued", p.Interest, v.Accrued, 1e-12)
		almost(t, fmt.Sprintf("yield (%v)", err), 100*y, v.YieldPct, 2e-4)
		almost(t, "macaulay", risk.Macaulay, v.Macaulay, 2e-4)
		almost(t, "convexity", risk.Convexity/100, v.ConvexityOver100, 5e-4)
	default:
		t.Errorf("kind %q is not checked", v.Kind)
	}
}

func (v knownValue) checkRisk(t *testing.T, p *Position, clean float64) {
	t.Helper()
	y, err := p.YieldAtClean(clean, Compounding)
	risk := p.RiskAtYield(y, Compounding)
	almost(t, "accrued", p.Interest, v.Accrued, 1e-7)
	almost(t, fmt.Sprintf("yield (%v)", err), 100*y, v.YieldPct, 1e-7)
	almost(t, "modified", risk.Modified, v.Modified, 1e-8)
	almost(t, "convexity", risk.Convexity, v.Convexity, 1e-7)
}

// bond has the entry's terms; a date that it leaves open lies well before or after.
func (v knownValue) bond(t *testing.T, d bond.DayCount) *bond.Bond {
	t.Helper()
	b := &bond.Bond{ID: v.ID, Feature: bond.Plain, Currency: "USD", Frequency: 2, DayCount: d, EOM: true,
		Coupon: units.Rate(math.Round(v.Coupon * float64(units.RateUnit))), Dated: units.DateOf(1985, 1, 1),
		FirstCoupon: day(t, v.FirstCoupon), Maturity: day(t, v.Maturity)}
	if v.Dated != "" {
		b.Dated = day(t, v.Dated)
	}
	if strings.HasPrefix(v.Kind, "gilt") {
		b.Currency, b.ExDividend = "GBP", bond.UK7
		b.Observe(ukHolidays(t, b))
	}
	return b
}

// ukHolidays are the bank holidays around the published gilts' coupons.
func ukHolidays(t *testing.T, b *bond.Bond) *bond.Calendars {
	t.Helper()
	c, err := bond.LoadCalendars(strings.NewReader(
		"date,SIFMA_US_full_close,US_not_good_settlement_day,FED_bank_holiday,NYSE_closed,TARGET2_closed,UK_closed\n"+
			"1999-05-03,,,,,,X\n1999-05-31,,,,,,X\n2013-05-06,,,,,,X\n2013-05-27,,,,,,X\n"), "bank holidays")
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func (v knownValue) position(t *testing.T, b *bond.Bond) *Position {
	t.Helper()
	return position(t, b, day(t, v.Settlement))
}

func almost(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tolerance) {
		t.Errorf("%s is %v, want %v", what, got, want)
	}
}

// Where QuantLib pays 178/360 of the rate from the end of August to that of February, the market pays
// half.
func TestWhereTheMarketLeavesQuantLib(t *testing.T) {
	curve := SampleCurves()["USD"]
	rows := fixture(t, "bonds_divergence.csv")
	for _, row := range rows {
		d, err := bond.ParseDayCount(row["day_count"])
		if err != nil {
			t.Fatal(err)
		}
		b := &bond.Bond{Feature: bond.Plain, Currency: "USD", Frequency: 2, DayCount: d, EOM: row["eom"] == "1",
			Coupon: rate(t, row["coupon_pct"]), Dated: day(t, row["dated_date"]), Maturity: day(t, row["maturity"])}
		p := position(t, b, day(t, row["settlement"]))
		clean := number(t, row["clean_price"])
		y, err := p.YieldAtClean(clean, Compounding)
		if err != nil {
			t.Fatal(err)
		}
		almost(t, "accrued", p.Interest, number(t, row["accrued_per_100"]), 1e-12)
		almost(t, "yield of "+row["maturity"], 100*y, number(t, row["yield_pct_market(C/2 coupons)"]), 1e-8)
		almost(t, "modified", p.RiskAtYield(y, Compounding).Modified, number(t, row["modified_market"]), 1e-9)
		z, err := p.ZSpread(curve, clean+p.Interest)
		almost(t, fmt.Sprintf("Z-spread (%v)", err), z/basisPoint, number(t, row["zspread_cont_bp_market"]), 1e-6)
	}
	if len(rows) != 15 {
		t.Errorf("%d rows, want 15", len(rows))
	}
}
