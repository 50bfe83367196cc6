package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"foliogate/config"
	"foliogate/gateway"
	"foliogate/gateway/units"
	"foliogate/testdata/scenario"
)

// rehearsal is how the demo is played.
type rehearsal struct {
	Lines int
	Seed  uint64
	Pace  float64 // 1: dealers think as people watch; 0: nobody waits
	Kind  gateway.PriceKind
	Keep  string // folder for the journal; "": a temporary one
	JSON  bool

	Profile demoProfile
}

func newDemoCommand() *cobra.Command {
	r := rehearsal{}
	var kind string
	c := &cobra.Command{
		Use:   "demo",
		Short: "Watch one portfolio trade: a client, three dealers, all lines or none",
		Long: "Runs the gateway, a client and three dealers as real FIX sessions over loopback TCP: two\n" +
			"dealers dial in, one is dialled; by default the client and one dealer speak lists, the two\n" +
			"others quotes. The client trades the switch scenario: 125 lines, about\n" +
			"600 million dollars, sells and buys in one basket. The demo then checks itself: every line\n" +
			"executed on both sides, the reports of both sides agree, the lines sum to the net ticket,\n" +
			"the losers were told, and the journal replays to the same state. It exits with 0 only then.",
		Args: noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			if !slices.Contains(config.AllPriceKinds(), config.PriceKind(kind)) {
				return inputError(fmt.Errorf("--price-kind %q: write total, spread or percent", kind))
			}
			r.Kind = kindOf(config.PriceKind(kind))
			if !slices.Contains([]demoProfile{demoList, demoRFQ, demoMixed}, r.Profile) {
				return inputError(fmt.Errorf("--profile %q: write list, rfq or mixed", r.Profile))
			}
			if r.Lines < 1 || r.Lines > 5000 {
				return inputError(fmt.Errorf("--lines %d: a list has 1 to 5000 lines", r.Lines))
			}
			if r.Pace < 0 || r.Pace > 10 {
				return inputError(fmt.Errorf("--pace %g: write 0 (nobody waits) to 10", r.Pace))
			}
			return r.play(c.Context(), c.OutOrStdout())
		},
	}
	f := c.Flags()
	f.IntVar(&r.Lines, "lines", 125, "lines of the basket; 125 is the switch scenario")
	f.Uint64Var(&r.Seed, "seed", 1, "of the basket (other than 125 lines) and of the dealers' noise")
	f.Float64Var(&r.Pace, "pace", 1, "how long dealers think: 0 is not at all")
	f.StringVar(&kind, "price-kind", "total", "what dealers quote: total, spread or percent")
	f.StringVar((*string)(&r.Profile), "profile", string(demoMixed),
		"what is spoken: list, rfq, or mixed by both")
	f.StringVar(&r.Keep, "keep", "", "a folder to keep the journal in")
	f.BoolVar(&r.JSON, "json", false, "one JSON document instead of the show")
	return c
}

// demoTradeDate is the business date on which the switch settles as published:
// trade 16 June 2025, settlement 17 June 2025.
func demoTradeDate() units.Date { return units.DateOf(2025, 6, 16) }

// demoWithin bounds the whole demo; reaching it is a failure.
const demoWithin = 2 * time.Minute

// play shows the demo and says whether it holds.
func (r rehearsal) play(ctx context.Context, out io.Writer) error {
	report, err := r.examined(ctx, out)
	if err != nil {
		return err
	}
	if len(report.Faults) > 0 {
		return exit{exitFault, errors.New("the demo does not hold what it promises; see above")}
	}
	return nil
}

// examined puts the floor together, trades and checks.
func (r rehearsal) examined(ctx context.Context, out io.Writer) (demoReport, error) {
	ctx, cancel := context.WithTimeout(ctx, demoWithin)
	defer cancel()
	folder, tidy, err := r.folder()
	if err != nil {
		return demoReport{}, err
	}
	defer tidy()
	market, err := loadMarket("", "")
	if err != nil {
		return demoReport{}, err
	}
	basket, err := r.basket(market)
	if err != nil {
		return demoReport{}, err
	}
	show := newDemoShow(out, r, basket)
	f, err := openFloor(ctx, r, market, folder, show)
	if err != nil {
		return demoReport{}, err
	}
	result, err := f.trade(ctx, basket)
	found, closing := f.close(result)
	if err := errors.Join(err, closing); err != nil {
		return demoReport{}, err
	}
	report := found.examine()
	return report, show.end(report)
}

func (r rehearsal) folder() (path string, tidy func(), err error) {
	if r.Keep != "" {
		return r.Keep, func() {}, os.MkdirAll(r.Keep, 0o755)
	}
	path, err = os.MkdirTemp("", "foliogate-demo-")
	return path, func() { _ = os.RemoveAll(path) }, err
}

func (r rehearsal) basket(market gateway.Market) ([]basketLine, error) {
	rows, err := scenario.Basket(r.Lines, r.Seed, market.Universe, demoTradeDate())
	if err != nil {
		return nil, err
	}
	lines := make([]basketLine, len(rows))
	for i, row := range rows {
		lines[i] = basketLine{
			Row: i + 2, Source: '1', ID: row.ID, Side: row.Side, Face: row.Face, Account: row.Account,
		}
	}
	return lines, nil
}
