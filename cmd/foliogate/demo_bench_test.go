package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"testing"
	"time"

	"foliogate/gateway"
)

// BenchmarkAuction trades whole portfolios through the running floor: three dealers
// and a client over loopback TCP, the journal on disk and synced, checksums and
// validation on, nobody waiting. An iteration is one auction; logon and thinking
// are outside of the times that are reported:
//
//	list-ms    last fragment of the list decided, to both net tickets in hand
//	accept-ms  accept decided, to both net tickets in hand
//	syncs      of the journal
func BenchmarkAuction(b *testing.B) {
	for _, lines := range []int{125, 1000, 5000} {
		b.Run(fmt.Sprintf("lines=%d", lines), func(b *testing.B) {
			var list, accept []float64
			var syncs uint64
			for b.Loop() {
				report := playOnce(b, rehearsal{Lines: lines, Profile: demoList})
				list = append(list, float64(report.Auction)/1e6)
				accept = append(accept, float64(report.Settlement)/1e6)
				syncs += report.Syncs
			}
			b.ReportMetric(median(list), "list-ms")
			b.ReportMetric(median(accept), "accept-ms")
			b.ReportMetric(float64(syncs)/float64(b.N), "syncs")
		})
	}
}

// BenchmarkProfiles trades the same portfolio of 1,000 lines in the LIST profile and in the RFQ
// profile, in turn, so that whatever else the machine does falls on both. An iteration is an auction
// of each. What is reported is the RFQ profile's time over the LIST profile's, of the median auction;
// the goal is 1.2.
func BenchmarkProfiles(b *testing.B) {
	took, accepted := map[demoProfile][]float64{}, map[demoProfile][]float64{}
	order := []demoProfile{demoList, demoRFQ}
	for b.Loop() {
		for _, profile := range order {
			report := playOnce(b, rehearsal{Lines: 1000, Profile: profile})
			took[profile] = append(took[profile], float64(report.Auction)/1e6)
			accepted[profile] = append(accepted[profile], float64(report.Settlement)/1e6)
		}
		slices.Reverse(order) // whoever goes first has the other's dust to bear
	}
	list, rfq := took[demoList], took[demoRFQ]
	listAccept, rfqAccept := accepted[demoList], accepted[demoRFQ]
	b.ReportMetric(median(list), "list-ms")
	b.ReportMetric(median(rfq), "rfq-ms")
	b.ReportMetric(median(rfq)/median(list), "ratio")
	b.ReportMetric(median(rfqAccept)/median(listAccept), "accept-ratio")
}

// TestDemoInEveryProfile has the demo hold in each profile and each kind of price.
func TestDemoInEveryProfile(t *testing.T) {
	for _, profile := range []demoProfile{demoList, demoRFQ, demoMixed} {
		for _, kind := range []gateway.PriceKind{gateway.TotalAmount, gateway.SpreadConcession, gateway.PercentPerSide} {
			t.Run(fmt.Sprintf("%s/%s", profile, kind), func(t *testing.T) {
				t.Parallel()
				report := playOnce(t, rehearsal{Lines: 60, Kind: kind, Profile: profile})
				if report.Lines != 60 || len(report.Checks) != 5 || len(report.Losers) != 2 {
					t.Errorf("%+v", report)
				}
			})
		}
	}
}

// playOnce is one auction in which nobody waits.
func playOnce(t testing.TB, r rehearsal) demoReport {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	r.Seed, r.Kind, r.JSON = 1, cmp.Or(r.Kind, gateway.TotalAmount), true
	report, err := r.examined(ctx, io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	if len(report.Faults) > 0 {
		t.Fatal(report.Faults)
	}
	return report
}

func median(values []float64) float64 {
	slices.Sort(values)
	return values[len(values)/2]
}
