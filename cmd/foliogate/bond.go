package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"foliogate/gateway/analytics/pricing"
	"foliogate/gateway/bond"
	"foliogate/testdata"
)

const bondLong = `Price a file of bonds with the gateway's own engine: accrued interest, yields,
durations, Z-spreads, key-rate durations, cash.

The input is a CSV file with the columns id, currency, coupon_pct, frequency (coupons
a year: 1, 2, 4, 12), day_count (30/360-US, 30/360-BB, 30E/360, ACT/360, ACT/365F,
ACT/ACT-ICMA, ACT/ACT-ISDA, ACT/ACT-AFB), dated_date, maturity, settlement,
clean_price (percent of face) and notional, and perhaps category (one that begins
with UST also gets a Treasury auction yield), first_coupon_date (of an odd first
period), eom (1: coupons at month end) and ex_dividend (UK7). Dates are written
2006-01-02; other columns are passed over.

The output repeats those columns and adds the measures, blank where one is not
defined, and a status: ok, or what is wrong with the row, with its line number. Rows
come in the order of the input, and a bad row does not stop the others.

--curves is a CSV file of zero rates, continuously compounded, as fractions (0.05 is
five percent): a column tenor, in years from settlement and rising, and one column
for each currency. Between tenors the rate is linear, outside them flat; time is
actual days over 365. A bond in a currency without a curve has no spreads. Without
the flag, sample curves in USD, EUR and GBP are used.

A file name of -, or none, is the standard input or output. A file to write to is
only touched once the input's header is understood.

Exit codes:
  0  every row is priced
  1  something failed on this machine
  2  the input, the curves or a flag cannot be used
  3  some rows could not be priced; their status says why`

// exitRows is the exit code when some rows could not be priced.
const exitRows = 3

// bondFlags are the files of the verb; an empty name is the standard stream, or what is built in.
type bondFlags struct{ in, out, curves, calendars string }

func newBondCommand() *cobra.Command {
	var f bondFlags
	c := &cobra.Command{
		Use:   "bond --in FILE.csv --out FILE.csv",
		Short: "Price a file of bonds: accrued, yields, durations, spreads, cash",
		Long:  bondLong,
		Args:  noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			return f.price(c)
		},
	}
	c.Flags().StringVar(&f.in, "in", "", "the bonds, CSV (default standard input)")
	c.Flags().StringVar(&f.out, "out", "", "where the measures go, CSV (default standard output)")
	c.Flags().StringVar(&f.curves, "curves", "", "zero curves, CSV (default sample curves)")
	c.Flags().StringVar(&f.calendars, "calendars", "",
		"holidays for ex-dividend dates, CSV (default those built in)")
	return c
}

func (f bondFlags) price(c *cobra.Command) error {
	table, err := f.table()
	if err != nil {
		return inputError(err)
	}
	in, name, err := f.source(c.InOrStdin())
	if err != nil {
		return inputError(err)
	}
	defer in.Close()
	out := &bondSink{name: f.out, source: in, standard: c.OutOrStdout()}
	priced, bad, err := table.Price(in, name, out)
	err = errors.Join(err, out.Close())
	switch {
	case out.failed:
		return err
	case err != nil:
		return inputError(err)
	case bad > 0:
		return exit{exitRows, fmt.Errorf("%d of %d rows could not be priced; their status says why",
			bad, priced+bad)}
	}
	return nil
}

// table is the engine with its curves and calendars.
func (f bondFlags) table() (*pricing.Table, error) {
	days, err := reading(f.calendars, "built-in calendars", testdata.Holidays(), bond.LoadCalendars)
	if err != nil {
		return nil, err
	}
	if f.curves == "" {
		return &pricing.Table{Curves: pricing.SampleCurves(), Calendars: days}, nil
	}
	curves, err := reading(f.curves, "", "", pricing.LoadCurves)
	if err != nil {
		return nil, err
	}
	return &pricing.Table{Curves: curves, Calendars: days}, nil
}
