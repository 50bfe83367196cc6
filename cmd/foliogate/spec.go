package main

import (
	"bytes"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"foliogate/fixspec/dict"
)

func newSpecCommand() *cobra.Command {
	out := ""
	c := &cobra.Command{
		Use:   "spec",
		Short: "Write the rules of engagement, for people and for engines",
		Long: "All of these are written from the one message table that validates every message:\n\n" +
			"  rules        the rules of engagement, Markdown, with an example of each message\n" +
			"  quickfix     a data dictionary for QuickFIX engines: FIX 4.4, only what is used\n" +
			"  quickfix-pt  FIX44PT, with the fields of tier 1 and 2: whole, or --trimmed\n" +
			"  orchestra    a FIX Orchestra repository\n" +
			"  example      one valid message of a type, such as E",
		Args: noArguments,
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.PersistentFlags().StringVar(&out, "out", "", "write to this file instead of standard output")
	document := func(name, short string, write func() []byte) *cobra.Command {
		d := &cobra.Command{Use: name, Short: short, Args: noArguments,
			RunE: func(c *cobra.Command, _ []string) error { return publish(c, out, write()) }}
		c.AddCommand(d)
		return d
	}
	document("rules", "The rules of engagement, in Markdown",
		func() []byte { return dict.New(dict.Tier2).Rules() })
	document("quickfix", "A QuickFIX data dictionary of what is used of FIX 4.4",
		func() []byte { return dict.New(dict.Tier0).QuickFIX(true) })
	trimmed := false
	document("quickfix-pt", "FIX44PT, a QuickFIX data dictionary with tier 1 and 2",
		func() []byte { return dict.New(dict.Tier2).QuickFIX(trimmed) }).
		Flags().BoolVar(&trimmed, "trimmed", false, "only what is used, which engines read many times faster")
	document("orchestra", "A FIX Orchestra repository",
		func() []byte { return dict.New(dict.Tier2).Orchestra() })
	c.AddCommand(&cobra.Command{Use: "example TYPE", Short: "A valid message, with bars for SOH",
		Args: oneType, RunE: func(c *cobra.Command, args []string) error {
			raw, ok := dict.New(dict.Tier0).Example(args[0])
			if !ok {
				return inputError(fmt.Errorf("%q is no MsgType(35) that is spoken here; "+
					"foliogate spec rules lists them", args[0]))
			}
			return publish(c, out, append(bytes.ReplaceAll(raw, []byte{1}, []byte("|")), '\n'))
		}})
	return c
}

// oneType wants a MsgType(35).
func oneType(c *cobra.Command, args []string) error {
	if len(args) == 1 {
		return nil
	}
	return inputError(fmt.Errorf("name one MsgType(35): %s", c.UseLine()))
}

// publish writes a document to a file, or to standard output.
func publish(c *cobra.Command, file string, text []byte) error {
	if file != "" {
		return os.WriteFile(file, text, 0o644)
	}
	_, err := c.OutOrStdout().Write(text)
	return err
}
