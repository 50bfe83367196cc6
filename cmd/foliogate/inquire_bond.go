package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/pflag"

	"foliogate/config"
	"foliogate/gateway/units"
)

// singleFlags ask for one bond by itself, as they were given.
type singleFlags struct {
	id, side, take       string
	face, account, limit string
}

// bothSides is the side of a bond of which dealers are not to know which way it goes.
const bothSides = "two-way"

func (b *singleFlags) define(to *pflag.FlagSet) {
	to.StringVar(&b.id, "bond", "", "CUSIP or ISIN of a single bond, instead of a basket")
	to.StringVar(&b.side, "side", "", "of the bond: buy, sell or two-way")
	to.StringVar(&b.face, "face", "", "of the bond: par amount, such as 2500000")
	to.StringVar(&b.take, "take", "", "of a bond asked for two-way: buy or sell, which no dealer is told")
	to.StringVar(&b.account, "account", "", "of the bond: who settles it")
	to.StringVar(&b.limit, "limit", "", "of the bond: worst clean price")
}

func (b singleFlags) given() bool { return b.id != "" }

func (b singleFlags) twoWay() bool { return strings.EqualFold(b.side, bothSides) }

// line is the bond as a line of a basket, read by the same rules. Its side is the client's, whatever
// dealers are told.
func (b singleFlags) line(client config.Client) (basketLine, error) {
	var line basketLine
	var wrong []error
	fault := func(flag, text, remedy string) {
		if text != "" {
			wrong = append(wrong, inputError(fmt.Errorf("--%s %s; %s", flag, text, remedy)))
		}
	}
	cell := func(flag, value string, read func(*basketLine, string) (string, string)) {
		text, remedy := read(&line, value)
		fault(flag, text, remedy)
	}
	cell("bond", b.id, readIdentifier)
	cell("face", b.face, readFace)
	cell("account", b.account, readAccount)
	cell("limit", b.limit, readLimit)
	switch {
	case b.twoWay():
		cell("take", b.take, readSide)
		if b.limit != "" {
			fault("limit", "is told to dealers by no two-way request", "leave it out")
		}
		if client.Defaults.PriceKind != config.Percent {
			fault("price-kind", string(client.Defaults.PriceKind)+" has no two sides", "write percent")
		}
	default:
		cell("side", b.side, readSide)
		if b.take != "" && !strings.EqualFold(b.take, b.side) {
			fault("take", quoted(b.take)+" is not what is asked for", "leave it out, or write --side two-way")
		}
	}
	if client.Profile != config.RFQProfile {
		fault("bond", "is asked for by quotes", "write --profile rfq if the gateway has us so,"+
			" or a basket of one line")
	}
	return line, errors.Join(wrong...)
}

// bondWords is a single bond in one line.
func bondWords(line basketLine, twoWay bool, c units.Currency) string {
	side := line.Side.String()
	if twoWay {
		side = bothSides + ", to " + side
	}
	return fmt.Sprintf("%s: %s %s %s par", line.ID, side, grouped(line.Face.String()), c)
}
