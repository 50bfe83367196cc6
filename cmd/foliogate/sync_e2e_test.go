package main

import (
	"context"
	"fmt"
	"io"
	"testing"
	"time"
)

// An executed list costs at most twelve syncs, whatever its length: one for the list, one for each
// word of a dealer, one each for the accept, the execution and the settlement. What becomes durable
// in a lull is not counted: nobody waits for it, and there are as many lulls as there is time.
func TestSyncsOfAnExecutedList(t *testing.T) {
	t.Parallel()
	for _, lines := range []int{125, 1000} {
		t.Run(fmt.Sprint(lines), func(t *testing.T) {
			t.Parallel()
			ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
			defer cancel()
			report, err := (rehearsal{Lines: lines, Seed: 1, Kind: kindOf("total"), JSON: true}).examined(ctx, io.Discard)
			if err != nil || len(report.Faults) > 0 {
				t.Fatal(err, report.Faults)
			}
			if asked := report.Syncs - report.Unasked; asked > 12 {
				t.Errorf("%d syncs for a list of %d lines, the most is 12", asked, lines)
			}
		})
	}
}

// Between what one side says and what the other hears of it lies one sync.
func TestEachStepIsOneSync(t *testing.T) {
	t.Parallel()
	v := openPit(t)
	step := func(what string, play func()) {
		t.Helper()
		before := v.house.journal.Stats()
		play()
		now := v.house.journal.Stats()
		if asked := now.Syncs - now.Unasked - before.Syncs + before.Unasked; asked > 1 {
			t.Errorf("%s took %d syncs", what, asked)
		}
	}
	d := v.deal(v.portfolio(6))
	step("a list in six parts", func() {
		for n := 1; n <= 6; n++ {
			v.client().say("E", "%s", d.list.part(n, n, n == 6))
		}
		v.client().hears("N", "66="+d.list.id, "429=1", "431=1")
		for _, dealer := range panel() {
			d.isShown(dealer)
		}
	})
	for _, dealer := range panel() {
		step("a quote", func() { d.quote(dealer, 1000) })
	}
	step("an award", func() { d.award(northgate) })
	step("an execution", func() {
		d.stands(northgate)
		client, dealer := d.clientBooks(northgate), d.dealerBooks(northgate)
		d.agree(client, dealer)
		for _, loser := range []string{halyard, copperline} {
			v.players[loser].hears("k", "374=C")
			v.players[loser].hears("AJ")
		}
	})
}
