// Package units holds the exact scalars of the house: dates, prices, rates, spreads, face amounts
// and cash. Each is an integer of one stated unit, comparable with == and ordered with <.
//
// It guarantees that text and value correspond exactly (a number that would lose a digit is refused,
// never rounded), that nothing here is a binary fraction, and that every rounding is named in the
// function that does it. Parsing and appending allocate nothing unless they fail.
//
// It does not know bonds, calendars, FIX messages or accounts.
package units
