package fixspec_test

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"foliogate/gateway"
)

// outcome is the domain's events as people would tell them, the same in all profiles: with the names
// that dealers gave their quotes in the place of ids, to the second, and without what only one profile
// has words for: the ids of answers and questions, and line prices in the message of their quote.
func (p *performance) outcome() []string {
	names := p.names()
	var told []string
	for _, x := range p.entries {
		event := x.entry.Event
		var lines *gateway.LinesPriced
		switch e := event.(type) {
		case gateway.QuoteReceived:
			if len(e.Quote.Lines) > 0 {
				lines = &gateway.LinesPriced{Dealer: e.Quote.Dealer, Quote: e.Quote.ID, Prices: e.Quote.Lines}
				e.Quote.Lines = nil
				event = e
			}
		case gateway.CommandRefused:
			told = append(told, names.Replace(plain(fmt.Sprintf("%s refused: %s: %s: %s", e.To, e.Verb,
				e.Refusal.Code, e.Refusal.Text))))
			continue
		case gateway.StatusTold:
			e.RequestID = ""
			event = e
		case gateway.Opened:
			e.Routes = byDealer(e.Routes)
			event = e
		case gateway.DealersAsked:
			e.Routes = byDealer(e.Routes)
			event = e
		case gateway.Traded:
			e.Losers = slices.SortedFunc(slices.Values(e.Losers), func(a, b gateway.Loser) int {
				return strings.Compare(string(a.Dealer), string(b.Dealer))
			})
			event = e
		}
		told = append(told, names.Replace(written(event)))
		if lines != nil {
			told = append(told, names.Replace(written(*lines)))
		}
	}
	return told
}

func byDealer(routes []gateway.Route) []gateway.Route {
	return slices.SortedFunc(slices.Values(routes), func(a, b gateway.Route) int {
		return strings.Compare(string(a.Dealer), string(b.Dealer))
	})
}

func written(e gateway.Event) string {
	text, err := json.Marshal(e)
	if err != nil {
		return err.Error()
	}
	return plain(strings.TrimPrefix(fmt.Sprintf("%T ", e), "gateway.") + string(text))
}

var (
	fractions = regexp.MustCompile(`(\d\d:\d\d:\d\d)\.\d+`)
	answers   = regexp.MustCompile(`,?"response":"[^"]*"`)
)

func plain(text string) string {
	return answers.ReplaceAllString(fractions.ReplaceAllString(text, "$1"), "")
}

// names are what people call what the gateway named.
func (p *performance) names() *strings.Replacer {
	var pairs []string
	for q := range p.inquiries() {
		for _, route := range q.Routes {
			pairs = append(pairs, route.ListID, "{"+q.ListID+"@"+string(route.Dealer)+"}")
			for _, quote := range route.Quotes {
				pairs = append(pairs, quote.ID, "{"+quote.DealerID+"}")
			}
		}
		if q.Execution != nil {
			pairs = append(pairs, q.Execution.Trade, "{trade of "+q.ListID+"}")
		}
	}
	for _, x := range p.entries {
		if e, ok := x.entry.Event.(gateway.DealerPassed); ok {
			pairs = append(pairs, e.Quote, "{"+string(e.Dealer)+" passed}")
		}
	}
	return strings.NewReplacer(pairs...)
}
