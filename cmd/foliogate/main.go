// Command foliogate is a FIX 4.4 gateway for portfolio trading in bonds, and the
// tools around it. One verb, one file; this package alone wires the rooms together
// and reads the configuration.
//
// Start at house.go, where the gateway is put together, and demo.go, where it
// trades.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"

	"foliogate/config"
)

// Exit codes that all verbs share; inquire documents its own beside them.
const (
	exitDone  = 0
	exitFault = 1 // the machine or the network failed
	exitInput = 2 // a file, a flag or a row is wrong
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// exit is an error that has chosen its exit code.
type exit struct {
	code int
	err  error
}

func (e exit) Error() string { return e.err.Error() }
func (e exit) Unwrap() error { return e.err }

// inputError says that what the user gave is wrong.
func inputError(err error) error { return exit{exitInput, err} }

// run is the whole program as a function.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	root := newRootCommand()
	root.SetArgs(args)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := root.ExecuteContext(ctx)
	if err == nil {
		return exitDone
	}
	if text := err.Error(); text != "" {
		fmt.Fprintln(stderr, text)
	}
	return codeOf(err)
}

func codeOf(err error) int {
	var chosen exit
	var wrong *config.Error
	switch {
	case errors.As(err, &chosen):
		return chosen.code
	case errors.As(err, &wrong):
		return exitInput
	}
	return exitFault
}

func newRootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:   "foliogate",
		Short: "A FIX 4.4 gateway for portfolio trading in bonds",
		Long: "foliogate stands between buy-side EMS sessions and dealer sessions: it shows one\n" +
			"portfolio to a few dealers, takes one price for all of it, and executes every line\n" +
			"or none, with one net settlement amount.",
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		return inputError(fmt.Errorf("%w; see %s --help", err, c.CommandPath()))
	})
	root.Args = noArguments
	root.RunE = func(c *cobra.Command, _ []string) error { return c.Help() }
	root.CompletionOptions.DisableDefaultCmd = true
	root.AddCommand(newServeCommand(), newCheckCommand(), newDemoCommand(), newPasswordCommand(),
		newInquireCommand(), newDealerCommand(), newBondCommand(), newJournalCommand(),
		newSpecCommand(), newDecodeCommand())
	return root
}

// noArguments refuses what is not a flag: a mistyped verb, or a file without one.
func noArguments(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return inputError(fmt.Errorf("%q is not understood; see %s --help", args[0], c.CommandPath()))
}
