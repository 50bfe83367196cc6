package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"foliogate/config"
)

func newCheckCommand() *cobra.Command {
	var file, verb string
	c := &cobra.Command{
		Use:   "check --config FILE",
		Short: "Check a configuration: every problem by line, key and remedy",
		Args:  noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			if file == "" {
				return missingFlag("config", "the file to check")
			}
			summary, err := check(verb, file)
			if err != nil {
				return err
			}
			fmt.Fprintf(c.OutOrStdout(), "%s: %s\n", file, summary)
			return nil
		},
	}
	c.Flags().StringVar(&file, "config", "", "the file to check (required)")
	c.Flags().StringVar(&verb, "for", "serve", "the verb that the file is for: serve, dealer or inquire")
	return c
}

// check loads a file as its verb would, the reference data that it names included.
func check(verb, file string) (summary string, err error) {
	switch verb {
	case "serve":
		g, err := config.LoadGateway(file, os.Environ(), agreements)
		if err != nil {
			return "", err
		}
		market, err := loadMarket(g.Universe, g.Calendars)
		if err != nil {
			return "", err
		}
		return fmt.Sprintf("good: %d sessions, %d securities of snapshot %s", len(g.Sessions),
			market.Universe.Len(), market.Universe.Version), nil
	case "dealer":
		_, err = config.LoadDealer(file, os.Environ())
	case "inquire":
		_, err = config.LoadClient(file, os.Environ())
	default:
		err = inputError(fmt.Errorf("--for %q is not a verb with a configuration:"+
			" write serve, dealer or inquire", verb))
	}
	if err != nil {
		return "", err
	}
	return "good", nil
}
