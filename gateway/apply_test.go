package gateway

import (
	"reflect"
	"testing"
)

// Growing lists are where two futures of one inquiry could share memory: whichever
// comes second must not write over the first.
func TestTwoFuturesShareNothing(t *testing.T) {
	grow := map[string]func(n int) Event{
		"fragments": func(n int) Event {
			return FragmentReceived{TotalLines: 9, Fragment: Fragment{Lines: []Line{{Number: n}}}}
		},
		"chosen": func(n int) Event { return DealerChosen{Firm(rune('A' + n))} },
		"routes": func(n int) Event { return DealersAsked{[]Route{{Dealer: Firm(rune('A' + n))}}} },
		"quotes": func(n int) Event {
			return QuoteReceived{Quote: Quote{ID: string(rune('A' + n)), Dealer: "DEALER", State: Live}}
		},
	}
	for name, event := range grow {
		q := Inquiry{Phase: Receiving, Routes: []Route{{Dealer: "DEALER"}}}
		for n := range 9 {
			one := Apply(q, Entry{Event: event(n)})
			kept := Apply(q, Entry{Event: event(n)})
			Apply(q, Entry{Event: event(n + 10)})
			if !reflect.DeepEqual(one, kept) {
				t.Fatalf("%s: after %d, another future changed this one", name, n)
			}
			q = one
		}
	}
}
