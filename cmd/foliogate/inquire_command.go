package main

import (
	"encoding/json"
	"errors"
	"io"
	"os"

	"github.com/spf13/cobra"
)

const inquireLong = `Send a basket of bonds to dealers as one inquiry, watch them quote, take the best
price for all of it or none, and check the executions against the net tickets.

The basket is a CSV file with the columns identifier (CUSIP or ISIN), side (buy or
sell), face (par amount), and perhaps account and limit (worst clean price).

With --profile rfq it speaks quotes, if the gateway's row of ours does. Then --bond,
--side and --face ask for one bond by itself, in percent of par; with --side two-way
dealers quote both sides, and --take says which one is taken.

With --accept best the best quote is taken once every dealer that was asked has
quoted or passed (or --min-quotes have) and none has moved for --patience, and in
any case shortly before the deadline. If its dealer does not stand by it, the next
best is taken. An interrupt withdraws the inquiry.

Exit codes:
  0  executed: every line, and all reports agree
  1  something failed on this machine
  2  a file, a flag or a row is wrong
  3  refused by the gateway
  4  expired: no quote was taken by the deadline
  5  declined: what was taken was not stood by, and nothing else came of it
  6  withdrawn by the client, also with --accept none
  7  the gateway cannot be reached, does not let us in, or does not answer
  8  executed, but reports are missing or do not agree`

func newInquireCommand() *cobra.Command {
	var f inquireFlags
	c := &cobra.Command{
		Use:   "inquire --basket FILE.csv|--bond ID --config FILE",
		Short: "Send a basket to dealers and take the best price for all of it",
		Long:  inquireLong,
		Args:  noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			return f.inquire(c)
		},
	}
	f.define(c)
	return c
}

func (f inquireFlags) inquire(c *cobra.Command) error {
	options, err := f.options(c)
	if err != nil {
		return err
	}
	fills, err := openFills(f.fills)
	if err != nil {
		return err
	}
	out := c.OutOrStdout()
	options.Events = f.teller(out, options)
	if options.Rule == acceptAsk {
		options.Choices = choices(c.InOrStdin())
	}
	result, err := runInquiry(c.Context(), options)
	err = errors.Join(err, fills.close(result.Fills))
	if result.Outcome == 0 {
		return err
	}
	if f.json {
		err = errors.Join(err, json.NewEncoder(out).Encode(result.record()))
	} else {
		result.report(out)
	}
	if code := result.Outcome.exitCode(); err == nil && code != exitDone {
		return exit{code, errors.New("")} // everything was said
	}
	return err
}

// teller is what the news goes to: a person, or with --json a machine.
func (f inquireFlags) teller(out io.Writer, o inquiryOptions) func(inquiryEvent) {
	if f.json {
		encoder := json.NewEncoder(out)
		return func(e inquiryEvent) {
			_ = encoder.Encode(e.record(o.Currency)) // the result is written after it, and checked
		}
	}
	words := basketWords(o.Basket, o.Currency)
	if o.Single {
		words = bondWords(o.Basket[0], o.TwoWay, o.Currency)
	}
	_, _ = io.WriteString(out, words+"\n")
	screen := inquiryScreen{out: out, live: isTerminal(out) && o.Rule != acceptAsk,
		currency: o.Currency, lines: len(o.Basket)}
	return screen.event
}

// isTerminal tells a terminal from a file, a pipe and the null device.
func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	null, nullErr := os.Stat(os.DevNull)
	return err == nil && nullErr == nil && info.Mode()&os.ModeCharDevice != 0 &&
		!os.SameFile(info, null)
}
