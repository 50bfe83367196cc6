package main

import (
	"fmt"
	"strings"

	"foliogate/config"
	"foliogate/fixspec"
	"foliogate/fixspec/dict"
	"foliogate/gateway"
)

// agreements is what the domain and FIX say about what a configuration agrees with counterparties.
func agreements(g config.Gateway) (wrong []config.Problem) {
	table := dict.New(dict.Tier0)
	for i, s := range g.Sessions {
		row := fmt.Sprintf("sessions[%d]", i)
		if err := idFormatOf(s.IDFormat).Check(); err != nil {
			wrong = append(wrong, config.Problem{Key: row + ".id_format.max_length",
				Text: err.Error(), Remedy: "raise it, or take an alphabet with more symbols"})
		}
		wrong = append(wrong, dialectFaults(s.Dialect, row+".dialect", table)...)
	}
	return wrong
}

// dialectFaults looks at each field of a dialect by itself, so that each is told at its line.
func dialectFaults(d config.Dialect, path string, table *dict.Dictionary) (wrong []config.Problem) {
	look := func(key string, one fixspec.Dialect, remedy string) {
		if err := one.Check(table); err != nil {
			_, text, _ := strings.Cut(err.Error(), ": ") // behind the place in the dialect of one
			wrong = append(wrong, config.Problem{Key: path + "." + key, Text: text, Remedy: remedy})
		}
	}
	whole := dialectOf(d)
	for i, x := range whole.Omits {
		look(fmt.Sprintf("omits[%d]", i), fixspec.Dialect{Omits: []fixspec.Omission{x}},
			"name an optional field of a message that we send")
	}
	for i, x := range whole.Adds {
		look(fmt.Sprintf("adds[%d]", i), fixspec.Dialect{Adds: []fixspec.Addition{x}},
			"name a field that FIX has in the message, and in none of its groups")
	}
	return wrong
}

func dialectOf(d config.Dialect) (to fixspec.Dialect) {
	for _, x := range d.Omits {
		to.Omits = append(to.Omits, fixspec.Omission{MsgType: x.Message, Tag: x.Tag})
	}
	for _, x := range d.Adds {
		to.Adds = append(to.Adds, fixspec.Addition{MsgType: x.Message, Tag: x.Tag, Value: x.Value})
	}
	return to
}

func idFormatOf(f config.IDFormat) gateway.IDFormat {
	to := gateway.IDFormat{MaxLength: f.MaxLength}
	switch f.Symbols {
	case config.Alphanumerics:
		to.Symbols = gateway.Alphanumerics
	case config.Digits:
		to.Symbols = gateway.Digits
	}
	return to
}

func linePricingOf(l config.LinePrices) gateway.LinePricing {
	switch l {
	case config.LinesRequired:
		return gateway.LinesRequired
	case config.LinesNever:
		return gateway.LinesNever
	}
	return gateway.LinesOptional
}
