package gateway

import (
	"bytes"
	"testing"
)

// Growing lists are where two futures of one inquiry could share memory: whichever
// comes second must not write over the first.
func TestTwoFuturesShareNothing(t *testing.T) {
	grow := map[string]func(n int) Event{
		"fragments": func(n int) Event {
			return FragmentReceived{TotalLines: 9, Fragment: Fragment{Lines: []Line{{Number: n}}}}
		},
		"chosen": func(n int) Event { return DealerChosen{Dealer: Firm(rune('A' + n))} },
		"routes": func(n int) Event { return DealersAsked{Routes: []Route{{Dealer: Firm(rune('A' + n))}}} },
		"quotes": func(n int) Event {
			return QuoteReceived{Quote: Quote{ID: string(rune('A' + n)), Dealer: "DEALER",
				State: Live}}
		},
	}
	for name, event := range grow {
		q := Inquiry{Phase: Receiving, Routes: []Route{{Dealer: "DEALER"}}}
		for n := range 9 {
			one := Apply(q, Entry{Event: event(n)})
			was := printed(t, one)
			Apply(q, Entry{Event: event(n + 10)})
			if now := printed(t, one); !bytes.Equal(now, was) {
				t.Fatalf("%s: after %d, another future made\n%s\nof\n%s", name, n, now, was)
			}
			q = one
		}
	}
}
