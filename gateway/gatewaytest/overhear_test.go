package gatewaytest_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"foliogate/gateway"
	"foliogate/gateway/gatewaytest"
)

const auctions = 500

func nothingShown(*gateway.Client) {}

// What a dealer is sent, byte by byte and moment by moment, is the same whatever the others do,
// until the client's choice shows; and to the end, where the choice is the same.
func TestADealerOverhearsNothing(t *testing.T) {
	c := gatewaytest.NewConfig(market(t))
	compared, outcomes, full := 0, 0, 0
	for seed := range uint64(auctions) {
		a := gatewaytest.Overhear(seed, 1, gatewaytest.OpenEnded, c, nothingShown)
		b := gatewaytest.Overhear(seed, 2, gatewaytest.OpenEnded, c, nothingShown)
		n := min(a.Outcome, b.Outcome)
		compared += n
		if a.Outcome < len(a.Messages) {
			outcomes++
		}
		if !slices.Equal(a.Messages[:n], b.Messages[:n]) {
			t.Fatalf("seed %d: ALDER is sent\n%s\nand if others do otherwise\n%s",
				seed, told(a), told(b))
		}
		a = gatewaytest.Overhear(seed, 1, gatewaytest.LostAlike, c, nothingShown)
		b = gatewaytest.Overhear(seed, 2, gatewaytest.LostAlike, c, nothingShown)
		full += len(a.Messages)
		if !slices.Equal(a.Messages, b.Messages) {
			t.Fatalf("seed %d: ALDER loses and is sent\n%s\nand if others do otherwise\n%s",
				seed, told(a), told(b))
		}
	}
	fmt.Printf("%d pairs: %d messages before an outcome and %d to the end are the same\n",
		2*auctions, compared, full)
	if outcomes < auctions/2 || compared < auctions || full < 4*auctions {
		t.Errorf("too little was heard: %d outcomes", outcomes)
	}
}

func told(o gatewaytest.Overheard) string {
	return strings.ReplaceAll(strings.Join(o.Messages, "\n"), "\x01", "|")
}

// The comparison can tell: a client that shows its cover lets a dealer hear of others.
func TestADealerOverhearsWhatIsShown(t *testing.T) {
	c := gatewaytest.NewConfig(market(t))
	policies := map[string]func(*gateway.Client){
		"cover":      func(p *gateway.Client) { p.ShowCover, p.ShowDoneAway = true, true },
		"panel size": func(p *gateway.Client) { p.ShowPanelSize = true },
	}
	for name, shown := range policies {
		heard := 0
		for seed := range uint64(auctions / 4) {
			a := gatewaytest.Overhear(seed, 1, gatewaytest.LostAlike, c, shown)
			b := gatewaytest.Overhear(seed, 2, gatewaytest.LostAlike, c, shown)
			if !slices.Equal(a.Messages, b.Messages) {
				heard++
			}
		}
		if heard == 0 {
			t.Errorf("nothing is heard of the %s", name)
		}
	}
}
