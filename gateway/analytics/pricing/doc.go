// Package pricing turns prices of fixed-coupon bonds into yields and spreads and back, and measures how
// prices move with them: durations, convexity, DV01, CS01, key-rate durations.
//
// Units, everywhere in it: a yield or a rate is a fraction a year (0.05 is five percent), a spread is a
// fraction a year too unless a name ends in BP, prices and amounts are percent of face, times are
// years. "Dirty" is with accrued interest.
//
// It guarantees that accrued interest and coupon amounts are the exact ones of package bond, that a
// solver answers to 1e-12 of price or says why not, that no solver allocates once a bond is resolved,
// and that nothing it returns is a NaN. It works in binary fractions: it makes estimates and prices,
// never money. A price becomes tradable once, by TradePrice.
//
// It does not know markets' data sources, dealers, liquidity or risk models.
package pricing
