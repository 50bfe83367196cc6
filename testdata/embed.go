// Package testdata carries what the binary runs on when nothing else is configured: the invented
// universe, the holidays of the settlement calendars, and the basket of the demo; and the table of bad
// input that the tests of two rooms share. Each is the file of that name below this folder, whose own
// documents say where it comes from.
package testdata

import _ "embed"

var (
	//go:embed universe/universe.csv
	universe string
	//go:embed universe/holidays.csv
	holidays string
	//go:embed scenario/switch.csv
	switchBasket string
)

// Universe is CSV as bond.LoadUniverse reads it.
func Universe() string { return universe }

// Holidays is CSV as bond.LoadCalendars reads it.
func Holidays() string { return holidays }

// Switch is the demo's basket of 125 lines, CSV as `foliogate inquire` reads it.
func Switch() string { return switchBasket }
