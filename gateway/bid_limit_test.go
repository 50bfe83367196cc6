package gateway

import (
	"fmt"
	"testing"
	"time"
)

// A dealer's quotes of one inquiry are bounded; the last one it may make stands.
func TestQuotesAreBounded(t *testing.T) {
	q := Inquiry{Phase: Open, Terms: Terms{Deadline: time.Unix(1000, 0)}, Routes: []Route{{Dealer: "ALDER"}}}
	for i := range maxQuotes {
		q.Routes[0].Quotes = append(q.Routes[0].Quotes, Quote{DealerID: fmt.Sprint(i), State: Superseded})
	}
	env := Env{Now: time.Unix(10, 0), Policy: testPolicy()}
	bid := Bid{Origin: Origin{Firm: "ALDER"}, Quote: "one more"}
	refused, ok := decideBid(env, q, bid)[0].(CommandRefused)
	if !ok || refused.Refusal.Code != TooManyQuotes {
		t.Errorf("quote %d is answered with %+v", maxQuotes+1, refused)
	}
	q.Routes[0].Quotes = q.Routes[0].Quotes[1:]
	if refused, ok := decideBid(env, q, bid)[0].(CommandRefused); ok && refused.Refusal.Code == TooManyQuotes {
		t.Errorf("quote %d is one too many", maxQuotes)
	}
}
