package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"testing"
	"time"
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
				report := playOnce(b, lines)
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

func playOnce(b *testing.B, lines int) demoReport {
	b.Helper()
	ctx, cancel := context.WithTimeout(b.Context(), time.Minute)
	defer cancel()
	report, err := (rehearsal{Lines: lines, Seed: 1, Kind: kindOf("total"), JSON: true}).examined(ctx, io.Discard)
	if err != nil {
		b.Fatal(err)
	}
	if len(report.Faults) > 0 {
		b.Fatal(report.Faults)
	}
	return report
}

func median(values []float64) float64 {
	slices.Sort(values)
	return values[len(values)/2]
}
