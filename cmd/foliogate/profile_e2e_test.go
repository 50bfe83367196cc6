package main

import (
	"bytes"
	"context"
	"encoding/json"
	"strings"
	"testing"

	"foliogate/config"
	"foliogate/testdata"
)

// speak has the client and the hall's two dealers speak their profiles, on both sides of the line.
func speak(client, alpha, bravo config.Profile, also hallDealer) (hallGateway, hallDealer) {
	profiles := map[string]config.Profile{stageClient: client, "ALPHA": alpha, "BRAVO": bravo}
	return func(g *config.Gateway) {
			for i := range g.Sessions {
				g.Sessions[i].Profile = profiles[g.Sessions[i].CompID]
			}
		}, func(d *config.Dealer) {
			d.Profile = profiles[d.CompID]
			if also != nil {
				also(d)
			}
		}
}

// ask runs the verb with --json and returns its result, after what was said on the way.
func (v *hall) ask(flags ...string) (told []inquiryRecord, result resultRecord) {
	v.t.Helper()
	var stdout, stderr bytes.Buffer
	run(context.Background(), append([]string{"inquire", "--host", v.client, "--insecure", "--comp-id",
		stageClient, "--gateway-comp-id", "FOLIOGATE", "--patience", "0s", "--deadline", "20s", "--json"},
		flags...), &stdout, &stderr)
	if stderr.Len() > 0 {
		v.t.Fatal(stderr.String())
	}
	lines := strings.Split(strings.TrimSpace(stdout.String()), "\n")
	for _, line := range lines {
		var record inquiryRecord
		if err := json.Unmarshal([]byte(line), &record); err != nil {
			v.t.Fatal(err)
		}
		told = append(told, record)
	}
	if err := json.Unmarshal([]byte(lines[len(lines)-1]), &result); err != nil {
		v.t.Fatal(err)
	}
	return told, result
}

// dealt is what a dealer has heard once it has been told of an event.
func (v *hall) dealt(dealer string, kind dealerKind) dealerEvent {
	v.t.Helper()
	for ctx := soon(v.t); ; {
		select {
		case e := <-v.heard:
			if e.Dealer == dealer && e.Kind == kind {
				return e
			}
			if e.Kind == dealerRejected || e.Kind == dealerNote {
				v.t.Errorf("%s: %s", e.Dealer, e)
			}
		case <-ctx.Done():
			v.t.Fatalf("%s was never told: %s", dealer, kind)
		}
	}
}

// Whoever speaks what, the best dealer declines in its last look, the second best trades, and both
// sides have the same executions.
func TestEveryProfileWithEveryOther(t *testing.T) {
	const list, rfq = config.ListProfile, config.RFQProfile
	declines := func(d *config.Dealer) {
		if d.CompID == "ALPHA" {
			d.LastLook.Answer = config.Decline
		}
	}
	for _, profiles := range [][3]config.Profile{
		{list, list, list}, {list, rfq, rfq}, {rfq, list, list}, {rfq, rfq, rfq},
		{list, rfq, list}, {list, list, rfq}, {rfq, rfq, list}, {rfq, list, rfq},
	} {
		t.Run(string(profiles[0]+" x "+profiles[1]+" "+profiles[2]), func(t *testing.T) {
			gateway, dealer := speak(profiles[0], profiles[1], profiles[2], declines)
			v := openHall(t, gateway, dealer)
			told, result := v.ask("--basket", v.basket(testdata.Switch()), "--profile", string(profiles[0]))
			if result.Outcome != "executed" || result.Executed != 125 || len(result.Faults) > 0 ||
				result.Taken == nil || result.Taken.Dealer != "BRAVO" {
				t.Fatalf("%+v", result)
			}
			if !hasTold(told, newsDeclined, "ALPHA", "DECLINED: the market has moved") {
				t.Errorf("nothing was told of ALPHA's last look: %+v", told)
			}
			v.dealt("ALPHA", dealerDeclined)
			executed := v.dealt("BRAVO", dealerExecuted)
			ticket := v.dealt("BRAVO", dealerTicket).Ticket
			if len(executed.Fills) != 125 || executed.Fills[0].Trade == "" ||
				ticket.Net.Format("USD") != result.Net || ticket.Answer != ticketAffirmed {
				t.Errorf("%d executions there, net %s; here %s", len(executed.Fills),
					ticket.Net.Format("USD"), result.Net)
			}
		})
	}
}

func hasTold(told []inquiryRecord, kind newsKind, dealer, text string) bool {
	for _, r := range told {
		if r.Event == string(kind) && r.Dealer == dealer && r.Text == text {
			return true
		}
	}
	return false
}

// A dealer that cannot quote what is asked for is told as such and not asked; the others trade.
func TestDealerThatCannotQuoteTheKind(t *testing.T) {
	for _, client := range []config.Profile{config.ListProfile, config.RFQProfile} {
		t.Run(string(client), func(t *testing.T) {
			gateway, dealer := speak(client, config.RFQProfile, config.RFQProfile, nil)
			v := openHall(t, func(g *config.Gateway) {
				gateway(g)
				g.Sessions[1].PriceKinds = []config.PriceKind{config.Total}
			}, dealer)
			told, result := v.ask("--basket", v.basket(testdata.Switch()), "--profile", string(client),
				"--price-kind", "spread")
			if result.Outcome != "executed" || result.Taken.Dealer != "BRAVO" {
				t.Fatalf("%+v", result)
			}
			gone := hasTold(told, newsQuoteGone, "ALPHA", string(bidderUnable))
			if !gone && !hasTold(told, newsDealer, "ALPHA", string(bidderUnable)) {
				t.Errorf("nobody said that ALPHA cannot quote: %+v", told)
			}
			v.dealt("BRAVO", dealerExecuted)
			for len(v.heard) > 0 {
				if e := <-v.heard; e.Dealer == "ALPHA" && e.Kind != dealerConnected {
					t.Errorf("ALPHA heard of it: %s", e)
				}
			}
		})
	}
}

// One bond by itself, asked of dealers by quotes: one way at any kind of price, and two-way, of which
// the client takes the side that it never told.
func TestSingleBond(t *testing.T) {
	const bond = "373995A25"
	for _, test := range []struct {
		name  string
		flags []string
		side  string
		price func(*quoteRecord) bool
	}{
		{"sold", []string{"--side", "sell"}, "sell",
			func(q *quoteRecord) bool { return q.SellPrice != "" && q.BuyPrice == "" }},
		{"bought by a spread", []string{"--side", "buy", "--price-kind", "spread"}, "buy",
			func(q *quoteRecord) bool { return q.Concession != "" }},
		{"bought for a total, of one dealer", []string{"--side", "buy", "--price-kind", "total", "--dealers", "ALPHA"},
			"buy", func(q *quoteRecord) bool { return q.Total != "" }},
		{"two-way, and sold", []string{"--side", "two-way", "--take", "sell", "--account", "BIRCHWOOD-CORE"}, "sell",
			func(q *quoteRecord) bool { return q.SellPrice < q.BuyPrice && q.Cash[0] != '-' }},
		{"two-way, and bought", []string{"--side", "two-way", "--take", "buy", "--dealers", "BRAVO,ALPHA"}, "buy",
			func(q *quoteRecord) bool { return q.SellPrice < q.BuyPrice && q.Cash[0] == '-' }},
	} {
		for _, profile := range []config.Profile{config.ListProfile, config.RFQProfile} {
			t.Run(test.name+" to a dealer of "+string(profile), func(t *testing.T) {
				gateway, dealer := speak(config.RFQProfile, profile, profile, nil)
				v := openHall(t, gateway, dealer)
				told, result := v.ask(append([]string{"--profile", "rfq", "--bond", bond, "--face", "2000000"},
					test.flags...)...)
				if result.Outcome != "executed" || result.Executed != 1 || len(result.Faults) > 0 ||
					result.Taken.Dealer != "ALPHA" || !test.price(result.Taken) {
					t.Fatalf("%+v, taken %+v, of %+v", result, result.Taken, told)
				}
				fill := v.dealt("ALPHA", dealerExecuted).Fills[0]
				if fill.ID != bond || fill.Side.String() != test.side || fill.Face.String() != "2000000" {
					t.Errorf("the dealer has %+v", fill)
				}
				if net := v.dealt("ALPHA", dealerTicket).Ticket.Net.Format("USD"); net != result.Net {
					t.Errorf("net %s there, %s here", net, result.Net)
				}
			})
		}
	}
}

// What was agreed about single bonds holds: who does not quote both ways is not asked to, and no more
// dealers are asked than may be.
func TestSingleBondAgreements(t *testing.T) {
	gateway, dealer := speak(config.RFQProfile, config.RFQProfile, config.RFQProfile, nil)
	v := openHall(t, func(g *config.Gateway) {
		gateway(g)
		g.Sessions[0].MaxAsked, g.Sessions[1].TwoWay = 1, false
	}, dealer)
	bond := []string{"--profile", "rfq", "--bond", "373995A25", "--face", "2000000", "--side", "two-way", "--take", "buy"}
	_, result := v.ask("--profile", "rfq", "--bond", "373995A25", "--face", "2000000", "--side", "buy")
	if result.Outcome != "refused" || !strings.Contains(result.Text, "2 dealers") {
		t.Errorf("two dealers are asked where one may be: %+v", result)
	}
	_, result = v.ask(append(bond, "--dealers", "ALPHA")...)
	if result.Outcome != "refused" || !strings.Contains(result.Text, "ALPHA") {
		t.Errorf("who does not quote both ways is asked to: %+v", result)
	}
	if _, result = v.ask(append(bond, "--dealers", "BRAVO")...); result.Outcome != "executed" {
		t.Errorf("%+v", result)
	}
}
