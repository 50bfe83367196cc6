// Package bond holds fixed-income terms and what follows exactly from them: day counts, coupon
// schedules, accrued interest, settlement dates, and a dated snapshot of a universe of securities.
//
// It guarantees that accrued interest is an exact rational rounded once, half away from zero, by
// Accrued.Money; that schedules are maturity minus whole periods, never step by step; that a date
// its calendars do not cover is an error and never a guess; and that a security whose cash it cannot
// state exactly (callable, floating, inflation-linked) says so instead of being approximated.
//
// It does not know prices beyond the evaluated one it carries, yields, curves, FIX or accounts; it
// reads no clock and opens no file.
//
// Its universe is CSV; universe.go holds the format.
package bond
