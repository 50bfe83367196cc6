package main

import (
	"io"
	"os"
	"strings"

	"foliogate/gateway"
	"foliogate/gateway/analytics/pricing"
	"foliogate/gateway/bond"
	"foliogate/testdata"
)

// loadMarket reads the reference data; an empty name is what is built in.
func loadMarket(universe, calendars string) (gateway.Market, error) {
	days, err := reading(calendars, "built-in calendars", testdata.Holidays(), bond.LoadCalendars)
	if err != nil {
		return gateway.Market{}, inputError(err)
	}
	bonds, err := reading(universe, "built-in universe", testdata.Universe(), bond.LoadUniverse)
	if err != nil {
		return gateway.Market{}, inputError(err)
	}
	bonds.Observe(days)
	return gateway.Market{Universe: bonds, Calendar: days, Pricer: pricing.NewPricer(bonds)}, nil
}

// reading loads a file, or the built-in text where no file is named.
func reading[T any](file, name, text string, load func(io.Reader, string) (T, error)) (T, error) {
	if file == "" {
		return load(strings.NewReader(text), name)
	}
	f, err := os.Open(file)
	if err != nil {
		var none T
		return none, err
	}
	defer f.Close()
	return load(f, file)
}
