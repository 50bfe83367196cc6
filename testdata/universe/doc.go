// Package universe makes the securities that the demo, the tests and a gateway without a universe
// of its own run on: universe.csv beside this file, as bond.LoadUniverse reads it.
//
// Every issuer, symbol and bond is invented. Prices and liquidity inputs are as of one evening,
// the close before Trade: governments are priced off the zero curves of curve.go, corporates off
// the same curves plus a spread. The same source always makes the same file.
//
// Identifiers cannot collide with a real security's. A CUSIP's first six characters are its issuer
// number, and CUSIP Global Services reserves for its users' own purposes the issuer numbers that
// end in 990 to 999 and 99A to 99Z, and those from 990000 to 999999 and 99000A to 99999Z (ANSI
// X9.6, and the CUSIP description at ppm.net/services/144a-offering). Every issuer number here has
// a 99 in its fourth and fifth place. An ISIN is US, the CUSIP and a check digit, whatever the
// country, since only there does the reserved range carry over. A fund's symbol has six letters,
// one more than a symbol of a listed share has.
//
// It does not know how the gateway or a dealer uses any of it.
//
// After a change here, run from the root of the repository:
//
//	go run ./testdata/universe/generate
package universe
