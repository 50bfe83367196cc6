package pricing

import "math"

// Bills of the United States, by 31 CFR 356 appendix B section VI. Rates are fractions a year, prices
// percent of face.

// BillPrice is the price of a bill at a bank discount rate, days before it matures.
func BillPrice(discount float64, days int) float64 {
	return 100 * (1 - discount*float64(days)/360)
}

// BillDiscount is the bank discount rate of a bill at a price, days before it matures.
func BillDiscount(price float64, days int) float64 {
	return (100 - price) / 100 * 360 / float64(days)
}

// BillInvestmentRate is the coupon-equivalent yield of a bill at a price, days before it matures, in a
// year of 365 or 366 days: simple interest up to half a year, and beyond it a yield that pays half of
// itself after half a year.
func BillInvestmentRate(price float64, days, year int) float64 {
	left := float64(days) / float64(year)
	gain := (100 - price) / price
	if left <= 0.5 {
		return gain / left
	}
	// (1 + (left - 1/2) i)(1 + i/2) = 100/price, for i.
	a, b := left/2-0.25, left
	return (-b + math.Sqrt(b*b+4*a*gain)) / (2 * a)
}
