package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"foliogate/config"
	"foliogate/gateway/units"
)

// inquireFlags is the command line of inquire, as it was given.
type inquireFlags struct {
	basket, config, fills, listID      string
	bond                               singleFlags
	host, compID, gatewayCompID        string
	profile                            string
	username, passwordFile             string
	insecure, json, verbose, keep      bool
	kind, currency, rule               string
	dealers                            []string
	deadline, earliest, quiet, connect time.Duration
	minQuotes                          int
}

func (f *inquireFlags) define(c *cobra.Command) {
	to := c.Flags()
	to.StringVar(&f.basket, "basket", "", "CSV file with what to sell and buy")
	f.bond.define(to)
	to.StringVar(&f.profile, "profile", "", "list or rfq, as the gateway has us; instead of the configuration's")
	to.StringVar(&f.config, "config", "", "the client's configuration")
	to.StringVar(&f.host, "host", "", "host:port of the gateway, instead of the configuration's")
	to.StringVar(&f.compID, "comp-id", "", "our CompID, instead of the configuration's")
	to.StringVar(&f.gatewayCompID, "gateway-comp-id", "",
		"the gateway's CompID, instead of the configuration's")
	to.StringVar(&f.username, "username", "", "Username(553), instead of the configuration's")
	to.StringVar(&f.passwordFile, "password-file", "",
		"file that holds Password(554), instead of the configuration's")
	to.BoolVar(&f.insecure, "insecure", false, "permit a session without TLS, on loopback only")
	to.StringSliceVar(&f.dealers, "dealers", nil, "dealers to ask, by CompID; default: the panel")
	to.DurationVar(&f.deadline, "deadline", 0, "how long the dealers may take (default 2m)")
	to.StringVar(&f.kind, "price-kind", "", "total, spread or percent (default total; of a bond percent)")
	to.StringVar(&f.currency, "currency", "USD", "of the bonds and the settlement")
	to.StringVar(&f.rule, "accept", string(acceptBest), "best, none or ask (at the terminal)")
	to.IntVar(&f.minQuotes, "min-quotes", 0,
		"never take a quote with fewer to choose from, and do not wait for more")
	to.DurationVar(&f.earliest, "accept-after", 0, "take no quote earlier than this after sending")
	to.DurationVar(&f.quiet, "patience", 3*time.Second,
		"how long no quote must have come before one is taken")
	to.StringVar(&f.listID, "list-id", "", "ListID(66), of a bond QuoteReqID(131); default: made of the date and chance")
	to.StringVar(&f.fills, "fills", "", "file for the executions, .csv or .json")
	to.DurationVar(&f.connect, "connect-within", connectWithin, "how long to try to log on")
	to.BoolVar(&f.keep, "keep-numbers", false,
		"log on without ResetSeqNumFlag(141)=Y; works once with a gateway that does not allow it")
	to.BoolVar(&f.json, "json", false, "one JSON object a line, the last one the result")
	to.BoolVar(&f.verbose, "verbose", false, "log the session to stderr")
}

// options checks the whole command line, the configuration and the basket, so that everything
// that is wrong is told at once.
func (f inquireFlags) options(c *cobra.Command) (inquiryOptions, error) {
	if f.basket == "" && !f.bond.given() {
		return inquiryOptions{}, missingFlag("basket", "the CSV file with what to sell and buy, or a bond"+
			" with --bond")
	}
	if f.bond.given() && f.kind == "" {
		f.kind = string(config.Percent)
	}
	client, clientErr := f.client()
	basket, basketErr := f.lines(client)
	o := inquiryOptions{
		Client: client, Basket: basket, ListID: f.listID, Currency: units.Currency(f.currency),
		Single: f.bond.given(), TwoWay: f.bond.twoWay(),
		Kind: kindOf(client.Defaults.PriceKind), Deadline: client.Defaults.Deadline,
		Dealers: client.Defaults.Dealers, Rule: acceptRule(f.rule), Reset: !f.keep,
		Patience:      patience{MinQuotes: f.minQuotes, Earliest: f.earliest, Quiet: f.quiet},
		ConnectWithin: f.connect,
	}
	if f.verbose {
		o.Logger = slog.New(slog.NewTextHandler(c.ErrOrStderr(), nil))
	}
	return o, errors.Join(clientErr, f.check(c.InOrStdin()), basketErr)
}

// lines is what is asked for: a basket, or a bond by itself.
func (f inquireFlags) lines(client config.Client) ([]basketLine, error) {
	switch {
	case !f.bond.given():
		return loadBasket(f.basket)
	case f.basket != "":
		return nil, inputError(errors.New("--basket and --bond exclude each other; leave one out"))
	}
	line, err := f.bond.line(client)
	return []basketLine{line}, err
}

// missingFlag says that a flag was left out.
func missingFlag(flag, what string) error {
	return inputError(fmt.Errorf("--%s is missing; name %s", flag, what))
}

// client is the configuration with what the command line says instead.
func (f inquireFlags) client() (config.Client, error) {
	client, err := config.DefaultClient(), error(nil)
	if f.config != "" {
		client, err = config.LoadClient(f.config, os.Environ())
	}
	if err != nil {
		return client, err
	}
	replace(&client.Address, f.host)
	replace(&client.CompID, f.compID)
	replace(&client.GatewayCompID, f.gatewayCompID)
	replace(&client.Username, f.username)
	client.Insecure = client.Insecure || f.insecure
	if f.passwordFile != "" {
		word, err := os.ReadFile(f.passwordFile)
		if err != nil {
			return client, inputError(fmt.Errorf("--password-file: %w", err))
		}
		client.Password = config.NewSecret(strings.TrimRight(string(word), "\r\n"))
	}
	if len(f.dealers) > 0 {
		client.Defaults.Dealers = f.dealers
	}
	if f.deadline != 0 {
		client.Defaults.Deadline = f.deadline
	}
	if f.profile != "" {
		client.Profile = config.Profile(f.profile)
	}
	if f.kind != "" {
		client.Defaults.PriceKind = config.PriceKind(f.kind)
	}
	return client, client.Validate()
}

func replace(value *string, given string) {
	if given != "" {
		*value = given
	}
}

// check looks at the flags that no configuration has.
func (f inquireFlags) check(in io.Reader) error {
	var wrong []error
	fault := func(flag, text, remedy string) {
		wrong = append(wrong, inputError(fmt.Errorf("--%s %s; %s", flag, text, remedy)))
	}
	switch rule := acceptRule(f.rule); {
	case rule != acceptBest && rule != acceptNone && rule != acceptAsk:
		fault("accept", quoted(f.rule)+" is not a rule", "write best, none or ask")
	case rule == acceptAsk && !isTerminal(in):
		fault("accept", "ask needs a terminal", "write best or none")
	}
	if !units.Currency(f.currency).Valid() {
		fault("currency", quoted(f.currency)+" is not a currency", "write its ISO 4217 code, such as USD")
	}
	if f.minQuotes < 0 {
		fault("min-quotes", fmt.Sprint(f.minQuotes)+" is below 0", "write how many quotes there must be")
	}
	for _, d := range []struct {
		flag string
		time time.Duration
	}{{"accept-after", f.earliest}, {"patience", f.quiet}, {"connect-within", f.connect}} {
		if d.time < 0 {
			fault(d.flag, d.time.String()+" is below 0", "write a duration such as 3s")
		}
	}
	if strings.ContainsFunc(f.listID, unprintable) || len(f.listID) > 48 {
		fault("list-id", quoted(f.listID)+" is longer than 48 characters or holds others than ASCII",
			"leave it out for one that is made")
	}
	return errors.Join(wrong...)
}

// choices is what a person writes, line by line; the channel is closed when there is no more.
func choices(in io.Reader) <-chan string {
	lines := make(chan string)
	go func() {
		defer close(lines)
		for scanner := bufio.NewScanner(in); scanner.Scan(); {
			lines <- scanner.Text()
		}
	}()
	return lines
}
