// Package dealer is the reference dealer's mind: shown a portfolio, it makes one price for all of
// it, betters that price, and says in last look whether it stands by it.
//
// Its model is small on purpose. In basis points of the portfolio's gross market value (evaluated
// clean prices) it charges
//
//	HalfSpread × the mean half-spread of the lines, weighted by market value
//	+ RiskCharge × |net market value| / gross market value
//	+ a noise uniform in ±Noise
//	- Improvement × the number of quotes before this one
//
// and spreads that charge over the lines in proportion to face × half-spread, the client's sells
// below the evaluated price and its buys above it: the dealer buys what the client sells. Line
// prices have 6 decimals; every aggregate is what these line prices come to, to the cent. A spread
// concession is the smallest thousandth of a basis point at which the client gets no more cash than
// that.
//
// A single bond that is asked for two-way has that charge on either side of its evaluated price.
//
// It guarantees that the same model and the same basket give the same offer, in whatever order the
// lines stand, and that a dealer which multiplies the half-spread by more is never better for the
// client.
//
// It does not know FIX, time, other dealers or its own inventory. The seam for a better dealer is
// Model's three answers: Pass, Price and LastLook.
package dealer
