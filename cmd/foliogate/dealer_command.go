package main

import (
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"

	"github.com/spf13/cobra"

	"foliogate/config"
)

const dealerLong = `Play a dealer: acknowledge what is shown, price it by a simple model, better the
price a few times, confirm or decline in last look, check and affirm net tickets.
The configuration says how. It goes on until an interrupt or SIGTERM, takes its
live quotes back and logs out.`

func newDealerCommand() *cobra.Command {
	var file, profile, universe, calendars string
	var asJSON, verbose, keep bool
	c := &cobra.Command{
		Use:   "dealer --config FILE",
		Short: "Play a dealer that quotes by a simple model",
		Long:  dealerLong,
		Args:  noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			if file == "" {
				return missingFlag("config", "the dealer's configuration")
			}
			d, err := config.LoadDealer(file, os.Environ())
			if err != nil {
				return err
			}
			if profile != "" {
				d.Profile = config.Profile(profile)
				if err := d.Validate(); err != nil {
					return err
				}
			}
			market, err := loadMarket(universe, calendars)
			if err != nil {
				return err
			}
			o := dealerOptions{Config: d, Market: market, Reset: !keep,
				Events: dealerTeller(c.OutOrStdout(), asJSON)}
			if verbose {
				o.Logger = slog.New(slog.NewTextHandler(c.ErrOrStderr(), nil))
			}
			if !asJSON {
				say(c.OutOrStdout(), &o)
			}
			return runDealer(c.Context(), o)
		},
	}
	to := c.Flags()
	to.StringVar(&file, "config", "", "the dealer's configuration (required)")
	to.StringVar(&profile, "profile", "", "list or rfq, as the gateway has us; instead of the configuration's")
	to.StringVar(&universe, "universe", "", "CSV file of bonds; default: the invented ones built in")
	to.StringVar(&calendars, "calendars", "", "CSV file of holidays; default: those built in")
	to.BoolVar(&keep, "keep-numbers", false,
		"log on without ResetSeqNumFlag(141)=Y; works once with a gateway that does not allow it")
	to.BoolVar(&asJSON, "json", false, "one JSON object a line")
	to.BoolVar(&verbose, "verbose", false, "log the session to stderr")
	return c
}

// say tells a person what the dealer begins with.
func say(out io.Writer, o *dealerOptions) {
	o.Listening = func(at net.Addr) { fmt.Fprintf(out, "%s listens on %s\n", o.Config.CompID, at) }
	if o.Config.Connection == config.Dial {
		fmt.Fprintf(out, "%s dials %s\n", o.Config.CompID, o.Config.Address)
	}
}

// dealerTeller is what the news goes to: a person, or a machine.
func dealerTeller(out io.Writer, asJSON bool) func(dealerEvent) {
	if asJSON {
		encoder := json.NewEncoder(out)
		return func(e dealerEvent) {
			_ = encoder.Encode(e.record()) // whoever does not read is not waited for
		}
	}
	return func(e dealerEvent) {
		fmt.Fprintf(out, "%s  %s\n", e.At.UTC().Format("15:04:05.000"), visible(e.String()))
	}
}
